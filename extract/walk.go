package extract

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// SourceKind tells what Walk takes a file for.
type SourceKind uint8

// The kinds of file.
const (
	PDF   SourceKind = iota // by its name or its first bytes
	Other                   // anything else; Reason says what
)

// Source is a file that Walk found.
type Source struct {
	Root   string // the path given, as given
	Path   string // where the file is, to be opened
	File   string // relative to a folder that was given, or the path of a file that was; slashes forward
	Kind   SourceKind
	Reason string // of Other: "not a PDF (docx)"

	Outside bool // a link leads to it, out of the folder Root
}

// maxDepth bounds the nesting of folders.
const maxDepth = 64

// Walk lists the files at paths, each a file or a folder, with all folders
// below. Each path's files come in the order of their names, in the order of
// the paths; a file that is reached twice is listed once. Files and folders
// whose names begin with a dot are left out unless given themselves. Links
// to files and folders are followed, also out of the folder that was given,
// and then the Source says so; a folder within itself is not.
//
// A path that does not exist is an error that wraps fs.ErrNotExist. A folder
// below a path that cannot be listed is a Source of kind Other that says so.
func Walk(paths []string) ([]Source, error) {
	var w walker
	w.seen = make(map[string]bool)
	for _, p := range paths {
		st, err := os.Stat(p)
		if err != nil {
			return nil, fmt.Errorf("walk %s: %w", p, unwrapPath(err))
		}
		w.root, w.real = p, ""
		if !st.IsDir() {
			w.file(p, filepath.ToSlash(filepath.Clean(p)), realPath(p), st)
			continue
		}
		if err := w.folder(p, "", nil, 0); err != nil {
			return nil, fmt.Errorf("walk %s: %w", p, unwrapPath(err))
		}
	}
	return w.out, nil
}

func unwrapPath(err error) error {
	if pe, ok := err.(*fs.PathError); ok {
		return pe.Err
	}
	return err
}

type walker struct {
	root string
	real string // of root, where it is a folder
	out  []Source
	seen map[string]bool // real paths of files
}

// folder lists the files of dir, which is rel below the root; above are the
// real paths of the folders around it.
func (w *walker) folder(dir, rel string, above []string, depth int) error {
	real, err := filepath.EvalSymlinks(dir)
	if err != nil {
		return err
	}
	if abs, err := filepath.Abs(real); err == nil {
		real = abs
	}
	if w.real == "" {
		w.real = real
	}
	if slices.Contains(above, real) || depth > maxDepth {
		return nil
	}
	above = append(slices.Clip(above), real)
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		name := e.Name()
		if strings.HasPrefix(name, ".") {
			continue
		}
		path := filepath.Join(dir, name)
		file := name
		if rel != "" {
			file = rel + "/" + name
		}
		st, err := os.Stat(path)
		if err != nil {
			w.out = append(w.out, Source{Root: w.root, Path: path, File: file, Kind: Other, Reason: "cannot open: " + oneLine(unwrapPath(err).Error())})
			continue
		}
		if st.IsDir() {
			if err := w.folder(path, file, above, depth+1); err != nil {
				w.out = append(w.out, Source{Root: w.root, Path: path, File: file, Kind: Other, Reason: "cannot list: " + oneLine(unwrapPath(err).Error())})
			}
			continue
		}
		real := filepath.Join(real, name)
		if e.Type()&fs.ModeSymlink != 0 {
			real = realPath(path)
		}
		w.file(path, file, real, st)
	}
	return nil
}

// realPath is the absolute path without links, as far as it can be told.
func realPath(path string) string {
	real, err := filepath.EvalSymlinks(path)
	if err != nil {
		real = path
	}
	if abs, err := filepath.Abs(real); err == nil {
		real = abs
	}
	return real
}

func (w *walker) file(path, file, real string, st fs.FileInfo) {
	if w.seen[real] {
		return
	}
	w.seen[real] = true
	s := Source{Root: w.root, Path: path, File: file}
	if w.real != "" {
		rest, inside := strings.CutPrefix(real, strings.TrimSuffix(w.real, string(filepath.Separator)))
		s.Outside = !inside || !os.IsPathSeparator(rest[0])
	}
	ext := strings.ToLower(strings.TrimPrefix(filepath.Ext(path), "."))
	switch {
	case !st.Mode().IsRegular():
		s.Kind, s.Reason = Other, "not a regular file"
	case ext == "pdf" || st.Size() > 0 && startsAsPDF(path): // files of the system have no size, and may never end
	case ext == "":
		s.Kind, s.Reason = Other, "not a PDF"
	default:
		s.Kind, s.Reason = Other, "not a PDF ("+oneLine(ext)+")"
	}
	w.out = append(w.out, s)
}

// startsAsPDF reports whether the first kilobyte of a file has a PDF header,
// whatever its name.
func startsAsPDF(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, 1024)
	n, _ := io.ReadFull(f, head)
	i := bytes.Index(head[:n], []byte("%PDF-"))
	// Text that speaks of PDF is none: the header starts a line.
	return i == 0 || i > 0 && (head[i-1] == '\n' || head[i-1] == '\r')
}
