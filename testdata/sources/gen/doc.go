// Command gen turns the invented people of testdata/sources/people into
// sources that a typesetter can read, and into what is known of them.
//
// Each people/NAME.txt holds one person's content and names a layout. For each
// of them gen writes
//
//	sources/NAME.{tex,html,fodt,...}   what a producer renders to NAME.pdf
//	lines/NAME.txt                     the logical lines, in reading order
//	labels/NAME.yaml                   the signals that the lines show
//
// and one MANIFEST.tsv. Text, labels and picture come from the same file, so
// they cannot drift apart. It is run by build.sh, which then calls the
// producers:
//
//	go run ./testdata/sources/gen -dir testdata
//
// # The format of a people file
//
// First come "key: value" rows: name, tagline, layout, producer, contact
// (parts divided by " | "), lang, for, and whatever else the layout reads.
// Then, a row each:
//
//	# Heading                                 a section
//	#> Heading                                a section that stands in the sidebar
//	## Title | Organisation | Dates | Place | Link   an entry
//	- text                                    a bullet
//	1. text                                   a numbered item
//	= Label: text                             a labelled row
//	text                                      a paragraph
//
// Within text, **bold**, __italic__ and [words](address) are marked up. A row
// may end in {{...}}: signals with levels that the row shows, as
// "faster=3 smaller=4", a "?" after a level for a borderline case, and
// "near: reason" for a row that must show nothing.
//
// # Layouts
//
// layouts/NAME.EXT.tmpl defines two templates with << >> as delimiters: "page",
// the source, and "lines", what a reader sees of it row by row. Templates of
// layouts/base.EXT.tmpl are shared.
package main
