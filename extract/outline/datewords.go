package outline

// The words of dates in English, German, French, Spanish, Italian and
// Portuguese, folded.

var monthWords = map[string]int{
	"january": 1, "jan": 1, "januar": 1, "janner": 1, "janvier": 1, "janv": 1, "enero": 1, "ene": 1, "gennaio": 1, "gen": 1, "janeiro": 1,
	"february": 2, "feb": 2, "febr": 2, "februar": 2, "fevrier": 2, "fevr": 2, "fev": 2, "febrero": 2, "febbraio": 2, "febb": 2, "fevereiro": 2,
	"march": 3, "mar": 3, "marz": 3, "maerz": 3, "mrz": 3, "mars": 3, "marzo": 3, "marco": 3,
	"april": 4, "apr": 4, "avril": 4, "avr": 4, "abril": 4, "abr": 4, "aprile": 4,
	"may": 5, "mai": 5, "mayo": 5, "maggio": 5, "mag": 5, "maio": 5,
	"june": 6, "jun": 6, "juni": 6, "juin": 6, "junio": 6, "giugno": 6, "giu": 6, "junho": 6,
	"july": 7, "jul": 7, "juli": 7, "juillet": 7, "juil": 7, "julio": 7, "luglio": 7, "lug": 7, "julho": 7,
	"august": 8, "aug": 8, "aout": 8, "agosto": 8, "ago": 8,
	"september": 9, "sept": 9, "sep": 9, "septembre": 9, "septiembre": 9, "setiembre": 9, "settembre": 9, "sett": 9, "set": 9, "setembro": 9,
	"october": 10, "oct": 10, "oktober": 10, "okt": 10, "octobre": 10, "octubre": 10, "ottobre": 10, "ott": 10, "outubro": 10, "out": 10,
	"november": 11, "nov": 11, "novembre": 11, "noviembre": 11, "novembro": 11,
	"december": 12, "dec": 12, "dezember": 12, "dez": 12, "decembre": 12, "diciembre": 12, "dic": 12, "dicembre": 12, "dezembro": 12,
}

// alsoWords are short names of months that are English words too.
var alsoWords = set("out", "set", "ago", "mag", "gen", "mar", "march", "may", "fev")

var seasonWords = set("spring", "summer", "fall", "autumn", "winter", "monsoon",
	"fruhling", "fruhjahr", "sommer", "herbst", "wintersemester", "sommersemester", "wise", "sose", "ws", "ss",
	"printemps", "ete", "automne", "hiver", "primavera", "verano", "otono", "invierno",
	"estate", "autunno", "inverno", "verao", "outono")

var nowWords = set("present", "now", "current", "currently", "today", "ongoing", "date", "continuing", "onwards", "onward",
	"heute", "jetzt", "aktuell", "laufend", "gegenwart", "gegenwartig", "derzeit", "dato",
	"actuel", "actuellement", "maintenant", "actualidad", "actual", "actualmente", "presente", "hoy", "fecha",
	"oggi", "attuale", "attualmente", "corso", "atual", "atualmente", "hoje", "momento", "至今", "现在")

var toWords = set("to", "until", "till", "til", "through", "thru", "bis", "a", "au", "al", "ate", "hasta", "up", "jusqu", "fino")

var sinceWords = set("since", "from", "seit", "ab", "depuis", "desde", "dal", "dall", "starting")

var untilWords = set("until", "bis", "jusqu", "hasta", "fino", "ate")

var articleWords = set("the", "el", "la", "le", "il", "en", "em", "zum", "au", "a", "dem", "end", "early", "mid", "late")

// countedWords follow a number that is a quantity and no year.
var countedWords = set("x", "ms", "s", "kb", "mb", "gb", "tb", "users", "samples", "images", "students", "people", "lines", "files", "tokens",
	"records", "hours", "pages", "nodes", "gpus", "cores", "points", "rows", "employees", "members", "participants", "customers",
	"requests", "questions", "documents", "examples", "problems", "teams", "candidates", "applicants", "articles", "stars", "downloads",
	"followers", "units", "parts", "devices", "sensors", "videos", "sentences", "words", "frames", "hz", "khz", "mhz", "fps", "px", "pixels",
	"watts", "w", "kw", "usd", "eur", "dollars", "euros", "commits", "tests", "cases", "orders", "items")

func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}
