package rubric

// shape is what the value of a key may be.
type shape uint8

const (
	aText    shape = iota // one text
	someText              // a text or a list of texts
	aNumber               // a number from low to high
	yesOrNo               // yes or no
	oneName               // one of the names in among
	names                 // one or more of the names in among
	oneID                 // the id of something, made up by the author
	someIDs               // ids of signals
	aPart                 // a mapping
	someOf                // a list of mappings
	textOr                // a list of texts or mappings, whose "say" is that text
	freeKeys              // a mapping whose keys the author makes up, with texts
)

// key is one key of a rubric file. The loader, the messages about faults and
// the schema for editors all go by these.
type key struct {
	name      string
	takes     shape
	must      bool
	of, or    *mapping // the mapping that it holds, or the other that it may hold
	among     []string
	low, high float64
	about     string // for who writes a rubric
}

// mapping is a part of a rubric file.
type mapping struct {
	name  string // as messages have it: "a signal"
	keys  []key
	hints map[string]string // what to do about keys that belong elsewhere
}

func (m *mapping) names() []string {
	out := make([]string, len(m.keys))
	for i, k := range m.keys {
		out[i] = k.name
	}
	return out
}

// key returns a key by name; the zero key where there is none.
func (m *mapping) key(name string) key {
	for _, k := range m.keys {
		if k.name == name {
			return k
		}
	}
	return key{}
}

var levelKeys = &mapping{name: "levels", keys: []key{
	{name: levelNames[Claimed], takes: aNumber, high: 1, about: "The share for what is said and no more; 0.25 where it is left out."},
	{name: levelNames[Specific], takes: aNumber, high: 1, about: "The share for what names the what; 0.5 where it is left out."},
	{name: levelNames[Measured], takes: aNumber, high: 1, about: "The share for a number that belongs to it; 0.8 where it is left out."},
	{name: levelNames[Verifiable], takes: aNumber, high: 1, about: "The share for a link that can be opened; 1 where it is left out."},
}}

var rubricKeys = &mapping{name: "the rubric", keys: []key{
	{name: "rubric", takes: oneID, must: true, about: "The name of the rubric: small letters, digits and hyphens."},
	{name: "title", takes: aText, must: true, about: "What the rubric is called in print."},
	{name: "about", takes: aText, about: "What it is for, for the people who read the results."},
	{name: "levels", takes: aPart, of: levelKeys, about: "Which share of a signal’s weight each level gives, from 0 to 1."},
	{name: "never in", takes: names, among: sectionNames, about: "Sections of a resume where nothing ever counts."},
	{name: "set aside", takes: someText, about: "Phrases that take a claim back when they stand before it in its sentence: plan to, interested in."},
	{name: "allow protected", takes: names, among: traitNames, about: "Protected traits that the rubric looks for on purpose. Each result says so; \"because\" must give the reason."},
	{name: "because", takes: aText, about: "Why \"allow protected\" is right here. It is printed with each result."},
	{name: "words", takes: freeKeys, about: "Word lists that phrases share: {device} stands for any phrase of the list \"device\"."},
	{name: "kinds", takes: someOf, of: kindKeys, about: "Kinds of candidate: the first whose condition holds."},
	{name: "sheet", takes: aPart, of: sheetKeys, about: "The conversation around the questions."},
	{name: "signals", takes: someOf, of: signalKeys, must: true, about: "What to look for."},
}}

var kindKeys = &mapping{name: "a kind", keys: []key{
	{name: "id", takes: oneID, must: true, about: "Its name in results."},
	{name: "title", takes: aText, must: true, about: "Its name in print."},
	{name: "any of", takes: someIDs, about: "The signals of which one must be there. Without it the kind always holds."},
	{name: "from level", takes: oneName, among: levelNames[1:], about: "The least level of that signal; claimed where it is left out."},
	{name: "ask", takes: aPart, of: kindAskKeys, or: askKeys, about: "How a conversation with this kind of candidate opens."},
}}

