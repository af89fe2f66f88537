package report

import "testing"

func TestGreenTea_followsFromTheVersion(t *testing.T) {
	for _, c := range []struct {
		full, version string
		greenTea      any
	}{
		{"go1.19.13", "go1.19.13", false},
		{"go1.25.5", "go1.25.5", false},
		{"go1.25.5 X:greenteagc", "go1.25.5", true},
		{"go1.25.5 X:jsonv2,greenteagc", "go1.25.5", true},
		{"go1.26.8", "go1.26.8", true},
		{"go1.26.8-X:nogreenteagc", "go1.26.8", false},
		{"go1.26.8-X:jsonv2", "go1.26.8", true},
		{"go1.27rc1", "go1.27rc1", true},
		{"devel go1.27-a7bbcbe", "devel go1.27-a7bbcbe", nil},
	} {
		version, greenTea := versionAndGreenTea(c.full)
		if version != c.version || greenTea != c.greenTea {
			t.Errorf("%s is %s, %v", c.full, version, greenTea)
		}
	}
}
