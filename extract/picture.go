package extract

import (
	"context"
	"errors"
	"fmt"
	"time"

	"pique/extract/glyph"
	"pique/extract/ocr"
)

const (
	pictureDPI   = 300 // tesseract's manual asks for it
	maxPictures  = 20  // pages of a file that are read from their pictures
	pictureTimes = 3   // timeouts that such a page may take
)

// Deadline is the most time that one engine may take for a file: the Timeout,
// and more where pages may have to be read from their pictures; 0 means that
// there is no limit. The opening of the second engine does not count.
func (o Options) Deadline() time.Duration {
	t := o.Timeout
	if t == 0 {
		t = defaultTimeout
	}
	if t < 0 {
		return 0
	}
	if o.OCR && o.Engine != Own {
		t *= 1 + maxPictures*pictureTimes
	}
	return t
}

// readPictures gives the pages that are pictures alone the text that the
// program tesseract reads in them. It returns the indices of the pages that
// it read, and why it read no more.
func readPictures(ctx context.Context, e Second, data []byte, pages []glyph.Page, o Options) (read []int, why string) {
	which := pictures(pages)
	if len(which) == 0 {
		return nil, ""
	}
	tool, err := ocr.Find(ctx)
	if err != nil {
		return nil, oneLine(err.Error())
	}
	for n, i := range which {
		if n == maxPictures {
			return read, fmt.Sprintf("%s more of images not read", count(len(which)-n, "page"))
		}
		gs, err := readPicture(ctx, tool, e, data, &pages[i], o)
		if err != nil {
			if ctx.Err() != nil {
				return read, why
			}
			why = fmt.Sprintf("page %d of %d: %s", pages[i].Number, len(pages), oneLine(err.Error()))
			continue
		}
		if len(gs) > 0 {
			pages[i].Glyphs = append(pages[i].Glyphs, gs...)
			read = append(read, i)
		}
	}
	return read, why
}

func readPicture(ctx context.Context, tool *ocr.Tool, e Second, data []byte, p *glyph.Page, o Options) ([]glyph.Glyph, error) {
	o.OCR = false
	if t := o.Deadline(); t > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, pictureTimes*t)
		defer cancel()
	}
	img, err := e.Render(ctx, data, p.Number, pictureDPI)
	if err == nil {
		var gs []glyph.Glyph
		if gs, err = tool.Read(ctx, img, p.Width, p.Height); err == nil {
			return gs, nil
		}
	}
	if errors.Is(err, context.DeadlineExceeded) {
		return nil, errors.New("the picture took too long")
	}
	return nil, err
}

// seenBy marks the pages of a document that were read from their pictures.
func (d *Document) seenBy(read []int, why string) {
	for _, i := range read {
		if i < len(d.Pages) {
			d.Pages[i].OCR, d.OCR = true, true
		}
	}
	switch {
	case d.OCR && d.Status != Unreadable:
		reason := count(len(read), "page") + " read from pictures by tesseract"
		if d.Reason != "" {
			reason += "; " + d.Reason
		}
		d.Status, d.Reason = Partial, reason
		if why != "" {
			d.Reason += "; " + why
		}
	case why != "" && d.Status != OK:
		d.Reason += "; " + why
	}
}
