package child

import (
	"os/exec"
	"syscall"
)

// apart gives a child a process group of its own, so that an interrupt from
// the console reaches the parent alone.
func apart(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{CreationFlags: syscall.CREATE_NEW_PROCESS_GROUP}
}
