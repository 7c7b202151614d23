package query

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// levelNames are the levels by name, from 0.
var levelNames = []string{"absent", "claimed", "specific", "measured", "verifiable"}

// interval is what a comparison allows.
type interval struct {
	min, max         float64
	minOpen, maxOpen bool
	exact            bool // a bare number
}

// compare reads ">=3", "<3", "3", "=3" and "2..3".
func compare(s string, number func(string) (float64, bool)) (interval, bool) {
	all := interval{min: math.Inf(-1), max: math.Inf(1)}
	s = strings.NewReplacer("≥", ">=", "≤", "<=", "…", "..").Replace(s)
	if low, high, ok := strings.Cut(s, ".."); ok {
		min, ok1 := number(low)
		max, ok2 := number(high)
		return interval{min: min, max: max}, ok1 && ok2 && min <= max
	}
	for _, sign := range []string{">=", "<=", "=>", "=<", ">", "<", "==", "="} {
		rest, ok := strings.CutPrefix(s, sign)
		if !ok {
			continue
		}
		n, ok := number(rest)
		switch sign {
		case ">=", "=>":
			all.min = n
		case "<=", "=<":
			all.max = n
		case ">":
			all.min, all.minOpen = n, true
		case "<":
			all.max, all.maxOpen = n, true
		default:
			all.min, all.max, all.exact = n, n, true
		}
		return all, ok
	}
	n, ok := number(s)
	return interval{min: n, max: n, exact: true}, ok
}

// level makes a node of a comparison of a signal's level.
func (p *parser) level(t token) Node {
	i, ok := compare(strings.ToLower(t.text), func(s string) (float64, bool) {
		for n, name := range levelNames {
			if s == name || s == strconv.Itoa(n) {
				return float64(n), true
			}
		}
		return 0, false
	})
	if !ok || t.prefix {
		return p.fail(t.at, fmt.Sprintf("no level %q", t.text),
			fmt.Sprintf("write %[1]s:3, %[1]s:>=3, %[1]s:2..3 or %[1]s:measured; levels are 1 claimed, 2 specific, 3 measured, 4 verifiable, 0 absent", t.name))
	}
	low, high := clamp(i.min, 0), clamp(i.max, MaxLevel)
	if i.minOpen {
		low++
	}
	if i.maxOpen {
		high--
	}
	present := Level{Signal: t.name, Min: MinLevel, Max: MaxLevel}
	switch {
	case low > high: // above the highest, or below the lowest
		return None{Every{}}
	case high == 0:
		return None{present}
	case low == 0 && i.min == 0 && high == MaxLevel:
		return Every{}
	case low == 0 && i.min == 0: // absent is asked for by its number
		return None{Level{Signal: t.name, Min: high + 1, Max: MaxLevel}}
	}
	return Level{Signal: t.name, Min: max(low, MinLevel), Max: high}
}

// clamp makes an integer of a level, infinite being the given bound.
func clamp(f float64, bound int) int {
	if math.IsInf(f, 0) {
		return bound
	}
	return int(f)
}

// decimal reads a number of at most 24 digits and a point, which is as many
// as a printed one can have, and tells how many digits follow the point.
func decimal(s string) (f float64, digits int, ok bool) {
	if s == "" || len(s) > 24 || strings.Trim(s, "0123456789.") != "" {
		return 0, 0, false
	}
	_, frac, _ := strings.Cut(s, ".")
	f, err := strconv.ParseFloat(s, 64)
	return f, len(frac), err == nil
}

// factor makes a node of a comparison of how many times better something
// became; "3x" is 3. A bare number means all that round to it at the precision
// typed, both ends included.
func (p *parser) factor(t token) Node {
	digits := 0
	i, ok := compare(t.text, func(s string) (f float64, ok bool) {
		f, digits, ok = decimal(strings.TrimRight(s, "xX×"))
		return f, ok
	})
	if !ok {
		return p.fail(t.at, fmt.Sprintf("no factor %q", t.text), fmt.Sprintf("write %[1]s:>=2, %[1]s:>2 or %[1]s:2..10, in times", t.name))
	}
	n := Factor{Fact: t.name, Min: i.min, Max: i.max, MinOpen: i.minOpen, MaxOpen: i.maxOpen}
	if i.exact {
		half := 0.5 * math.Pow10(-digits)
		n.Min, n.Max = i.min-half, i.max+half
	}
	if n.Min < 0 {
		n.Min, n.MinOpen = 0, false
	}
	return n
}

// score makes a node of a comparison of the points. A bare number means all
// that round to it at the precision typed.
func (p *parser) score(t token) Node {
	digits := 0
	i, ok := compare(t.text, func(s string) (f float64, ok bool) {
		f, digits, ok = decimal(s)
		return f, ok && f <= maxScore
	})
	if !ok {
		return p.fail(t.at, fmt.Sprintf("no score %q", t.text), "write score:>60, score:<=40 or score:40..70; points go from 0 to 100")
	}
	n := Score{Min: i.min, Max: i.max, MinOpen: i.minOpen, MaxOpen: i.maxOpen}
	if i.exact {
		half := 0.5 * math.Pow10(-digits)
		n = Score{Min: i.min - half, Max: i.max + half, MaxOpen: true}
	}
	if n.Min < 0 || math.IsInf(n.Min, -1) {
		n.Min, n.MinOpen = 0, false
	}
	if n.Max > maxScore {
		n.Max, n.MaxOpen = maxScore, false
	}
	if n.MinOpen == n.MaxOpen || n.Max == maxScore && !n.MaxOpen || n.Min == 0 && !n.MinOpen {
		return n
	}
	return All{[]Node{Score{Min: n.Min, Max: maxScore, MinOpen: n.MinOpen}, Score{Max: n.Max, MaxOpen: n.MaxOpen}}}
}