var signalKeys = &mapping{name: "a signal", keys: []key{
	{name: "id", takes: oneID, must: true, about: "Its name in results and queries: small letters, digits and hyphens."},
	{name: "title", takes: aText, must: true, about: "Its name in print."},
	{name: "short", takes: aText, about: "The head of its column in the table; the id where it is left out."},
	{name: "why", takes: aText, must: true, about: "Why it matters."},
	{name: "weight", takes: aNumber, high: 1000, about: "What it is worth; only the proportion to other weights matters. 10 where it is left out."},
	{name: "caution", takes: yesOrNo, about: "It is something to ask about and gives no points."},
	{name: "top", takes: oneName, among: levelNames[1:], about: "The highest level that there is; where it is left out, the highest that can be reached."},
	{name: "claimed up to", takes: aNumber, high: 20, about: "A line that tells of a deed in no more words than this, without a name or number, is only claimed."},
	{name: "counts in", takes: names, among: sectionNames, about: "The only sections where it counts."},
	{name: "never in", takes: names, among: sectionNames, about: "Sections where it never counts."},
	{name: "ignore", takes: someText, about: "Phrases that mean something else, however much they look like it."},
	{name: "set aside", takes: someText, about: "Phrases that take a claim back when they stand before it in its sentence."},
	{name: "look for", takes: textOr, of: ruleKeys, must: true, about: "The ways in which it can show; any will do."},
	{name: "measured", takes: aPart, of: measureKeys, about: "Which numbers make it measured."},
	{name: "verified by", takes: names, among: linkKinds, about: "Which links make it verifiable."},
	{name: "only without", takes: someIDs, about: "Signals that must be absent from the same entry."},
	{name: "ask", takes: aPart, of: askKeys, about: "What to ask about it."},
	{name: "examples", takes: textOr, of: exampleKeys, about: "Texts that must fire."},
	{name: "near misses", takes: textOr, of: nearMissKeys, about: "Texts that look like it and must not fire."},
}, hints: map[string]string{
	"say": "it stands under \"look for\"", "with": "it stands in a rule under \"look for\"", "level": "it stands in a rule under \"look for\"",
	"unless": "it stands in a rule under \"look for\"; for the whole signal there is \"ignore\"", "words": "word lists stand at the top of the file",
	"not in": "for a signal it is \"never in\"", "in": "for a signal it is \"counts in\"",
}}

var ruleKeys = &mapping{name: "a rule", keys: []key{
	{name: "say", takes: someText, about: "Phrases, any of which will do."},
	{name: "with", takes: someText, about: "Phrases of which one must stand within reach."},
	{name: "and with", takes: someText, about: "Further phrases of which one must stand within reach."},
	{name: "unless", takes: someText, about: "Phrases none of which may stand within reach."},
	{name: "every entry", takes: yesOrNo, about: "Each entry of the sections shows it, whatever it says."},
	{name: "within", takes: oneName, among: []string{"sentence", "line", "entry"}, about: "How far \"with\" and \"unless\" reach; the sentence where it is left out."},
	{name: "where", takes: oneName, among: []string{"anywhere", "heading", "body"}, about: "The part of an entry in which the phrase must stand."},
	{name: "in", takes: names, among: sectionNames, about: "The only sections where this rule holds."},
	{name: "not in", takes: names, among: sectionNames, about: "Sections where this rule does not hold."},
	{name: "link", takes: names, among: linkKinds, about: "The line or its entry must have such a link."},
	{name: "needs", takes: names, among: entryFacts, about: "What must be known of the entry."},
	{name: "not at", takes: names, among: []string{"own school"}, about: "Not at a school where the person studied."},
	{name: "names", takes: names, among: []string{"own paper"}, about: "The line must name a paper of the person’s own."},
	{name: "under", takes: someText, about: "Phrases of which one must stand in the heading of the section."},
	{name: "not under", takes: someText, about: "Phrases none of which may stand in the heading of the section."},
	{name: "level", takes: oneName, among: levelNames[1:], about: "The level that it shows; specific where it is left out."},
	{name: "specific when", takes: names, among: entryFacts, about: "What must be known of the entry to raise claimed to specific."},
	{name: "specific with", takes: someText, about: "Phrases that raise claimed to specific."},
	{name: "claimed when", takes: someText, about: "Phrases that lower specific to claimed."},
}, hints: map[string]string{
	"ignore": "it stands beside \"look for\"; for a rule there is \"unless\"", "never in": "for a rule it is \"not in\"", "counts in": "for a rule it is \"in\"",
	"examples": "they stand beside \"look for\"", "near misses": "they stand beside \"look for\"",
}}

var measureKeys = &mapping{name: "measured", keys: []key{
	{name: "by", takes: names, among: quantities, about: "Which quantities measure it."},
	{name: "near", takes: someText, about: "Phrases of which one must stand in the sentence of the number."},
	{name: "unless", takes: someText, about: "Phrases none of which may stand in the sentence of the number."},
	{name: "within", takes: oneName, among: []string{"sentence", "entry"}, about: "Where the number may stand; in the sentence where it is left out."},
}}

