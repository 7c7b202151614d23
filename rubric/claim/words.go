package claim

import "strings"

// effect is what a word says of the way a quantity went.
type effect uint8

const (
	noEffect effect = iota
	up              // increased, more
	down            // reduced, less
	better          // improved: up or down, whichever is better
	worse           // degraded
	faster          // of speed, also accelerated, speedup
	slower
	smaller // of size, also compressed
	cheaper // of cost
	lengthy // longer: of time
)

// comparative returns the effect of a word that may follow a quantity: 40 %
// less, 3x reduction, 5x end-to-end speedup.
func comparative(w string) effect {
	switch w {
	case "less", "fewer", "lower", "reduction", "reductions", "decrease", "decreases", "drop", "drops", "saving", "savings", "cut", "decline", "shrinkage", "cuts", "shorter",
		"reduced", "decreased", "gesenkt", "reduziert", "verringert", "verkürzt", "weniger", "moins", "menos", "meno":
		return down
	case "more", "greater", "higher", "increase", "increases", "growth", "rise", "uplift", "lift", "jump", "boost", "gain", "gains", "additional", "extra",
		"increased", "bigger", "larger":
		return up
	case "better", "improvement", "improvements", "enhancement", "improved", "stronger":
		return better
	case "worse", "degradation", "regression":
		return worse
	case "faster", "accelerated", "schnell", "schneller", "rapide", "rapides", "rápido", "rápida", "speedup", "speedups", "speed-up", "speed-ups", "acceleration", "quicker", "quick", "fast", "sooner":
		return faster
	case "slower", "slowdown", "slow":
		return slower
	case "smaller", "kleiner", "compression", "lighter", "thinner":
		return smaller
	case "cheaper", "billiger", "günstiger":
		return cheaper
	case "longer":
		return lengthy
	}
	return noEffect
}

// verb returns the effect of a verb that may stand before a quantity: reduced X
// by 40 %, X fell from 38 to 11 ms.
func verb(w string) effect {
	switch w {
	case "reduce", "reduced", "reduces", "reducing", "cut", "cuts", "cutting", "lower", "lowered", "lowers", "lowering", "decrease", "decreased", "decreases",
		"decreasing", "trim", "trimmed", "trimming", "slash", "slashed", "slashing", "drop", "dropped", "drops", "dropping", "fell", "fall", "falls", "falling",
		"save", "saved", "saves", "saving", "minimize", "minimized", "minimizing", "minimise", "minimised", "minimising", "shorten", "shortened", "shortening",
		"down", "curbed", "eliminated", "eliminating", "eliminate", "mitigated", "mitigating", "reduction", "decline", "declined",
		"sank", "sunk", "sinks", "sinking", "shed", "sheds", "dipped", "plummeted", "tumbled", "dwindled", "stripped", "slimmed", "squashed", "squeezed", "minus", "réduction", "reducción", "reducão", "riduzione", "baisse", "senkung", "reduzierung", "verkürzung",
		"lessened", "lessening", "diminished", "alleviated", "halved", "halving", "shaved", "shaving", "removed", "removing":
		return down
	case "increase", "increased", "increases", "increasing", "raise", "raised", "raises", "raising", "boost", "boosted", "boosts", "boosting", "grow", "grew", "grown",
		"growing", "lift", "lifted", "lifting", "rose", "rise", "rises", "rising", "gain", "gained", "gaining", "up", "expand", "expanded", "expanding", "scaled", "scaling",
		"elevated", "elevating", "climbed", "doubled", "doubling", "tripled", "tripling", "multiplied", "amplified", "surged", "exceeded", "surpassed", "maximized", "maximizing":
		return up
	case "improve", "improved", "improves", "improving", "enhance", "enhanced", "enhances", "enhancing", "optimize", "optimized", "optimizing", "optimizes", "optimise",
		"optimised", "optimising", "improvement", "outperform", "outperformed", "outperforms", "outperforming", "beat", "beats", "beating", "better", "streamlined", "streamlining",
		"tuned", "tuning", "refined", "refining", "strengthened":
		return better
	case "degrade", "degraded", "degrading", "worsened":
		return worse
	case "accelerate", "accelerated", "accelerates", "accelerating", "sped", "speed", "speeding", "speeds", "expedite", "expedited", "expediting", "speedup", "faster", "speedups", "speed-up":
		return faster
	case "slowed", "slowing":
		return slower
	case "compress", "compressed", "compresses", "compressing", "compression", "shrink", "shrank", "shrunk", "shrinks", "shrinking", "smaller", "pruned", "pruning",
		"downsized", "quantized", "quantised":
		return smaller
	}
	return noEffect
}

