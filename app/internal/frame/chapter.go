package frame

import (
	"github.com/callbacklens/callbacklens/app/internal/reference"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser/lang"
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"
)

// Chapter is the frame of a reference page: it takes bodies as the viewer
// does, and leads to it.
type Chapter struct {
	goapp.Compo
	D    *Desk
	Lang lang.Lang
}

// Render draws the reference.
func (c *Chapter) Render() goapp.UI {
	return &reference.Page{Lang: c.Lang}
}

// OnMount lets the session reach the browser from here.
func (c *Chapter) OnMount(ctx goapp.Context) {
	c.D.attach(ctx, nil)
	c.entitle(ctx)
}

// OnNav follows from one language's page to the other's.
func (c *Chapter) OnNav(ctx goapp.Context) { c.entitle(ctx) }

func (c *Chapter) entitle(ctx goapp.Context) {
	ctx.Page().SetTitle(words.Say.ReferenceTitle.In(c.Lang))
	showLang(c.Lang)
}
