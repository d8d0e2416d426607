package dom

import (
	"cmp"
	"context"
	"fmt"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"
)

func Document() goapp.Value { return goapp.Window().Get("document") }

// Unstyled reports whether the style sheet did not come, so that nothing is out
// of sight by being styled so.
func Unstyled() bool {
	return goapp.IsClient && Root().Get("dataset").Get("unstyled").Type() == goapp.TypeString
}

// Root returns the element html, whose attributes the stylesheets go by.
func Root() goapp.Value { return Document().Get("documentElement") }

// Panicked hears of a panic in what the browser calls, which ends there.
var Panicked = func(thrown any) { goapp.Log("the program failed: ", thrown) }

// Listener returns a function for the browser to call, which hands its first
// argument to hear. A panic ends there, as it would end the program otherwise.
// It is for what go-app does not know; Release frees it.
func Listener(hear func(goapp.Value)) goapp.Func {
	return goapp.FuncOf(func(_ goapp.Value, args []goapp.Value) any {
		defer func() {
			if thrown := recover(); thrown != nil {
				Panicked(thrown)
			}
		}()
		hear(args[0])
		return nil
	})
}

// Refusal is what the browser said when it did not do what it was asked for.
type Refusal struct {
	Name    string // that it has for errors of this kind, such as "NotFoundError"
	Message string
}

func (r Refusal) Error() string { return r.Name + ": " + r.Message }

// refused returns the error of a promise that was broken, which may be any value.
func refused(reason goapp.Value) Refusal {
	if reason.Type() != goapp.TypeObject {
		return Refusal{"Error", Text(reason)}
	}
	return Refusal{cmp.Or(Text(reason.Get("name")), "Error"), Text(reason.Get("message"))}
}

// Await waits until a promise is settled, or for as long as its value is wanted.
// It must not be called where the browser waits for an answer, such as in an
// event listener of its own.
func Await(ctx context.Context, promise goapp.Value) (value goapp.Value, err error) {
	var kept, broken goapp.Func
	settled := make(chan struct{})
	settle := func() {
		close(settled)
		kept.Release()
		broken.Release()
	}
	kept = Listener(func(result goapp.Value) {
		value = result
		settle()
	})
	broken = Listener(func(reason goapp.Value) {
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

// Attempt calls into the browser where that may throw, as it does where it lacks
// what is asked for or refuses it, and returns what it threw. What is no part of
// every document is only ever called in an attempt.
func Attempt(call func()) (err error) {
	defer func() {
		if thrown := recover(); thrown != nil {
			err = fmt.Errorf("browser: %v", thrown)
		}
	}()
	call()
	return nil
}

// Text returns a string of the browser, "" for what is none.
func Text(v goapp.Value) string {
	if v.Type() != goapp.TypeString {
		return ""
	}
	return v.String()
}

// Remember stores a setting of the page, never anything of a body. Where
// storage is switched off the setting lasts as long as the page.
func Remember(key, value string) {
	_ = Attempt(func() {
		storage := goapp.Window().Get("localStorage")
		if value == "" {
			storage.Call("removeItem", "callbacklens."+key)
			return
		}
		storage.Call("setItem", "callbacklens."+key, value)
	})
}

// Recall returns what was remembered, empty for nothing.
func Recall(key string) (value string) {
	_ = Attempt(func() {
		value = Text(goapp.Window().Get("localStorage").Call("getItem", "callbacklens."+key))
	})
	return value
}

// Normalized returns a text in one of the normal forms of Unicode, NFC or NFD, which
// the browser knows.
func Normalized(text []byte, form string) []byte {
	_ = Attempt(func() {
		normalize := goapp.Window().Get("String").Get("prototype").Get("normalize")
		text = []byte(normalize.Call("call", string(text), form).String())
	})
	return text
}

// ScrollTo scrolls the page to y pixels from its top.
func ScrollTo(y float64) { _ = Attempt(func() { goapp.Window().Call("scrollTo", 0, y) }) }

// Scrolled returns how far the page is scrolled, in pixels from its top.
func Scrolled() (y float64) {
	_ = Attempt(func() { y = goapp.Window().Get("scrollY").Float() })
	return y
}