// joins reports whether a word is one that ends a noun phrase: a preposition,
// conjunction, pronoun, auxiliary or participle that introduces how or why.
func joins(w string) bool {
	switch w {
	case "in", "on", "of", "for", "to", "from", "by", "with", "without", "at", "into", "onto", "over", "under", "across", "through", "via", "per", "within",
		"and", "or", "but", "while", "whilst", "when", "where", "as", "than", "that", "which", "what", "who", "this", "these", "those", "it", "its", "their", "his", "her", "our", "my",
		"is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "can", "will", "would", "if", "so", "then", "after", "before", "during", "between", "among", "against",
		"using", "utilizing", "utilising", "leveraging", "based", "including", "such", "like", "compared", "relative", "versus", "vs", "whose", "because", "due", "since", "until", "up",
		"around", "about", "both", "each", "only", "also", "not", "no", "throughout", "toward", "towards", "despite", "plus", "thanks", "i", "we", "they", "you",
		"following", "resulting", "leading", "allowing", "enabling", "ensuring", "maintaining", "preserving", "keeping", "achieving", "resulted", "respectively", "became", "below",
		"above", "beyond", "upon", "off", "out", "instead", "rather", "alongside", "along", "yielding", "providing", "requiring", "consuming", "enhancing",
		"als", "que", "just", "almost", "nearly", "roughly", "approximately", "approx", "least", "most", "one", "now", "previously", "originally", "down":
		return true
	}
	return false
}

// determiner reports whether a word opens a noun phrase and is no part of it.
func determiner(w string) bool {
	switch w {
	case "la", "le", "les", "los", "las", "el", "das", "den", "dem", "the", "a", "an", "its", "their", "our", "my", "his", "her", "this", "that", "these", "those", "all", "some", "any", "each", "every", "overall", "average", "mean", "total", "median":
		return true
	}
	return false
}

// hedge reports whether a word stands between a preposition and its number, with
// the bound that it sets.
func hedge(w string) (bound int, ok bool) {
	switch w {
	case "under", "below", "within":
		return -1, true
	case "over", "above", "exceeding", "beyond", "surpassing":
		return 1, true
	case "about", "around", "roughly", "nearly", "almost", "approximately", "approx", "circa", "ca", "only", "just", "merely", "approximate", "close", "some", "another", "additional", "estimated", "average", "avg":
		return 0, true
	}
	return 0, false
}

// approximates reports whether a hedge says that the number is not exact.
func approximates(w string) bool {
	switch w {
	case "about", "around", "roughly", "nearly", "almost", "approximately", "approx", "circa", "ca", "approximate", "close", "estimated":
		return true
	}
	return false
}

// acting reports whether a word looks like a verb at the head of a clause and so
// ends a noun phrase: reduced, containerized; -ing forms that name a process
// (training, inference testing) do not.
func acting(w string) bool {
	if verb(w) != noEffect && !noun(w) {
		return true
	}
	switch w {
	case "led", "built", "wrote", "ran", "run", "runs", "made", "won", "kept", "held", "hit", "reach", "reaches", "achieve", "achieves", "maintain", "handle", "handles", "got", "went", "took", "takes", "needs", "uses", "requires", "bring", "brought", "drove", "shipped", "met":
		return true
	}
	if len(w) > 4 && strings.HasSuffix(w, "ed") && !strings.HasSuffix(w, "eed") && w != "distributed" && w != "embedded" && w != "automated" && w != "mixed" && w != "shared" {
		return true
	}
	return false
}

// processing reports whether an -ing word names a process that is measured, so
// that it may stand inside a noun phrase.
func processing(w string) bool {
	if !strings.HasSuffix(w, "ing") {
		return true
	}
	if strings.HasSuffix(w, "processing") || strings.HasSuffix(w, "loading") {
		return true
	}
	switch w {
	case "training", "pruning", "serving", "testing", "learning", "rendering", "streaming", "encoding", "decoding", "computing", "building", "scoring", "parsing", "indexing",
		"querying", "sampling", "tracking", "planning", "manufacturing", "engineering", "onboarding", "reporting", "clustering", "labeling", "labelling", "hiring",
		"tuning", "routing", "matching", "ranking", "mapping", "screening", "booking", "pricing", "operating", "running", "debugging", "provisioning", "batching",
		"caching", "compiling", "hosting", "billing", "marketing", "fine-tuning", "finetuning", "spending", "waiting", "simulating", "boarding", "prefill", "profiling",
		"segmenting", "meshing", "charging", "marking", "grading", "string", "swing", "ping", "bring", "data-loading", "searching", "logging", "monitoring", "staging", "paging", "timing":
		return true
	}
	return false
}

// month reports whether a word names a month or season, also shortened.
func month(w string) bool {
	switch w {
	case "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "january", "february", "march", "april", "june", "july",
		"august", "september", "october", "november", "december", "spring", "summer", "fall", "autumn", "winter":
		return true
	}
	return false
}

// labels reports whether a bare number after a word is a name, place or date and
// not a quantity.
func labels(w string) bool {
	switch w {
	case "top", "rank", "ranked", "ranking", "gpa", "cgpa", "cpi", "sgpa", "page", "pages", "pp", "p", "fig", "figure", "table", "section", "chapter", "vol", "volume",
		"no", "issue", "number", "version", "ver", "v", "phase", "part", "stage", "type", "class", "grade", "std", "level", "day", "round", "semester", "sem", "year", "age", "aged", "room", "suite",
		"apt", "box", "zip", "pin", "tel", "phone", "mobile", "fax", "arxiv", "doi", "isbn", "issn", "id", "index", "h-index", "course", "cs", "ee", "air", "category", "step", "tier", "batch",
		"iso", "ieee", "python", "java", "cuda", "ubuntu", "windows", "llama", "gpt", "rtx", "gtx", "option", "seed", "port", "rev", "pi", "dota", "lab", "unit", "place", "position", "season":
		return true
	}
	return false
}
