package font

// Kind is the kind of a font, by the Subtype of its dictionary.
type Kind uint8

// The kinds of font.
const (
	Type1     Kind = iota // also MMType1, and what has no subtype
	TrueType              // simple fonts with a TrueType program
	Type3                 // glyphs drawn by content streams
	Composite             // Type0
)

// Stream is the decoded content of a stream, read when it is first needed;
// nil stands for no stream. The bytes need hold only until the next Stream is
// read, but for those of CIDToGID, which are kept.
type Stream func() []byte

// Spec is what a font's dictionaries say of it. Lengths are in units of
// glyph space as they stand in the file, 1/1000 em for all but Type 3.
type Spec struct {
	Kind      Kind
	Name      string // BaseFont, with its subset tag
	ToUnicode Stream
	Program   Stream // FontFile, FontFile2 or FontFile3
	Embedded  bool   // whether there is a Program

	// ProgramSize returns how many bytes Program takes in the file; nil for
	// one in Type 1, which is not looked into for outlines.
	ProgramSize func() int

	// Simple fonts.
	BaseEncoding string         // a name, or "" for the built-in encoding
	HasEncoding  bool           // whether the dictionary has an Encoding at all
	Differences  map[int]string // code to glyph name
	FirstChar    int
	Widths       []float64
	Matrix       [6]float64 // Type 3: glyph space to text space
	TeX          bool       // TeX wrote the file, or what it was made of

	// Composite fonts.
	CMapName   string // name of a predefined CMap, or ""
	CMap       Stream // an embedded CMap
	UseCMap    Stream // the CMap that an embedded one builds upon, by its dictionary
	CIDWidths  []CIDWidth
	DefaultCID float64 // DW; 1000 where the dictionary has none
	CIDToGID   Stream
	Ordering   string // of CIDSystemInfo: "Identity", "Japan1"

	// The font descriptor.
	HasDescriptor            bool
	Flags                    int
	MissingWidth             float64
	Ascent, Descent          float64
	ItalicAngle, StemV       float64 // degrees; 1/1000 em
	Weight                   float64 // FontWeight, 100 to 900, 0 unknown
	BBox                     [4]float64
	Registry, DescriptorName string
}

// CIDWidth gives the widths of the CIDs First to Last: one for all of them,
// or one for each.
type CIDWidth struct {
	First, Last int
	Each        []float64 // nil: all have Width
	Width       float64
}

// Char is one code of a shown string.
type Char struct {
	Code  uint32
	Text  string  // Unicode, ligatures expanded; "" where nothing maps the code
	Width float64 // advance in em; downwards in a vertical font
	Space bool    // the single-byte code 32, to which word spacing applies
	Known bool    // something mapped the code, be it to a private-use character
	Icon  bool    // a private-use character, as icon fonts have them; Text is ""
	Void  bool    // a character that has no shape, such as a zero-width space; Text is ""

	// Said is what the map to Unicode says of the code, where the font surely
	// draws something else, which is Text.
	Said string

	done bool // worked out
}

// Font decodes shown strings. It keeps what it worked out, so it must not be
// used by two goroutines at a time.
type Font struct {
	Name                     string // without the subset tag
	Bold, Italic, Mono, Icon bool
	Vertical                 bool    // glyphs follow one another downwards
	Blind                    bool    // composite, and with nothing to tell its codes' text by: no ToUnicode map, no program, no encoding that is Unicode itself
	Ascent, Descent          float64 // of the glyph boxes, in em; descent is negative

	simple bool // not composite
	wide   bool // composite, and all codes have two bytes
	chars  []*[rowChars]Char

	spec     Spec
	low      string // Name in lower case
	uni      *CMap  // ToUnicode
	texKnown bool
	texCodes *texTable
	voids    map[string]uint32 // characters without a shape, by the code that has each
	builtin  *program
	standard *[len(latinRunes)]uint16

	letters *[128]uint32 // the code, and one, of each ASCII letter
	twins   bool         // several codes stand for one of them
	bare    *outlines
	lying   int8 // whether the map to Unicode lies: 1 yes, -1 no, 0 not asked

	code   *CMap // composite: codes to CIDs
	rare   map[uint64]Char
	widths []span // of CIDs, where there are many
	gids   []byte
}

// New readies a font. It never fails: what is missing or broken is guessed.
func New(s Spec) *Font {
	f := &Font{spec: s, simple: s.Kind != Composite}
	f.style()
	if s.ToUnicode != nil {
		f.uni = ParseCMap(s.ToUnicode(), nil)
		if f.uni.empty() {
			f.uni = nil
		}
	}
	if s.Kind == Composite {
		f.compose()
	}
	f.extent()
	return f
}

// Next decodes the first code of s and says how many bytes it took, at least
// one where s is not empty. The Char is the font's own: it is not to be
// changed.
func (f *Font) Next(s []byte) (*Char, int) {
	if len(s) == 0 {
		return &Char{}, 0
	}
	// What is worked out already comes first.
	code, n := int(s[0]), 1
	if f.wide && len(s) >= 2 {
		code, n = wideCodes+(code<<8|int(s[1])), 2
	}
	if row := code / rowChars; (f.simple || n == 2) && row < len(f.chars) && f.chars[row] != nil {
		if ch := &f.chars[row][code%rowChars]; ch.done {
			return ch, n
		}
	}
	switch {
	case f.simple:
		ch := f.char(int(s[0]))
		if !ch.done {
			*ch = f.resolve(s[0])
			ch.done = true
		}
		return ch, 1
	case f.wide && len(s) >= 2:
		ch := f.char(wideCodes + (int(s[0])<<8 | int(s[1])))
		if !ch.done {
			*ch = f.resolveCID(uint32(s[0])<<8|uint32(s[1]), 2)
			ch.done = true
		}
		return ch, 2
	}
	return f.nextCID(s)
}

// rowChars is how many codes that follow one another are kept together; texts
// take few of those rows.
const rowChars = 16

// char returns the place of a code in the table of those worked out.
func (f *Font) char(code int) *Char {
	row := code / rowChars
	if row >= len(f.chars) {
		f.chars = append(f.chars, make([]*[rowChars]Char, row+1-len(f.chars))...)
	}
	t := f.chars[row]
	if t == nil {
		t = new([rowChars]Char)
		f.chars[row] = t
	}
	return &t[code%rowChars]
}

// extent sets the ascent and descent of glyph boxes. Descriptors often say 0
// or the extremes of the tallest symbol, so only sane values are taken.
func (f *Font) extent() {
	f.Ascent, f.Descent = 0.75, -0.25
	scale := 0.001
	a, d := f.spec.Ascent, f.spec.Descent
	if f.spec.Kind == Type3 {
		if scale = abs(f.spec.Matrix[3]); scale == 0 {
			scale = 0.001
		}
		a, d = f.spec.BBox[3], f.spec.BBox[1]
	}
	if a *= scale; a >= 0.5 && a <= 1.2 {
		f.Ascent = a
	}
	if d *= scale; d > 0 {
		d = -d
	}
	if d <= -0.05 && d >= -0.5 {
		f.Descent = d
	}
}

func abs(x float64) float64 {
	if x < 0 {
		return -x
	}
	return x
}
