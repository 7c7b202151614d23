package content

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"pique/extract/glyph"
)

// Options bound the reading of one file. The zero value is of use.
type Options struct {
	Context  context.Context // ends reading between operators; nil never ends it
	MaxBytes int64           // of the file; 0 stands for 256 MiB
	MaxPages int             // pages beyond are left out; 0 stands for 1000
}

// File is what was read of a file.
type File struct {
	Pages     []glyph.Page
	Total     int    // pages of the file, which can be more than were read
	Encrypted bool   // encrypted, with an empty password
	Producer  string // of the Info dictionary, for reports
	Mended    string // what had to be mended before the file could be opened; "" for a sound one

	// What tells that the file may read badly here.
	Rebuilt     bool      // the cross-references were built from the objects found
	Quality     Quality   // of all pages that were read
	PageQuality []Quality // of each of Pages
	Broken      int       // pages that have Err
	Unsupported []string  // filters and predictors of needed streams that are not understood, sorted
	Blind       []string  // composite fonts that were shown and that nothing gives text to, by name, in the order of use

	slab *slab // of the glyphs of Pages
}

// Read opens a file and interprets its pages. An error wraps one of the
// sentinel errors of this package, or is that of the context; pages that break
// are no error of the file but have Page.Err.
func Read(data []byte, o Options) (*File, error) {
	if o.Context == nil {
		o.Context = context.Background()
	}
	if o.MaxBytes == 0 {
		o.MaxBytes = 256 << 20
	}
	if o.MaxPages == 0 {
		o.MaxPages = 1000
	}
	switch {
	case len(data) == 0:
		return nil, ErrEmpty
	case int64(len(data)) > o.MaxBytes:
		return nil, fmt.Errorf("%w: %d MiB", ErrTooLarge, len(data)>>20)
	}
	f, err := read(data, o, false)
	if errors.Is(err, ErrEncrypted) || errors.Is(err, ErrCipher) || errors.Is(err, ErrNotPDF) || o.Context.Err() != nil || err == nil && !f.broken() {
		return f, err
	}
	// Once more, by the objects themselves: the cross-references may lead to
	// ones that are out of date.
	g, gerr := read(data, o, true)
	if gerr != nil || err == nil && (f.glyphs() > g.glyphs() || f.glyphs() == g.glyphs() && f.errors() <= g.errors()) {
		return f, err
	}
	return g, gerr
}

// errors counts the pages that broke, but not by being too long.
func (f *File) errors() int {
	n := 0
	for i := range f.Pages {
		if err := f.Pages[i].Err; err != nil && !errors.Is(err, ErrEndless) && !errors.Is(err, errPainted) {
			n++
		}
	}
	return n
}

// broken reports whether something was lost that a second reading may find.
func (f *File) broken() bool {
	return f.errors() > 0 || f.Mended != "" && f.glyphs() == 0
}

func (f *File) glyphs() int {
	n := 0
	for i := range f.Pages {
		n += len(f.Pages[i].Glyphs)
	}
	return n
}

func read(data []byte, o Options, rebuild bool) (*File, error) {
	k := kits.Get().(*kit)
	defer k.release()
	d, mended, err := open(data, o, rebuild, k)
	if err != nil {
		return nil, err
	}
	d.slab = slabs.Get().(*slab)
	out := &File{Encrypted: d.encrypted, Mended: mended, Rebuilt: mended != "", slab: d.slab}
	var nodes []node
	err = guard("pages", func() {
		nodes, out.Total = d.tree(o.MaxPages)
		d.layers()
	})
	if len(nodes) == 0 {
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
		}
		return nil, ErrNoPages
	}
	_ = guard("info", func() {
		info := d.root("Info")
		out.Producer = tidy(textString(info.Key("Producer").text()))
		by := out.Producer + " " + textString(info.Key("Creator").text())
		d.tex = strings.Contains(by, "TeX") || strings.Contains(by, "dvip")
	})
	out.Pages = make([]glyph.Page, min(len(nodes), o.MaxPages))
	out.PageQuality = make([]Quality, len(out.Pages))
	var all counts
	for i := range out.Pages {
		p := &out.Pages[i]
		p.Number = i + 1
		n := d.readPage(p, nodes[i])
		out.PageQuality[i] = n.quality()
		all.add(n)
		if p.Err != nil {
			out.Broken++
		}
		if err := o.Context.Err(); err != nil {
			break
		}
	}
	out.Blind = d.settle()
	out.Quality, out.Unsupported = all.quality(), d.missed
	return out, o.Context.Err()
}

// open finds the objects of a file; with rebuild, by themselves and not by its
// cross-references. The second result says what had to be mended.
func open(data []byte, o Options, rebuild bool, k *kit) (*document, string, error) {
	t, mended, err := find(data, rebuild, &k.inflater, k.entries)
	if err != nil {
		return nil, "", err
	}
	k.entries = t.entries
	d := &document{
		ctx: o.Context, table: t, kit: k, left: maxDecoded, ops: maxOperators,
		fonts: map[int]*face{}, forms: map[int]*form{}, spaces: map[int]*space{},
	}
	if d.encrypted = t.trailer.encrypt.kind != opNone; d.encrypted {
		if mended != "" && t.streams() {
			return nil, "", fmt.Errorf("%w: encrypted, with broken cross-references", ErrDamaged)
		}
		if err := d.unlock(); err != nil {
			return nil, "", err
		}
	}
	return d, mended, nil
}
