package rubric

import (
	"pique/rubric/phrase"
)

// MatcherVersion numbers what matching makes of a rubric. It is raised
// whenever the result for any document can differ, and is part of Digest.
const MatcherVersion = 5

// The levels that all signals share.
const (
	Absent = iota
	Claimed
	Specific
	Measured
	Verifiable
)

// levelNames are the names of the levels in rubric files, by level.
var levelNames = [...]string{"absent", "claimed", "specific", "measured", "verifiable"}

// LevelName is the word for a level: claimed, specific, measured or
// verifiable, absent for anything else.
func LevelName(level int) string {
	if level < 0 || level >= len(levelNames) {
		return levelNames[0]
	}
	return levelNames[level]
}

// Rubric is a loaded rubric. It is safe for use by any number of goroutines.
type Rubric struct {
	Name  string // kebab-case, as in file names and results
	Title string
	About string

	digest  string
	factor  [Verifiable + 1]float64 // share of the weight by level
	never   []string                // sections that never count
	aside   phrase.Set              // what takes a claim back: intention, negation, teaching
	book    *phrase.Book
	signals []*signal
	kinds   []*kind
	sheet   sheetText

	allowedAt spot
	allowed   []Override               // protected traits that it looks for on purpose
	places    map[*phrase.Pattern]spot // of the phrases in the file
	lists     []wordList
}

// signal is one thing that a rubric looks for.
type signal struct {
	id, title, short, why string
	weight                float64
	caution               bool
	top                   int // the highest level there is
	in, never             []string
	bare                  int        // words up to which a line that names nothing is claimed
	counts                sectionSet // where it counts, by in, never and what never counts in the rubric
	ignore                phrase.Set // words that mean something else here
	aside                 phrase.Set
	rules                 []*rule
	measured              measure
	links                 []string // kinds of link that verify
	absent                []string // signals that must be absent from the same entry
	examples              []example
	ask                   ask
	spot, shortSpot       spot
	topSpot               spot
}

// rule is one way in which a signal can show.
type rule struct {
	say       phrase.Set   // any of these
	with      []phrase.Set // and any of each of these within reach
	unless    phrase.Set   // and none of these within reach
	every     bool         // every entry of the sections, whatever it says
	reach     reach
	where     place
	in, never []string
	counts    sectionSet // where it counts, by in and never
	links     []string   // the line or its entry must have such a link
	needs     []string   // facts of the entry that must be known
	notAt     []string   // "own school"
	under     phrase.Set // the heading of the section says one of these
	notUnder  phrase.Set // the heading of the section says none of these
	ownPaper  bool       // the line names a paper of the publications
	level     int
	specific  []string   // facts of the entry that raise the level to specific
	specifics phrase.Set // phrases that do
	claimedIf phrase.Set // phrases that lower the level to claimed
	source    string     // of the first phrase, for messages
	line, col int        // in the file
	levelSpot spot
}

// measure tells which numbers make a signal measured.
type measure struct {
	by      []string   // classes of quantity
	near    phrase.Set // one of these must stand in the same sentence, if any are given
	unless  phrase.Set // sentences whose numbers measure something else
	inEntry bool       // numbers anywhere in the entry count
}

// reach is how far apart the phrases of a rule may stand.
type reach uint8

const (
	sentence reach = iota
	wholeLine
	wholeEntry
)

// place is the part of an entry in which a rule looks.
type place uint8

const (
	anywhere place = iota
	heading
	body
)

// example is a text with the level that a signal must have there; Absent
// for a near miss.
type example struct {
	text  string
	in    string // section in which a single line stands
	level int
	also  []string // other signals that it shows
	line  int      // in the file
	col   int
}

// kind is a kind of candidate: the first whose condition holds is theirs.
type kind struct {
	id, title string
	any       []string // signals; none: it always holds
	from      int      // level
	ask       kindAsk
	spot      spot
}

// SignalInfo describes a signal to people and tables.
type SignalInfo struct {
	ID, Title, Short, Why string
	Weight                float64 // share of 100 points
	Caution               bool    // gives no points
}

// Signals describes the signals in the order of the rubric.
func (r *Rubric) Signals() []SignalInfo {
	out := make([]SignalInfo, len(r.signals))
	for i, s := range r.signals {
		out[i] = SignalInfo{s.id, s.title, s.short, s.why, s.weight, s.caution}
	}
	return out
}

// Kinds returns the ids of the kinds of candidate, in the order in which
// they are tried.
func (r *Rubric) Kinds() []string {
	out := make([]string, len(r.kinds))
	for i, k := range r.kinds {
		out[i] = k.id
	}
	return out
}

// Digest identifies the rubric and the matcher: two results are comparable,
// and one can stand for the other, only where it is the same.
func (r *Rubric) Digest() string { return r.digest }
