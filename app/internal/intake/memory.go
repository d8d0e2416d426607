package intake

import (
	"runtime"
	"runtime/debug"
)

// Memory that a page has taken it keeps, and while the collector of garbage is
// at work nothing else is. So it is left at rest while bodies are small, that
// it may not come between a body and its first frame, and works in haste while
// they are large, when garbage would double what is held.
const (
	largeBody = 16 << 20
	restingGC = 400 // in percent of what is in use
	hastyGC   = 40
	// What a body may take: four times its size and this, of which the program
	// itself needs a third.
	fixedMemory = 96 << 20
)

// tended is the size of the body that was taken in last. It is still there while
// the next one comes.
var tended int

// haste is whether the collector works in haste; changing that takes time.
var haste bool

// tend tells the collector how large the body is that is taken in.
func tend(size int) {
	if large := size > largeBody; large != haste {
		haste = large
		setGC()
	}
	debug.SetMemoryLimit(fixedMemory + 4*int64(size+tended))
	tended = size
	if haste {
		runtime.GC() // so that it finds the room of the one before
	}
}

// RestGC leaves the collector at rest until a large body comes.
func RestGC() { setGC() }

func setGC() {
	if haste {
		debug.SetGCPercent(hastyGC)
		return
	}
	debug.SetGCPercent(restingGC)
}
