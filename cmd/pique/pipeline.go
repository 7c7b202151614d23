package main

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync"

	"pique/extract"
	"pique/extract/child"
	"pique/index"
	"pique/rubric"
)

// store is what the pipeline wants of an index. It is nil with --no-index.
type store interface {
	Kept(sha, rubricDigest string, extractor int) (rubric.Candidate, bool)
	Put(index.Record) error
	Seen(id string, at index.Place) error
	Stamped(at index.Place, s index.Stamp) (sha string)
	Stamp(at index.Place, s index.Stamp, sha string) error
}

// reading is what became of one file.
type reading struct {
	candidate rubric.Candidate
	kept      bool // taken from the index, not read
	done      bool // false where the run was interrupted before it

	at     index.Place
	stamp  *index.Stamp  // of the file before it was read; nil where it says nothing
	record *index.Record // to be put in the index; nil for what is not
}

// pipeline takes files to candidates: hash, look up, read, score, keep.
type pipeline struct {
	rubric   *rubric.Rubric
	reader   reader
	store    store // nil: none
	jobs     int
	ocr      bool                  // what reader does with pictures
	rehash   bool                  // trust no stamp
	progress func(done, total int) // may be nil; called from one goroutine
}

// run reads the sources and returns a reading for each, in their order. The
// index gets the records in the order of the sources, whatever the number of
// jobs, so that its contents do not depend on it. When ctx ends, no further
// file is begun, what is done is kept, and the error is that of ctx.
func (p *pipeline) run(ctx context.Context, sources []extract.Source) ([]reading, error) {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	readings := make([]reading, len(sources))
	next, finished := make(chan int), make(chan int, p.jobs)
	go func() {
		defer close(next)
		for i := range sources {
			select {
			case next <- i:
			case <-ctx.Done():
				return
			}
		}
	}()
	var workers sync.WaitGroup
	for range 2*p.jobs + 1 { // one scores while each process reads a file and has the next
		workers.Go(func() {
			for i := range next {
				r := p.read(ctx, sources[i])
				if err := p.reader.Err(); err != nil {
					cancel(cannotRead(err))
				}
				if ctx.Err() != nil {
					continue // may have been cut short
				}
				r.done = true
				readings[i] = r
				finished <- i
			}
		})
	}
	go func() {
		workers.Wait()
		close(finished)
	}()

	ready := make([]bool, len(sources))
	count, put := 0, 0
	for i := range finished {
		count++
		ready[i] = true
		for ; put < len(sources) && ready[put]; put++ {
			if err := p.keep(ctx, sources[put], &readings[put]); err != nil {
				cancel(err)
			}
		}
		if p.progress != nil {
			p.progress(count, len(sources))
		}
	}
	for ; put < len(sources); put++ { // interrupted: what was finished out of order
		if !ready[put] {
			continue
		}
		if err := p.keep(ctx, sources[put], &readings[put]); err != nil {
			cancel(err)
		}
	}
	return readings, context.Cause(ctx)
}

// keep tells the index of a reading and lets go of its text.
func (p *pipeline) keep(ctx context.Context, src extract.Source, r *reading) error {
	if p.store == nil {
		return nil
	}
	if r.kept {
		err := p.store.Seen(r.candidate.SHA256, r.at)
		if !errors.Is(err, index.ErrNotKept) {
			return p.noteStamp(r, err)
		}
		// Its only place was that of a file which another content has now.
		if *r = p.readNew(ctx, src); ctx.Err() != nil {
			r.done = false
			return nil
		}
		r.done = true
	}
	if r.record == nil {
		return nil
	}
	err := p.store.Put(*r.record)
	r.record = nil
	return p.noteStamp(r, err)
}

// noteStamp keeps the stamp of a file with what the index took of it.
func (p *pipeline) noteStamp(r *reading, err error) error {
	if err == nil && r.stamp != nil {
		err = p.store.Stamp(r.at, *r.stamp, r.candidate.SHA256)
	}
	return indexError(err)
}

