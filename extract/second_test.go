package extract

import (
	"context"
	"errors"
	"fmt"
	"image"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pique/extract/glyph"
)

// TestMain stands in for tesseract where the test's binary goes by its name.
func TestMain(m *testing.M) {
	if strings.HasPrefix(filepath.Base(os.Args[0]), "tesseract") {
		_, _ = io.Copy(io.Discard, os.Stdin)
		if os.Args[1] == "--list-langs" {
			fmt.Println("List of available languages (1):\neng")
		} else {
			fmt.Print("5\t1\t1\t1\t1\t1\t300\t300\t400\t70\t96.5\tMira\n5\t1\t1\t1\t1\t2\t730\t302\t470\t70\t95.0\tSolano\n")
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// standIn puts a stand-in for tesseract on the PATH, and nothing else.
func standIn(t *testing.T) {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	name := "tesseract"
	if strings.HasSuffix(exe, ".exe") {
		name += ".exe"
	}
	if err := os.Symlink(exe, filepath.Join(dir, name)); err != nil {
		t.Skipf("no links here: %v", err)
	}
	t.Setenv("PATH", dir)
}

// words are pages of one word each; "" stands for a page that is a picture.
type words []string

func (w words) Read(ctx context.Context, data []byte) ([]glyph.Page, error) {
	f := &glyph.Font{Name: "Test"}
	var out []glyph.Page
	for i, s := range w {
		p := glyph.Page{Number: i + 1, Width: 612, Height: 792}
		if s == "" {
			p.Images = 1
		}
		for j, r := range s {
			x := 72 + 6*float64(j)
			p.Glyphs = append(p.Glyphs, glyph.Glyph{Text: string(r), Box: glyph.Box{x, 90, x + 6, 100}, Base: 98, Size: 10, Font: f})
		}
		out = append(out, p)
	}
	return out, nil
}

func (w words) Render(ctx context.Context, data []byte, page int, dpi float64) (image.Image, error) {
	return image.NewGray(image.Rect(0, 0, 2550, 3300)), nil
}

// refusal is an engine that reads nothing.
type refusal struct{ error }

func (r refusal) Read(context.Context, []byte) ([]glyph.Page, error) { return nil, r.error }

func (r refusal) Render(context.Context, []byte, int, float64) (image.Image, error) {
	return nil, r.error
}

func opens(s Second) func() (Second, error) { return func() (Second, error) { return s, nil } }

func TestSecond(t *testing.T) {
	sound := onePage("BT /F 12 Tf 72 700 Td (Mira Solano) Tj ET")
	blank := onePage("0 0 m")
	cannotStart := func() (Second, error) { return nil, errors.New("no room") }
	for _, c := range []struct {
		name           string
		data           []byte
		o              Options
		status         Status
		reason, doubt  string // begin with
		engine         Engine
		letters, pages int
	}{
		{"sound", sound, Options{Second: cannotStart}, OK, "", "", Own, 10, 1},
		{"none", blank, Options{}, Unreadable, "no text on any page", "the own engine finds neither", Own, 0, 1},
		{"better", blank, Options{Second: opens(words{"word"})}, OK, "", "the own engine finds neither", PDFium, 4, 1},
		{"own alone", blank, Options{Engine: Own, Second: opens(words{"word"})}, Unreadable, "no text on any page", "the own engine finds neither", Own, 0, 1},
		{"second alone", sound, Options{Engine: PDFium, Second: opens(words{"word"})}, OK, "", "", PDFium, 4, 1},
		{"no second", sound, Options{Engine: PDFium}, Unreadable, "there is no second engine", "", PDFium, 0, 0},
		{"cannot start", sound, Options{Engine: PDFium, Second: cannotStart}, Unreadable, "second engine: no room", "", PDFium, 0, 0},
		{"not started", blank, Options{Second: cannotStart}, Unreadable, "no text on any page", "the own engine finds neither", Own, 0, 1},
		{"password", blank, Options{Second: opens(refusal{errors.New("encrypted: a password is needed")})}, Unreadable, "encrypted: a password", "the own engine finds neither", Own, 0, 1},
		{"damaged", blank, Options{Second: opens(refusal{errors.New("damaged")})}, Unreadable, "no text on any page", "the own engine finds neither", Own, 0, 1},
		{"crowded", onePage("BT /F 12 Tf -6 Tc 72 700 Td (Mira Solano) Tj ET"), Options{}, Partial, "1 of 10 letters", "the own engine lays", Own, 10, 1},
		{"no PDF", []byte("hello"), Options{Second: opens(words{"word"})}, Unreadable, "not a PDF", "", Own, 0, 0},
	} {
		d := ReadBytes(context.Background(), c.name, c.data, c.o)
		if d.Status != c.status || !strings.HasPrefix(d.Reason, c.reason) || (c.reason == "") != (d.Reason == "") {
			t.Errorf("%s: %s %q, want %s %q", c.name, d.Status, d.Reason, c.status, c.reason)
		}
		if !strings.HasPrefix(d.Doubt, c.doubt) || (c.doubt == "") != (d.Doubt == "") {
			t.Errorf("%s: doubt %q, want %q", c.name, d.Doubt, c.doubt)
		}
		if d.Engine != c.engine || d.Letters != c.letters || len(d.Pages) != c.pages || d.File != c.name || len(d.SHA256) != 64 {
			t.Errorf("%s: engine %q, %d letters, %d pages, file %q, hash %q; want %q, %d, %d", c.name, d.Engine, d.Letters, len(d.Pages), d.File, d.SHA256, c.engine, c.letters, c.pages)
		}
	}
}

func TestChoose(t *testing.T) {
	doc := func(s Status, letters, unmapped int, e Engine) Document {
		return Document{File: "a.pdf", Status: s, Letters: letters, Unmapped: unmapped, Engine: e, Reason: string(e)}
	}
	ocr := doc(Partial, 50, 0, PDFium)
	ocr.OCR = true
	for _, c := range []struct {
		name        string
		own, second Document
		want        Engine
	}{
		{"same", doc(OK, 100, 0, Own), doc(OK, 100, 0, PDFium), Own},
		{"status", doc(Partial, 100, 0, Own), doc(OK, 90, 0, PDFium), PDFium},
		{"worse status", doc(OK, 90, 0, Own), doc(Partial, 100, 0, PDFium), Own},
		{"letters", doc(Partial, 90, 0, Own), doc(Partial, 100, 9, PDFium), PDFium},
		{"unmapped", doc(Partial, 90, 9, Own), doc(Partial, 90, 1, PDFium), PDFium},
		{"nothing", doc(Unreadable, 0, 0, Own), doc(Unreadable, 0, 0, PDFium), Own},
		{"pictures", doc(OK, 20, 0, Own), ocr, PDFium},
		{"fewer in pictures", doc(OK, 60, 0, Own), ocr, Own},
	} {
		c.own.Doubt = "because"
		d := Choose(c.own, c.second)
		if d.Engine != c.want || d.Doubt != "because" || d.File != "a.pdf" {
			t.Errorf("%s: got engine %q, doubt %q, file %q; want %q", c.name, d.Engine, d.Doubt, d.File, c.want)
		}
	}
}

func TestPictures(t *testing.T) {
	standIn(t)
	picture := onePage("q 612 0 0 792 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q")
	d := ReadBytes(context.Background(), "scan", picture, Options{OCR: true})
	if d.Status != Unreadable || d.Reason != "no text layer (1 page of images)" || d.Doubt != "1 page of images to be read" {
		t.Errorf("without second: %s %q, doubt %q", d.Status, d.Reason, d.Doubt)
	}
	if d = ReadBytes(context.Background(), "scan", picture, Options{}); d.Doubt != "" {
		t.Errorf("not asked for: doubt %q", d.Doubt)
	}
	o := Options{OCR: true, Second: opens(words{"word", "", ""})}
	d = ReadBytes(context.Background(), "scan", picture, o)
	if d.Status != Partial || d.Reason != "2 pages read from pictures by tesseract" || !d.OCR || d.Engine != PDFium {
		t.Errorf("got %s %q, OCR %v, engine %q", d.Status, d.Reason, d.OCR, d.Engine)
	}
	var ocr []bool
	for _, p := range d.Pages {
		ocr = append(ocr, p.OCR)
	}
	if fmt.Sprint(ocr) != "[false true true]" {
		t.Errorf("pages by OCR: %v", ocr)
	}
	var lines []string
	for _, l := range d.Lines {
		lines = append(lines, l.Text)
	}
	if got := strings.Join(lines, "/"); got != "word/Mira Solano/Mira Solano" {
		t.Errorf("lines %q", got)
	}
	t.Setenv("PATH", t.TempDir())
	o.Second = opens(words{""})
	d = ReadBytes(context.Background(), "scan", picture, Options{OCR: true, Engine: PDFium, Second: o.Second})
	if d.Status != Unreadable || d.Reason != "no text layer (1 page of images); tesseract is not installed" {
		t.Errorf("without tesseract: %s %q", d.Status, d.Reason)
	}
	if d = ReadBytes(context.Background(), "scan", picture, o); d.Status != Unreadable || !strings.HasSuffix(d.Reason, "; tesseract is not installed") {
		t.Errorf("without tesseract, both: %s %q", d.Status, d.Reason)
	}
}
