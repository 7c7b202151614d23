package rubric

import "testing"

func TestIsCitation(t *testing.T) {
	for _, c := range []struct {
		line string
		want bool
	}{
		{"Roe, A. & Doe, J. (2020). Ice quakes of small fjords. Example Journal of Ice, 22(2), 80–81.", true},
		{"J. Doe: Branch and price for snow ploughs. Example Spectrum, accepted.", true},
		{"[C4] Moth: an allocator for small kernels. A. Roe, J. Doe. Proceedings of Example, 2020.", true},
		{"Roe, A., et al. Folding maps on a laptop. bioRxiv 2022.03.14.484200", true},
		{"1. Doe J, Roe A. J Example. 2016;49:112-9. Gait of walkers on ice.", true},
		{"B. Tech in Computer Science, Example Institute, IEEE student branch, 2019", false},
		{"Rewrote the scheduler in Rust for the Example Conference app, 2021. Cut latency by half.", false},
		{"Implemented the method of A. Roe", false},
	} {
		if got := isCitation(c.line); got != c.want {
			t.Errorf("%q: got %v, want %v", c.line, got, c.want)
		}
	}
}
