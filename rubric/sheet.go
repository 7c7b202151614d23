package rubric

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Sheet is what an interviewer has at hand in a conversation with one
// candidate.
type Sheet struct {
	File      string     `json:"file"` // the start of the file's hash where the sheet is blind
	Name      string     `json:"name"` // "Candidate 7" where the sheet is blind
	Kind      string     `json:"kind"`
	SHA256    string     `json:"sha256"` // of the file
	Minutes   int        `json:"minutes"`
	Date      string     `json:"date,omitempty"`
	Rubric    string     `json:"rubric"`
	Overrides []Override `json:"overrides,omitempty"` // the protected traits that the rubric looks for on purpose
	Strongest []Strength `json:"strongest"`           // what speaks most for the candidate, at most three
	Agenda    []Agenda   `json:"agenda"`              // its minutes add up to Minutes
	Questions []Question `json:"questions"`           // the opener first, then the strongest signals, cautions last
}

// HiddenID is the id of the question about text that cannot be seen on the
// page. It has no scale and is not rated.
const HiddenID = "hidden-1"

// Strength is one of the strongest pieces of evidence.
type Strength struct {
	Signal string `json:"signal"`
	Title  string `json:"title"`
	Level  int    `json:"level"`
	Quote  string `json:"quote"` // verbatim
	Page   int    `json:"page"`
	Short  string `json:"short"`        // the quote as it is read out
	At     string `json:"at,omitempty"` // the organisation, where the quote does not name it
}

// Agenda is a part of the conversation.
type Agenda struct {
	Minutes  int    `json:"minutes"`
	What     string `json:"what"`
	Question string `json:"question,omitempty"` // id of the question that is asked in it
}

// Question is asked about one signal.
type Question struct {
	ID       string            `json:"id"`     // unique in the sheet: "faster-1"
	Signal   string            `json:"signal"` // the kind of candidate where it asks about no signal
	Title    string            `json:"title"`
	Level    int               `json:"level"`             // of the signal; 0 where it asks about none
	Caution  bool              `json:"caution,omitempty"` // asked about, never held against
	Minutes  int               `json:"minutes"`
	Core     string            `json:"core"`     // the same for everybody who is asked about the signal
	Evidence Asked             `json:"evidence"` // empty where it asks about no signal
	Text     string            `json:"text"`     // as asked, from what the candidate wrote to the core question
	Probes   []string          `json:"probes"`
	Scale    map[string]string `json:"scale"` // observable answers for "1", "3" and "5"
}

// Asked is the evidence that a question is about: verbatim and whole, though
// the text of the question may quote a part.
type Asked struct {
	Quote string `json:"quote"`
	Page  int    `json:"page"` // from 1; 0 where there is none
}

// SheetOptions are the choices of whoever holds the conversation.
type SheetOptions struct {
	Minutes int      // length of the conversation; 0 means 20
	Blind   bool     // leave out the name, the file and what gives them away
	Number  int      // of the candidate, for a blind sheet; 0 leaves it out
	Date    string   // printed as it is
	Only    []string // signals to ask about; none: all
}

// defaultMinutes is the length of the conversation of the essay.
const defaultMinutes = 20

// Prompts makes the interview sheet of a candidate: the opener of their
// kind, then a question for each other signal, the strongest first and
// cautions last, as many as fit into the minutes.
func (r *Rubric) Prompts(c Candidate, o SheetOptions) Sheet {
	if o.Minutes <= 0 {
		o.Minutes = defaultMinutes
	}
	sh := Sheet{
		File: printable(c.File), Name: printable(c.Name), Kind: c.Kind, SHA256: c.SHA256, Minutes: o.Minutes, Date: printable(o.Date), Rubric: r.Name,
		Overrides: r.Overrides(), Strongest: []Strength{}, Agenda: []Agenda{}, Questions: []Question{},
	}
	a := asking{rubric: r, name: nameWords(c.Name), quoted: map[string]bool{}, rested: map[string]bool{}}
	for _, s := range c.Signals {
		if len(s.Evidence) > 0 {
			a.rested[s.Evidence[0].Quote] = true
		}
	}
	if o.Blind {
		a.hide = nameWords(c.Name)
		a.blind = true
		sh.Name = "Candidate"
		if o.Number > 0 {
			sh.Name = fmt.Sprintf("Candidate %d", o.Number)
		}
		sh.File = c.SHA256[:min(len(c.SHA256), 12)]
	}
	sh.Strongest = append(sh.Strongest, a.strongest(c)...)
	sh.Questions = append(sh.Questions, a.questions(c)...)
	hidden, ask := a.hidden(c.Hidden)
	if len(o.Only) > 0 {
		ask = false
		sh.Questions = slices.DeleteFunc(sh.Questions, func(q Question) bool { return !slices.Contains(o.Only, q.Signal) })
	}
	r.sheet.plan(&sh, hidden, ask)
	return sh
}

