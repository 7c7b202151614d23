// Package query is the small language in which candidates are searched.
//
// Begin with [Parse], which turns what a person typed into a [Query], or
// build one with [Signal], [AtLeast], [OfKind], [MinScore], [Not] and join
// them with [And] and [Or]: flags and typed queries take the same path.
//
//	pruning "object detection"    both must stand in the text; word forms match
//	quant*                        every word that begins so
//	pruning OR distillation       either; binds looser than standing side by side
//	-term, NOT term               must not hold
//	(a OR b) c                    parentheses group
//	*                             everybody
//	signal:faster                 shows the signal, at any level
//	faster:>=3, faster:measured   a level by number or name; faster:0 is absent
//	faster:2..3                   a range, both ends included
//	kind:intern                   the kind of candidate
//	score:>60, score:40..70       the score; one that could not be read has none
//	speedup:>=2                   something became at least twice as fast, as a
//	                              quoted line says; ratio: likewise of any number
//	status:partial                ok, partial or unreadable
//	name:"Jane Doe", file:jane    words of the name, of the path
//	org:acme, skill:c++           an organisation in the evidence; a word of the skills
//	section:publications x        the next word, phrase or group within a section;
//	                              at the end of a group: has such a section
//
// "score>60" and "faster>=3" may also be written without the colon.
// AND, OR and NOT are operators only in capitals. The same field twice is
// not an OR: all terms side by side must hold.
//
// # Limits
//
// A query has at most [MaxBytes] bytes, [MaxTerms] terms and [MaxDepth]
// levels of parentheses. A prefix needs two letters or digits. A colon makes
// a field of the word before it, so an address must stand in quotes.
package query
