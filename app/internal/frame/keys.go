package frame

import (
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/jobs"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// onKey carries out the keys that work anywhere on the page. It listens to the
// document itself, as only then can it keep the browser from using the key.
func (v *Viewer) onKey(e goapp.Value) {
	if held(e) || dom.InField(e.Get("target")) {
		return
	}
	action := v.actionOf(e.Get("key").String())
	if action == "" {
		return
	}
	e.Call("preventDefault")
	v.ctx.Dispatch(func(goapp.Context) {
		v.do(action)
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

// actionOf returns what a key does, "" for nothing.
func (v *Viewer) actionOf(key string) string {
	p := v.D.Page
	switch key {
	case "?":
		return "keys"
	case "Escape":
		return escape(p)
	}
	if p.Body == nil {
		return ""
	}
	if view := viewOfKey(key); view != nil {
		return model.ToView(view.name)
	}
	switch key {
	case "n":
		return "new"
	case "j":
		return jobs.Step(p, 1)
	case "k":
		return jobs.Step(p, -1)
	}
	return ""
}

// escape returns what the escape key ends: the reading of a body, or the
// choice of a token or another place.
func escape(p *model.Page) string {
	switch {
	case p.Reading != nil:
		return "cancel"
	case p.Body != nil && p.Body.Place() != (parser.Place{}):
		return model.ToJob(p.Body.Shown())
	}
	return ""
}

// skip leads past the bar to the result.
func skip() {
	if main := dom.Document().Call("querySelector", "main.result"); main.Truthy() {
		main.Set("tabIndex", -1)
		main.Call("focus")
	}
}

// showKeys opens the list of keys, or closes it.
func showKeys(open bool) {
	dialog := dom.Document().Call("getElementById", "keys")
	method := "close"
	if open {
		method = "showModal"
	}
	if dom.Attempt(func() { dialog.Call(method) }) != nil {
		dialog.Set("open", open)
	}
}

// keysDialog lists the keys.
func keysDialog(p *model.Page) goapp.UI {
	views, keys := viewKeys(p)
	return dom.El("dialog").ID("keys").Class("keys").Aria("labelledby", "keys-title").Body(
		dom.El("header", "dialog-head").Body(
			dom.El("h2").ID("keys-title").Body(wordsOf(p, words.Say.KeysTitle)),
			dom.Button("button").DataSet("do", "close").Body(wordsOf(p, words.Say.Close))),
		dom.El("dl").Body(
			keyLine(p, views, keys...),
			keyLine(p, words.Say.KeyJobs, "j", "k"),
			keyLine(p, words.Say.KeyNew, "n"),
			keyLine(p, words.Say.KeyPaste, "Ctrl V"),
			keyLine(p, words.Say.KeyRead, "Ctrl Enter"),
			keyLine(p, words.Say.KeyMove, "↑", "↓", "PgUp", "PgDn", "Home", "End"),
			keyLine(p, words.Say.KeyWords, "←", "→"),
			keyLine(p, words.Say.KeyFold, "←", "→"),
			keyLine(p, words.Say.KeyChoose, "Enter"),
			keyLine(p, words.Say.KeyCopyWord, "Ctrl C"),
			keyLine(p, words.Say.KeyFind, "Ctrl F"),
			keyLine(p, words.Say.KeyHits, "Enter", "Shift Enter"),
			keyLine(p, words.Say.KeyEscape, "Esc"),
			keyLine(p, words.Say.KeyHelp, "?"),
		),
	)
}

func keyLine(p *model.Page, what lang.Text, keys ...string) goapp.UI {
	caps := make([]goapp.UI, len(keys))
	for i, k := range keys {
		caps[i] = dom.El("kbd").Text(k)
	}
	return dom.El("div").Body(dom.El("dt").Body(caps...), dom.El("dd").Body(wordsOf(p, what)))
}
