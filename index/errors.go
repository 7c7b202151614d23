package index

import (
	"errors"
	"fmt"
	"runtime/debug"
)

// What can be wrong with an index as a whole.
var (
	// ErrNone is what a reader gets where no index is yet.
	ErrNone = errors.New("there is no index yet")
	// ErrLocked tells that another process held the index all the while.
	ErrLocked = errors.New("the index is in use by another process")
	// ErrVersion is what a reader gets of an index that another version
	// of the program made.
	ErrVersion = errors.New("the index was made by another version")
	// ErrDamaged tells that files of the index are broken.
	ErrDamaged = errors.New("the index is damaged")
	// ErrForeign tells that the folder holds files that no index put there.
	ErrForeign = errors.New("the folder holds files that are not an index's")
	// ErrReadOnly tells that an index opened to read was to be changed.
	ErrReadOnly = errors.New("the index is open for reading only")
	// ErrClosed tells that the index was closed before.
	ErrClosed = errors.New("the index is closed")
	// ErrNotKept tells that there is nothing under the hash that was named.
	ErrNotKept = errors.New("the content is not kept")
	// ErrBroad tells that a prefix stands for too many words.
	ErrBroad = errors.New("too many words begin so")
)

// guard runs f and makes an error of a panic: bleve trusts the bytes that
// it maps, and panics where they are broken; and to read a mapped file that
// somebody cuts short, or from a disk that fails, is a fault.
func guard(doing string, f func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true)) // of this goroutine
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%s: %w (%v)", doing, ErrDamaged, p)
		}
	}()
	return f()
}
