package pdfium

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// warm is the folder that holds the compiled module from one run of the tests
// to the next.
func warm() (dir string, compiled bool) {
	dir, err := os.UserCacheDir()
	if err != nil {
		return "", false
	}
	dir = filepath.Join(dir, "pique", "wasm")
	files, _ := filepath.Glob(filepath.Join(dir, "wazero-*", "*"))
	return dir, len(files) > 0
}

var opened = sync.OnceValues(func() (*Engine, error) {
	dir, _ := warm()
	return Open(context.Background(), Options{Cache: dir})
})

// engine returns the engine that all tests share.
func engine(t testing.TB) *Engine {
	t.Helper()
	if _, ok := warm(); !ok && testing.Short() {
		t.Skip("PDFium is not compiled yet, which takes a while: left out with -short")
	}
	e, err := opened()
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func read(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("../../testdata", filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestRefused(t *testing.T) {
	e := engine(t)
	for _, c := range []struct {
		name string
		data []byte
		want error
	}{
		{"nothing", nil, ErrDamaged},
		{"text", []byte("no file of pages"), ErrDamaged},
		{"password", read(t, "odd/encrypted.pdf"), ErrPassword},
		{"half", read(t, "odd/truncated.pdf"), ErrDamaged},
	} {
		if _, err := e.Read(context.Background(), c.data); !errors.Is(err, c.want) {
			t.Errorf("%s: got %v, want %v", c.name, err, c.want)
		}
	}
}

func TestStopped(t *testing.T) {
	e := engine(t)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	data := read(t, "resumes/haddad-leila.pdf")
	if _, err := e.Read(ctx, data); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want %v", err, context.Canceled)
	}
	ctx, cancel = context.WithTimeout(context.Background(), time.Microsecond)
	defer cancel()
	if _, err := e.Render(ctx, data, 1, 300); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v, want %v", err, context.DeadlineExceeded)
	}
	if ps, err := e.Read(context.Background(), data); err != nil || len(ps) != 1 {
		t.Errorf("after that: %d pages, %v", len(ps), err)
	}
}

func TestSideBySide(t *testing.T) {
	e := engine(t)
	data := read(t, "resumes/haddad-leila.pdf")
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			ps, err := e.Read(context.Background(), data)
			if err != nil || len(ps) != 1 || len(ps[0].Glyphs) < 1000 {
				t.Errorf("got %d pages, %v", len(ps), err)
			}
		})
	}
	wg.Wait()
}

// TestSameAgain reads a file after others: what they were does not show.
func TestSameAgain(t *testing.T) {
	e := engine(t)
	data := read(t, "resumes/eriksen-maja.pdf")
	first, err := e.Read(context.Background(), data)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"hidden/latex-layer.pdf", "odd/truncated.pdf", "odd/scan.pdf", "resumes/kim-seojun.pdf"} {
		_, _ = e.Read(context.Background(), read(t, name))
		again, err := e.Read(context.Background(), data)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(first, again); d != "" {
			t.Errorf("after %s (-first +again):\n%s", name, d)
		}
	}
}

func TestRender(t *testing.T) {
	e := engine(t)
	data := read(t, "resumes/haddad-leila.pdf")
	img, err := e.Render(context.Background(), data, 1, 72)
	if err != nil {
		t.Fatal(err)
	}
	if b := img.Bounds(); b.Dx() != 595 || b.Dy() != 841 {
		t.Errorf("got %v, want 595 by 841 dots", b)
	}
	dark := 0
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			if v, _, _, _ := img.At(x, y).RGBA(); v < 0x8000 {
				dark++
			}
		}
	}
	if dark < 1000 || dark > 100_000 {
		t.Errorf("%d dark dots", dark)
	}
	if img, err = e.Render(context.Background(), data, 1, 20000); err != nil {
		t.Fatal(err)
	}
	if b := img.Bounds(); b.Dx()*b.Dy() > maxDots+maxDots/8 {
		t.Errorf("%v dots, want at most %d", b, maxDots)
	}
	if _, err := e.Render(context.Background(), data, 2, 72); !errors.Is(err, ErrNoPage) {
		t.Errorf("second page of one: %v", err)
	}
}
