package report

import (
	"math"
	"testing"
)

func TestJSON_everyKindOfValue(t *testing.T) {
	got := JSON(Object{
		{"long", int64(math.MinInt64)}, {"absent", nil}, {"list", []any{1, true, "x", nil}}, {"empty", Object{}},
	})
	want := `{"long":-9223372036854775808,"absent":null,"list":[1,true,"x",null],"empty":{}}`
	if got != want {
		t.Errorf("is   %s\nwant %s", got, want)
	}
}

func TestJSON_textIsEscapedToPrintableASCII(t *testing.T) {
	if got, want := JSON("a\"b\\c\n\r\t\x00é\u2028😀"), `"a\"b\\c\n\r\t\u0000\u00e9\u2028\ud83d\ude00"`; got != want {
		t.Errorf("is   %s\nwant %s", got, want)
	}
}

func TestJSON_floatingPointIsRefused(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("written")
		}
	}()
	JSON(0.1)
}
