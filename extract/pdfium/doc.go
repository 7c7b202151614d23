// Package pdfium is the second engine: PDFium, compiled to WebAssembly, reads
// what the own engine refuses or reads badly, and paints pages. Call Open
// once, then Read or Render for each file.
//
// The module comes from github.com/klippa-app/go-pdfium, which this package
// alone imports, and runs in wazero: no C compiler, and memory of its own
// with a bound. It sees neither files nor the network, and it prints nothing.
// Each file has a fresh instance of the module, so that no file can change
// what is read of the next.
//
// Compiling the module takes some five seconds of one processor; with a folder
// for the result a later Open takes two tenths of a second. Processes may
// share the folder: the result is written beside its place and then renamed.
//
// Limits: the text of a glyph is what PDFium makes of it, which has no codes;
// clipping paths count by their bounding boxes; patterns count as grey. A call
// into the module cannot be stopped: after the end of its context Read
// returns, and the instance runs on until it is done or its process ends.
package pdfium
