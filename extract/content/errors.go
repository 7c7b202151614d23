package content

import "errors"

// Why a file could not be opened. Errors of Read wrap one of these.
var (
	ErrEmpty     = errors.New("empty file")
	ErrNotPDF    = errors.New("not a PDF")
	ErrDamaged   = errors.New("damaged")
	ErrEncrypted = errors.New("encrypted: a password is needed")
	ErrCipher    = errors.New("encrypted in a way that cannot be read")
	ErrTooLarge  = errors.New("too large")
	ErrNoPages   = errors.New("no pages")
)

// ErrEndless is wrapped by the Err of a page that goes on past the bounds of
// one file: no resume does, and no engine needs to see more of it.
var ErrEndless = errors.New("too many")
