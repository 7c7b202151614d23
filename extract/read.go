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

	// Engine chooses who reads: Auto is the own engine and, where it is in
	// doubt and Second is set, the second.
	Engine Engine
	// Second opens the second engine. It is called for each file that needs
	// it, by one goroutine at a time or by many, and returns the same engine
	// each time; nil means that there is none.
	Second func() (Second, error)
	// OCR reads the pages that are pictures alone, by Second and the program
	// tesseract. Without Second, such a file has a Doubt.
	OCR bool
}

const (
	defaultTimeout  = 10 * time.Second
	defaultMaxBytes = 64 << 20
	mostRoom        = 64 << 20 // for the bytes of a file before they are read
	maxPages        = 5000     // of one file; more are left out, and its Status says so
)

// Largest is the most bytes that a file may have by MaxBytes; 0 stands for no
// limit.
func (o Options) Largest() int64 {
	if o.MaxBytes == 0 {
		return defaultMaxBytes
	}
	return max(o.MaxBytes, 0)
}

// Read reads the file at path.
func Read(ctx context.Context, path string, o Options) Document {
	name := filepath.ToSlash(path)
	limit := o.Largest()
	f, err := os.Open(path)
	if err != nil {
		return unreadable(name, cannotOpen(err))
	}
	defer f.Close()
	room := int64(0)
	if st, err := f.Stat(); err == nil {
		switch {
		case st.IsDir():
			return unreadable(name, "a folder")
		case !st.Mode().IsRegular():
			return unreadable(name, "not a regular file")
		case limit > 0 && st.Size() > limit:
			return unreadable(name, tooLarge(limit))
		}
		room = max(0, min(st.Size(), mostRoom))
	}
	r := io.Reader(f)
	if limit > 0 {
		r = io.LimitReader(f, limit+1)
	}
	data := bytes.NewBuffer(make([]byte, 0, room+bytes.MinRead)) // with room to see the end
	if _, err := data.ReadFrom(r); err != nil {
		return unreadable(name, cannotOpen(err))
	}
	return ReadBytes(ctx, name, data.Bytes(), o)
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
	limit := o.Largest()
	if limit > 0 && int64(len(data)) > limit {
		return unreadable(filepath.ToSlash(name), tooLarge(limit))
	}
	sum := sha256.Sum256(data)
	var d Document
	if o.Engine != PDFium {
		own := Options{Timeout: o.Timeout, Engine: Own}
		d = within(ctx, own.Deadline(), func(ctx context.Context) Document { return readOwn(ctx, data, o) })
		if d.Status == Unreadable && strings.HasPrefix(d.Reason, timedOut) {
			d.Doubt = "the own engine " + d.Reason
		}
	}
	switch {
	case o.Engine == PDFium:
		d = readSecond(ctx, data, o)
	case o.Engine == Auto && o.Second != nil && d.Doubt != "" && ctx.Err() == nil:
		d = Choose(d, readSecond(ctx, data, o))
	}
	d.File = filepath.ToSlash(name)
	d.SHA256 = hex.EncodeToString(sum[:])
	return d
}

// timedOut begins the reason of a file that took longer than it may.
const timedOut = "timed out"

// within runs read for at most a time, where it is more than nothing. Past
// it, what read does goes on unseen.
func within(ctx context.Context, timeout time.Duration, read func(context.Context) Document) Document {
	if timeout > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, timeout)
		defer cancel()
	}
	done := make(chan Document, 1)
	go func() { done <- read(ctx) }()
	var d Document
	select {
	case d = <-done:
	case <-ctx.Done():
		d = Document{Status: Unreadable}
	}
	if err := ctx.Err(); err != nil && (d.Status == Unreadable || errors.Is(err, context.Canceled)) {
		d = Document{Status: Unreadable, Reason: "stopped"}
		if errors.Is(err, context.DeadlineExceeded) {
			d.Reason = timedOut
			if timeout > 0 {
				d.Reason += " after " + seconds(timeout)
			}
		}
	}
	return d
}

func seconds(d time.Duration) string {
	return strings.TrimSuffix(fmt.Sprintf("%.3g", d.Seconds()), ".") + " s"
}

// readOwn reads the bytes of a file by the own engine.
func readOwn(ctx context.Context, data []byte, o Options) Document {
	if len(bytes.TrimSpace(data)) == 0 {
		return Document{Status: Unreadable, Reason: "empty file", Engine: Own}
	}
	f, err := content.Read(data, content.Options{Context: ctx, MaxPages: maxPages})
	if err != nil {
		d := Document{Status: Unreadable, Reason: oneLine(err.Error()), Engine: Own}
		if errors.Is(err, content.ErrNoPages) {
			d.Reason = "damaged: " + d.Reason
		}
		if !errors.Is(err, content.ErrNotPDF) && !errors.Is(err, content.ErrTooLarge) && ctx.Err() == nil {
			d.Doubt = "the own engine cannot open it: " + d.Reason
		}
		return d
	}
	d, t := document(f.Pages, f.Total)
	d.Engine = Own
	d.Doubt = t.doubt(f.Pages, o)
	f.Release() // the document has nothing of its glyphs but their text
	return d
}

// document makes a document of what an engine read of a file of total pages.
func document(pages []glyph.Page, total int) (Document, tally) {
	lines := layout.Lines(pages)
	t := tallyOf(pages, lines)
	t.total = total
	d := Document{Outline: outline.Of(lines, pages), Hidden: hidden(pages), Letters: t.runes, Unmapped: t.shown - t.mapped}
	for _, p := range pages {
		page := Page{Number: p.Number, Width: p.Width, Height: p.Height, Images: p.Images}
		if p.Err != nil {
			page.Reason = oneLine(p.Err.Error())
		}
		d.Pages = append(d.Pages, page)
	}
	d.Status, d.Reason = t.judge()
	if d.Status == Unreadable {
		d.Outline = outline.Outline{}
	}
	return d, t
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
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