// read makes a candidate of one file. It never fails: what cannot be read
// has a status and a reason.
func (p *pipeline) read(ctx context.Context, src extract.Source) reading {
	if src.Kind != extract.PDF {
		return reading{candidate: rubric.Candidate{
			File: src.File, Status: string(extract.Unreadable), Reason: src.Reason, Rubric: p.rubric.Name,
		}}
	}
	r := p.start(src)
	if p.store != nil {
		if sha := p.hash(ctx, &r); sha != "" {
			if c, ok := p.kept(sha, p.rubric.Digest()); ok {
				c.File = src.File
				r.candidate, r.kept = c, true
				return r
			}
		}
	}
	return p.finish(ctx, src, r)
}

// start is a reading before the file is opened.
func (p *pipeline) start(src extract.Source) reading {
	r := reading{at: index.Place{Root: src.Root, File: src.File, Path: src.Path}}
	if p.store != nil {
		if s, ok := index.StampOf(src.Path); ok {
			r.stamp = &s
		}
	}
	return r
}

// readNew is read of a PDF, whatever the index has.
func (p *pipeline) readNew(ctx context.Context, src extract.Source) reading {
	return p.finish(ctx, src, p.start(src))
}

// finish reads the file of a reading that was started.
func (p *pipeline) finish(ctx context.Context, src extract.Source, r reading) reading {
	doc := p.reader.Read(ctx, src.Path)
	doc.File = src.File
	c := p.rubric.Score(&doc)
	c.File = src.File
	r.candidate = c
	if c.SHA256 != "" {
		r.record = &index.Record{
			Candidate: c, Root: src.Root, Path: src.Path,
			RubricDigest: p.rubric.Digest(), Extractor: editionOf(&doc, p.ocr), Text: passages(&doc),
			Organisations: organisations(&doc),
		}
	}
	return r
}

// hash is the hash of a file: that of the last run where its stamp is as it
// was then.
func (p *pipeline) hash(ctx context.Context, r *reading) string {
	if r.stamp != nil && !p.rehash {
		if sha := p.store.Stamped(r.at, *r.stamp); sha != "" {
			return sha
		}
	}
	return p.reader.Hash(ctx, r.at.Path)
}

// kept looks for a reading that holds for this run.
func (p *pipeline) kept(sha, digest string) (rubric.Candidate, bool) {
	pictures := editionPlain
	if p.ocr {
		pictures = editionOCR
	}
	if c, ok := p.store.Kept(sha, digest, editionAny); ok {
		return c, true
	}
	return p.store.Kept(sha, digest, pictures)
}

// What the index is told of how a file was read, in the place of the
// extractor's version: for which runs the reading holds.
const (
	editionNone  = 0                     // for none: it may go better next time
	editionAny   = 4 * extract.Version   // with and without --ocr
	editionPlain = 4*extract.Version + 1 // without --ocr alone: there are pictures that it would read
	editionOCR   = 4*extract.Version + 2 // with --ocr alone
)

// editionOf tells for which runs a reading holds. Where the limits of time
// and memory cut it short, or there was no tesseract, it holds for none.
func editionOf(d *extract.Document, ocr bool) int {
	switch {
	case child.Retry(d):
		return editionNone
	case d.OCR:
		return editionOCR
	case !pictured(d):
		return editionAny
	case ocr:
		return editionNone
	}
	return editionPlain
}

// pictured reports whether a page has pictures and no line.
func pictured(d *extract.Document) bool {
	written := make(map[int]bool, len(d.Pages))
	for i := range d.Lines {
		written[d.Lines[i].Page] = true
	}
	return slices.ContainsFunc(d.Pages, func(p extract.Page) bool { return p.Images > 0 && !written[p.Number] })
}

// organisations are those of the entries of a document, each once.
func organisations(d *extract.Document) []string {
	var out []string
	for _, e := range d.Entries {
		if org := strings.TrimSpace(e.Organisation); org != "" && !slices.Contains(out, org) {
			out = append(out, org)
		}
	}
	return out
}

// passages is the text of a document as the index takes it: one passage for
// each logical line, with its section.
func passages(d *extract.Document) []index.Passage {
	var out []index.Passage
	for i, l := range d.Lines {
		out = append(out, index.Passage{Section: d.Of(i), Text: l.Text, Page: l.Page})
	}
	return out
}
