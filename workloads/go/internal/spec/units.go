package spec

import (
	"math/big"
	"regexp"
	"strconv"
	"strings"
)

// PPM is one: a share is held as parts per million, so that the operation stream never sees floating point.
const PPM = 1_000_000

var (
	numberWithUnit = regexp.MustCompile(`^(\d{1,19}(?:\.\d{1,9})?)([a-z%]*)$`)

	countUnits = map[string]int64{"": 1, "k": 1_000, "m": 1_000_000, "g": 1_000_000_000}
	byteUnits  = map[string]int64{"": 1, "b": 1, "k": 1 << 10, "m": 1 << 20, "g": 1 << 30}
	shareUnits = map[string]int64{"": PPM, "%": PPM / 100}
	nanosUnits = map[string]int64{
		"ns": 1, "us": 1_000, "ms": 1_000_000, "s": 1_000_000_000, "m": 60_000_000_000, "h": 3_600_000_000_000,
	}
)

// Count is the whole number of "1000" or "5m"; false where the text is malformed, as in the other conversions.
func Count(text string) (int64, bool) { return whole(text, countUnits) }

// Bytes is the whole number of "48m".
func Bytes(text string) (int64, bool) { return whole(text, byteUnits) }

// Share is the parts per million of "0.01" or "1%".
func Share(text string) (int64, bool) { return whole(text, shareUnits) }

// Nanos is the nanoseconds of "250ms" or "1.5s".
func Nanos(text string) (int64, bool) { return whole(text, nanosUnits) }

// ShowCount is "1000" for 1000.
func ShowCount(count int64) string {
	return strconv.FormatInt(count, 10)
}

// ShowBytes is "48m" for 50331648: the shortest exact form.
func ShowBytes(bytes int64) string {
	switch {
	case bytes == 0:
		return "0"
	case bytes%(1<<30) == 0:
		return strconv.FormatInt(bytes>>30, 10) + "g"
	case bytes%(1<<20) == 0:
		return strconv.FormatInt(bytes>>20, 10) + "m"
	case bytes%(1<<10) == 0:
		return strconv.FormatInt(bytes>>10, 10) + "k"
	}
	return strconv.FormatInt(bytes, 10)
}

// ShowShare is "1%" for 10000.
func ShowShare(ppm int64) string {
	text := big.NewRat(ppm, PPM/100).FloatString(4)
	return strings.TrimRight(strings.TrimRight(text, "0"), ".") + "%"
}

// ShowNanos is "250ms" for 250000000.
func ShowNanos(nanos int64) string {
	switch {
	case nanos%1_000_000_000 == 0:
		return strconv.FormatInt(nanos/1_000_000_000, 10) + "s"
	case nanos%1_000_000 == 0:
		return strconv.FormatInt(nanos/1_000_000, 10) + "ms"
	case nanos%1_000 == 0:
		return strconv.FormatInt(nanos/1_000, 10) + "us"
	}
	return strconv.FormatInt(nanos, 10) + "ns"
}

func whole(text string, units map[string]int64) (int64, bool) {
	match := numberWithUnit.FindStringSubmatch(strings.ToLower(text))
	if match == nil {
		return 0, false
	}
	unit, known := units[match[2]]
	value, valid := new(big.Rat).SetString(match[1])
	if !known || !valid {
		return 0, false
	}
	value.Mul(value, new(big.Rat).SetInt64(unit))
	if !value.IsInt() || !value.Num().IsInt64() {
		return 0, false
	}
	return value.Num().Int64(), true
}
