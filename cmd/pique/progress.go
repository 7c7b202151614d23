package main

import (
	"io"
	"time"

	"github.com/schollz/progressbar/v3"
)

// patience is how long a run goes on before it shows a bar.
const patience = time.Second

// progress is a bar on the terminal for runs that take over a second. Where
// there is no terminal it does nothing.
type progress struct {
	s     *session
	began time.Time
	bar   *progressbar.ProgressBar // nil until patience is over
}

func newProgress(s *session) *progress { return &progress{s: s, began: s.now()} }

// set shows that done of total files are finished.
func (p *progress) set(done, total int) {
	if !p.s.err.terminal {
		return
	}
	if p.bar == nil {
		if p.s.now().Sub(p.began) < patience || done == total {
			return
		}
		p.bar = progressbar.NewOptions(total,
			progressbar.OptionSetWriter(flusher{p.s.err}),
			progressbar.OptionSetDescription("reading"),
			progressbar.OptionShowCount(),
			progressbar.OptionSetPredictTime(false),
			progressbar.OptionSetElapsedTime(false),
			progressbar.OptionSetWidth(max(min(p.s.err.width-40, 40), 5)),
			progressbar.OptionThrottle(100*time.Millisecond),
			progressbar.OptionClearOnFinish(),
			progressbar.OptionSetTheme(progressbar.Theme{
				Saucer: "█", SaucerPadding: "░", BarStart: "", BarEnd: "",
			}),
		)
	}
	_ = p.bar.Set(done) // a bar that cannot be drawn is no reason to stop
}

// clear takes the bar away.
func (p *progress) clear() {
	if p.bar != nil {
		p.s.err.notice("")
	}
}

// flusher sends every write on at once.
type flusher struct{ st *stream }

var _ io.Writer = flusher{}

func (f flusher) Write(b []byte) (int, error) {
	f.st.mu.Lock()
	defer f.st.mu.Unlock()
	n, err := f.st.write(b)
	if err == nil {
		err = f.st.flushed()
	}
	return n, err
}
