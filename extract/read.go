package extract

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"pique/extract/content"
	"pique/extract/glyph"
	"pique/extract/layout"
	"pique/extract/outline"
)

// Options of Read. The zero value works.
type Options struct {
	Timeout  time.Duration // for one file; 0 means 10 seconds, less than 0 no limit
	MaxBytes int64         // of one file; 0 means 64 MiB, less than 0 no limit
}

const (
	defaultTimeout  = 10 * time.Second
	defaultMaxBytes = 64 << 20

	// whole is the share of a file's visible glyphs that must have become text
	// for its Status to be OK.
	whole = 0.98
)

// Read reads the file at path.
func Read(ctx context.Context, path string, o Options) Document {
	name := filepath.ToSlash(path)
	limit := o.MaxBytes
	if limit == 0 {
		limit = defaultMaxBytes
	}
	f, err := os.Open(path)
	if err != nil {
		return unreadable(name, cannotOpen(err))
	}
	defer f.Close()
	if st, err := f.Stat(); err == nil {
		switch {
		case st.IsDir():
			return unreadable(name, "a folder")
		case !st.Mode().IsRegular():
			return unreadable(name, "not a regular file")
		case limit > 0 && st.Size() > limit:
			return unreadable(name, tooLarge(limit))
		}
	}
	r := io.Reader(f)
	if limit > 0 {
		r = io.LimitReader(f, limit+1)
	}
	data, err := io.ReadAll(r)
	if err != nil {
		return unreadable(name, cannotOpen(err))
	}
	return ReadBytes(ctx, name, data, o)
}

func unreadable(name, reason string) Document {
	return Document{File: name, Status: Unreadable, Reason: reason}
}

// cannotOpen is an error of the file system without its path.
func cannotOpen(err error) string {
	var pe *os.PathError
	if errors.As(err, &pe) {
		err = pe.Err
	}
	return "cannot open: " + oneLine(err.Error())
}

func tooLarge(limit int64) string {
	if limit < 1<<20 {
		return fmt.Sprintf("too large: over %d bytes", limit)
	}
	return fmt.Sprintf("too large: over %d MiB", limit>>20)
}

// ReadBytes reads the bytes of a file that goes by name.
func ReadBytes(ctx context.Context, name string, data []byte, o Options) Document {
	limit := o.MaxBytes
	if limit == 0 {
		limit = defaultMaxBytes
	}
	if limit > 0 && int64(len(data)) > limit {
		return unreadable(filepath.ToSlash(name), tooLarge(limit))
	}
	timeout := o.Timeout
	if timeout == 0 {
		timeout = defaultTimeout
	}
	if timeout > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, timeout)
		defer cancel()
	}
	sum := sha256.Sum256(data)
	done := make(chan Document, 1)
	go func() { done <- read(ctx, data) }()
	var d Document
	select {
	case d = <-done:
	case <-ctx.Done():
		d = Document{Status: Unreadable}
	}
	if err := ctx.Err(); err != nil && (d.Status == Unreadable || errors.Is(err, context.Canceled)) {
		d = Document{Status: Unreadable, Reason: "stopped"}
		if errors.Is(err, context.DeadlineExceeded) {
			d.Reason = "timed out"
			if timeout > 0 {
				d.Reason += " after " + seconds(timeout)
			}
		}
	}
	d.File = filepath.ToSlash(name)
	d.SHA256 = hex.EncodeToString(sum[:])
	return d
}

func seconds(d time.Duration) string {
	return strings.TrimSuffix(fmt.Sprintf("%.3g", d.Seconds()), ".") + " s"
}

// read makes a document of the bytes of a file.
func read(ctx context.Context, data []byte) Document {
	if len(bytes.TrimSpace(data)) == 0 {
		return Document{Status: Unreadable, Reason: "empty file"}
	}
	f, err := content.Read(data, content.Options{Context: ctx})
	switch {
	case errors.Is(err, content.ErrNoPages):
		return Document{Status: Unreadable, Reason: "damaged: " + oneLine(err.Error())}
	case err != nil:
		return Document{Status: Unreadable, Reason: oneLine(err.Error())}
	}
	lines := layout.Lines(f.Pages)
	d := Document{Outline: outline.Of(lines, f.Pages), Hidden: hidden(f.Pages)}
	for _, p := range f.Pages {
		page := Page{Number: p.Number, Width: p.Width, Height: p.Height, Images: p.Images}
		if p.Err != nil {
			page.Reason = oneLine(p.Err.Error())
		}
		d.Pages = append(d.Pages, page)
	}
	d.Status, d.Reason = judge(f.Pages, lines)
	if d.Status == Unreadable {
		d.Outline = outline.Outline{}
	}
	return d
}

// judge says how much of the pages became lines.
func judge(pages []glyph.Page, lines []layout.Line) (Status, string) {
	shown, mapped, runes, images, pictured := 0, 0, 0, 0, 0
	var faults []string
	for _, p := range pages {
		n := 0
		for _, g := range p.Glyphs {
			if g.Hidden != glyph.Visible || g.Font != nil && g.Font.Icon {
				continue
			}
			t := inked(g.Text)
			if g.Text != "" && t == 0 {
				continue // a space
			}
			shown++
			if t > 0 {
				mapped++
				runes += t
				n++
			}
		}
		if p.Images > 0 {
			pictured++
		}
		images += p.Images
		if p.Err != nil {
			faults = append(faults, fmt.Sprintf("page %d of %d: %s", p.Number, len(pages), oneLine(p.Err.Error())))
		}
	}
	if runes == 0 {
		switch {
		case len(pages) == 0:
			return Unreadable, "damaged: no pages"
		case shown > 0:
			return Unreadable, fmt.Sprintf("no text on any page: the codes of %d glyphs map to no letters", shown)
		case len(faults) > 0:
			return Unreadable, "damaged: " + faults[0]
		case pictured > 0:
			return Unreadable, fmt.Sprintf("no text layer (%s of images)", count(len(pages), "page"))
		}
		return Unreadable, "no text on any page"
	}
	if len(faults) > 0 {
		r := faults[0]
		if len(faults) > 1 {
			r += fmt.Sprintf(" (and %s more)", count(len(faults)-1, "page"))
		}
		return Partial, r
	}
	if float64(mapped) < whole*float64(shown) {
		return Partial, fmt.Sprintf("%d of %d glyphs map to no letters", shown-mapped, shown)
	}
	placed := 0
	for _, l := range lines {
		placed += inked(l.Text) + inked(l.Marker)
	}
	if float64(placed) < whole*float64(runes) {
		return Partial, fmt.Sprintf("%d of %d letters have no place in a line", runes-placed, runes)
	}
	return OK, ""
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// inked counts the runes of t that are no white space.
func inked(t string) int {
	n := 0
	for _, r := range t {
		if !unicode.IsSpace(r) && !unicode.IsControl(r) && r != utf8.RuneError {
			n++
		}
	}
	return n
}

// oneLine makes one line of an error's text, which can quote the file.
func oneLine(s string) string {
	const most = 200 // bytes
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == utf8.RuneError || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, s)
	s = strings.Join(strings.Fields(s), " ")
	if len(s) > most {
		s = strings.ToValidUTF8(s[:most], "") + "…"
	}
	return s
}
