package app

import (
	"errors"
	"fmt"
	"time"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"
)

func document() goapp.Value { return goapp.Window().Get("document") }

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

// await waits until a promise is settled. It must not be called where the
// browser waits for an answer, such as in an event listener of its own.
func await(promise goapp.Value) (value goapp.Value, err error) {
	settled := make(chan struct{})
	kept := listener(func(result goapp.Value) {
		value = result
		close(settled)
	})
	defer kept.Release()
	broken := listener(func(reason goapp.Value) {
		err = errors.New(reason.Call("toString").String())
		close(settled)
	})
	defer broken.Release()
	promise.Call("then", kept, broken)
	<-settled
	return value, err
}

// attempt calls into the browser where that may throw, and returns what it threw.
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
	since time.Time
}

func newPacer() *pacer { return &pacer{since: time.Now()} }

// open opens the port. Work that is short needs none.
func (p *pacer) open() {
	p.back = make(chan struct{}, 1)
	p.heard = listener(func(goapp.Value) { p.back <- struct{}{} })
	channel := goapp.Window().Get("MessageChannel").New()
	p.near, p.port = channel.Get("port1"), channel.Get("port2")
	p.near.Set("onmessage", p.heard)
}

// turn lets the browser work if the time has come.
func (p *pacer) turn() {
	if time.Since(p.since) < turnEvery {
		return
	}
	if p.port == nil {
		p.open()
	}
	p.port.Call("postMessage", 0)
	<-p.back
	p.since = time.Now()
}

func (p *pacer) close() {
	if p.port == nil {
		return
	}
	p.near.Call("close")
	p.heard.Release()
}
