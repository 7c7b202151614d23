package index_test

import (
	"testing"

	"pique/index"
)

// TestWays: a word is found in all the ways in which it may be written.
func TestWays(t *testing.T) {
	x := open(t, t.TempDir(), index.Options{})
	line := func(n int, text ...string) index.Record {
		r := newInventor(51).record(n, 0)
		r.Candidate.Signals, r.Text = nil, nil
		for _, s := range text {
			r.Text = append(r.Text, index.Passage{Section: "projects", Text: s, Page: 1})
		}
		return r
	}
	put(t, x,
		line(1, "Ran YOLOv8n and ResNet-50 on a Cortex-M33 in int8", "Pre-trained a multi-task network", "Robotics Software Intern"),
		line(2, "Entwickelte die Auswertung der Prüfstände und senkte die Laufzeit von Stunden auf Minuten mit dem Profiler und der Graphikkarte",
			"Betreuung der Messfahrten für die Abteilung nach dem Umbau im Werk", "Trained quantized networks"),
		line(3, "Modèle distillé pour les écouteurs de la société, avec une équipe dans les ateliers et des mesures sur le corpus",
			"Encadrement de la stagiaire pendant les mois de mai et de juin chez le client"),
		line(4, "Caro del mar; los datos de la costa y las notas para el puerto con una red en el sur desde hasta"),
		line(5, "International internal affairs; takes care of the harbour", "A university and a universal joint"),
	)
	for q, want := range map[string][]int{
		"yolo":                       {1},
		"yolov8n":                    {1},
		"yolov5":                     {},
		"resnet50":                   {1},
		"resnet":                     {1},
		"cortex-m":                   {1},
		`"cortex m"`:                 {1},
		"int":                        {1},
		"multitask":                  {1},
		"multi-task":                 {1},
		"pretrained":                 {1},
		"pretraining":                {1},
		"internship":                 {1},
		"intern":                     {1},
		"university":                 {5},
		"internal":                   {5},
		"Prüfstand":                  {2},
		"Laufzeiten":                 {2},
		"Messfahrt":                  {2},
		"quantization":               {2},
		"distiller":                  {3},
		"écouteur":                   {3},
		`"modèles distillé"`:         {3},
		"équipes":                    {3},
		"caro":                       {4},
		"caros":                      {4},
		"dato":                       {4},
		"car":                        {}, // in Spanish caro would have its stem, and so would care: not in another's document
		"section:projects distiller": {3},
		"section:skills distiller":   {},
	} {
		got := map[string]bool{}
		for _, h := range search(t, x, q, index.SearchOptions{}).Hits {
			got[h.SHA256] = true
			if len(h.Snippets) == 0 || len(h.Snippets[0].Marks) == 0 {
				t.Errorf("%s: nothing is marked in %+v", q, h.Snippets)
			}
		}
		for _, n := range want {
			if sha := line(n).Candidate.SHA256; !got[sha] {
				t.Errorf("%s: document %d is not found", q, n)
			} else {
				delete(got, sha)
			}
		}
		if len(got) > 0 {
			t.Errorf("%s: %d more were found", q, len(got))
		}
	}
}
