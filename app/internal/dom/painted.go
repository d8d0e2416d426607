package dom

import (
	"time"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"
)

// hiddenTab is how long is waited for what the browser may never paint, such as a tab that
// is out of sight.
const hiddenTab = 100 * time.Millisecond

// Painted returns when the browser has painted what was changed before. That
// follows a frame's beginning in the same task, so it is done when the next
// task comes.
func Painted() {
	if goapp.IsServer {
		return
	}
	begun := make(chan struct{}, 1)
	frame := Listener(func(goapp.Value) { begun <- struct{}{} })
	defer frame.Release()
	var asked goapp.Value
	_ = Attempt(func() { asked = goapp.Window().Call("requestAnimationFrame", frame) })
	select {
	case <-begun:
		time.Sleep(time.Millisecond)
	case <-time.After(hiddenTab):
		_ = Attempt(func() { goapp.Window().Call("cancelAnimationFrame", asked) })
	}
}
