package main

import (
	"math"
	"strings"
)

// mostSimilar is the candidate that shares most pairs of letters with a word; empty if none shares any.
func mostSimilar(word string, candidates []string) string {
	best, bestScore := "", 0.0
	pairs := letterPairs(word)
	for _, candidate := range candidates {
		if score := cosine(pairs, letterPairs(candidate)); score > 0 && score >= bestScore {
			best, bestScore = candidate, score
		}
	}
	return best
}

func letterPairs(word string) map[string]float64 {
	pairs := map[string]float64{}
	lower := strings.ToLower(word)
	for i := 0; i+2 <= len(lower); i++ {
		pairs[lower[i:i+2]]++
	}
	return pairs
}

// cosine of the angle between two vectors of counts; NaN if one is empty, which compares as false.
func cosine(a, b map[string]float64) float64 {
	return dot(a, b) / math.Sqrt(dot(a, a)*dot(b, b))
}

func dot(a, b map[string]float64) float64 {
	sum := 0.0
	for pair, count := range a {
		sum += count * b[pair]
	}
	return sum
}
