package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// bullets are the characters that open a list item and mean nothing else
// there. The dashes and letters of weakMarker need a gap after them as well.
const bullets = "•◊⋄‣⁃∙◦●○◘◙■□▪▫▬▶►▸▹▷◆◇❖⬥⬦★☆✓✔✗✘➢➣➤➔→⇒❑❒❏❐♦◾◽⦁⦿◉⚫⚪➜➝➞➙➛·⋅∗⋆❯❱›»⇨➥➧➨⁌⁍▻⯈⬤\u2b9e\u25fc\u25fb\u25aa"

// leastBullet is the first of the bullets.
const leastBullet = '·'

// isBullet reports whether a rune is a bullet wherever it stands at the start
// of a row. Symbol fonts put theirs into the private use area.
func isBullet(r rune) bool {
	if r < leastBullet {
		return false
	}
	return strings.ContainsRune(bullets, r) && r != utf8.RuneError || r >= 0xf000 && r <= 0xf0ff || r >= 0xe000 && r <= 0xe0ff
}

func startsBullet(s string) bool {
	if s != "" && s[0] < utf8.RuneSelf {
		return false
	}
	r, n := utf8.DecodeRuneInString(s)
	return n == len(s) && isBullet(r)
}

// weakMarker reports whether a word may be a bullet if a gap follows: a dash,
// a star, a letter that a symbol font draws as a shape.
func weakMarker(s string, symbol bool) bool {
	switch s {
	case "-", "–", "—", "*", "+", ">", "−", "~", "‐", "‑", "o", ">>", "--":
		return true
	case "§", "Ø", "ü", "q", "v", "n", "l", "u", "ò", "Ü", "à", "þ":
		return symbol
	}
	return false
}

// symbolFont reports whether the font is one whose letters are shapes.
func symbolFont(name string) bool {
	name = strings.ToLower(name)
	return strings.Contains(name, "dings") || strings.Contains(name, "symbol")
}

// numberMarker reports whether a word is the number of a list item: "1.",
// "(2)", "[13]", "[C2]", "a)", "iv.".
func numberMarker(s string) bool {
	if len(s) < 2 || len(s) > 8 {
		return false
	}
	body := s
	closed := false
	switch {
	case s[0] == '[' && s[len(s)-1] == ']', s[0] == '(' && s[len(s)-1] == ')':
		body, closed = s[1:len(s)-1], true
	case s[0] == '[' && strings.HasSuffix(s, "]."):
		body, closed = s[1:len(s)-2], true
	case s[len(s)-1] == ')' || s[len(s)-1] == '.' || s[len(s)-1] == ':':
		body = s[:len(s)-1]
		if s[len(s)-1] == ':' && !digits(body) {
			return false
		}
	default:
		return false
	}
	switch {
	case body == "":
		return false
	case digits(body):
		return len(body) <= 2 || closed && len(body) <= 3
	case len(body) == 1:
		return unicode.IsLower(rune(body[0])) || closed
	case strings.Trim(body, "ivx") == "" && len(body) <= 4:
		return true
	case closed && s[0] == '[' && len(body) <= 6 && strings.ContainsAny(body, ".-"):
		// A letter, and a number after it: [p.11], [C-2].
		return unicode.IsLetter(rune(body[0])) && digits(strings.TrimLeft(body[1:], ".-"))
	case len(body) <= 5 && (closed || len(body) >= 2 && s[len(s)-1] == '.'):
		// A letter and a number: [C2], P1.
		return unicode.IsUpper(rune(body[0])) && digits(strings.TrimLeft(body, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")) && len(strings.TrimRight(body, "0123456789")) <= 2
	}
	return false
}

func digits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}
