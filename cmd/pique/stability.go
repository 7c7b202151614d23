package main

import (
	"strconv"

	"pique/rubric"
)

// setBands marks where in a ranked listing moved weights change nothing:
// before the first of each band.
func (l *listing) setBands(ranked []rubric.Candidate) {
	bands := rubric.Bands(ranked)
	for i := range l.rows {
		l.rows[i].opens = i > 0 && bands[i] != bands[i-1]
	}
}

// setStability tells of each row how far its rank hangs on the weights.
func (l *listing) setStability(ranked []rubric.Candidate) {
	stands := rubric.Stability(ranked)
	l.stable = true
	for i := range l.rows {
		l.rows[i].stand = &stands[i]
	}
}

// tieSign stands before the range of ranks of a candidate whom the next may
// pass.
const tieSign = "="

// ranksText is the range of ranks of a row: "2–5", or "3" for one that
// nothing moves.
func (r row) ranksText() string {
	if r.stand == nil {
		return ""
	}
	text := strconv.Itoa(r.stand.Best)
	if r.stand.Worst != r.stand.Best {
		text += "–" + strconv.Itoa(r.stand.Worst)
	}
	return text
}

// tieText marks a row that the next may pass.
func (r row) tieText() string {
	if r.stand != nil && r.stand.TiedNext {
		return tieSign
	}
	return ""
}

// standing is the JSON of a candidate with its range of ranks.
type standing struct {
	rubric.Candidate
	Rank  int           `json:"rank"` // from 1; 0 where the file was not read
	Stand *rubric.Stand `json:"stability,omitempty"`
}

// bandLegend says what the rules in the table mean.
const bandLegend = "┄ bands: weights moved by 20 % can put each of a band before its first"

// ranksLegend says what the ranges mean.
const ranksLegend = "ranks: what weights moved by 20 % can make of it; = the next may pass"
