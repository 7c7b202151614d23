package extract

import (
	"context"
	"strings"

	"pique/extract/glyph"
)

// readSecond reads the bytes of a file by the second engine, whose opening
// does not count against the timeout.
func readSecond(ctx context.Context, data []byte, o Options) Document {
	if o.Second == nil {
		return Document{Status: Unreadable, Reason: "there is no second engine", Engine: PDFium}
	}
	e, err := o.Second()
	if err != nil {
		return Document{Status: Unreadable, Reason: "second engine: " + oneLine(err.Error()), Engine: PDFium}
	}
	limit := Options{Timeout: o.Timeout}.Deadline()
	pending := make(chan []glyph.Page, 1) // pages that are pictures among others
	d := within(ctx, limit, func(ctx context.Context) Document {
		pages, err := e.Read(ctx, data)
		switch {
		case err != nil:
			return Document{Status: Unreadable, Reason: oneLine(err.Error()), Engine: PDFium}
		case o.OCR && len(pictures(pages)) > 0:
			pending <- pages
			return Document{}
		}
		return secondDocument(pages)
	})
	if d.Status != "" {
		return d
	}
	// The pictures have deadlines of their own.
	pages := <-pending
	read, why := readPictures(ctx, e, data, pages, o)
	d = within(ctx, limit, func(context.Context) Document { return secondDocument(pages) })
	d.seenBy(read, why)
	return d
}

func secondDocument(pages []glyph.Page) Document {
	d, _ := document(pages, len(pages))
	d.Engine = PDFium
	return d
}

// plainer returns the reason of the two that tells a person more about a file
// that neither engine could read: the second knows better what is encrypted,
// and may have more to say of the same.
func plainer(own, second string) string {
	if strings.HasPrefix(second, "encrypted") || strings.HasPrefix(second, own) {
		return second
	}
	return own
}
