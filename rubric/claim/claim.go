package claim

// MaxBytes is how much of a line Parse reads, in bytes. A logical line of a
// resume has a few hundred; what is longer is no line that a person wrote.
const MaxBytes = 20_000

// Form is how a quantity is stated.
type Form uint8

// The forms of a claim.
const (
	Absolute   Form = iota // 4 MB, 31 FPS, under a minute, mAP 0.71
	Change                 // from 38 ms to 11 ms, 31 FPS (from 9 FPS)
	Ratio                  // 3.1x, tenfold, halved, one eighth of
	Percent                // 40 %, by 40–60%; also 92 % accuracy
	Magnitude              // from hours to minutes, in seconds, thousands of
	RealTime               // in real time
	Complexity             // O(n^2) to O(n log n)
)

var formNames = [...]string{"absolute", "change", "ratio", "percent", "magnitude", "real-time", "complexity"}

// String returns the form as one lower-case word.
func (f Form) String() string {
	if int(f) < len(formNames) {
		return formNames[f]
	}
	return "unknown"
}

// Dim is the dimension of a quantity, or what a quantity is about.
type Dim uint8

// The dimensions.
const (
	Other      Dim = iota // none of these, or unknown
	Time                  // seconds: run time, latency
	Rate                  // per second: FPS, QPS, tokens/s, MB/s
	Size                  // bytes: memory, storage, a model file
	Count                 // a number of things: GPUs, users, files
	Params                // parameters of a model
	Compute               // GPU hours, FLOPs, MACs
	Money                 // an amount in a currency
	Power                 // watts
	Energy                // joules, mAh
	Accuracy              // accuracy, F1, mAP, BLEU, loss, error
	Percentage            // a percentage of something
	Factor                // a ratio of two quantities
	Date                  // a calendar length: 3 years, 6 months
	Bits                  // a width: 8-bit, FP16, int8
	Business              // only in About: users, revenue, effort, the time of people
)

var dimNames = [...]string{"other", "time", "rate", "size", "count", "params", "compute", "money", "power", "energy",
	"accuracy", "percentage", "factor", "date", "bits", "business"}

// String returns the dimension as one lower-case word.
func (d Dim) String() string {
	if int(d) < len(dimNames) {
		return dimNames[d]
	}
	return "unknown"
}

// Claim is one quantity of a line with what can be told of it locally. All
// positions are bytes of the text given to Parse, [start,end), from 0.
type Claim struct {
	Start, End int // the whole expression: "from 38 ms to 11 ms", "up to 210×"

	Form  Form
	Dim   Dim     // of the quantity itself; Factor and Percentage where it is relative
	About Dim     // what the quantity says something about: Time for "3x faster" and "40 % lower latency"; Dim itself where nothing else is said; Other if unknown
	Value float64 // seconds, bytes, per second, watts, joules, device hours, currency units; a factor of 1 or more; 0 to 100 for percentages. Of a range the lower end, of a change the end it reached
	High  float64 // the upper end of a range; 0 if it is none
	Unit  string  // unit of Value: "s", "B", "1/s", "USD", "USD/month", "gpu h", "x", "%", "bleu"; the noun's own word for a count is in Object
	Per   string  // what the quantity is for one of: "sweep" in "52 ms per sweep", "month" in "$300/month"

	From, To    float64 // of a change, in Unit; 0 for an end that is stated in magnitude alone ("from hours to 10 minutes")
	HasBaseline bool    // a change names what it started from

	Bound     int  // -1 at most (<, under, up to), +1 at least (>, over, 30+), 0 neither
	Approx    bool // ~, about, nearly
	Ambiguous bool // the number can be read in two ways (1.200 ms, 4 Mb)

	Direction int // -1 down, +1 up, 0 unknown, of what is named; "faster" is up
	Gain      int // +1 better, -1 worse, 0 unknown: down is better for time, size, cost and error, up for rate and accuracy

	Object                 string // the noun phrase that the quantity belongs to; empty if none is found
	ObjectStart, ObjectEnd int    // 0, 0 if Object is empty
	Condition              string // "on a Jetson Nano", "at batch size 1" where it directly follows; else empty

	Ratio float64 // factor of improvement: from/to where less is better, to/from where more is, the larger by the smaller where that is unknown; from a percentage with a direction; 0 if unknown

	sentence int // number of the sentence it starts in, from 0
	effect   effect
}

// Parse returns the claims of one logical line in the order of Start; they do
// not overlap. It never fails, and reads no more than MaxBytes.
func Parse(text string) Claims { return new(Parser).Parse(text) }

// Parser parses lines one after another and uses its memory again for each.
// The zero value is ready; it is for one goroutine.
type Parser struct{ parser }

// Parse is Parse.
func (p *Parser) Parse(text string) Claims {
	p.parser = parser{text: clip(text), toks: p.toks[:0], nums: p.nums[:0], atoms: p.atoms[:0], found: p.found[:0]}
	if !p.scan() {
		return nil
	}
	p.collect()
	p.join()
	p.pair()
	return p.finish()
}

// clip cuts text to MaxBytes at the start of a character.
func clip(text string) string {
	if len(text) <= MaxBytes {
		return text
	}
	n := MaxBytes
	for n > 0 && text[n]&0xC0 == 0x80 {
		n--
	}
	return text[:n]
}
