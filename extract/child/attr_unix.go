//go:build unix && !linux

package child

import (
	"os/exec"
	"syscall"
)

// apart gives a child a process group of its own, so that an interrupt from
// the terminal reaches the parent alone, and so that what the child started
// ends with it.
func apart(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
}
