// Package phrase is the small language in which a rubric says what to look
// for in a line of text, and the matcher that finds it.
//
// A phrase is written as one would say it. Each word stands for all its
// forms and spellings: "quantize model" also finds "quantised models". A
// hyphen, a space and nothing at all are the same: "real-time" finds "real
// time" and "realtime". Beyond words there are
//
//	...          up to six words in between; ...3 up to three
//	(a | b c)    one of these
//	[a]          this, or nothing
//	=pruned      exactly this form
//	yolo*        any word that begins so
//	*praktikum   any word that ends so
//	{model}      any phrase of the word list "model"
//	<time>       a quantity: see Quant; <number>, <year>, <name>, <course code> too
//	^            the beginning of the range that is searched
//
// Call NewBook, add lists, Compile phrases, put those that go together into a
// Set, then make a Line of each text and Find in it; Lines makes those of a
// document. Only phrases whose two rarest words stand in the line are tried. A
// Book must not change once Lines are made of it; then it may be shared by any
// number of goroutines.
//
// Limits: the forms are English; a phrase never crosses the range it is
// searched in; of several ways to match at one place the shortest gap wins.
package phrase
