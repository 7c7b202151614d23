package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"pique/rubric"
)

// extensions of the forms of a sheet.
var extensions = map[format]string{"text": ".txt", "markdown": ".md", "html": ".html", "json": ".json"}

// writeSheets writes each sheet to a file of its own, whole or not at all.
// Where one is there already nothing is written: somebody may have written
// into it.
func (o promptsOptions) writeSheets(s *session, sheets []rubric.Sheet) error {
	if err := os.MkdirAll(o.out, 0o755); err != nil {
		return fmt.Errorf("make folder of sheets: %w", err)
	}
	paths := make([]string, len(sheets))
	for i, sh := range sheets {
		name := fmt.Sprintf("%0*d-%s", max(len(fmt.Sprint(len(sheets))), 2), i+1, fileName(sheetName(sh)))
		paths[i] = filepath.Join(o.out, name+extensions[o.format])
		if _, err := os.Lstat(paths[i]); err == nil && !o.force {
			return inputError("--force writes over it; another folder keeps both", "%s is there already, and somebody may have written into it; nothing was written", paths[i])
		} else if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("write sheet: %w", err)
		}
	}
	for i, sh := range sheets {
		var b bytes.Buffer
		page := &stream{w: bufio.NewWriter(&b), width: sheetWidth}
		if err := printSheets(page, o.format, []rubric.Sheet{sh}, true); err != nil {
			return err
		}
		if err := page.flush(); err != nil {
			return fmt.Errorf("write sheet: %w", err)
		}
		if err := writeWhole(paths[i], b.Bytes()); err != nil {
			return err
		}
		s.out.println(clean(paths[i]))
	}
	return nil
}

// writeWhole puts a file in place when all of it is written.
func writeWhole(path string, data []byte) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".pique-*")
	if err != nil {
		return fmt.Errorf("write sheet: %w", err)
	}
	_, err = f.Write(data)
	if err = errors.Join(err, f.Chmod(0o644), f.Close()); err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		_ = os.Remove(f.Name()) // the first error matters more
		return fmt.Errorf("write sheet: %w", err)
	}
	return nil
}

// fileName makes a name of letters, digits and hyphens that every file system
// takes: "Mateusz Wróbel" is mateusz-wrobel.
func fileName(name string) string {
	var b strings.Builder
	for _, r := range strings.NewReplacer("ł", "l", "Ł", "l", "ø", "o", "Ø", "o", "ß", "ss", "ı", "i").Replace(norm.NFD.String(strings.TrimSuffix(name, ".pdf"))) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(unicode.ToLower(r))
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
		if b.Len() > 80 {
			break
		}
	}
	if out := strings.Trim(b.String(), "-"); out != "" {
		return out
	}
	return "sheet"
}
