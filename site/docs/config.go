//go:build !js

package docs

import (
	"errors"
	"fmt"
	"io/fs"
	"math"
	"path"
	"regexp"
	"strconv"
	"strings"

	"github.com/BurntSushi/toml"

	"github.com/callbacklens/callbacklens/parser/lang"
)

// configName is the file in a folder that tells what is its own.
const configName = "lens.toml"

// written is lens.toml.
type written struct {
	Title     pair      `toml:"title"`
	Path      string    `toml:"path"`
	Lang      string    `toml:"lang"`
	Logo      string    `toml:"logo"`
	Color     string    `toml:"color"`
	ColorDark string    `toml:"color_dark"`
	Examples  []example `toml:"example"`
}

// example is a body that the front page leads to the viewer with.
type example struct {
	Title pair   `toml:"title"`
	File  string `toml:"file"`
}

// pair is a text that is written once for both languages, or as { zh, en }.
type pair lang.Text

// UnmarshalTOML reads a string or a table.
func (p *pair) UnmarshalTOML(value any) error {
	switch v := value.(type) {
	case string:
		*p = pair{v, v}
		return nil
	case map[string]any:
		zh, zhOK := v["zh"].(string)
		en, enOK := v["en"].(string)
		if len(v) == 2 && zhOK && enOK {
			*p = pair{zh, en}
			return nil
		}
	}
	return errors.New(`want a text, or one in each language: { zh = "…", en = "…" }`)
}

// config is what lens.toml comes to.
type config struct {
	title     lang.Text
	path      string
	lang      lang.Lang // of pages in no folder of a language; what most of them is in where saidLang is false
	saidLang  bool
	logo      string // name of the file, empty for the site's own
	color     string // of links and what is chosen, empty for the site's own
	colorDark string
	examples  []example
}

var pathPattern = regexp.MustCompile(`^[a-z0-9][a-z0-9_-]*$`)

// reserved are the folders of a site that are not for documentation.
var reserved = map[string]bool{"assets": true, "reference": true, "notices": true, "kit": true}

// configure reads lens.toml, which need not be there.
func (b *book) configure() {
	b.config = config{title: say.Guides, path: b.Path, lang: lang.ZH}
	text, err := fs.ReadFile(b.Files, configName)
	if errors.Is(err, fs.ErrNotExist) {
		return
	}
	if err != nil {
		b.fault(configName, 0, err)
		return
	}
	var w written
	meta, err := toml.Decode(string(text), &w)
	if at, ok := errors.AsType[toml.ParseError](err); ok {
		b.fault(configName, at.Position.Line, errors.New(at.Message))
		return
	}
	if err != nil {
		b.fault(configName, 0, err)
		return
	}
	for _, key := range meta.Undecoded() {
		b.fault(configName, 0, fmt.Errorf("there is no setting %q; want title, path, lang, logo, color, color_dark, or example with title and file", key))
	}
	b.apply(&w)
}

// apply takes over what is written, and notes what cannot be.
func (b *book) apply(w *written) {
	wrong := func(format string, args ...any) { b.fault(configName, 0, fmt.Errorf(format, args...)) }
	if w.Title != (pair{}) {
		b.title = lang.Text(w.Title)
	}
	switch {
	case w.Path == "":
	case !pathPattern.MatchString(w.Path) || reserved[w.Path]:
		wrong("path %q: want a name such as docs, of small letters, digits, - and _, and none of the site's own folders",
			w.Path)
	default:
		b.path = w.Path
	}
	b.saidLang = w.Lang != ""
	switch w.Lang {
	case "", "zh":
	case "en":
		b.lang = lang.EN
	default:
		wrong("lang %q: want zh or en", w.Lang)
	}
	if b.logo = w.Logo; b.logo != "" && b.image(b.logo) == nil {
		wrong("logo %q: want a file .svg, .png, .jpg or .webp of the folder", b.logo)
	}
	b.color, b.colorDark = w.Color, w.ColorDark
	for _, c := range []struct{ name, color, paper string }{
		{"color", w.Color, b.site.Light}, {"color_dark", w.ColorDark, b.site.Dark},
	} {
		if c.color != "" && !legible(c.color, c.paper) {
			wrong("%s %q: want a colour such as #3c4fd0 that can be read on %s, with a contrast of 4.5",
				c.name, c.color, c.paper)
		}
	}
	b.examples = w.Examples
	for i := range w.Examples {
		e := &w.Examples[i]
		if e.File == "" || e.Title.ZH == "" || e.Title.EN == "" {
			wrong("an example needs a title and a file")
		} else if b.text(e.File) == nil {
			wrong("example %q: there is no such file", e.File)
		} else if b.open(e) == "" {
			wrong("example %q: the body is too large for an address", e.File)
		}
	}
}

// image returns the content of a picture in the folder, nil for what is none.
func (b *book) image(name string) []byte {
	if !images[strings.ToLower(path.Ext(name))] {
		return nil
	}
	return b.text(name)
}

// text returns the content of a file in the folder, nil if there is none.
func (b *book) text(name string) []byte {
	if !fs.ValidPath(name) {
		return nil
	}
	content, err := fs.ReadFile(b.Files, name)
	if err != nil {
		return nil
	}
	return content
}

var colorPattern = regexp.MustCompile(`^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$`)

// legible reports whether a text of a colour can be read on a paper: a contrast of
// 4.5, as WCAG 2 wants it.
func legible(color, paper string) bool {
	if !colorPattern.MatchString(color) {
		return false
	}
	a, b := luminance(color), luminance(paper)
	return (max(a, b)+0.05)/(min(a, b)+0.05) >= 4.5
}

// luminance is the relative luminance of a colour as WCAG 2 defines it.
func luminance(color string) float64 {
	digits := color[1:]
	if len(digits) == 3 {
		digits = string([]byte{digits[0], digits[0], digits[1], digits[1], digits[2], digits[2]})
	}
	n, _ := strconv.ParseUint(digits, 16, 32)
	channel := func(shift int) float64 {
		c := float64(n>>shift&0xff) / 255
		if c <= 0.04045 {
			return c / 12.92
		}
		return math.Pow((c+0.055)/1.055, 2.4)
	}
	return 0.2126*channel(16) + 0.7152*channel(8) + 0.0722*channel(0)
}
