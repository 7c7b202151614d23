// Package content is the first engine: it reads a PDF file into the glyphs of
// its pages. Call Read.
//
// Objects are read, streams decoded and content streams interpreted here, each
// object once. Those of an encrypted file come from github.com/ledongthuc/pdf,
// which this package alone imports. Each glyph carries its text, the box that
// it takes on the page as shown, and whether a reader of the page can see it.
//
// Whatever a file says is bounded: operators, nesting, decoded bytes, pages,
// objects. One recover boundary stands around the library and around each
// page; a page that breaks has its Err and keeps the glyphs read before, and
// the other pages are whole.
//
// Limits: what a glyph can be told from is looked at in five places of it, so
// a letter that is half covered counts as seen. Pictures, shadings of several
// colours and patterns of several count as a ground of unknown colour, on
// which text is visible; so do clipping paths and shapes of very many points,
// by their boxes. Knockout groups count as plain ones. Encryption is read
// where the library reads it and the password is empty.
package content