// mostStrengths is how many pieces of evidence head a sheet.
const mostStrengths = 3

// strongest picks what speaks most for a candidate: of the strongest signals
// the first quote each, or the line with the number that a role rests on.
func (a *asking) strongest(c Candidate) []Strength {
	var out []Strength
	seen := map[string]bool{}
	for _, s := range a.rubric.byStrength(c.Signals) {
		of := a.rubric.signal(s.ID)
		if of.caution || len(s.Evidence) == 0 || len(out) == mostStrengths {
			continue
		}
		e := s.Evidence[0]
		for _, o := range s.Evidence { // a paper by its title, where one has it
			if o.Level == e.Level && paperTitle(printable(o.Quote), o.Section) != "" {
				e = o
				break
			}
		}
		quote, page, keep := e.Quote, e.Page, []string{e.Facts["match"], e.Facts["measure"]}
		for _, o := range e.Support {
			if o.For == "measure" && o.Quote != e.Quote {
				quote, page = o.Quote, o.Page
			}
		}
		if seen[quote] {
			continue
		}
		seen[quote] = true
		for i := range keep {
			keep[i] = spoken(a.masked(keep[i]))
		}
		short := excerpt(undated(spoken(a.masked(quote))), maxSlotQuote, keep...)
		at := organisation(e, a.masked)
		if strings.Contains(short, at) || quote != e.Quote {
			at = ""
		}
		if title := paperTitle(printable(quote), e.Section); title != "" && quote == e.Quote {
			short = shortened(a.masked(title), maxSlotQuote)
		}
		out = append(out, Strength{s.ID, of.title, s.Level, a.masked(quote), page, short, at})
	}
	return out
}

// signal returns the signal of that name, which there must be.
func (r *Rubric) signal(id string) *signal {
	return r.signals[slices.IndexFunc(r.signals, func(s *signal) bool { return s.id == id })]
}

// plan keeps the questions that fit into the minutes of a sheet, gives each
// its share and writes the agenda. The question about hidden text, where
// there is one, has minutes of its own and stands last.
func (s sheetText) plan(sh *Sheet, hidden Question, ask bool) {
	hello, end := min(s.hello.minutes, sh.Minutes/5), min(s.end.minutes, sh.Minutes/5)
	left := sh.Minutes - hello - end
	if ask = ask && left >= hidden.Minutes+s.least; ask {
		left -= hidden.Minutes
	}
	fit := min(len(sh.Questions), max(left/max(s.least, 1), 1))
	sh.Questions = sh.Questions[:fit]
	spare := left
	for i := range sh.Questions {
		share := left / fit
		if i < left%fit {
			share++
		}
		sh.Questions[i].Minutes = min(share, s.most)
		spare -= sh.Questions[i].Minutes
	}
	for i := 0; fit > 0 && spare > 0 && (spare < 2*s.least || s.spare.what == "" || i%fit > 0); i++ {
		sh.Questions[i%fit].Minutes++
		spare--
	}
	sh.add(hello, s.hello.what, "")
	for _, q := range sh.Questions {
		sh.add(q.Minutes, q.Title, q.ID)
	}
	if ask {
		sh.Questions = append(sh.Questions, hidden)
		sh.add(hidden.Minutes, hidden.Title, hidden.ID)
	}
	sh.add(spare, s.spare.what, "")
	sh.add(end, s.end.what, "")
}

func (sh *Sheet) add(minutes int, what, question string) {
	if minutes > 0 {
		sh.Agenda = append(sh.Agenda, Agenda{minutes, what, question})
	}
}

// byStrength orders signals for a conversation: cautions last, then the
// strongest first, then in the order of the rubric.
func (r *Rubric) byStrength(signals []Signal) []Signal {
	place := func(s Signal) int {
		return slices.IndexFunc(r.signals, func(k *signal) bool { return k.id == s.ID })
	}
	out := slices.DeleteFunc(slices.Clone(signals), func(s Signal) bool { return place(s) < 0 })
	caution := func(s Signal) int {
		if r.signals[place(s)].caution {
			return 1
		}
		return 0
	}
	slices.SortStableFunc(out, func(a, b Signal) int {
		return cmp.Or(cmp.Compare(caution(a), caution(b)), cmp.Compare(b.Level, a.Level), cmp.Compare(b.Points, a.Points),
			cmp.Compare(place(a), place(b)))
	})
	return out
}
