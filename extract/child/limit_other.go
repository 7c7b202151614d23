//go:build !linux

package child

// limitData does nothing: here the watchdog stands alone.
func limitData(int64) {}

// LargePages does nothing: here the system chooses.
func LargePages(int) {}
