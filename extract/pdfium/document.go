package pdfium

import (
	"context"
	"errors"
	"fmt"

	"pique/extract/glyph"
)

// Bounds on one file.
const (
	maxRestarts = 3      // pages that may end the instance
	maxSide     = 20000. // points; larger pages are cut, as in the own engine
	maxGlyphs   = 1 << 20
)

// errPage is the error of a page that PDFium does not load.
var errPage = errors.New("the page cannot be loaded")

// load opens a file. An empty password is tried and no other.
func (s *session) load(data []byte) (pages int, err error) {
	p := s.alloc(max(len(data), 1))
	if !s.mem.Write(p, data) {
		return 0, ErrMemory
	}
	s.doc = s.call("FPDF_LoadMemDocument", uint64(p), uint64(len(data)), 0)
	if s.doc == 0 {
		switch s.call("FPDF_GetLastError") {
		case codePassword:
			return 0, ErrPassword
		case codeSecurity:
			return 0, ErrCipher
		}
		return 0, ErrDamaged
	}
	n := int(int32(s.call("FPDF_GetPageCount", s.doc)))
	if n <= 0 {
		return 0, ErrNoPages
	}
	return n, nil
}

// readAll reads all pages. A page that ends the instance has its Err, and the
// pages after it are read by the next.
func (s *session) readAll(ctx context.Context, data []byte) ([]glyph.Page, error) {
	n, err := s.load(data)
	if err != nil {
		return nil, err
	}
	n = min(n, s.e.maxPages)
	pages := make([]glyph.Page, n)
	restarts, left := 0, maxGlyphs
	for i := range pages {
		pages[i].Number = i + 1
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if s.instance == nil {
			if restarts++; restarts > maxRestarts {
				pages[i].Err = errors.New("not read: too many pages before it are damaged")
				continue
			}
			if err := s.again(data); err != nil {
				return nil, err
			}
		}
		if left <= 0 {
			pages[i].Err = errors.New("too many glyphs")
			continue
		}
		if err := s.readPage(ctx, &pages[i]); err != nil && pages[i].Err == nil {
			pages[i].Err = err
		}
		left -= len(pages[i].Glyphs)
	}
	return pages, nil
}

// again opens the file with a new instance.
func (s *session) again(data []byte) (err error) {
	defer s.recover(&err)
	if err := s.begin(); err != nil {
		return err
	}
	_, err = s.load(data)
	return err
}

// readPage reads one page; what ends the instance is the page's error.
func (s *session) readPage(ctx context.Context, p *glyph.Page) (err error) {
	defer s.recover(&err)
	if s.page = s.call("FPDF_LoadPage", s.doc, uint64(p.Number-1)); s.page == 0 {
		return errPage
	}
	r := &reader{session: s, page: p, ctx: ctx}
	r.frame()
	p.Links = r.links()
	if r.appearances() {
		// What was an annotation is content now, after the page is read anew.
		s.call("FPDF_ClosePage", s.page)
		if s.page = s.call("FPDF_LoadPage", s.doc, uint64(p.Number-1)); s.page == 0 {
			return errPage
		}
	}
	r.objects()
	r.plain()
	if s.text = s.call("FPDFText_LoadPage", s.page); s.text == 0 {
		err = fmt.Errorf("%w: the text cannot be loaded", errPage)
	} else {
		r.glyphs()
		s.call("FPDFText_ClosePage", s.text)
	}
	r.replace()
	r.visible()
	r.look()
	r.scanned()
	s.call("FPDF_ClosePage", s.page)
	s.text, s.page = 0, 0
	return err
}
