package font

// Clean turns what another program made of a code into text as a reader would
// type it, as the fonts of this package do: ligatures are expanded, fixed
// spaces are spaces, soft hyphens are hyphens, and controls and private-use
// characters go. known is false where nothing is left that could have been
// meant.
func Clean(s string) (text string, known bool) { return clean(s) }
