//go:build js

// Package preview is the picture beside the box of the landing, in the browser: what was
// prerendered. The program has none of it, and puts it back wherever the landing is.
package preview

import (
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
)

// prerendered is the picture that the document came with, nil if it has none.
var prerendered goapp.Value

// Adopt keeps the picture. It must be called before the program draws for the first time.
func Adopt() {
	if picture := dom.Document().Call("querySelector", ".preview"); picture.Truthy() {
		prerendered = picture
	}
}

// View is where the picture stands.
type View struct{ goapp.Compo }

// Render draws the place, which stays empty for what is drawn.
func (v *View) Render() goapp.UI { return dom.El("div", "preview-place") }

// OnMount puts the picture there.
func (v *View) OnMount(goapp.Context) {
	if prerendered != nil {
		v.JSValue().Call("append", prerendered)
	}
}
