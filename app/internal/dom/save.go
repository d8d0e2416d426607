package dom

import (
	"strings"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/internal/visible"
)

// Blob collects bytes for a file on the browser's side, as they come.
type Blob struct{ parts goapp.Value }

// NewBlob returns one with nothing in it.
func NewBlob() Blob { return Blob{goapp.Window().Get("Array").New()} }

// Add puts bytes behind those that are there.
func (b Blob) Add(content []byte) {
	array := goapp.Window().Get("Uint8Array").New(len(content))
	goapp.CopyBytesToJS(array, content)
	b.parts.Call("push", array)
}

// Save gives what was collected to the browser to save as a file.
func (b Blob) Save(name string) error {
	return Attempt(func() {
		blob := goapp.Window().Get("Blob").New(b.parts, map[string]any{"type": "application/octet-stream"})
		url := goapp.Window().Get("URL").Call("createObjectURL", blob)
		link := Document().Call("createElement", "a")
		link.Set("href", url)
		link.Set("download", strings.Map(nameRune, name))
		link.Call("click")
		goapp.Window().Get("URL").Call("revokeObjectURL", url)
	})
}

// nameRune is what stands for a character in the name of a file: in a folder nothing
// would tell of one that has no form.
func nameRune(r rune) rune {
	if visible.Sign(r) != "" {
		return '_'
	}
	return r
}
