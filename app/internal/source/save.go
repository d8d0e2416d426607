package source

import (
	"strings"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/face"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser/lang"
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

// masked reports whether there are secrets that are hidden now.
func (c *View) masked() bool { return c.report.Hidden > 0 }

// differs reports whether what is shown and what was given are not the same bytes.
func (c *View) differs() bool {
	charset := c.report.Source.Charset
	return c.masked() || c.chosen != 0 || charset != "" && charset != "utf-8"
}

func (c *View) copyLabel() lang.Text {
	switch {
	case c.masked():
		return words.Say.CopyAllMasked
	case c.B.Secrets > 0:
		return words.Say.CopyAllSecret
	}
	return words.Say.CopyAll
}

func (c *View) downloadLabel() lang.Text {
	if c.masked() {
		return words.Say.DownloadMasked
	}
	return words.Say.DownloadShown
}

func (c *View) exactLabel() lang.Text {
	if c.B.Secrets > 0 {
		return words.Say.DownloadSecret
	}
	return words.Say.DownloadExact
}

// exactTitle tells what is in the bytes that were given.
func (c *View) exactTitle() string {
	if c.B.Secrets > 0 {
		return words.Say.ExactSecrets.With(words.Count(c.B.Secrets)).In(c.P.Lang)
	}
	return c.say(words.Say.ExactTitle)
}

// onExact saves the bytes that were given.
func (c *View) onExact(goapp.Context, goapp.Event) {
	name := c.B.Given.Name
	if name == "" {
		name = strings.TrimSuffix("callback."+c.report.Source.Format.String(), ".")
	}
	c.save(name, c.B.Given.Bytes)
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
	c.save(name, text)
}

func (c *View) save(name string, text []byte) {
	blob := dom.NewBlob()
	blob.Add(text)
	if blob.Save(name) != nil {
		c.P.Say(words.Quoting(words.Say.NotSaved))
	}
}
