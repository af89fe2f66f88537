package report

import "tricolor.dev/go/internal/hdr"

// LatencySummary is percentiles of one histogram in nanoseconds, and the histogram itself; nil if nothing was recorded, since
// an empty histogram has no percentiles.
func LatencySummary(h *hdr.Histogram) any {
	if h.Total() == 0 {
		return nil
	}
	return Object{
		{"count", h.Total()},
		{"p50Ns", h.Percentile(50)},
		{"p90Ns", h.Percentile(90)},
		{"p99Ns", h.Percentile(99)},
		{"p999Ns", h.Percentile(99.9)},
		{"p9999Ns", h.Percentile(99.99)},
		{"maxNs", h.Max()},
		{"histogram", h.Base64()},
	}
}
