package app

import (
	"strings"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/parser/visible"
)

// downloadTitle tells when what is saved is not what was given, byte by byte.
func (c *Source) downloadTitle() string {
	if charset := c.report.Source.Charset; c.text().document == nil && charset != "" && charset != "utf-8" {
		return say.DownloadAs.With(charset).In(c.S.Lang)
	}
	if c.report.Hidden > 0 {
		return say.DownloadHidden.In(c.S.Lang)
	}
	return c.say(say.Download)
}

func (c *Source) onCopy(goapp.Context, goapp.Event) {
	go c.S.copied(string(c.text().text))
}

// onDownload saves the text as it is shown as a file.
func (c *Source) onDownload(goapp.Context, goapp.Event) {
	text := c.text()
	name := c.report.Source.Name
	if name == "" || text.document != nil || strings.Contains(name, "*") { // a secret stood in it
		name = strings.TrimSuffix("callback."+text.format.String(), ".")
	}
	name = strings.Map(func(r rune) rune {
		if visible.Sign(r) != "" {
			return '_' // in a folder nothing would tell of it
		}
		return r
	}, name)
	if attempt(func() { saveAs(name, text.text) }) != nil {
		c.S.notice = quoting(say.NotSaved)
		c.S.Rev++
	}
}

// saveAs gives a file to the browser to save.
func saveAs(name string, content []byte) {
	array := goapp.Window().Get("Uint8Array").New(len(content))
	goapp.CopyBytesToJS(array, content)
	parts := goapp.Window().Get("Array").Call("of", array)
	blob := goapp.Window().Get("Blob").New(parts, map[string]any{"type": "application/octet-stream"})
	url := goapp.Window().Get("URL").Call("createObjectURL", blob)
	link := document().Call("createElement", "a")
	link.Set("href", url)
	link.Set("download", name)
	link.Call("click")
	goapp.Window().Get("URL").Call("revokeObjectURL", url)
}
