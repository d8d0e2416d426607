//go:build !js

package site

import (
	"bytes"
	_ "embed"
	"html/template"
	"strings"

	"github.com/callbacklens/callbacklens/app"
	"github.com/callbacklens/callbacklens/parser/lang"
)

//go:embed page.html
var pageHTML string

var pageTemplate = template.Must(template.New("page.html").Parse(pageHTML))

// The colours that a browser paints around the page: --paper of both themes.
const (
	lightPaper = "#f6f7f9"
	darkPaper  = "#0f1115"
)

// shell is what page.html is filled with. Addresses in it are relative to the
// page.
type shell struct {
	Policy, Version    string
	Lang, FixedLang    string // FixedLang is empty where the reader chooses
	Title, Description string
	Light, Dark        string
	Canonical          string
	Alternates         []alternate
	Card               template.URL // the picture that chats show, a whole address
	Lost               bool         // no page of its own
	Up                 string       // to the site's root
	Icon               template.URL
	TouchIcon          string
	Style, Start       loaded
	Go                 loaded
	Wasm, WasmSums     string
	ModuleSum          string // of the program as it is put together
	Parents            string
	Own                loaded // the script of this page alone, which runs once it is parsed
	Broken             lang.Text
	Body, Crash        template.HTML
	Scriptless         bool
}

// loaded is a file that a page loads, with the sum that the browser checks.
type loaded struct{ Address, Integrity string }

// alternate is the same page in a language.
type alternate struct{ Lang, Href string }

// page writes the document of p. The version may be empty, so that it can be
// computed over the rest.
func (s *Site) page(p app.Page, version string) ([]byte, error) {
	up := s.rootOf(p.Path)
	body, err := prerender(p.Body(), up)
	if err != nil {
		return nil, err
	}
	crash, err := prerender(app.Crash(), up)
	if err != nil {
		return nil, err
	}
	sh := shell{
		Policy:      Policy,
		Version:     version,
		Lang:        p.Lang.Tag(),
		FixedLang:   p.Lang.String(),
		Title:       p.Title.In(p.Lang),
		Description: p.Description.In(p.Lang),
		Light:       lightPaper,
		Dark:        darkPaper,
		Up:          up,
		Icon:        template.URL(dataURL("image/svg+xml", s.icons["icon.svg"])),
		TouchIcon:   up + s.assets["apple-touch.png"],
		Style:       loaded{up + s.assets["style.css"], s.integrity("style.css")},
		Start:       loaded{up + s.assets["start.js"], s.integrity("start.js")},
		Go:          loaded{up + s.assets["go.js"], s.integrity("go.js")},
		Wasm:        up + s.assets["app.wasm.gz"],
		WasmSums:    s.known[s.assets["app.wasm.gz"]].Sums,
		ModuleSum:   s.module,
		Parents:     strings.Join(s.parents, " "),
		Broken:      app.Broken(),
		Body:        body,
		Crash:       crash,
		Scriptless:  p.Scriptless,
		Lost:        p.Path == app.LostPath,
		Canonical:   s.absolute(p.Path, up),
		Alternates:  s.alternates(p, up),
	}
	if p.Path == app.EmbedPath {
		sh.Policy, sh.Own = embedPolicy, loaded{up + s.assets["embed.js"], s.integrity("embed.js")}
	}
	if s.address != "" {
		sh.Card = template.URL(s.address + "/" + s.assets["card.png"])
	}
	if bilingual(p) {
		sh.FixedLang = ""
		sh.Title = both(p.Title)
		sh.Description = both(p.Description)
	}
	var b bytes.Buffer
	if err := pageTemplate.Execute(&b, sh); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// rootOf returns the way from a page to the site's root. The page that is shown for
// addresses that lead nowhere has no place of its own.
func (s *Site) rootOf(path string) string {
	if path == app.LostPath {
		return s.prefix + "/"
	}
	if depth := strings.Count(path, "/") - 1; depth > 0 {
		return strings.Repeat("../", depth)
	}
	return "./"
}

// bilingual reports whether p holds both languages, of which the start-up
// script shows the reader's.
func bilingual(p app.Page) bool { return !strings.Contains(p.Path, "/"+p.Lang.String()+"/") }

// both joins a text's languages for places that can hold no markup.
func both(t lang.Text) string {
	if t.ZH == t.EN {
		return t.ZH
	}
	return t.ZH + " · " + t.EN
}
