package main

import "testing"

func TestSpoken(t *testing.T) {
	for name, want := range map[string]string{
		"MATEUSZ WROBEL":        "Mateusz Wrobel",
		"SEO-JUN KIM":           "Seo-Jun Kim",
		"FIONA O'CONNOR":        "Fiona O'Connor",
		"FIONA O’CONNOR":        "Fiona O’Connor",
		"GRACE MCALLISTER":      "Grace McAllister",
		"LUIZ MACHADO DA SILVA": "Luiz Machado da Silva",
		"JAN VAN DER MEER":      "Jan van der Meer",
		"ÉTIENNE MOREAU":        "Étienne Moreau",
		"JOHN Q. PUBLIC":        "John Q. Public",
		"J.R. PUBLIC III":       "J.R. Public III",
		"JP MORALES":            "JP Morales",
		"YU NG":                 "Yu Ng",
		"DE WITT AMALIA":        "De Witt Amalia",
		"İNCİ ŞAHİN":            "İNCİ ŞAHİN",
		"ИВАН ПЕТРОВ":           "ИВАН ПЕТРОВ",
		"Mateusz WROBEL":        "Mateusz WROBEL",
		"MADONNA":               "MADONNA",
		"Ann de la Cruz":        "Ann de la Cruz",
		"王小明":                   "王小明",
		"":                      "",
	} {
		if got := spoken(name); got != want {
			t.Errorf("%q: got %q, want %q", name, got, want)
		}
	}
}
