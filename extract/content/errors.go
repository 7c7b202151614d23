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
