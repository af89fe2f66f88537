package spec

import "testing"

func TestUnits_areExact(t *testing.T) {
	for _, c := range []struct {
		convert func(string) (int64, bool)
		text    string
		want    int64
	}{
		{Count, "1000", 1_000}, {Count, "5m", 5_000_000}, {Count, "1.5k", 1_500}, {Count, "2G", 2_000_000_000},
		{Bytes, "48m", 48 << 20}, {Bytes, "0.5k", 512}, {Bytes, "12b", 12},
		{Share, "1%", 10_000}, {Share, "0.01", 10_000}, {Share, "0.0001%", 1},
		{Nanos, "1.5s", 1_500_000_000}, {Nanos, "250ms", 250_000_000}, {Nanos, "2m", 120_000_000_000},
	} {
		if got, valid := c.convert(c.text); !valid || got != c.want {
			t.Errorf("%q is %d, %v; want %d", c.text, got, valid, c.want)
		}
	}
}

func TestUnits_refuseWhatIsNotWhole(t *testing.T) {
	for _, text := range []string{"", "-5", "1.5", "NaN", "1e3", "0x10", "99999999999999999999", "9999999999999999g", "5 m", "٣"} {
		if got, valid := Count(text); valid {
			t.Errorf("%q is %d", text, got)
		}
	}
	if got, valid := Share("0.00000001"); valid {
		t.Errorf("a share below one in a million is %d", got)
	}
}

func TestShow_isTheShortestExactForm(t *testing.T) {
	for want, got := range map[string]string{
		"48m": ShowBytes(48 << 20), "1g": ShowBytes(1 << 30), "512k": ShowBytes(512 << 10), "1237": ShowBytes(1237), "0": ShowBytes(0),
		"1%": ShowShare(10_000), "0.0001%": ShowShare(1), "100%": ShowShare(PPM), "0%": ShowShare(0), "1000%": ShowShare(10 * PPM),
		"250ms": ShowNanos(250_000_000), "86400s": ShowNanos(dayNanos), "7us": ShowNanos(7_000), "1ns": ShowNanos(1),
	} {
		if got != want {
			t.Errorf("%s is shown as %s", want, got)
		}
	}
}
