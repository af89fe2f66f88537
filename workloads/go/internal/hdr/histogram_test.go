package hdr

import (
	"bytes"
	"compress/zlib"
	"encoding/base64"
	"encoding/hex"
	"io"
	"math"
	"math/rand"
	"sort"
	"testing"
)

const hour = 3_600_000_000_000

func TestPercentiles_lieWithinATenthOfAPercentOfTheTrueOnes(t *testing.T) {
	random := rand.New(rand.NewSource(1))
	histogram := New(hour)
	var values []int64
	for i := 0; i < 20_000; i++ {
		value := int64(math.Exp(random.Float64() * math.Log(hour)))
		values = append(values, value)
		histogram.Record(value)
	}
	sort.Slice(values, func(i, j int) bool { return values[i] < values[j] })
	for _, percentile := range []float64{50, 90, 99, 99.9, 99.99, 100} {
		exact := values[int(math.Ceil(percentile*float64(len(values))/100-1e-6))-1]
		if got := histogram.Percentile(percentile); got < exact || float64(got) > float64(exact)*1.001 {
			t.Errorf("p%g is %d, want %d", percentile, got, exact)
		}
	}
	if exact := values[len(values)-1]; histogram.Max() < exact || float64(histogram.Max()) > float64(exact)*1.001 {
		t.Errorf("maximum is %d, want %d", histogram.Max(), exact)
	}
}

func TestSmallValues_areExact(t *testing.T) {
	histogram := New(hour)
	for value := int64(0); value < 2048; value++ {
		histogram.Record(value)
	}
	if got := histogram.Percentile(50); got != 1023 {
		t.Errorf("p50 is %d", got)
	}
	if got := histogram.Max(); got != 2047 {
		t.Errorf("maximum is %d", got)
	}
}

func TestValuesOutOfRange_countAsTheNearestWithin(t *testing.T) {
	histogram := New(hour)
	histogram.Record(-1)
	histogram.Record(math.MaxInt64)
	if histogram.Percentile(50) != 0 || histogram.Max() < hour || histogram.Max() > hour*1.001 || histogram.Total() != 2 {
		t.Errorf("p50 %d, maximum %d, total %d", histogram.Percentile(50), histogram.Max(), histogram.Total())
	}
}

func TestAdd_isAsIfAllWereRecordedInOne(t *testing.T) {
	one, two, all := New(hour), New(hour), New(hour)
	for i := int64(1); i < 1_000; i++ {
		one.Record(i * 1_000)
		two.Record(i * 77_777)
		all.Record(i * 1_000)
		all.Record(i * 77_777)
	}
	one.Add(two)
	if one.Base64() != all.Base64() || one.Total() != all.Total() {
		t.Error("differ")
	}
}

// The bytes that HdrHistogram 2.2.2 writes for the values 1, 1, 5 and 3000 of a histogram up to 1 h with 3 digits.
func TestEncoding_isTheLibrarys(t *testing.T) {
	histogram := New(hour)
	for _, value := range []int64{1, 1, 5, 3000} {
		histogram.Record(value)
	}
	raw, err := base64.StdEncoding.DecodeString(histogram.Base64())
	if err != nil {
		t.Fatal(err)
	}
	if cookie := hex.EncodeToString(raw[:4]); cookie != "1c849314" {
		t.Errorf("cookie is %s", cookie)
	}
	if length := int(raw[6])<<8 | int(raw[7]); length != len(raw)-8 {
		t.Errorf("length is %d, and %d bytes follow", length, len(raw)-8)
	}
	reader, err := zlib.NewReader(bytes.NewReader(raw[8:]))
	if err != nil {
		t.Fatal(err)
	}
	plain, err := io.ReadAll(reader)
	if err != nil {
		t.Fatal(err)
	}
	want := "1c84931300000007000000000000000300000000000000010000034630b8a0003ff0000000000000" + "00040502ab2702"
	if got := hex.EncodeToString(plain); got != want {
		t.Errorf("is   %s\nwant %s", got, want)
	}
}

func TestZigZag_hasAtMostNineBytes(t *testing.T) {
	for value, want := range map[int64]string{
		0: "00", -1: "01", 1: "02", 63: "7e", 64: "8001", -64: "7f", math.MaxInt64: "feffffffffffffffff", math.MinInt64: "ffffffffffffffffff",
	} {
		if got := hex.EncodeToString(appendZigZag(nil, value)); got != want {
			t.Errorf("%d is %s, want %s", value, got, want)
		}
	}
}
