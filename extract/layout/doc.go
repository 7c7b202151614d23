// Package layout makes logical lines of the glyphs of pages. Call Lines.
//
// Marks become words by the gaps between them; words become blocks by the
// corridors of white space that divide columns, grids of cells, margins with
// their dates and headings, and letterheads; the rows of a block become lines by the
// signs that a typesetter leaves: a row that is full goes on in the next one,
// a list item opens with a bullet, a title is bold or has its date on the
// right.
//
// Rows of Hebrew and Arabic are brought to the order of reading, Chinese and
// Japanese columns are read downwards and from right to left, and text at any
// angle is read along its baseline.
//
// Limits: rows from right to left are joined to paragraphs by their left
// edges alone, and their wide gaps are not told; what is printed over other
// text keeps its words but shares its line; where the cells of a table of
// three or more columns wrap and are not ruled, its rows are read across, one
// baseline a line; a list of short items in a narrow column is told from
// wrapped text by its words alone.
package layout
