package app

import (
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/parser/lang"
)

// onKey carries out the keys that work anywhere on the page. It listens to the
// document itself, as only then can it keep the browser from using the key.
func (v *Viewer) onKey(e goapp.Value) {
	if held(e) || inField(e.Get("target")) {
		return
	}
	action := v.actionOf(e.Get("key").String(), e.Get("target"))
	if action == "" {
		return
	}
	e.Call("preventDefault")
	v.ctx.Dispatch(func(goapp.Context) {
		v.do(action)
		v.focusJob(e.Get("target"))
	})
}

// held reports whether the key is part of something else: a shortcut of the
// browser, an input method, or what another part of the page has handled.
func held(e goapp.Value) bool {
	for _, name := range [...]string{"ctrlKey", "metaKey", "altKey", "isComposing", "defaultPrevented"} {
		if e.Get(name).Bool() {
			return true
		}
	}
	return false
}

func inField(target goapp.Value) bool {
	return target.Get("closest").Truthy() && target.Call("closest", "input,textarea,select,dialog,[contenteditable]").Truthy()
}

// actionOf returns what a key does, "" for nothing.
func (v *Viewer) actionOf(key string, target goapp.Value) string {
	s := v.S
	switch key {
	case "?":
		return "keys"
	case "Escape":
		return s.escape()
	}
	if s.Report == nil {
		return ""
	}
	switch key {
	case "1", "2", "3", "4", "5":
		return "view:" + strconv.Itoa(int(key[0]-'1'))
	case "n":
		return "new"
	case "j":
		return s.step(1)
	case "k":
		return s.step(-1)
	}
	if target.Get("closest").Truthy() && target.Call("closest", ".jobs").Truthy() {
		return s.arrow(key)
	}
	return ""
}

// escape returns what the escape key ends: the reading of a body, or the
// choice of a token.
func (s *Session) escape() string {
	switch {
	case s.Phase == PhaseReading:
		return "cancel"
	case s.Token >= 0:
		return "job:" + strconv.Itoa(s.Callback) + ":" + strconv.Itoa(s.Job)
	}
	return ""
}

func (s *Session) arrow(key string) string {
	switch key {
	case "ArrowDown", "ArrowRight":
		return s.step(1)
	case "ArrowUp", "ArrowLeft":
		return s.step(-1)
	}
	return ""
}

// focusJob keeps the focus on the chosen job while keys move it.
func (v *Viewer) focusJob(target goapp.Value) {
	if !target.Get("closest").Truthy() || !target.Call("closest", ".jobs").Truthy() {
		return
	}
	v.ctx.Defer(func(goapp.Context) {
		if job := document().Call("querySelector", ".jobs [aria-current=true]"); job.Truthy() {
			job.Call("focus")
			job.Call("scrollIntoView", map[string]any{"block": "nearest", "inline": "nearest"})
		}
	})
}

// showKeys opens the list of keys, or closes it.
func showKeys(open bool) {
	dialog := document().Call("getElementById", "keys")
	method := "close"
	if open {
		method = "showModal"
	}
	if attempt(func() { dialog.Call(method) }) != nil {
		dialog.Set("open", open)
	}
}

// keysDialog lists the keys.
func (s *Session) keysDialog() goapp.UI {
	return el("dialog").ID("keys").Class("keys").Aria("labelledby", "keys-title").Body(
		el("h2").ID("keys-title").Body(s.words(say.KeysTitle)),
		el("dl").Body(
			s.keyLine(say.KeyViews, "1", "2", "3", "4", "5"),
			s.keyLine(say.KeyJobs, "j", "k"),
			s.keyLine(say.KeyNew, "n"),
			s.keyLine(say.KeyPaste, "Ctrl V"),
			s.keyLine(say.KeyRead, "Ctrl Enter"),
			s.keyLine(say.KeyMove, "↑", "↓", "PgUp", "PgDn", "Home", "End"),
			s.keyLine(say.KeyWords, "←", "→"),
			s.keyLine(say.KeyFold, "←", "→"),
			s.keyLine(say.KeyChoose, "Enter"),
			s.keyLine(say.KeyCopyWord, "Ctrl C"),
			s.keyLine(say.KeyFind, "Ctrl F"),
			s.keyLine(say.KeyHits, "Enter", "Shift Enter"),
			s.keyLine(say.KeyEscape, "Esc"),
			s.keyLine(say.KeyHelp, "?"),
		),
		button("button").DataSet("do", "close").Body(s.words(say.Close)),
	)
}

func (s *Session) keyLine(what lang.Text, keys ...string) goapp.UI {
	caps := make([]goapp.UI, len(keys))
	for i, k := range keys {
		caps[i] = el("kbd").Text(k)
	}
	return el("div").Body(el("dt").Body(caps...), el("dd").Body(s.words(what)))
}
