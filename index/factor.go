package index

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/blevesearch/bleve/v2"
	blevequery "github.com/blevesearch/bleve/v2/search/query"

	"pique/index/query"
	"pique/rubric"
)

// Factors are facts of three figures, from 1 to under a thousand million.
// Each has a number in their order, its step: 900 for each power of ten. A
// factor is in the index under its step and under the blocks in which that
// lies, so that a range is a few dozen terms whatever its width.
const (
	powerSteps = 900
	maxStep    = 9*powerSteps - 1
)

// factorFacts are the facts that are factors.
var factorFacts = []string{"speedup", "ratio"}

// stepOf returns the place of a factor among the steps, a whole number where
// it has three figures.
func stepOf(factor float64) float64 {
	switch {
	case !(factor > 1): // also where it is no number
		return 0
	case factor >= 1e9:
		return maxStep + 1
	}
	power := math.Floor(math.Log10(factor) + 1e-9)
	return power*powerSteps + factor/math.Pow(10, power)*100 - 100
}

// factorTerms are the terms of all factors of that name in the evidence.
func factorTerms(signals []rubric.Signal, fact string) []string {
	var out []string
	for _, s := range signals {
		for _, e := range s.Evidence {
			factor, err := strconv.ParseFloat(e.Facts[fact], 64)
			if err != nil || factor < 1 {
				continue
			}
			step := min(int(math.Round(stepOf(factor))), maxStep)
			for _, b := range factorBlocks {
				if t := factorTerm(b, step); !slices.Contains(out, t) {
					out = append(out, t)
				}
			}
		}
	}
	return out
}

// factorBlocks are how many steps a term can stand for, widest first. Each
// divides the one before it, and all begin at the powers of ten.
var factorBlocks = []int{powerSteps, 100, 10, 1}

func factorTerm(block, step int) string { return fmt.Sprintf("%d/%d", block, step/block) }

// holdsFactor reports whether a quote has a factor within a range.
func holdsFactor(e rubric.Evidence, n query.Factor) bool {
	f, err := strconv.ParseFloat(e.Facts[n.Fact], 64)
	return err == nil && (f > n.Min || f == n.Min && !n.MinOpen) && (f < n.Max || f == n.Max && !n.MaxOpen)
}

// factors asks for a factor within a range.
func factors(n query.Factor) blevequery.Query {
	const nothing = 1e-6 // of a step: what arithmetic adds to a factor of three figures
	low, high := int(math.Ceil(stepOf(n.Min)-nothing)), maxStep
	if n.MinOpen && n.Min >= 1 && math.Abs(stepOf(n.Min)-float64(low)) < nothing {
		low++
	}
	switch {
	case n.Max < 1 || n.Max == 1 && n.MaxOpen:
		return bleve.NewMatchNoneQuery()
	case n.Max < 1e9:
		high = int(math.Floor(stepOf(n.Max) + nothing))
		if n.MaxOpen && math.Abs(stepOf(n.Max)-float64(high)) < nothing {
			high--
		}
	}
	var of []string
	for i := low; i <= high; {
		for _, b := range factorBlocks {
			if i%b == 0 && i+b-1 <= high {
				of = append(of, factorTerm(b, i))
				i += b
				break
			}
		}
	}
	if len(of) == 0 {
		return bleve.NewMatchNoneQuery()
	}
	return anyTerm(n.Fact, of)
}
