package app

import (
	"strings"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"
)

// downloadTitle tells when what is saved is not what was given, byte by byte.
func (c *Source) downloadTitle() string {
	if charset := c.report.Source.Charset; c.text().document == nil && charset != "" && charset != "utf-8" {
		return say.DownloadAs.With(charset).In(c.S.Lang)
	}
	return c.say(say.Download)
}

// masked returns the text as it is drawn, with its secrets hidden unless they
// are shown.
func (c *Source) masked() []byte {
	text := c.text().text
	if c.shown || !c.hasSecrets() {
		return text
	}
	var out []byte
	at := 0
	for _, s := range c.report.Source.Secrets {
		out = append(out, text[at:s.Start]...)
		out = append(out, "••••"...)
		at = int(s.End)
	}
	return append(out, text[at:]...)
}

func (c *Source) onCopy(goapp.Context, goapp.Event) {
	text, said := string(c.masked()), c.S.Lang
	go func() {
		if writeClipboard(text) != nil {
			announce(say.NotCopied.In(said))
			return
		}
		announce(say.Copied.In(said))
	}()
}

// onDownload saves the text as a file.
func (c *Source) onDownload(goapp.Context, goapp.Event) {
	text := c.text()
	name := c.report.Source.Name
	if name == "" || text.document != nil {
		name = strings.TrimSuffix("callback."+text.format.String(), ".")
	}
	array := goapp.Window().Get("Uint8Array").New(len(text.text))
	goapp.CopyBytesToJS(array, text.text)
	parts := goapp.Window().Get("Array").Call("of", array)
	blob := goapp.Window().Get("Blob").New(parts, map[string]any{"type": "application/octet-stream"})
	url := goapp.Window().Get("URL").Call("createObjectURL", blob)
	link := document().Call("createElement", "a")
	link.Set("href", url)
	link.Set("download", name)
	link.Call("click")
	goapp.Window().Get("URL").Call("revokeObjectURL", url)
}
