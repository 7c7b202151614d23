package child

import (
	"context"
	"sync"

	"pique/extract"
)

// worker is the place of a process, which may be empty. Who has its turn asks
// the process; one more may send a request ahead, so that the process goes on
// at once when it has answered.
type worker struct {
	role   string
	engine extract.Engine
	turn   chan struct{} // of one token, for p and broken
	p      *process
	broken string // why it is not tried again; only of the second engine

	mu      sync.Mutex
	room    bool          // a request may be sent ahead
	pending bool          // one was sent, by somebody who waits for handed
	handed  chan struct{} // of one token: the turn of who sent ahead
	orphan  *process      // has a request for whose answer nobody waits
}

func newWorker(role string, engine extract.Engine) *worker {
	w := &worker{role: role, engine: engine, turn: make(chan struct{}, 1), handed: make(chan struct{}, 1)}
	w.turn <- struct{}{}
	return w
}

// more tells whether a request may be sent ahead from now on: while the
// process reads another file. Who has the turn calls it.
func (w *worker) more(room bool) {
	w.mu.Lock()
	w.room = room && !w.pending
	w.mu.Unlock()
}

// ahead sends a request to the process if there is room for it, and returns
// the process; nil where it has not been sent. Who sent it must wait for the
// turn by this very process, or forsake it.
func (w *worker) ahead(want *file) *process {
	w.mu.Lock()
	defer w.mu.Unlock()
	if !w.room {
		return nil
	}
	w.room = false
	if w.p.send(want) != nil {
		return nil
	}
	w.pending = true
	return w.p
}

// take waits for the turn. It reports false where ctx ends before; what was
// sent ahead is forsaken then.
func (w *worker) take(ctx context.Context, sent *process) bool {
	turn := w.turn
	if sent != nil {
		turn = w.handed
	}
	select {
	case <-turn:
		return true
	case <-ctx.Done():
	}
	if sent == nil {
		return false
	}
	w.mu.Lock()
	w.orphan = sent
	late := !w.pending
	w.pending = false
	w.mu.Unlock()
	if late { // the turn has come
		<-w.handed
		w.pass()
	}
	return false
}

// pass gives the turn on: to who has sent a request ahead, else to anybody.
func (w *worker) pass() {
	w.mu.Lock()
	pending := w.pending
	w.pending = false
	w.mu.Unlock()
	if pending {
		w.handed <- struct{}{}
		return
	}
	w.turn <- struct{}{}
}

// forsaken reports whether the process has a request that was given up.
func (w *worker) forsaken() bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	is := w.orphan == w.p
	w.orphan = nil
	return is
}
