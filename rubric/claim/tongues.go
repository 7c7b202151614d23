package claim

import "strings"

// The words of other languages with which a change is told: "von 48 ms auf
// 17 ms", "de 48 Mo à 6 Mo", "de 300 ms a 90 ms", "112 Mo réduits à 28 Mo".

// since reports whether a word stands before what a quantity was.
func since(w string) bool { return w == "von" || w == "de" || w == "da" || w == "vom" }

// towards reports whether a word stands before what a quantity became.
func towards(w string) bool { return w == "auf" || w == "para" || w == "à" || w == "a" }

// fell reports whether a word says that a quantity became less.
func fell(w string) bool {
	for _, stem := range [...]string{"rédui", "réduct", "reduc", "redui", "ramen", "pass", "tomb", "baj", "gesenkt", "reduz", "verkürz", "verkleiner", "sank"} {
		if strings.HasPrefix(w, stem) {
			return true
		}
	}
	return false
}

// particle reports whether a sign stands behind the noun that a quantity
// changes, in Japanese and Korean.
func particle(w string) bool {
	switch w {
	case "을", "를", "이", "가", "を", "が", "は":
		return true
	}
	return false
}

// divided reports whether two words say that a quantity went down by the factor
// that follows: divided by 6, divisé par 6.
func divided(w, by string) bool {
	switch w {
	case "divided", "divisé", "divisée", "divisés", "dividido", "dividida", "geteilt":
		return by == "by" || by == "par" || by == "por" || by == "durch"
	}
	return false
}

// foreignPart returns the lower number of a fraction told as one word, 0 for all
// else.
func foreignPart(w string) float64 {
	switch w {
	case "drittel", "tercio", "terzo":
		return 3
	case "viertel", "cuarto", "quart":
		return 4
	case "fünftel":
		return 5
	}
	return 0
}

// foreignShare reads "um ein Drittel", by a third, and "auf ein Drittel", to a
// third; other thirds and fourths are none.
func (p *parser) foreignShare(x atom, n float64) (atom, int, bool) {
	switch p.word(x.n - 2) {
	case "um", "en", "de", "d", "di":
		return p.multiple(x, n/(n-1), down)
	case "auf", "a", "à":
		return p.multiple(x, n, down)
	}
	return x, x.b, false
}

// foreignTimes returns the factor of a German word for so many times, as
// "dreimal", 0 for all else.
func foreignTimes(w string) float64 {
	rest, ok := strings.CutSuffix(w, "mal")
	if !ok {
		return 0
	}
	switch rest {
	case "zwei":
		return 2
	case "drei":
		return 3
	case "vier":
		return 4
	case "fünf":
		return 5
	case "sechs":
		return 6
	case "acht":
		return 8
	case "zehn":
		return 10
	case "hundert":
		return 100
	}
	return 0
}

// foreignTime returns the seconds of a unit of time in German, French, Spanish
// or Italian, 0 for all else.
func foreignTime(low string) float64 {
	switch low {
	case "millisekunde", "millisekunden", "milliseconde", "millisecondes", "milisegundo", "milisegundos", "millisecondi":
		return 1e-3
	case "sekunde", "sekunden", "seconde", "secondes", "segundo", "segundos", "secondi":
		return 1
	case "minuten", "minuto", "minutos", "minuti":
		return 60
	case "stunde", "stunden", "heure", "heures", "hora", "horas":
		return 3600
	case "tage", "tagen", "jour", "jours", "día", "días", "giorni":
		return 86400
	case "woche", "wochen", "semaine", "semaines", "semana", "semanas":
		return 7 * 86400
	case "monat", "monate", "monaten", "mois", "mes", "meses", "mesi":
		return 30 * 86400
	case "jahr", "jahre", "jahren", "año", "años", "anni":
		return 365 * 86400
	}
	return 0
}

// foreignSize returns the bytes of a French unit of storage, 0 for all else. Raw
// is as written: 48 mo are months.
func foreignSize(raw string) float64 {
	switch raw {
	case "octets":
		return 1
	case "Ko", "ko":
		return 1e3
	case "Mo":
		return 1e6
	case "Go":
		return 1e9
	case "To":
		return 1e12
	}
	return 0
}

// foreignMetric returns what a noun of these languages is a measure of.
func foreignMetric(w string) (Dim, bool) {
	switch w {
	case "latence", "latenz", "latencia", "laufzeit", "rechenzeit", "antwortzeit", "ladezeit", "trainingszeit", "bauzeit", "temps", "durée", "tiempo", "tempo", "duração", "simulationszeit":
		return Time, true
	case "débit", "durchsatz", "bildrate":
		return Rate, true
	case "consommation", "consumo", "stromverbrauch", "leistungsaufnahme":
		return Power, true
	case "mémoire", "memoria", "speicher", "speicherbedarf", "speicherverbrauch", "taille", "größe", "modellgröße", "tamaño":
		return Size, true
	case "coût", "coûts", "kosten", "coste", "costes", "costo", "costos", "facture", "factura", "fattura":
		return Money, true
	case "paramètres", "parametern", "parámetros", "parametri", "parâmetros":
		return Params, true
	}
	switch {
	case len(w) > 6 && strings.HasSuffix(w, "kosten"):
		return Money, true
	case len(w) > 8 && strings.HasSuffix(w, "laufzeit"), len(w) > 6 && strings.HasSuffix(w, "latenz"):
		return Time, true
	}
	return Other, false
}
