package pdfium

import (
	"context"
	"fmt"
	"image"
	"io"
	"sync"

	goPDFium "github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"

	"pique/extract/glyph"
)

// Options of Open. The zero value works.
type Options struct {
	// Cache is a folder for the compiled module, made where it is missing;
	// empty, or a folder that cannot be written, means that it is compiled anew.
	Cache string
	// MaxMemory bounds the memory of the module, in bytes; 0 means 256 MiB.
	MaxMemory int64
	// MaxPages bounds the pages read of a file; 0 means 5000.
	MaxPages int
}

const (
	defaultMemory = 256 << 20
	defaultPages  = 5000
	wasmPage      = 64 << 10

	// maxInstances is how many instances may be left in files from which they
	// do not come back.
	maxInstances = 4
)

// Engine is the compiled module. It reads one file at a time; Read and Render
// may be called side by side and wait for one another.
type Engine struct {
	pool     goPDFium.Pool
	maxPages int
	turn     chan struct{} // holds a token while nobody reads

	mu   sync.Mutex
	born api.Module // the module of the youngest instance
	lost int        // instances that did not come back
}

// Open compiles the module, or takes it from the cache.
func Open(ctx context.Context, o Options) (*Engine, error) {
	if o.MaxMemory <= 0 {
		o.MaxMemory = defaultMemory
	}
	if o.MaxPages <= 0 {
		o.MaxPages = defaultPages
	}
	e := &Engine{maxPages: o.MaxPages, turn: make(chan struct{}, 1)}
	e.turn <- struct{}{}
	err := ctx.Err()
	if err == nil && o.Cache != "" {
		if cache, cerr := wazero.NewCompilationCacheWithDir(o.Cache); cerr == nil && e.start(o, cache) == nil {
			return e, nil
		}
	}
	if err == nil {
		err = e.start(o, nil)
	}
	if err != nil {
		return nil, fmt.Errorf("start pdfium: %w", err)
	}
	return e, nil
}

func (e *Engine) start(o Options, cache wazero.CompilationCache) error {
	rc := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithMemoryLimitPages(uint32(min(o.MaxMemory, 4<<30-wasmPage) / wasmPage)).
		WithDebugInfoEnabled(false)
	if cache != nil {
		rc = rc.WithCompilationCache(cache)
	}
	// The library has no call for much that is wanted of every glyph at once,
	// so the functions of the module are called as they are exported. The
	// listener hears the first of them that a new instance runs.
	ctx := experimental.WithFunctionListenerFactory(context.Background(), listeners{e})
	pool, err := webassembly.Init(webassembly.Config{
		Context:       ctx,
		MaxTotal:      maxInstances + 1,
		RuntimeConfig: rc,
		FSConfig:      wazero.NewFSConfig(),
		Stdout:        io.Discard,
		Stderr:        io.Discard,
		RandomSource:  zeros{},
	})
	if err != nil {
		return err
	}
	e.pool = pool
	return nil
}

// Close frees the module. It is not called while a file is read.
func (e *Engine) Close() error { return e.pool.Close() }

// Read reads the glyphs of the pages of a file. A page that breaks has its Err
// and does not end the reading.
func (e *Engine) Read(ctx context.Context, data []byte) ([]glyph.Page, error) {
	var pages []glyph.Page
	err := e.do(ctx, func(s *session) error {
		var err error
		pages, err = s.readAll(ctx, data)
		return err
	})
	if err != nil {
		return nil, err
	}
	return pages, nil
}

// Render paints a page, numbered from 1, in grey at dpi dots an inch, fewer
// for a page that would have more than 32 million dots. Annotations are
// painted too.
func (e *Engine) Render(ctx context.Context, data []byte, page int, dpi float64) (image.Image, error) {
	var img image.Image
	err := e.do(ctx, func(s *session) error {
		var err error
		img, err = s.render(data, page, dpi)
		return err
	})
	if err != nil {
		return nil, err
	}
	return img, nil
}

// do waits for its turn and runs work in a session of its own. Where the
// context ends first, the session is left to itself.
func (e *Engine) do(ctx context.Context, work func(*session) error) error {
	select {
	case <-e.turn:
	case <-ctx.Done():
		return ctx.Err()
	}
	var once sync.Once
	pass := func() { once.Do(func() { e.turn <- struct{}{} }) }
	e.mu.Lock()
	lost := e.lost
	e.mu.Unlock()
	if lost >= maxInstances {
		pass()
		return ErrStuck
	}
	done := make(chan error, 1)
	go func() {
		s := &session{e: e}
		err := s.run(work)
		s.close()
		done <- err
	}()
	select {
	case err := <-done:
		pass()
		return err
	case <-ctx.Done():
	}
	e.mu.Lock()
	e.lost++
	e.mu.Unlock()
	go func() {
		<-done
		e.mu.Lock()
		e.lost--
		e.mu.Unlock()
	}()
	pass()
	return ctx.Err()
}

// listeners makes a listener for one function: the one that starts PDFium.
type listeners struct{ e *Engine }

// NewFunctionListener is part of experimental.FunctionListenerFactory.
func (l listeners) NewFunctionListener(f api.FunctionDefinition) experimental.FunctionListener {
	for _, name := range f.ExportNames() {
		if name == "FPDF_InitLibrary" {
			return experimental.FunctionListenerFunc(func(_ context.Context, m api.Module, _ api.FunctionDefinition, _ []uint64, _ experimental.StackIterator) {
				l.e.mu.Lock()
				l.e.born = m
				l.e.mu.Unlock()
			})
		}
	}
	return nil
}

// zeros is the module's source of random bytes: what it makes of a file does
// not depend on them, and is to be the same each time.
type zeros struct{}

// Read is part of io.Reader.
func (zeros) Read(p []byte) (int, error) {
	clear(p)
	return len(p), nil
}
