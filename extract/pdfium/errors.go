package pdfium

import "errors"

// Why a file could not be read. The text of each is a reason in one line;
// errors of Read and Render wrap one of these or are that of the context.
var (
	ErrPassword = errors.New("encrypted: a password is needed")
	ErrCipher   = errors.New("encrypted in a way that cannot be read")
	ErrDamaged  = errors.New("damaged")
	ErrNoPages  = errors.New("damaged: no pages")
	ErrMemory   = errors.New("out of memory")
	ErrStuck    = errors.New("the engine is stuck in earlier files")
	ErrNoPage   = errors.New("no such page")
)

// Codes of FPDF_GetLastError.
const (
	codePassword = 4
	codeSecurity = 5
)
