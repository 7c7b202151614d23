package rubric

import (
	"slices"
	"strings"
	"unicode"
)

// The words that a text of a resume is judged by before it is said without
// quotation marks. Resumes leave out articles and subjects, which reads as a
// fault where it is not quoted; what is in doubt is quoted.
var (
	// countNouns want an article or a number where they stand alone.
	countNouns = wordSet(`accelerator agent algorithm allocator amplifier analyzer api app application approach architecture array article assay assistant
		autoencoder award backend baseline basis benchmark board bot bottleneck browser bug cache front-end back-end frontend homepage camera chatbot chip classifier client cluster codebase
		compiler component competition console controller conference course crawler dashboard database dataset decoder decomposition demo design detector device
		driver drone effort encoder endpoint engine environment experiment extension feature field filter forecast framework frontend function game
		gateway generator gripper headset hackathon index instance integration interface internship interpreter item job journal kernel language layer layout
		library loop machine manager map matrix mechanism meter method methodology metric microservice mixture model module monolith network node
		optimizer optimiser package paper parser patch pass pipeline placement plan planner platform plugin policy portal predictor prize procedure process
		processor product profiler program project proof protocol prototype reduction regression renderer repository representation rig robot router routine
		scheduler schema score script scraper sensor server service set simulation simulator site solution solver source stack standard strategy step structure student
		study subsystem suite summary surrogate survey system task team technique template test thesis tool toolchain toolkit topic tracker transformer unit
		utility variant vehicle version visualisation visualization visualizer warehouse watch website widget window workflow workstation increase decrease decline improvement
		speedup drop saving angle problem part role group lab company university product startup firm collection detail bill build release`)
	// nouns of which there is one want the definite article.
	oneOfAKind = wordSet(`front-end back-end frontend backend codebase website homepage internet web environment`)
	// before a noun, these do for an article.
	determiners = wordSet(`a an the this that these those my our your his her its their each every any some no one two three four five six seven eight nine ten
		another both either neither several many much few all half whose`)
	// these end a noun phrase to the left.
	joints = wordSet(`of in on with at from for under using via by as within into through between over to during across and or but nor than then so that which who where
		while when because since if whether per against among without after before until upon toward towards along around about behind beyond like onto out up
		is are was were be been being has have had do does did can could will would may might must not also only just even such including based`)
	// nouns in -ing go on a compound: "model training".
	nounsInIng = wordSet(`training learning testing processing serving engineering tracking routing scheduling tuning pruning parsing monitoring clustering caching pooling
		loading building hosting modelling modeling programming mapping planning sensing imaging rendering streaming reasoning embedding printing trading banking
		sampling labelling labeling indexing matching ranking scoring coding computing pricing`)
	// finite verbs tell that a clause has a verb of its own.
	finite = wordSet(`is are was were has had have takes took needs needed runs ran went fell dropped became shrank rose grew came reached reaches answers fits costs cost halved
		stop stops uses used needs lasts works worked wins beats sees gives gave makes made holds keeps kept tells counts differ differs allows replaced moves reads reduced improved`)
	openers = wordSet(`a an the this that these those your you it in on at for with from by as after before when while since to using because although both all each every one two three
		there here thus then also later finally first most many`)
	comparatives = wordSet(`more less better faster fewer rather other smaller larger lower higher greater worse shorter longer bigger cheaper later earlier older newer harder easier quicker slower`)
	resultVerbs  = wordSet(`achieved achieving improved reduced increased resulted enhanced boosted cut`)
)

func wordSet(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(s) {
		out[w] = true
	}
	return out
}

// token is a word of a text with the punctuation after it.
type token struct {
	word  string // small, without punctuation
	raw   string
	after byte // ',' or ';' and the like; 0 for none
}