var exampleKeys = &mapping{name: "an example", keys: []key{
	{name: "say", takes: aText, must: true, about: "The text: one line, or several that are a page of their own with headings in capitals."},
	{name: "level", takes: oneName, among: levelNames[1:], about: "The level that it must show; specific where it is left out."},
	{name: "in", takes: oneName, among: sectionNames, about: "The section in which a single line stands; projects where it is left out."},
	{name: "also", takes: someIDs, about: "The other signals that it shows, and is meant to."},
}}

var nearMissKeys = &mapping{name: "a near miss", keys: []key{
	{name: "say", takes: aText, must: true, about: "The text: one line, or several that are a page of their own with headings in capitals."},
	{name: "in", takes: oneName, among: sectionNames, about: "The section in which a single line stands; projects where it is left out."},
}, hints: map[string]string{"level": "a near miss has no level: it must not fire"}}

var sheetKeys = &mapping{name: "sheet", keys: []key{
	{name: "hello", takes: aPart, of: helloKeys, about: "How the conversation begins."},
	{name: "spare", takes: aText, about: "What to do with minutes that are left."},
	{name: "end", takes: aPart, of: endKeys, about: "How it ends."},
	{name: "question", takes: aPart, of: questionKeys, about: "How long a question takes."},
	{name: "hidden", takes: aPart, of: hiddenKeys, about: "How to ask about text that cannot be seen on the page."},
}}

var hiddenKeys = &mapping{name: "hidden", keys: []key{
	{name: "minutes", takes: aNumber, low: 1, high: 60, about: "How long it takes."},
	{name: "core", takes: aText, must: true, about: "The question itself, the same for everybody."},
	{name: "text", takes: someText, must: true, about: "Ways to lead up to it, with {quote} and {core}; the first that can be filled is used."},
	{name: "probes", takes: textOr, of: probeKeys, must: true, about: "Questions that follow up."},
}}

var (
	helloKeys = &mapping{name: "hello", keys: sliceKeys()}
	endKeys   = &mapping{name: "end", keys: sliceKeys()}
)

func sliceKeys() []key {
	return []key{
		{name: "minutes", takes: aNumber, high: 60, about: "How long it takes."},
		{name: "say", takes: aText, must: true, about: "What the agenda says."},
	}
}

var questionKeys = &mapping{name: "question", keys: []key{
	{name: "least", takes: aNumber, low: 1, high: 60, about: "The least minutes of a question."},
	{name: "most", takes: aNumber, low: 1, high: 60, about: "The most minutes of a question."},
}}

var askKeys = &mapping{name: "ask", keys: []key{
	{name: "core", takes: aText, must: true, about: "The question itself, the same for everybody."},
	{name: "text", takes: someText, must: true, about: "Ways to lead up to it, with {quote}, {did}, {core} and facts; the first that can be filled is used."},
	{name: "probes", takes: textOr, of: probeKeys, must: true, about: "Questions that follow up; two or three that apply are used, those with a condition before the others."},
	{name: "scale", takes: aPart, of: scaleKeys, must: true, about: "What answers of 1, 3 and 5 points look like."},
}}

var kindAskKeys = &mapping{name: "ask of a kind that has signals", keys: []key{
	{name: "text", takes: someText, must: true, about: "Ways to lead up to the question of its strongest signal."},
}}

var probeKeys = &mapping{name: "a probe", keys: []key{
	{name: "say", takes: aText, must: true, about: "The question."},
	{name: "when", takes: oneName, among: probeConditions(), about: "The fact that must be known, or must not."},
	{name: "with", takes: someText, about: "Phrases of which one must stand in the quote."},
	{name: "unless", takes: someText, about: "Phrases none of which may stand in the quote."},
}}

// probeConditions are the facts that a probe may hang on.
func probeConditions() []string {
	var out []string
	for _, s := range []string{"organisation", "title", "dates", "measure", "baseline", "link", "match", slotPaper} {
		out = append(out, s, "no "+s)
	}
	return out
}

var scaleKeys = &mapping{name: "scale", keys: []key{
	{name: scaleSteps[0], takes: aText, must: true, about: "A weak answer, as one hears it."},
	{name: scaleSteps[1], takes: aText, must: true, about: "A sound answer."},
	{name: scaleSteps[2], takes: aText, must: true, about: "An answer that could hardly be better."},
}}
