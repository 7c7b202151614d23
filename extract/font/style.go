package font

import "strings"

// Flags of a font descriptor, ISO 32000-1 table 123.
const (
	flagFixed     = 1 << 0
	flagSerif     = 1 << 1
	flagSymbolic  = 1 << 2
	flagItalic    = 1 << 6
	flagForceBold = 1 << 18
)

// untag takes the subset tag off a font's name: ABCDEF+Lato.
func untag(name string) string {
	if len(name) > 7 && name[6] == '+' {
		for _, c := range name[:6] {
			if c < 'A' || c > 'Z' {
				return name
			}
		}
		return name[7:]
	}
	return name
}

// style works out the look of a font from its name first: descriptors of
// bold fonts often lack both the flag and a weight.
func (f *Font) style() {
	s := &f.spec
	f.Name = untag(s.Name)
	if f.Name == "" {
		f.Name = untag(s.DescriptorName)
	}
	low := strings.ToLower(f.Name)
	f.low = low
	f.Bold = containsAny(low, "bold", "black", "heavy", "demi", "semibd", "extrabd") ||
		s.Flags&flagForceBold != 0 || s.Weight >= 600 || s.StemV >= 140 || texBold(low)
	if containsAny(low, "-bd", "_bd", ",bd") {
		f.Bold = true
	}
	f.Italic = containsAny(low, "italic", "oblique", "slanted", "kursiv") || s.Flags&flagItalic != 0 ||
		s.ItalicAngle != 0 && abs(s.ItalicAngle) < 60 || texItalic(low) ||
		strings.HasSuffix(low, "-it") || strings.HasSuffix(low, "ital") || strings.HasSuffix(f.Name, "It")
	f.Mono = s.Flags&flagFixed != 0 || containsAny(low, "mono", "courier", "consol", "typewriter", "cmtt", "sftt", "menlo")
	f.Icon = containsAny(low, "fontawesome", "awesome", "icomoon", "materialicon", "material-icon", "icon", "glyphicon",
		"academicons", "simpleicons", "fontello", "entypo", "marvosym", "ionicons", "typicons", "feather")
}

func containsAny(s string, parts ...string) bool {
	for _, p := range parts {
		if strings.Contains(s, p) {
			return true
		}
	}
	return false
}

// texBold and texItalic know the names of Computer Modern, CM-Super and
// Latin Modern, which name weights and shapes by letters before the size.
func texBold(low string) bool {
	stem := strings.TrimRight(low, "0123456789")
	switch stem {
	case "cmbx", "cmb", "cmssbx", "cmbxti", "cmbxsl", "cmbsy", "cmmib", "sfbx", "sfsx", "sfbi", "sfbl", "sfso", "sfxc", "sfrb",
		"lmroman-bold", "lmsans-bold", "cmcscbx", "pplb", "ptmb", "phvb":
		return true
	}
	return false
}

func texItalic(low string) bool {
	stem := strings.TrimRight(low, "0123456789")
	switch stem {
	case "cmti", "cmsl", "cmbxti", "cmbxsl", "cmssi", "cmitt", "cmsltt", "sfti", "sfsl", "sfbi", "sfbl", "sfsi", "sfso", "sfit", "cmmi", "cmmib":
		return true
	}
	return false
}
