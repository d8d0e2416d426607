// Package original lays the text that was segmented, as the reader has it, beside the
// tokens.
package original

import (
	"context"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/align"
	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// View takes the text, and tells how it agrees with the tokens.
type View struct {
	goapp.Compo
	P   *model.Page
	B   *model.Body
	Rev int

	tokens *parser.Tokens // that the work is about
	work   dom.Slow
	ctx    goapp.Context
	close  []func()
}

// OnMount listens for the text.
func (c *View) OnMount(ctx goapp.Context) {
	c.ctx = ctx
	c.listen("paste", c.onPaste)
	c.listen("drop", c.onDrop)
	c.listen("change", c.onChange)
	c.listen("toggle", c.onToggle)
	c.OnUpdate(ctx)
}

// listen hears of an event before the page does, which takes what is given for bodies.
func (c *View) listen(name string, hear func(goapp.Value)) {
	root, f := c.JSValue(), dom.Listener(hear)
	root.Call("addEventListener", name, f, true)
	c.close = append(c.close, func() {
		root.Call("removeEventListener", name, f, true)
		f.Release()
	})
}

// OnDismount ends what OnMount began.
func (c *View) OnDismount() {
	c.work.Stop()
	for _, end := range c.close {
		end()
	}
	c.close = nil
}

// OnUpdate lays the text beside other tokens.
func (c *View) OnUpdate(ctx goapp.Context) {
	o, t := c.B.Original(), c.B.Tokens()
	if !o.Given || c.B.Aligned() != nil || t == c.tokens {
		return
	}
	c.tokens = t
	c.align(ctx, o.Text)
}

// take takes a text, nil for none.
func (c *View) take(text []byte) {
	c.ctx.Dispatch(func(ctx goapp.Context) {
		*c.B.Original() = model.Original{}
		o := c.B.Original()
		o.Text, o.Given, o.Open = text, text != nil, true
		c.work.Stop()
		c.P.Rev++
		if o.Given {
			c.tokens = c.B.Tokens()
			c.align(ctx, text)
		}
	})
}

func (c *View) align(ctx goapp.Context, text []byte) {
	b, t := c.B, c.B.Tokens()
	c.work.Start(ctx, func(r *dom.Run) {
		if result := align.Text(t, text, dom.Normalized, r.Pause); result != nil {
			go c.P.Loop.Do(func() { c.P.Align(b, t, result) })
		}
	})
}

func (c *View) onPaste(e goapp.Value) {
	text := e.Get("clipboardData").Call("getData", "text/plain").String()
	if text == "" || !dom.InField(e.Get("target")) {
		return
	}
	e.Call("preventDefault")
	e.Call("stopPropagation")
	c.take([]byte(text))
}

func (c *View) onDrop(e goapp.Value) {
	e.Call("preventDefault")
	e.Call("stopPropagation")
	dom.Root().Get("classList").Call("remove", "dropping")
	given := e.Get("dataTransfer")
	if files := given.Get("files"); files.Get("length").Int() > 0 {
		c.read(files.Index(0))
		return
	}
	c.take([]byte(given.Call("getData", "text/plain").String()))
}

func (c *View) onChange(e goapp.Value) {
	e.Call("stopPropagation") // files are no bodies
	target := e.Get("target")
	if files := target.Get("files"); files.Truthy() {
		if files.Get("length").Int() > 0 {
			c.read(files.Index(0))
		}
		return
	}
	if text := target.Get("value").String(); text != "" {
		c.take([]byte(text))
	}
}

// read takes the text of a file.
func (c *View) read(file goapp.Value) {
	go func() {
		text, err := dom.Await(context.Background(), file.Call("text"))
		if err != nil {
			c.P.Loop.Do(func() { c.P.Say(words.Quoting(words.Say.FileGone)) })
			return
		}
		c.take([]byte(text.String()))
	}()
}

func (c *View) onToggle(e goapp.Value) {
	open := e.Get("target").Get("open").Bool()
	c.ctx.Dispatch(func(goapp.Context) { c.B.Original().Open = open })
}

func (c *View) onAnother(goapp.Context, goapp.Event) { c.take(nil) }

// Render draws it.
func (c *View) Render() goapp.UI {
	o := c.B.Original()
	parts := []goapp.UI{dom.El("summary").Body(
		dom.El("strong").Text(c.say(words.Say.Original)),
		dom.El("span", "soft").Text(c.say(words.Say.OriginalLede)))}
	switch r := c.B.Aligned(); {
	case !o.Open:
	case !o.Given:
		parts = append(parts, c.intake())
	case r == nil:
		parts = append(parts, dom.El("p", "soft").Text(c.say(words.Say.Aligning)))
	default:
		parts = append(parts, dom.El("div", "original-result").Role("status").Body(c.result(r).UI()),
			dom.Button("button").Text(c.say(words.Say.OriginalOther)).OnClick(c.onAnother))
	}
	return dom.El("details", "original").Attr("open", o.Open).Body(parts...)
}

// intake is where the text is given.
func (c *View) intake() goapp.UI {
	return dom.El("div", "original-intake").Body(
		dom.El("textarea").Aria("label", c.say(words.Say.Original)).Attr("rows", 3).
			Attr("placeholder", c.say(words.Say.OriginalHint)).
			Attr("autocomplete", "off").Attr("spellcheck", "false"),
		dom.El("label", "button", "file").Body(goapp.Text(c.say(words.Say.PickFile)),
			dom.Void("input").Attr("type", "file").Class("heard")),
	)
}

func (c *View) say(t lang.Text) string { return t.In(c.P.Lang) }
