//go:build !unix && !windows

package child

import "os/exec"

// apart does nothing: there are no process groups.
func apart(*exec.Cmd) {}
