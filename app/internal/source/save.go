package source

import (
	"strings"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/face"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/internal/visible"
)

// downloadTitle tells when what is saved is not what was given, byte by byte.
func (c *View) downloadTitle() string {
	if charset := c.report.Source.Charset; c.chosen == 0 && charset != "" && charset != "utf-8" {
		return words.Say.DownloadAs.With(charset).In(c.P.Lang)
	}
	if c.report.Hidden > 0 {
		return words.Say.DownloadHidden.In(c.P.Lang)
	}
	return c.say(words.Say.Download)
}

func (c *View) onCopy(goapp.Context, goapp.Event) {
	go face.Copied(c.P, string(c.text()))
}

// onDownload saves the text as it is shown as a file.
func (c *View) onDownload(goapp.Context, goapp.Event) {
	text := c.text()
	name := c.report.Source.Name
	if name == "" || c.chosen != 0 || strings.Contains(name, "*") { // a secret stood in it
		name = strings.TrimSuffix("callback."+c.format(0).String(), ".")
	}
	name = strings.Map(func(r rune) rune {
		if visible.Sign(r) != "" {
			return '_' // in a folder nothing would tell of it
		}
		return r
	}, name)
	if dom.Attempt(func() { saveAs(name, text) }) != nil {
		c.P.Say(words.Quoting(words.Say.NotSaved))
	}
}

// saveAs gives a file to the browser to save.
func saveAs(name string, content []byte) {
	array := goapp.Window().Get("Uint8Array").New(len(content))
	goapp.CopyBytesToJS(array, content)
	parts := goapp.Window().Get("Array").Call("of", array)
	blob := goapp.Window().Get("Blob").New(parts, map[string]any{"type": "application/octet-stream"})
	url := goapp.Window().Get("URL").Call("createObjectURL", blob)
	link := dom.Document().Call("createElement", "a")
	link.Set("href", url)
	link.Set("download", name)
	link.Call("click")
	goapp.Window().Get("URL").Call("revokeObjectURL", url)
}
