package tricolor

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// The test program itself, started again with PROGRAM in the environment, is the program that is observed.
func TestMain(m *testing.M) {
	switch os.Getenv("PROGRAM") {
	case "ends at once":
		Attach()
		fmt.Println("done")
	case "closes":
		a := Attach()
		time.Sleep(300 * time.Millisecond)
		fmt.Println("done")
		a.Close()
	default:
		os.Exit(m.Run())
	}
}

type ending struct {
	out, err string
	took     time.Duration
}

func runProgram(t *testing.T, program string, environment ...string) ending {
	t.Helper()
	command := exec.Command(os.Args[0])
	command.Env = append(append(os.Environ(), "PROGRAM="+program), environment...)
	var out, errors bytes.Buffer
	command.Stdout, command.Stderr = &out, &errors
	begun := time.Now()
	if err := command.Run(); err != nil {
		t.Fatalf("%v: %s", err, errors.String())
	}
	return ending{out.String(), errors.String(), time.Since(begun)}
}

func TestProgramWithoutURL_isLeftAlone(t *testing.T) {
	got := runProgram(t, "closes", "TRICOLOR_URL=")
	if got.out != "done\n" || got.err != "" {
		t.Errorf("%+v", got)
	}
}

func TestProgramWithoutDashboard_hearsOneLineAndEnds(t *testing.T) {
	url := nobodyAt(t)
	got := runProgram(t, "closes", "TRICOLOR_URL="+url)
	if got.out != "done\n" || strings.Count(got.err, "\n") != 1 || !strings.HasPrefix(got.err, "tricolor: no dashboard at "+url) {
		t.Errorf("%+v", got)
	}
	if got.took > 20*time.Second { // 1.5 s and the start, on a loaded machine
		t.Errorf("took %v", got.took)
	}
	if got := runProgram(t, "ends at once", "TRICOLOR_URL="+url); got.out != "done\n" || strings.Count(got.err, "\n") > 1 {
		t.Errorf("%+v", got)
	}
}

func TestProgramWithAWrongToken_hearsOneLine(t *testing.T) {
	dashboard := newTestDashboard(t)
	dashboard.set(func() { dashboard.token = "sesame" })
	got := runProgram(t, "closes", "TRICOLOR_URL="+dashboard.server.URL, "TRICOLOR_TOKEN=wrong")
	want := "tricolor: the dashboard at " + dashboard.server.URL + " refuses the token: set TRICOLOR_TOKEN\n"
	if got.out != "done\n" || got.err != want {
		t.Errorf("%+v", got)
	}
}

func TestProgramWithBadSettings_hearsOneLineAndRuns(t *testing.T) {
	if got := runProgram(t, "closes", "TRICOLOR_URL=nonsense"); got.out != "done\n" || !strings.Contains(got.err, "no dashboard's address") {
		t.Errorf("%+v", got)
	}
	dashboard := newTestDashboard(t)
	got := runProgram(t, "closes", "TRICOLOR_URL="+dashboard.server.URL, "TRICOLOR_INTERVAL=never")
	if got.out != "done\n" || strings.Count(got.err, "\n") != 1 || dashboard.isEnded() != "exit" {
		t.Errorf("%+v", got)
	}
}
