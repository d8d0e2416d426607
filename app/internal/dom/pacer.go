package dom

import (
	"time"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"
)

// turnEvery is how long the program works before the browser gets its turn:
// less than a frame, so that the page scrolls and answers while a body is read.
const turnEvery = 12 * time.Millisecond

// Pacer gives the browser its turn during long work. A message port brings the
// program back as soon as what waited has been done; a timer would hold it up
// for four milliseconds each time, and scheduler.yield lets timers starve.
type Pacer struct {
	port  goapp.Value
	near  goapp.Value
	heard goapp.Func
	back  chan struct{}
	slow  bool // the browser has no ports
	since time.Time
}

func NewPacer() *Pacer { return &Pacer{since: time.Now()} }

// open opens the port. Work that is short needs none.
func (p *Pacer) open() error {
	p.back = make(chan struct{}, 1)
	p.heard = Listener(func(goapp.Value) { p.back <- struct{}{} })
	return Attempt(func() {
		channel := goapp.Window().Get("MessageChannel").New()
		p.near = channel.Get("port1")
		p.near.Set("onmessage", p.heard)
		p.port = channel.Get("port2")
	})
}

// Turn lets the browser work if the time has come.
func (p *Pacer) Turn() {
	if time.Since(p.since) >= turnEvery {
		p.Yield()
	}
}

// Yield lets the browser work.
func (p *Pacer) Yield() {
	if p.port == nil && !p.slow {
		p.slow = p.open() != nil
	}
	if p.slow {
		time.Sleep(time.Millisecond)
	} else {
		p.port.Call("postMessage", 0)
		<-p.back
	}
	p.since = time.Now()
}

func (p *Pacer) Close() {
	if p.port == nil {
		return
	}
	p.near.Call("close")
	p.heard.Release()
}
