package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"pique/index"
	"pique/index/trail"
	"pique/rubric"
)

// The exit statuses. Every command's help names those that it can end with.
const (
	exitDone        = 0
	exitUnread      = 1   // done, but some files could not be read
	exitUsage       = 2   // bad usage
	exitInput       = 3   // bad rubric or input
	exitIndex       = 4   // index unusable or locked
	exitInterrupted = 130 // 128 + SIGINT, as shells have it
)

// errUnread ends a command that did its work and has said which files it
// could not read.
var errUnread = errors.New("some files could not be read")

// errIndex is an index that failed while it was used.
var errIndex = errors.New("use index")

// indexError marks an error of an open index. One of the user's own, as when
// they interrupt it, stays as it is.
func indexError(err error) error {
	if err == nil || errors.Is(err, context.Canceled) {
		return err
	}
	return fmt.Errorf("%w: %w", errIndex, err)
}

// failure is an error with what to do about it.
type failure struct {
	err  error
	hint string // a command to try, or what is there; empty for none
	code int
}

func (f *failure) Error() string { return f.err.Error() }
func (f *failure) Unwrap() error { return f.err }

// usageError is a call that cannot be carried out as it stands.
func usageError(hint, format string, args ...any) error {
	return &failure{fmt.Errorf(format, args...), hint, exitUsage}
}

// inputError is a file, folder or rubric that cannot be used.
func inputError(hint, format string, args ...any) error {
	return &failure{fmt.Errorf(format, args...), hint, exitInput}
}

// explain maps an error to what a person reads and to the exit status. It is
// the one place that does.
func explain(err error) (message, hint string, code int) {
	message = cleanLines(err.Error())
	var (
		fail    *failure
		bad     *rubric.Faults
		changed *trail.Broken
	)
	switch {
	case errors.As(err, &fail):
		return message, clean(fail.hint), fail.code
	case errors.Is(err, context.Canceled):
		return "interrupted", "", exitInterrupted
	case errors.As(err, &bad):
		return plural(len(bad.List), "fault") + " in the rubric\n" + cleanLines(bad.Error()),
			"pique rubric new FILE writes a sound one, with comments", exitInput
	case errors.As(err, &changed):
		return message, "take the trail from a copy, or set the file aside: the next entry begins a new one", exitInput
	case errors.Is(err, trail.ErrLocked):
		return message, "wait until the other pique has ended", exitIndex
	case errors.Is(err, index.ErrNone):
		return message, "pique score PATH... reads resumes and makes an index; --index FOLDER names another", exitIndex
	case errors.Is(err, index.ErrLocked):
		return message, "wait until the other pique has ended, or name another index with --index FOLDER", exitIndex
	case errors.Is(err, index.ErrVersion), errors.Is(err, index.ErrDamaged):
		return message, "pique score PATH... makes it anew from the files", exitIndex
	case errors.Is(err, index.ErrForeign):
		return message, "name an empty or new folder with --index FOLDER", exitIndex
	case errors.Is(err, errIndex) && (errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS)):
		return message, "check who may write there, or name another folder with --index FOLDER", exitIndex
	case errors.Is(err, errIndex) && errors.Is(err, syscall.ENOSPC):
		return message, "make room on the disk: what was written is kept, and the same command goes on from there", exitIndex
	case errors.Is(err, index.ErrBroad):
		return message, "write more of the word before the star", exitUsage
	case errors.Is(err, errIndex):
		return message, "the same command may go well again; if not, the index is a cache: remove it and run pique score PATH...", exitIndex
	case errors.Is(err, fs.ErrNotExist):
		return message, "check the spelling of the path", exitInput
	case errors.Is(err, fs.ErrPermission):
		return message, "check who may read it: ls -l shows", exitInput
	}
	return message, "", exitInput
}

// cleanLines cleans each line of a message by itself.
func cleanLines(s string) string {
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		lines[i] = clean(l)
	}
	return strings.Join(lines, "\n")
}

// run carries out one command line and returns the exit status.
func run(args []string) int {
	if len(args) > 0 && args[0] == readerCommand {
		return serveReads()
	}
	// A reader that has seen enough, such as head, closes the pipe; that is
	// told by the write that fails, not by a signal that ends the process
	// while an index is open.
	signal.Ignore(syscall.SIGPIPE)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	// After the first signal the next one ends the process at once.
	context.AfterFunc(ctx, stop)

	s := newSession()
	root := newRootCommand(s)
	root.SetArgs(dashed(args))
	err := root.ExecuteContext(ctx)
	if flushed := s.out.flush(); err == nil && flushed != nil {
		err = fmt.Errorf("write output: %w", flushed)
	}
	code := finish(s, err)
	_ = s.err.flush() // nowhere left to say it
	return code
}

// finish says what went wrong, if anything, and returns the exit status.
func finish(s *session, err error) int {
	switch {
	case err == nil, errors.Is(err, syscall.EPIPE):
		return exitDone
	case errors.Is(err, errUnread):
		return exitUnread
	}
	message, hint, code := explain(err)
	if code == exitInterrupted && s.err.terminal {
		s.err.notice("") // the terminal wrote ^C
	}
	first, rest, more := strings.Cut(message, "\n")
	s.err.printf("%s %s\n", s.err.paint(wrong, "pique: error:"), first)
	if more {
		s.err.println(rest)
	}
	if hint != "" {
		s.err.printf("%s %s\n", s.err.paint(faint, "hint:"), hint)
	}
	return code
}
