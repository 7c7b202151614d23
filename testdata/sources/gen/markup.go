package main

import (
	"regexp"
	"strings"
)

// mark finds **bold**, __italic__ and [words](address).
var mark = regexp.MustCompile(`\*\*(.+?)\*\*|__(.+?)__|\[([^\]]+)\]\(([^)]+)\)`)

// markup writes text in the markup of a format; "plain" drops all markup.
func markup(format, s string) string {
	var b strings.Builder
	for s != "" {
		m := mark.FindStringSubmatchIndex(s)
		if m == nil {
			break
		}
		b.WriteString(escape(format, s[:m[0]]))
		part := func(i int) string { return escape(format, s[m[2*i]:m[2*i+1]]) }
		switch {
		case m[2] >= 0:
			b.WriteString(wrap(format, "bold", part(1), ""))
		case m[4] >= 0:
			b.WriteString(wrap(format, "italic", part(2), ""))
		default:
			b.WriteString(wrap(format, "link", part(3), s[m[8]:m[9]]))
		}
		s = s[m[1]:]
	}
	b.WriteString(escape(format, s))
	return b.String()
}

// wrap puts already escaped text into bold, italic or a link.
func wrap(format, style, text, address string) string {
	switch format + " " + style {
	case "ctx bold":
		return `{\bf ` + text + `}`
	case "ctx italic":
		return `{\it ` + text + `}`
	case "ctx link":
		return `\goto{` + text + `}[url(` + address + `)]`
	case "tex bold":
		return `\textbf{` + text + `}`
	case "tex italic":
		return `\textit{` + text + `}`
	case "tex link":
		return `\href{` + strings.NewReplacer("%", `\%`, "#", `\#`, "_", `\_`).Replace(address) + `}{` + text + `}`
	case "html bold", "pango bold":
		return "<b>" + text + "</b>"
	case "html italic", "pango italic":
		return "<i>" + text + "</i>"
	case "html link":
		return `<a href="` + escape("html", address) + `">` + text + "</a>"
	case "fodt bold", "fodt italic":
		return `<text:span text:style-name="` + style + `">` + text + "</text:span>"
	case "fodt link":
		return `<text:a xlink:type="simple" xlink:href="` + escape("fodt", address) + `">` + text + "</text:a>"
	case "fo bold":
		return `<fo:inline font-weight="bold">` + text + "</fo:inline>"
	case "fo italic":
		return `<fo:inline font-style="italic">` + text + "</fo:inline>"
	case "fo link":
		return `<fo:basic-link external-destination="url('` + escape("fo", address) + `')">` + text + "</fo:basic-link>"
	case "ms bold":
		return `\fB` + text + `\fP`
	case "ms italic":
		return `\fI` + text + `\fP`
	case "typ bold":
		return "#strong[" + text + "];"
	case "typ italic":
		return "#emph[" + text + "];"
	case "typ link":
		return `#link("` + address + `")[` + text + "];"
	}
	return text
}

var texEscape = strings.NewReplacer(`\`, `\textbackslash{}`, "&", `\&`, "%", `\%`, "$", `\$`, "#", `\#`, "_", `\_`,
	"{", `\{`, "}", `\}`, "~", `\textasciitilde{}`, "\u00a0", "~", "^", `\textasciicircum{}`, "|", `$|$`, "<", `$<$`, ">", `$>$`,
	"→", `$\rightarrow$`, "≈", `$\approx$`, "×", `$\times$`, "µ", `\textmu{}`, "·", `$\cdot$`, "•", `\textbullet{}`)

var xmlEscape = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

// escape writes text so that a format prints it as it is.
func escape(format, s string) string {
	switch format {
	case "tex", "ctx":
		return texEscape.Replace(s)
	case "html", "fodt", "fo", "pango":
		return xmlEscape.Replace(s)
	case "ms":
		return strings.ReplaceAll(s, `\`, `\e`)
	case "typ":
		if s == "" {
			return ""
		}
		return `#"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `";`
	}
	return strings.ReplaceAll(s, "\u00a0", " ")
}

// icon names the picture that goes with a part of the contact row.
func icon(part string) string {
	switch {
	case strings.Contains(part, "github"):
		return "github"
	case strings.Contains(part, "linkedin"):
		return "linkedin"
	case strings.Contains(part, "@"):
		return "envelope"
	case strings.Contains(part, "+") || strings.Contains(part, "555"):
		return "phone"
	case strings.Contains(part, "example.") || strings.Contains(part, "orcid"):
		return "globe"
	}
	return "marker"
}
