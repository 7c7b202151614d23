// Package font turns the codes of a shown string into text and advance
// widths, for every kind of font that a PDF file can hold.
//
// Fill in a Spec from the font's dictionary and call New; then call
// Font.Next along the bytes of each shown string. The package knows nothing
// of PDF objects: a Spec is plain data, and streams are handed over as
// functions that are called at most once, and only when needed.
//
// Text comes from, in this order: the ToUnicode map; the glyph's name, by
// Differences, the base encoding or the encoding built into a Type 1 or CFF
// program; the character map of an embedded TrueType program, reversed; the
// character collection. A code that nothing maps has the text "".
//
// Limits: of the predefined CMaps those that are Unicode themselves
// (UCS2, UTF-16) and the identities are understood; other East Asian
// encodings need a ToUnicode map. Glyph outlines are never read.
package font
