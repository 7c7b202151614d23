// Package extract reads a file into a Document: what a reader of its pages
// sees, in the order in which it is read, with the parts that a resume has.
// Call Read for a file, or ReadBytes for what is in memory already; Walk
// lists the files of folders.
//
// Reading never fails: a Document has a Status and, where it is not OK, a
// Reason in one line. Only what can be seen on the page becomes Lines; what
// the file holds beside it is listed in Hidden.
//
// The work is done in the packages below, each of which knows nothing of the
// next: content makes glyphs of a file, layout makes lines of glyphs, and
// outline makes sections and entries of lines. Where content refuses a file
// or is in doubt of what it read, a second engine may be asked: package pdfium,
// by Options.Second. Pages that are pictures alone are read by package ocr, by
// Options.OCR.
//
// Limits: text in pictures on a page that has other text is not read. A file
// that makes the library below recurse without end ends the process; who reads
// files that he does not trust has package child do it. After a deadline the
// goroutine that reads the file may go on for a while.
package extract
