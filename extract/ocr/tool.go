package ocr

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/draw"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"time"

	"pique/extract/glyph"
)

// ErrMissing says that there is no program to read pictures with.
var ErrMissing = errors.New("tesseract is not installed")

const (
	name = "tesseract"
	// maxLanguages bounds the languages read at once; each takes its time.
	maxLanguages = 4
	maxOutput    = 16 << 20 // bytes of the program's answer
	grace        = time.Second
)

// Tool is the program with the languages that it knows.
type Tool struct {
	path      string
	languages string // "eng+deu"
}

// Find looks for the program on the PATH.
func Find(ctx context.Context) (*Tool, error) {
	path, err := exec.LookPath(name)
	if err != nil {
		return nil, ErrMissing
	}
	t := &Tool{path: path}
	out, err := t.run(ctx, nil, "--list-langs")
	if err != nil {
		return nil, err
	}
	if t.languages = choose(string(out)); t.languages == "" {
		return nil, fmt.Errorf("%s knows no language", name)
	}
	return t, nil
}

// choose makes an argument of the list of languages: English first, then the
// others in the order of the alphabet.
func choose(list string) string {
	var langs []string
	for i, l := range strings.Split(list, "\n") {
		l = strings.TrimSpace(l)
		if i == 0 && strings.Contains(l, " ") || !isLanguage(l) {
			continue
		}
		langs = append(langs, l)
	}
	slices.Sort(langs)
	langs = slices.Compact(langs)
	if i := slices.Index(langs, "eng"); i > 0 {
		langs = append([]string{"eng"}, slices.Delete(langs, i, i+1)...)
	}
	return strings.Join(langs[:min(len(langs), maxLanguages)], "+")
}

// isLanguage reports whether a name is that of a language, such as "chi_sim";
// "osd" and "equ" are none.
func isLanguage(s string) bool {
	if len(s) < 3 || s == "osd" || s == "equ" {
		return false
	}
	for _, c := range s {
		if (c < 'a' || c > 'z') && c != '_' {
			return false
		}
	}
	return true
}

// Read reads the picture of a page that is width points wide and height points
// high. The glyphs stand in the order of the program, with spaces between the
// words of a line.
func (t *Tool) Read(ctx context.Context, img image.Image, width, height float64) ([]glyph.Glyph, error) {
	b := img.Bounds()
	if b.Empty() || !(width > 0 && height > 0) {
		return nil, nil
	}
	dpi := max(70, min(int(float64(b.Dx())/width*72+0.5), 2400))
	out, err := t.run(ctx, pgm(img), "stdin", "stdout", "-l", t.languages, "--dpi", fmt.Sprint(dpi), "tsv")
	if err != nil {
		return nil, err
	}
	return glyphs(parse(string(out)), width/float64(b.Dx()), height/float64(b.Dy())), nil
}

// run runs the program and returns what it prints.
func (t *Tool) run(ctx context.Context, in []byte, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, t.path, args...)
	cmd.WaitDelay = grace
	cmd.Env = append(os.Environ(), "OMP_THREAD_LIMIT=1")
	cmd.Stdin = bytes.NewReader(in)
	var out capped
	cmd.Stdout, cmd.Stderr = &out, io.Discard
	err := cmd.Run()
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case err != nil:
		return nil, fmt.Errorf("run %s: %w", name, err)
	}
	return out.b, nil
}

// capped keeps the beginning of what is written to it.
type capped struct{ b []byte }

// Write is part of io.Writer.
func (c *capped) Write(p []byte) (int, error) {
	c.b = append(c.b, p[:min(len(p), maxOutput-len(c.b))]...)
	return len(p), nil
}

// pgm is a picture in the plainest of the formats that the program reads.
func pgm(m image.Image) []byte {
	b := m.Bounds()
	img, ok := m.(*image.Gray)
	if !ok {
		img = image.NewGray(b)
		draw.Draw(img, b, m, b.Min, draw.Src)
	}
	out := append(make([]byte, 0, 20+b.Dx()*b.Dy()), fmt.Sprintf("P5\n%d %d\n255\n", b.Dx(), b.Dy())...)
	for y := b.Min.Y; y < b.Max.Y; y++ {
		i := img.PixOffset(b.Min.X, y)
		out = append(out, img.Pix[i:i+b.Dx()]...)
	}
	return out
}
