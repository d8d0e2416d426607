//go:build !js

package docs

import (
	"bytes"
	"encoding/json"
	"strings"

	lens "github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/parser/reference"
	"github.com/callbacklens/callbacklens/parser/reference/advice"
	"github.com/callbacklens/callbacklens/parser/reference/practice"
)

// The kinds of what can be found.
const (
	kindPage   = "page"
	kindField  = "field"
	kindCode   = "code"
	kindTag    = "tag"
	kindRemark = "remark"
)

// found is an entry of the index: what web/js/guide.js looks into. Its names are
// short, as each stands there a thousand times.
type found struct {
	Kind    string `json:"k"`
	Title   string `json:"t"`
	Heading string `json:"h,omitempty"` // within the page
	Address string `json:"a"`           // from the site's root
	Text    string `json:"x,omitempty"`
}

// index is what can be found in l: the sections of the pages, and the rows of the
// reference.
func (b *book) index(l lang.Lang) ([]byte, error) {
	var all []found
	for _, p := range b.inOrder(l) {
		for _, s := range p.doc.sections {
			e := found{Kind: kindPage, Title: p.Title, Address: strings.TrimPrefix(p.path, "/"), Text: squashed(s.text)}
			if s.id != "" {
				e.Heading, e.Address = s.heading, e.Address+"#"+s.id
			}
			all = append(all, e)
		}
	}
	all = append(all, referred(l)...)
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	err := e.Encode(all)
	return out.Bytes(), err
}

// squashed returns a text with one blank for any number of them, its markup aside.
func squashed(text string) string { return strings.Join(strings.Fields(text), " ") }

// referred are the rows of the reference in l.
func referred(l lang.Lang) (all []found) {
	add := func(kind, anchor, title string, texts ...string) {
		all = append(all, found{
			Kind: kind, Title: title, Address: "reference/" + l.String() + "/#" + anchor,
			Text: squashed(strings.Join(texts, " ")),
		})
	}
	for _, t := range reference.Tables() {
		for i := range t.Fields {
			f := &t.Fields[i]
			add(kindField, f.Anchor, f.Name, f.Anchor, f.Description.In(l), practice.NoteOn(f.Anchor).In(l))
		}
	}
	for _, t := range reference.CodeTables() {
		for _, c := range t.Codes {
			add(kindCode, "code."+c.Value, c.Value, c.Name, c.Text.In(l), practice.DoAbout(c.Value).In(l))
		}
	}
	for _, s := range reference.PartsOfSpeech() {
		add(kindTag, s.Anchor, s.Tag, s.Name.In(l), s.Family.Name().In(l), s.Note.In(l))
	}
	for _, r := range lens.Remarks() {
		a, _ := advice.Of(r.Code)
		add(kindRemark, advice.Anchor(r.Code), r.Code, r.Text.In(l), a.Do.In(l))
	}
	return all
}
