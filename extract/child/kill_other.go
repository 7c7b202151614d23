//go:build !unix

package child

import "os"

// kill ends a child.
func kill(p *os.Process) { _ = p.Kill() } // it may have ended by itself
