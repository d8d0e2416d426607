package app

import (
	"cmp"
	"context"
	"fmt"
	"time"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"
)

func document() goapp.Value { return goapp.Window().Get("document") }

// unstyled reports whether the style sheet did not come, so that nothing is out
// of sight by being styled so.
func unstyled() bool {
	return goapp.IsClient && root().Get("dataset").Get("unstyled").Type() == goapp.TypeString
}

// root returns the element html, whose attributes the stylesheets go by.
func root() goapp.Value { return document().Get("documentElement") }

// listener returns a function for the browser to call, which hands its first
// argument to hear. A panic ends there, as it would end the program otherwise.
// It is for what go-app does not know; Release frees it.
func listener(hear func(goapp.Value)) goapp.Func {
	return goapp.FuncOf(func(_ goapp.Value, args []goapp.Value) any {
		defer func() {
			if thrown := recover(); thrown != nil {
				session.confess(say.Faltered, thrown)
			}
		}()
		hear(args[0])
		return nil
	})
}

// refusal is what the browser said when it did not do what it was asked for.
type refusal struct {
	name    string // that it has for errors of this kind, such as "NotFoundError"
	message string
}

func (r refusal) Error() string { return r.name + ": " + r.message }

// refused returns the error of a promise that was broken, which may be any value.
func refused(reason goapp.Value) refusal {
	if reason.Type() != goapp.TypeObject {
		return refusal{"Error", text(reason)}
	}
	return refusal{cmp.Or(text(reason.Get("name")), "Error"), text(reason.Get("message"))}
}

// await waits until a promise is settled, or for as long as its value is wanted.
// It must not be called where the browser waits for an answer, such as in an
// event listener of its own.
func await(ctx context.Context, promise goapp.Value) (value goapp.Value, err error) {
	var kept, broken goapp.Func
	settled := make(chan struct{})
	settle := func() {
		close(settled)
		kept.Release()
		broken.Release()
	}
	kept = listener(func(result goapp.Value) {
		value = result
		settle()
	})
	broken = listener(func(reason goapp.Value) {
		err = refused(reason)
		settle()
	})
	promise.Call("then", kept, broken)
	select {
	case <-settled:
		return value, err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// attempt calls into the browser where that may throw, as it does where it lacks
// what is asked for or refuses it, and returns what it threw. What is no part of
// every document is only ever called in an attempt.
func attempt(call func()) (err error) {
	defer func() {
		if thrown := recover(); thrown != nil {
			err = fmt.Errorf("browser: %v", thrown)
		}
	}()
	call()
	return nil
}

// remember stores a setting of the page, never anything of a body. Where
// storage is switched off the setting lasts as long as the page.
func remember(key, value string) {
	_ = attempt(func() {
		storage := goapp.Window().Get("localStorage")
		if value == "" {
			storage.Call("removeItem", "callbacklens."+key)
			return
		}
		storage.Call("setItem", "callbacklens."+key, value)
	})
}

// turnEvery is how long the program works before the browser gets its turn:
// less than a frame, so that the page scrolls and answers while a body is read.
const turnEvery = 12 * time.Millisecond

// pacer gives the browser its turn during long work. A message port brings the
// program back as soon as what waited has been done; a timer would hold it up
// for four milliseconds each time, and scheduler.yield lets timers starve.
type pacer struct {
	port  goapp.Value
	near  goapp.Value
	heard goapp.Func
	back  chan struct{}
	slow  bool // the browser has no ports
	since time.Time
}

func newPacer() *pacer { return &pacer{since: time.Now()} }

// open opens the port. Work that is short needs none.
func (p *pacer) open() error {
	p.back = make(chan struct{}, 1)
	p.heard = listener(func(goapp.Value) { p.back <- struct{}{} })
	return attempt(func() {
		channel := goapp.Window().Get("MessageChannel").New()
		p.near = channel.Get("port1")
		p.near.Set("onmessage", p.heard)
		p.port = channel.Get("port2")
	})
}

// turn lets the browser work if the time has come.
func (p *pacer) turn() {
	if time.Since(p.since) < turnEvery {
		return
	}
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

func (p *pacer) close() {
	if p.port == nil {
		return
	}
	p.near.Call("close")
	p.heard.Release()
}
