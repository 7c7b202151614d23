package vary

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"pique/extract"
)

// Names to put in the place of others, by first letter. They are of many
// countries on purpose.
var (
	givenNames = strings.Fields("Amara Bilal Chiara Dmitri Esi Farid Giulia Hoang Imani Jorun Kenji Lakshmi Mbali Nadia Olumide Paloma Qiang Rasheed Sunniva Tomasz Usha Viktor Wanjiru Xiomara Yusuf Zofia")
	surnames   = strings.Fields("Abara Bergqvist Chukwu Demir Eze Fujita Grigoryan Hossain Ilunga Jansson Kowalczyk Lindgren Mahlangu Nakagawa Oyelaran Petrosyan Quispe Rahman Sundaram Tkachenko Ulloa Valdivia Wierzbicki Xaba Yamada Zulueta")
)

// leastName is how many letters a part of a name has that is replaced:
// initials and particles stay.
const leastName = 3

// otherName gives the person another name wherever it stands.
func otherName(d *extract.Document) editor {
	return named(d, func(first bool, initial rune) string {
		table := surnames
		if first {
			table = givenNames
		}
		return table[int(unicode.ToUpper(initial))%len(table)]
	})
}

func shortName(d *extract.Document) editor {
	return named(d, func(first bool, _ rune) string {
		if first {
			return "Bo"
		}
		return "Li"
	})
}

func longName(d *extract.Document) editor {
	return named(d, func(first bool, _ rune) string {
		if first {
			return "Maximiliana"
		}
		return "Papadopoulou"
	})
}

// named puts other words in the place of those of the person's name, and
// other initials beside the surname.
func named(d *extract.Document, pick func(first bool, initial rune) string) editor {
	to := map[string]string{}
	var given, surname string // as they are
	words(d.Name, func(start, end int) {
		w := d.Name[start:end]
		if utf8.RuneCountInString(w) < leastName || w == strings.ToLower(w) {
			return
		}
		first, _ := utf8.DecodeRuneInString(w)
		to[strings.ToLower(w)] = pick(given == "", first)
		if given == "" {
			given = w
		}
		surname = w
	})
	if given == "" {
		return func(string) []edit { return nil }
	}
	initial, _ := utf8.DecodeRuneInString(given)
	other := to[strings.ToLower(given)][:1]
	return func(line string) []edit {
		var at [][2]int
		words(line, func(start, end int) { at = append(at, [2]int{start, end}) })
		var out []edit
		for i, p := range at {
			w := line[p[0]:p[1]]
			if n, ok := to[strings.ToLower(w)]; ok && w != strings.ToLower(w) {
				out = append(out, edit{p[0], p[1], like(w, n)})
			} else if w == string(initial) && given != surname && beside(line, at, i, surname) {
				out = append(out, edit{p[0], p[1], other})
			}
		}
		return out
	}
}

// beside reports whether word i of a line is an initial that goes with a
// surname: one of the next two words or of the last two is, and no comma but
// that behind the surname lies between.
func beside(line string, at [][2]int, i int, surname string) bool {
	for j := i + 1; j <= i+2 && j < len(at); j++ {
		if strings.EqualFold(line[at[j][0]:at[j][1]], surname) {
			return !strings.Contains(line[at[i][1]:at[j][0]], ",")
		}
	}
	for j := i - 1; j >= i-2 && j >= 0; j-- {
		if strings.EqualFold(line[at[j][0]:at[j][1]], surname) {
			return true
		}
	}
	return false
}

var pronouns = map[string]string{
	"he": "she", "she": "he", "him": "her", "her": "his", "his": "her", "hers": "his", "himself": "herself", "herself": "himself",
}

// otherPronouns turns he to she and back.
func otherPronouns(*extract.Document) editor {
	return func(line string) []edit {
		var out []edit
		words(line, func(start, end int) {
			w := line[start:end]
			if other, ok := pronouns[strings.ToLower(w)]; ok {
				out = append(out, edit{start, end, like(w, capital(w, other))})
			}
		})
		return out
	}
}

// capital gives word a capital letter where model has one.
func capital(model, word string) string {
	if model[0] >= 'A' && model[0] <= 'Z' {
		return strings.ToUpper(word[:1]) + word[1:]
	}
	return word
}

// pronounsAfterName adds pronouns to the line that is the person's name.
func pronounsAfterName(d *extract.Document) editor {
	done := false
	return func(line string) []edit {
		if done || d.Name == "" || !strings.EqualFold(line, d.Name) {
			return nil
		}
		done = true
		return []edit{{len(line), len(line), " (she/her)"}}
	}
}

var mailbox = regexp.MustCompile(`[\w.+-]+@[\w-]+(?:\.[\w-]+)+`)

// otherEmail puts another mailbox in the place of each.
func otherEmail(*extract.Document) editor {
	return func(line string) []edit {
		var out []edit
		for _, m := range mailbox.FindAllStringIndex(line, -1) {
			out = append(out, edit{m[0], m[1], "m.quillon77@mailbox.example"})
		}
		return out
	}
}

// The years that are shifted, and by how many.
const (
	firstYear = "1985"
	lastYear  = "2035"
	shift     = 3
)

// earlier moves all years back alike.
func earlier(*extract.Document) editor {
	return func(line string) []edit {
		var out []edit
		words(line, func(start, end int) {
			w := line[start:end]
			if len(w) != len(firstYear) || w < firstYear || w > lastYear || inNumber(line, start, end) {
				return
			}
			year := 0
			for i := range len(w) {
				year = year*10 + int(w[i]-'0')
			}
			out = append(out, edit{start, end, itoa(year - shift)})
		})
		return out
	}
}

// inNumber reports whether digits are a part of a longer number, name or
// identifier: 2,021.5, arXiv:2021.01234, RTX2070.
func inNumber(line string, start, end int) bool {
	if start > 0 && strings.IndexByte(".,:$#_", line[start-1]) >= 0 && (start < 2 || line[start-2] != ' ') && !spaced(line, start-1) {
		return true
	}
	if start > 0 {
		if r, _ := utf8.DecodeLastRuneInString(line[:start]); classOf(r) == 1 {
			return true
		}
	}
	if end+1 < len(line) && strings.IndexByte(".,", line[end]) >= 0 && line[end+1] >= '0' && line[end+1] <= '9' {
		return true
	}
	r, _ := utf8.DecodeRuneInString(line[end:])
	return classOf(r) == 1
}

// spaced reports whether the sign at byte i ends a word, as in "May, 2021".
func spaced(line string, i int) bool { return i+1 < len(line) && line[i+1] == ' ' }

func itoa(year int) string {
	var b [4]byte
	for i := len(b) - 1; i >= 0; i-- {
		b[i] = byte('0' + year%10)
		year /= 10
	}
	return string(b[:])
}
