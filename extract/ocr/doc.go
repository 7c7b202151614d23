// Package ocr reads the picture of a page by the program tesseract, where it
// is installed. Call Find, then Read for each page.
//
// The picture goes to the program's standard input and what it reads comes
// from its standard output: no shell, no file. The program has one thread, and
// is killed when the context ends.
//
// Limits: tesseract tells words and their boxes, but neither fonts nor
// baselines; the size of the letters is worked out from the height of words,
// and each letter gets its share of the word. Words of which the program is
// unsure are left out, and a page on which it is mostly unsure has none.
package ocr
