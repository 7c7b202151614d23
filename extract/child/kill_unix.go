//go:build unix

package child

import (
	"os"
	"syscall"
)

// kill ends a child and what it started.
func kill(p *os.Process) {
	if syscall.Kill(-p.Pid, syscall.SIGKILL) != nil {
		_ = p.Kill() // it has ended by itself
	}
}
