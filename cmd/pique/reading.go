package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"pique/extract"
	"pique/extract/child"
	"pique/extract/pdfium"
)

// readerCommand is the hidden command that makes a process one that reads
// files for another pique. It goes past cobra: no rubric is loaded, and a
// terminal has nothing to say to it.
const readerCommand = "child-reader"

// serveReads is the process of readerCommand. Its output speaks to the parent
// alone, so that what a library prints goes to the standard error.
func serveReads() int {
	out := os.Stdout
	os.Stdout = os.Stderr
	err := child.Serve(context.Background(), os.Stdin, out, child.ServeOptions{
		Exit: os.Exit, Alone: true,
		Second: func(cache string, memory int64) (extract.Second, error) {
			return pdfium.Open(context.Background(), pdfium.Options{Cache: cache, MaxMemory: memory / 2})
		},
	})
	if err != nil {
		fmt.Fprintf(os.Stderr, "fatal: %s: %s\n", readerCommand, clean(err.Error()))
		return exitUsage
	}
	return exitDone
}

// reader is what takes a file to a document. Hash is the SHA-256 of a file's
// bytes, empty where they cannot be had; Err tells why nothing can be read.
type reader interface {
	Hash(ctx context.Context, path string) string
	Read(ctx context.Context, path string) extract.Document
	Err() error
}

// readOptions are the flags of the commands that read files.
type readOptions struct {
	timeout time.Duration // 0: the default
	memory  int64         // bytes; 0: the default
	engine  extract.Engine
	ocr     bool
}

func (o *readOptions) addFlags(cmd *cobra.Command) {
	o.timeout, o.memory = child.DefaultTimeout, child.DefaultMemory
	f := cmd.Flags()
	f.Var((*timeValue)(&o.timeout), "timeout", "give up a file after this `TIME`, as 30s or 2m; the second engine has what the first left of it, and half at the least")
	f.Var((*sizeValue)(&o.memory), "memory", "give up a file that takes more than this `SIZE` of memory, as 1GB")
	f.BoolVar(&o.ocr, "ocr", false, "read pages that are pictures with tesseract, where it is installed")
	for flag, values := range map[string][]string{
		"timeout": {"5s", "10s", "30s", "1m"},
		"memory":  {"256MB", "512MB", "1GB", "2GB"},
	} {
		_ = cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp)) // fails only for a flag that is not there
	}
}

// addEngine adds --engine.
func (o *readOptions) addEngine(cmd *cobra.Command) {
	cmd.Flags().Var((*engineValue)(&o.engine), "engine", "who reads: auto, own, or pdfium, which auto asks where own is in doubt")
	_ = cmd.RegisterFlagCompletionFunc("engine", cobra.FixedCompletions(engineNames, cobra.ShellCompDirectiveNoFileComp)) // as above
}

// open makes the processes that read, or will do so when they are needed.
func (o readOptions) open(s *session, jobs int) *child.Pool {
	cache := cacheFolder()
	return child.Start(child.Options{
		Jobs: jobs, Timeout: o.timeout, MaxMemory: o.memory, Engine: o.engine, OCR: o.ocr, Cache: cache,
		Command: selfCommand,
		Opening: sync.OnceFunc(func() { sayFirst(s.err, cache) }),
	})
}

// cacheFolder is where the second engine keeps its compiled code; empty where
// the system names no such place.
func cacheFolder() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "pique")
}

// sayFirst tells a terminal why nothing goes on for some time, where the
// second engine has no compiled code yet, or nowhere to keep it.
func sayFirst(st *stream, cache string) {
	switch {
	case !st.terminal || compiled(cache):
	case cache == "":
		st.notice("preparing the second reader (each time, since HOME is not set: there is no place to keep it)\n")
	default:
		st.notice("preparing the second reader (first time only)\n")
	}
}

// compiled reports whether a cache folder holds compiled code: a file in a
// folder of its own for each version.
func compiled(cache string) bool {
	files, err := filepath.Glob(filepath.Join(cache, "*", "*"))
	return cache != "" && err == nil && len(files) > 0
}

// selfCommand starts this same program as a reader, by the name by which it
// was called. On Linux that is the very file that runs, even where another
// has taken its path since.
func selfCommand(role string) *exec.Cmd {
	path := "/proc/self/exe"
	if _, err := os.Stat(path); err != nil || runtime.GOOS != "linux" {
		if path, err = os.Executable(); err != nil {
			path = os.Args[0]
		}
	}
	cmd := exec.Command(path, readerCommand, role)
	cmd.Args[0] = os.Args[0]
	return cmd
}

// cannotRead is the error of a run that cannot start what reads.
func cannotRead(err error) error {
	return inputError("pique reads files in processes of its own; check that another may be started here (ulimit -u)", "%w", err)
}

// timeValue is a flag of a time over zero; a bare number is one of seconds.
type timeValue time.Duration

func (v *timeValue) Type() string { return "TIME" }
func (v *timeValue) String() string {
	return strconv.FormatFloat(time.Duration(*v).Seconds(), 'f', -1, 64) + "s"
}
func (v *timeValue) Set(s string) error {
	d, err := time.ParseDuration(s)
	if err != nil {
		d, err = time.ParseDuration(s + "s")
	}
	if err != nil || d < time.Millisecond {
		return errors.New("want a time, such as 30s or 2m")
	}
	*v = timeValue(d)
	return nil
}

// leastMemory is what a process takes that has read a plain resume, twice.
const leastMemory = 64 << 20

// sizeValue is a flag of a number of bytes, in units of 1024.
type sizeValue int64

func (v *sizeValue) Type() string   { return "SIZE" }
func (v *sizeValue) String() string { return strconv.FormatInt(int64(*v)>>20, 10) + "MB" }
func (v *sizeValue) Set(s string) error {
	unit := strings.ToUpper(strings.TrimLeft(s, "0123456789."))
	n, err := strconv.ParseFloat(s[:len(s)-len(unit)], 64)
	shift, known := map[string]int{"M": 20, "MB": 20, "MIB": 20, "G": 30, "GB": 30, "GIB": 30}[strings.TrimSpace(unit)]
	size := n * float64(int64(1)<<shift)
	switch {
	case err != nil || !known:
		return errors.New("want a size, such as 512MB or 2GB")
	case size < leastMemory:
		return fmt.Errorf("want %dMB or more", leastMemory>>20)
	case size > 1<<50:
		return errors.New("want less than a million gigabytes")
	}
	*v = sizeValue(size)
	return nil
}

// engineNames are the values of --engine; the first is the default.
var engineNames = []string{"auto", string(extract.Own), string(extract.PDFium)}

type engineValue extract.Engine

func (v *engineValue) Type() string { return "ENGINE" }
func (v *engineValue) String() string {
	if *v == "" {
		return engineNames[0]
	}
	return string(*v)
}

func (v *engineValue) Set(s string) error {
	for i, name := range engineNames {
		if s == name {
			*v = engineValue(name)
			if i == 0 {
				*v = engineValue(extract.Auto)
			}
			return nil
		}
	}
	return fmt.Errorf("want one of %s", strings.Join(engineNames, ", "))
}
