package tricolor

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"
)

func TestEnvironment(t *testing.T) {
	if _, wanted, _ := fromEnvironment([]string{"TRICOLOR_NAME=x", "TRICOLOR_URL="}); wanted {
		t.Error("wanted without a URL")
	}
	o, wanted, complaint := fromEnvironment([]string{"TRICOLOR_URL=http://h:1/p", "TRICOLOR_NAME=n", "TRICOLOR_TOKEN=t",
		"TRICOLOR_LABEL_RUN=r=1", "TRICOLOR_INTERVAL=250", "TRICOLOR_TEE=f", "TRICOLOR_CONTROL=on", "HOME=/"})
	want := Options{URL: "http://h:1/p", Name: "n", Token: "t", Labels: map[string]string{"run": "r=1"}, Interval: 250 * time.Millisecond, Tee: "f", Control: true}
	if !wanted || complaint != "" || !reflect.DeepEqual(o, want) {
		t.Errorf("%+v %v %q", o, wanted, complaint)
	}
	for _, bad := range []string{"9ms", "2m", "soon", "-1"} {
		if o, _, complaint := fromEnvironment([]string{"TRICOLOR_URL=http://h", "TRICOLOR_INTERVAL=" + bad}); complaint == "" || o.Interval != 0 {
			t.Errorf("%s is taken: %+v", bad, o)
		}
	}
}

func TestControl_isOnOnlyWhereItSaysSo(t *testing.T) {
	for value, complains := range map[string]bool{"": false, "off": false, "yes": true, "ON": true, "true": true} {
		o, wanted, complaint := fromEnvironment([]string{"TRICOLOR_URL=http://h", "TRICOLOR_CONTROL=" + value})
		if o.Control || !wanted || (complaint != "") != complains {
			t.Errorf("%q: %+v %q", value, o, complaint)
		}
	}
}

func TestOptionsThatCannotBe(t *testing.T) {
	for _, bad := range []Options{
		{URL: "ftp://h"}, {URL: "h:1"}, {URL: "://"}, {URL: "http://h", Interval: time.Millisecond},
		{URL: "http://h", Backlog: 1}, {URL: "http://h", Token: "@no/such/file"}, {URL: "http://h", Token: "a\r\nB: c"},
	} {
		if _, err := bad.checked(); err == nil {
			t.Errorf("%+v is taken", bad)
		}
	}
	file := filepath.Join(t.TempDir(), "token")
	if err := os.WriteFile(file, []byte("sesame\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if o, err := (Options{URL: "https://h", Token: "@" + file}).checked(); err != nil || o.Token != "sesame" {
		t.Errorf("%+v %v", o, err)
	}
}

func TestSecretsInArguments_areMasked(t *testing.T) {
	got := masked([]string{"prog", "--db-password=a b,c", "--token", "sesame", "--verbose", "X-Api-Key: k", "http://u:p@h/x", "--auth", "-v", "plain"})
	want := []string{"prog", "--db-password=***", "--token", "***", "--verbose", "X-Api-Key:***", "http://u:***@h/x", "--auth", "-v", "plain"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%v", got)
	}
}

func TestGreenTea_byReleaseAndExperiment(t *testing.T) {
	for version, want := range map[string]string{
		"go1.19.8 ": "false true", "go1.24.1 ": "false true", "go1.25.3 ": "false true", "go1.25.3 greenteagc": "true true",
		"go1.26.8 ": "true true", "go1.26.8 nogreenteagc": "false true", "go1.26.8-X:nogreenteagc ": "false true", "devel ": "false false",
	} {
		of, experiments, _ := strings.Cut(version, " ")
		is, known := greenTea(of, experiments)
		if got := strings.TrimSpace(strings.Join([]string{map[bool]string{true: "true", false: "false"}[is], map[bool]string{true: "true", false: "false"}[known]}, " ")); got != want {
			t.Errorf("%s: %s", version, got)
		}
	}
}

func TestGogcOfTheEnvironment(t *testing.T) {
	for text, want := range map[string]int64{"": 100, "off": -1, "-5": -1, "50": 50, "lots": 100} {
		if got := gogcOf(text); got != want {
			t.Errorf("%q is %d", text, got)
		}
	}
}
