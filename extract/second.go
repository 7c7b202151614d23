package extract

import (
	"context"
	"strings"
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
	return within(ctx, o.Deadline(), func(ctx context.Context) Document {
		pages, err := e.Read(ctx, data)
		if err != nil {
			return Document{Status: Unreadable, Reason: oneLine(err.Error()), Engine: PDFium}
		}
		var pictured []int
		var why string
		if o.OCR {
			pictured, why = readPictures(ctx, e, data, pages, o)
		}
		d, _ := document(pages, len(pages))
		d.Engine = PDFium
		d.seenBy(pictured, why)
		return d
	})
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
