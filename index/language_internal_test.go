package index

import "testing"

func TestLanguageOf(t *testing.T) {
	if len(telling) != len(languages())+1 {
		t.Fatalf("%d lists of words for %d languages and English", len(telling), len(languages()))
	}
	for want, text := range map[string]string{
		"":   "Led the design of a kernel for the camera, and moved it to the device. Worked with two teams on the firmware of the board; was rewarded by the company",
		"de": "Entwicklung der Auswertung für die Prüfstände und Betreuung der Messfahrten bei der Abteilung im Werk, mit Pflege der Daten nach dem Umbau",
		"fr": "Rédaction des sujets et des corrigés pour les élèves de la classe, avec une équipe dans les ateliers du lycée et chez le client depuis deux ans",
		"es": "Escribí desde cero el método y reproduje la tabla con los datos de la costa para las notas del puerto en el sur por una red",
		"it": "Progettazione della scheda per il banco di prova e del programma con una rete nel laboratorio presso la facoltà dal primo degli anni",
		"pt": "Desenvolvimento do sistema para os alunos da escola com uma rede em casa, das provas até os testes no campo pela equipe e pelo grupo",
		"nl": "Ontwikkeling van het systeem voor de haven met een team van vijf, op de werf en bij de klant, door het jaar naar een oplossing",
		"sv": "Utveckling av ett system för mätning och analys inom hamnen, samt stöd till den grupp som arbetade med data från ett labb",
		"fi": "Kehitys ja testaus oli osa työtä, ja ryhmä oli mukana kanssa sekä suunnittelussa että kokeissa, jossa myös tulokset ja raportti",
	} {
		if got := languageOf([]Passage{{Text: text}}); got != want {
			t.Errorf("got %q, want %q of %s", got, want, text)
		}
	}
	if got := languageOf([]Passage{{Text: "Python, C++, CUDA und SQL"}}); got != "" {
		t.Errorf("too little: got %q", got)
	}
}

func BenchmarkLanguageOf(b *testing.B) {
	text := []Passage{}
	for range 60 {
		text = append(text, Passage{Text: "Led the design of a kernel for the camera, and moved it to the device of two teams"})
	}
	for b.Loop() {
		languageOf(text)
	}
}
