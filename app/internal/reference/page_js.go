//go:build js

package reference

import (
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// Page is the reference in the browser: what was prerendered, which stays as it is.
// The program has none of its text; it keeps track of where the address leads, and
// of whether the page is to be seen.
type Page struct {
	goapp.Compo
	Lang lang.Lang
}

// prerendered is the page that the document came with, nil if it was another one.
var prerendered goapp.Value

// Adopt keeps the prerendered reference from being replaced by what the program
// draws: an empty element before it is replaced instead. It must be called before the
// program draws for the first time.
func Adopt() {
	if page := document().Call("querySelector", ".reference"); page.Truthy() {
		prerendered = page
		page.Call("before", document().Call("createElement", "div"))
	}
}

func document() goapp.Value { return goapp.Window().Get("document") }

// Render draws what stands in the place of the page among what the program draws.
func (p *Page) Render() goapp.UI { return dom.El("div").Hidden(true) }

// OnMount shows the page, again if the viewer was there in between.
func (p *Page) OnMount(ctx goapp.Context) {
	if prerendered != nil {
		ctx.JSSrc().Call("after", prerendered)
		p.OnNav(ctx)
	}
}

// OnDismount makes room for the viewer.
func (p *Page) OnDismount() {
	if prerendered != nil {
		prerendered.Call("remove")
	}
}

// OnNav marks the row that the address names, as :target does where the browser
// itself has followed a link, and lets the other language's page open there.
func (p *Page) OnNav(ctx goapp.Context) {
	if prerendered == nil {
		return
	}
	if marked := prerendered.Call("querySelector", ".is-target"); marked.Truthy() {
		marked.Get("classList").Call("remove", "is-target")
	}
	anchor := ctx.Page().URL().Fragment
	prerendered.Call("querySelector", ".ref-other").Set("hash", anchor)
	if anchor == "" {
		return
	}
	if row := document().Call("getElementById", anchor); row.Truthy() {
		row.Get("classList").Call("add", "is-target")
		if row.Get("tabIndex").Int() == -1 && row.Call("hasAttribute", "tabindex").Bool() {
			row.Call("focus") // a link that script follows moves the view, but not the keyboard
		}
	}
}
