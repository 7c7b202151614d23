// Package compare says how near the text that a program reads from a page
// comes to a text that is known.
//
// Words compares the words of two texts as bags; Lines counts the known lines
// that came out as lines of their own. Neither looks at the order.
package compare