func tokens(s string) []token {
	var out []token
	for _, raw := range strings.Fields(s) {
		word := strings.TrimFunc(raw, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		t := token{word: strings.ToLower(word), raw: raw}
		if last := raw[len(raw)-1]; strings.IndexByte(",;:.)", last) >= 0 {
			t.after = last
		}
		out = append(out, t)
	}
	return out
}

// strangeMarks are those of a text that is no plain sentence, and pairs of
// words of which one was left over.
var strangeMarks = form(`[|•●▪◦…#{}]|\s&\s\p{Ll}|\s[,;.]\s|[\p{Ll}]\.\p{Lu}|\b(?:by|of|for|at|with|to) (?:through|by|of|for|at|using)\b|\d (?:months|years|weeks) [a-z]+ [a-z]+|,\s\S+$|,\s[~≈∼<>+]?\d[^,;]*$|,\s[~≈∼]\d|\b\p{Lu}{2,}['’]s (?:to|and|for|in|with)\b|\p{L}[‘“]|[‘“]\s|\b(?:et|wrt|w/|etc)\b`)

// sayable reports whether an English text can be said without quotation marks,
// and where in it an article is missing that can be put in: the number of the
// token, or -1. First is the token from which nouns are looked at.
func sayable(s string, first int) (article int, ok bool) {
	article = -1
	if openList(s) {
		return -1, false
	}
	if strangeMarks().MatchString(s) || strings.Count(s, "(") != strings.Count(s, ")") || strings.Count(s, "[") != strings.Count(s, "]") {
		return -1, false
	}
	ts := tokens(s)
	for i, t := range ts {
		switch {
		case t.word == "" && t.raw != "–" && t.raw != "—" && t.raw != "+" && t.raw != "&" && t.raw != "%" && t.raw != "€" && t.raw != "£" && t.raw != "$":
			return -1, false
		case t.word == "than" && !slices.ContainsFunc(ts[:i], func(o token) bool { return comparatives[o.word] }):
			return -1, false
		case resultVerbs[t.word] && i > first+1 && ts[i-1].after == 0 && !joints[ts[i-1].word] && !strings.HasSuffix(ts[i-1].word, "ly") && strings.HasSuffix(t.word, "ed") &&
			i+1 < len(ts) && ts[i+1].word != "by" && !determiners[ts[i-1].word] && ts[i-1].word != "it" && ts[i-1].word != "you":
			return -1, false // a second verb without "and": "a pipeline achieved 800 messages"
		}
		action := i == first && t.after == 0 && i+1 < len(ts) && (ts[i+1].word == "of" || ts[i+1].word == "from" || ts[i+1].word == "to") && deedNoun(t.word)
		if i < first || !action && (!countNouns[t.word] || !headNoun(ts, i)) {
			continue
		}
		from, bare := phraseStart(ts, i, first)
		if !bare {
			continue
		}
		if from != first || article >= 0 {
			return -1, false
		}
		article = from
	}
	return article, true
}

// inBrackets finds what stands in round brackets.
var inBrackets = form(`\s*\([^()]*\)`)

// openList reports whether a list in a text ends without "and".
func openList(s string) bool {
	parts := strings.Split(inBrackets().ReplaceAllString(s, ""), ", ")
	if len(parts) < 3 {
		return false
	}
	for _, p := range parts[len(parts)-2:] {
		word, _, _ := strings.Cut(strings.ToLower(p), " ")
		if joints[word] || determiners[word] || strings.HasSuffix(word, "ing") || strings.HasSuffix(word, "ed") || strings.ContainsAny(word[:min(1, len(word))], "0123456789") ||
			strings.HasSuffix(word, "ly") || word == "compared" || strings.Contains(p, " and ") && !strings.Contains(p, "&") {
			return false
		}
	}
	return true
}

// headNoun reports whether a noun ends its phrase, rather than going on to
// another noun: the "pipeline" of "data pipeline" but not of "pipeline
// parallelism".
func headNoun(ts []token, i int) bool {
	if ts[i].after != 0 || i+1 == len(ts) {
		return true
	}
	next := ts[i+1]
	return joints[next.word] || determiners[next.word] || strings.HasSuffix(next.word, "ing") && !nounsInIng[next.word] ||
		strings.HasSuffix(next.word, "ed") || strings.HasPrefix(next.raw, "(") || next.word == "" || finite[next.word] || next.word[0] >= '0' && next.word[0] <= '9'
}

// phraseStart walks from a noun to the beginning of its phrase, and reports
// whether it has neither an article nor what does for one.
func phraseStart(ts []token, i, first int) (from int, bare bool) {
	for from = i; from >= 0; from-- {
		t := ts[from]
		if from < i {
			switch {
			case determiners[t.word], strings.HasSuffix(t.word, "’s"), strings.HasSuffix(t.word, "'s"), strings.HasSuffix(t.word, "s’"),
				t.word != "" && t.word[0] >= '0' && t.word[0] <= '9' && !strings.HasSuffix(t.word, "d") && !rated(t.raw):
				return from, false
			case joints[t.word], t.after != 0, from < first:
				return from + 1, true
			case strings.HasSuffix(t.word, "ing") && !nounsInIng[t.word] && from > first:
				return from + 1, true
			}
		}
		if from == 0 {
			break
		}
	}
	return max(from, 0), true
}

// rated reports whether a number says how much rather than how many: "3x",
// "50%".
func rated(raw string) bool {
	raw = strings.TrimRight(raw, ",;:.)")
	return strings.HasSuffix(raw, "x") || strings.HasSuffix(raw, "×") || strings.HasSuffix(raw, "%")
}

// wrongArticle finds an article before an abbreviation.
var wrongArticle = form(`\b(an?) (\p{Lu}[\p{Lu}\d]\S*)`)

// rightArticles puts the articles right that stand before abbreviations read
// letter by letter: "an MLIR pass".
func rightArticles(s string) string {
	return wrongArticle().ReplaceAllStringFunc(s, func(m string) string {
		_, word, _ := strings.Cut(m, " ")
		if r := []rune(word); len(r) > 2 && spelledOut(r) {
			return articleFor(word) + " " + word
		}
		return m
	})
}

// eleven finds eleven and eighteen, which are spoken with a vowel first.
var eleven = form(`^1[18](?:\D|$)`)

// articleFor is a or an, by the sound with which a word begins.
func articleFor(word string) string {
	r := []rune(strings.TrimLeft(word, "‘'“\"("))
	if len(r) == 0 {
		return "a"
	}
	low := strings.ToLower(string(r))
	if len(r) > 1 && unicode.IsUpper(r[0]) && !unicode.IsLower(r[1]) { // capitals
		switch {
		case strings.ContainsRune("AEIO", r[0]):
			return "an"
		case spelledOut(r) && strings.ContainsRune("FHLMNRSX", r[0]): // by the name of the letter: an LSTM
			return "an"
		}
		return "a"
	}
	switch {
	case strings.HasPrefix(low, "uni") && !strings.HasPrefix(low, "unin") && !strings.HasPrefix(low, "unim"), strings.HasPrefix(low, "use"), strings.HasPrefix(low, "eu"),
		strings.HasPrefix(low, "one"), strings.HasPrefix(low, "ubi"), strings.HasPrefix(low, "util"):
		return "a"
	case strings.HasPrefix(low, "hour"), strings.HasPrefix(low, "honest"), strings.HasPrefix(low, "honour"), strings.HasPrefix(low, "honor"):
		return "an"
	case strings.ContainsRune("aeiou", []rune(low)[0]), strings.HasPrefix(low, "8"), eleven().MatchString(low):
		return "an"
	}
	return "a"
}

// spelledOut reports whether an abbreviation is read letter by letter: its
// second letter is no vowel, or there is little else.
func spelledOut(r []rune) bool {
	word := strings.ToUpper(string(r[:min(len(r), 4)]))
	switch word {
	case "LED", "MIT", "NER", "SOC", "SOCS", "MIPI":
		return true
	case "SLAM", "SPIC", "SCAD", "FLAN", "FLAM", "SWIF":
		return false
	}
	return !strings.ContainsRune("AEIOUY", unicode.ToUpper(r[1]))
}
