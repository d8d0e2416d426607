//go:build !js

package reference

import (
	"strings"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/internal/visible"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/parser/reference"
	"github.com/callbacklens/callbacklens/parser/reference/advice"
	"github.com/callbacklens/callbacklens/parser/reference/practice"
	"github.com/callbacklens/callbacklens/parser/reference/sources"
)

// Page is the reference in one language: the tables of fields and
// parts of speech, and what else is known of the format. It is complete when
// prerendered, without any script.
type Page struct {
	goapp.Compo
	Lang lang.Lang
}

// Adopt has nothing to do where there is no browser.
func Adopt() {}

// Render draws the page.
func (p *Page) Render() goapp.UI {
	return dom.El("div", "reference").Lang(p.Lang.Tag()).Body(
		dom.El("a", "ref-skip").Attr("href", "#"+anchorText).Body(p.text(refSay.Skip)),
		p.head(),
		dom.El("main", "ref-columns").Body(
			p.title(),
			p.contents(),
			dom.El("div").ID(anchorText).Class("ref-text").TabIndex(-1).Body(
				p.status(),
				p.about(),
				p.fields(),
				p.parts(),
				p.values(),
				p.codes(),
				p.times(),
				p.units(),
				p.shapes(),
				p.sample(),
				p.remarks(),
				dom.El("footer", "ref-foot").Body(dom.NoticesLink(p.text(words.Say.Notices))),
			),
		),
	)
}

func (p *Page) text(t lang.Text) goapp.UI { return goapp.Text(t.In(p.Lang)) }

func (p *Page) head() goapp.UI {
	other := lang.EN
	if p.Lang == lang.EN {
		other = lang.ZH
	}
	return dom.El("header", "ref-head").Body(
		dom.El("a", "ref-home").Attr("href", dom.Link(dom.ViewerPath)).Body(
			dom.Icon(dom.IconLens),
			dom.El("span").Body(p.text(words.Say.Name)),
		),
		dom.El("a", "ref-other").Attr("href", dom.ReferenceLink(other, "")).Attr("hreflang", other.Tag()).
			Lang(other.Tag()).Body(p.text(refSay.Other)),
		dom.GuidesLink("ref-other", p.Lang, p.text(words.Say.Guides)),
		dom.El("a", "ref-open").Attr("href", dom.Link(dom.ViewerPath)).Body(p.text(refSay.Open)),
	)
}

func (p *Page) title() goapp.UI {
	return dom.El("header", "ref-title").Body(
		dom.El("h1").Body(p.text(refSay.Heading)),
		dom.El("p").Body(p.text(refSay.Lede)),
	)
}

// The anchors of the sections.
const (
	anchorText   = "text"
	anchorStatus = "status"
	anchorAbout  = "about"
	anchorFields = "fields"
	anchorParts  = "pos"
	anchorValues = "values"
	anchorCodes  = "error-codes"
	anchorTimes  = "times"
	anchorUnits  = "units"
	anchorShapes = "envelopes"
	anchorSample = "sample"
	anchorRemark = "remarks"
)

func (p *Page) contents() goapp.UI {
	var tables []goapp.UI
	for _, t := range reference.Tables() {
		tables = append(tables, p.entry(t.Anchor, t.Title))
	}
	return dom.El("nav", "ref-contents").Aria("label", refSay.Contents.In(p.Lang)).Body(
		dom.El("ul").Body(
			p.entry(anchorStatus, refSay.Status),
			p.entry(anchorAbout, refSay.About),
			p.entry(anchorFields, refSay.Fields),
			dom.El("li", "ref-nested").Body(dom.El("ul").Body(tables...)),
			p.entry(anchorParts, refSay.Parts),
			p.entry(anchorValues, refSay.Values),
			p.entry(anchorCodes, refSay.Codes),
			p.entry(anchorTimes, refSay.Times),
			p.entry(anchorUnits, refSay.Units),
			p.entry(anchorShapes, refSay.Shapes),
			p.entry(anchorSample, refSay.Sample),
			p.entry(anchorRemark, refSay.Remarks),
		),
	)
}

func (p *Page) entry(anchor string, t lang.Text) goapp.UI {
	return dom.El("li").Body(dom.El("a").Attr("href", "#"+anchor).Body(p.text(t)))
}

// section is a part of the page with its heading and what leads into it.
func (p *Page) section(anchor string, heading lang.Text, lede lang.Text, body ...goapp.UI) goapp.UI {
	parts := []goapp.UI{dom.El("h2").ID(anchor).Body(p.text(heading))}
	if lede != (lang.Text{}) {
		parts = append(parts, dom.El("p", "ref-lede").Body(p.text(lede)))
	}
	return dom.El("section").Aria("labelledby", anchor).Body(append(parts, body...)...)
}

// status tells whether the feature is still offered, and what it needs.
func (p *Page) status() goapp.UI {
	s := sources.OfSegmentation()
	var needs []goapp.UI
	for _, n := range sources.Prerequisites() {
		line := []goapp.UI{p.text(n.What)}
		if n.Code != "" {
			line = append(line, goapp.Text(" "), dom.El("code").Text(n.Code))
		}
		needs = append(needs, dom.El("li").Body(line...))
	}
	return p.section(anchorStatus, refSay.Status, lang.Text{},
		dom.El("p", "ref-status").Body(
			dom.El("strong").Body(p.text(refSay.StatusAsOf.With(s.AsOf))), goapp.Text(" "),
			p.text(s.Says), goapp.Text(" "),
			outside(s.Address, refSay.StatusPage.In(p.Lang)),
		),
		dom.El("h3").ID("prerequisites").Body(p.text(refSay.Needs)),
		dom.El("ul", "ref-points").Body(needs...),
	)
}

// outside is a link that leads away from the site, in a tab of its own.
func outside(address, label string) goapp.UI {
	return dom.El("a", "ref-outside").Attr("href", "https://"+address).Attr("target", "_blank").Attr("rel", "noopener noreferrer").
		OnClick(dom.LeaveToBrowser).Text(label)
}

func (p *Page) about() goapp.UI {
	return p.section(anchorAbout, refSay.About, lang.Text{},
		dom.El("ul", "ref-points").Body(p.lines(refSay.AboutLines)...),
		dom.El("p").Body(dom.GuideLink("", p.Lang, dom.ReceiverGuide, p.text(words.Say.TakeReceiver))),
		dom.El("h3").ID("sources").Body(p.text(refSay.Sources)),
		dom.El("ul", "ref-points").Body(p.sources()...),
	)
}

// sources are the pages that the reference rests on, each with the date of the
// copy that was read.
func (p *Page) sources() []goapp.UI {
	var lines []goapp.UI
	for _, s := range sources.All() {
		copied := refSay.NoDate
		if s.Copy != "" {
			copied = refSay.Copy.With(s.Copy)
		}
		says := copied.In(p.Lang)
		if s.Note != (lang.Text{}) {
			says = refSay.More.With(says, s.Note.In(p.Lang)).In(p.Lang)
		}
		lines = append(lines, dom.El("li").Body(
			p.text(refSay.Source.With(s.What.In(p.Lang))), outside(s.Address, s.Address),
			p.text(refSay.Aside.With(says)),
		))
	}
	return lines
}

func (p *Page) lines(texts []lang.Text) []goapp.UI {
	items := make([]goapp.UI, len(texts))
	for i, t := range texts {
		items[i] = dom.El("li").Body(p.text(t))
	}
	return items
}

func (p *Page) fields() goapp.UI {
	var tables []goapp.UI
	for _, t := range reference.Tables() {
		tables = append(tables,
			dom.El("h3").ID(t.Anchor).Class("ref-node").Body(p.text(t.Title)),
			dom.El("p", "ref-lede").Body(p.text(t.Intro)),
			p.table("ref-fields", t.Title, fieldHeads(), p.fieldRows(t.Fields)),
		)
	}
	return p.section(anchorFields, refSay.Fields, refSay.FieldsLede, tables...)
}

func fieldHeads() []lang.Text {
	return []lang.Text{refSay.Name, refSay.Parent, refSay.Description, refSay.Type}
}

func (p *Page) fieldRows(fields []reference.Field) []refRow {
	rows := make([]refRow, len(fields))
	for i := range fields {
		f := &fields[i]
		name := []goapp.UI{p.self(f.Anchor, f.Name)}
		if !f.Published {
			mark := refSay.Unlisted
			if f.Elsewhere != (lang.Text{}) {
				mark = refSay.Elsewhere.With(f.Elsewhere.In(p.Lang))
			}
			name = append(name, dom.El("span", "ref-unlisted").Body(p.text(mark)))
		}
		rows[i] = refRow{f.Anchor, "", [][]goapp.UI{
			name,
			{p.parent(f.Parent)},
			p.described(f.Description, practice.NoteOn(f.Anchor)),
			{p.text(f.TypeText)},
		}}
	}
	return rows
}

// self is the name of a row, which leads to the row.
func (p *Page) self(anchor, name string) goapp.UI {
	return dom.El("a", "ref-self").Attr("href", "#"+anchor).Text(name)
}

// parent is the path of a parent, which may break after its dots. What has no
// parent says so in the reader's language.
func (p *Page) parent(path string) goapp.UI {
	if path == refSay.None.ZH {
		return p.text(refSay.None)
	}
	steps := strings.SplitAfter(path, ".")
	spans := make([]goapp.UI, len(steps))
	for i, s := range steps {
		spans[i] = dom.El("span").Text(s)
	}
	return dom.El("code", "ref-path").Body(spans...)
}

func (p *Page) described(t, note lang.Text) []goapp.UI {
	lines := []goapp.UI{dom.El("p").Body(p.text(t))}
	if note != (lang.Text{}) {
		lines = append(lines, dom.El("p", "ref-note").Body(p.text(note)))
	}
	return lines
}

func (p *Page) parts() goapp.UI {
	var legend []goapp.UI
	for _, f := range reference.Families {
		legend = append(legend, dom.El("li", "pos-"+f.String()).Body(p.text(f.Name())))
	}
	heads := []lang.Text{refSay.Tag, refSay.Meaning, refSay.Family}
	return p.section(anchorParts, refSay.Parts, refSay.PartsLede,
		dom.El("ul", "ref-legend").Body(legend...),
		p.table("ref-parts", refSay.Parts, heads, p.partRows()),
	)
}

func (p *Page) partRows() []refRow {
	all := reference.PartsOfSpeech()
	rows := make([]refRow, len(all))
	for i := range all {
		s := &all[i]
		class := "pos-" + s.Family.String()
		meaning := []goapp.UI{dom.El("p").Body(p.text(s.Name))}
		if s.Printed != (lang.Text{}) {
			class += " is-mended"
			printed := refSay.Printed.With(s.Printed.In(p.Lang))
			meaning = append(meaning, dom.El("p", "ref-printed").Body(p.text(printed)))
		}
		rows[i] = refRow{s.Anchor, class, [][]goapp.UI{
			{p.self(s.Anchor, s.Tag)}, meaning, p.described(s.Family.Name(), s.Note),
		}}
	}
	return rows
}

func (p *Page) values() goapp.UI {
	var states, methods, levels []refRow
	for _, s := range reference.States() {
		states = append(states, p.valueRow("state."+s.Value, s.Value, s.Name, s.Note))
	}
	for _, m := range reference.Methods() {
		methods = append(methods, refRow{m.Field + "." + m.Value, "", [][]goapp.UI{
			{p.self(m.Field+"."+m.Value, m.Value)}, {dom.El("code").Text(m.Field)}, {p.text(m.Name)},
		}})
	}
	for _, l := range reference.Levels() {
		levels = append(levels, p.valueRow("JobLevel."+l, l, reference.LevelName(l), lang.Text{}))
	}
	heads := []lang.Text{refSay.Value, refSay.Meaning}
	return p.section(anchorValues, refSay.Values, lang.Text{},
		dom.El("h3").ID("states").Body(p.text(refSay.States)),
		p.table("ref-values", refSay.States, heads, states),
		dom.El("h3").ID("methods").Body(p.text(refSay.Methods)),
		p.table("ref-values", refSay.Methods, []lang.Text{refSay.Value, refSay.Field, refSay.Meaning}, methods),
		dom.El("h3").ID("levels").Body(p.text(refSay.Levels)),
		p.table("ref-values", refSay.Levels, heads, levels),
	)
}

func (p *Page) valueRow(anchor, value string, name, note lang.Text) refRow {
	return refRow{anchor, "", [][]goapp.UI{{p.self(anchor, value)}, p.described(name, note)}}
}

// codes are the lists of error codes, with what to do about each.
func (p *Page) codes() goapp.UI {
	var tables []goapp.UI
	for _, t := range reference.CodeTables() {
		heads := []lang.Text{refSay.Code, refSay.Meaning, refSay.Do}
		if t.Codes[0].Status != "" {
			heads = []lang.Text{refSay.Code, refSay.HTTP, refSay.Meaning, refSay.Do}
		}
		tables = append(tables,
			dom.El("h3").ID(t.Anchor).Body(p.text(t.Title)),
			dom.El("p", "ref-lede").Body(p.text(t.Intro)),
			p.table("ref-values ref-codes", t.Title, heads, p.codeRows(t.Codes)),
		)
	}
	return p.section(anchorCodes, refSay.Codes, lang.Text{}, tables...)
}

func (p *Page) codeRows(codes []reference.Code) []refRow {
	rows := make([]refRow, len(codes))
	for i := range codes {
		c := &codes[i]
		name := []goapp.UI{p.self("code."+c.Value, c.Value)}
		if c.Name != "" {
			name = append(name, dom.El("code", "ref-named").Text(c.Name))
		}
		cells := [][]goapp.UI{name}
		if c.Status != "" {
			cells = append(cells, []goapp.UI{goapp.Text(c.Status)})
		}
		rows[i] = refRow{"code." + c.Value, "", append(cells, []goapp.UI{p.text(c.Text)}, []goapp.UI{p.text(practice.DoAbout(c.Value))})}
	}
	return rows
}

func (p *Page) times() goapp.UI {
	var rows []refRow
	for _, m := range practice.Moments() {
		rows = append(rows, refRow{"", "", [][]goapp.UI{{dom.El("code").Text(m.Written)}, {p.text(m.Where)}}})
	}
	var formats []refRow
	for _, f := range practice.TimeFormats() {
		formats = append(formats, refRow{"", "", [][]goapp.UI{
			{goapp.Text(f.Language)}, {dom.El("code").Text(f.Format)}, {p.text(f.Note)},
		}})
	}
	return p.section(anchorTimes, refSay.Times, refSay.TimesLede,
		p.table("ref-values", refSay.Times, []lang.Text{refSay.Written, refSay.Where}, rows),
		p.table("ref-values", refSay.Format, []lang.Text{refSay.Language, refSay.Format, refSay.Meaning}, formats),
	)
}

func (p *Page) units() goapp.UI {
	var rows []refRow
	for _, u := range reference.Units() {
		rows = append(rows, refRow{"", "", [][]goapp.UI{
			{p.text(u.Name)}, {dom.El("code").Text(u.Offset)}, {p.text(u.Fits)},
		}})
	}
	return p.section(anchorUnits, refSay.Units, refSay.UnitsLede,
		p.table("ref-values", refSay.Units, []lang.Text{refSay.Unit, refSay.Fits, refSay.Meaning}, rows),
	)
}

func (p *Page) shapes() goapp.UI {
	var rows []refRow
	for _, e := range practice.Envelopes() {
		rows = append(rows, refRow{e.Anchor, "", [][]goapp.UI{
			{p.self(e.Anchor, e.Number)}, {dom.El("code").Text(e.Sketch)}, {p.text(e.Where)},
		}})
	}
	return p.section(anchorShapes, refSay.Shapes, refSay.ShapeLede,
		p.table("ref-shapes", refSay.Shapes, []lang.Text{refSay.Number, refSay.Shape, refSay.Where}, rows),
	)
}

// refRow is a row of a table of the reference. Its first cell heads it.
type refRow struct {
	anchor, class string
	cells         [][]goapp.UI
}

// table draws rows below heads. On narrow screens a row becomes a block, each
// cell with the name of its column.
func (p *Page) table(class string, caption lang.Text, heads []lang.Text, rows []refRow) goapp.UI {
	head := make([]goapp.UI, len(heads))
	for i, h := range heads {
		head[i] = dom.El("th").Attr("scope", "col").Body(p.text(h))
	}
	body := make([]goapp.UI, len(rows))
	for i := range rows {
		body[i] = p.row(&rows[i], heads)
	}
	return dom.El("table", "ref-table", class).Body(
		dom.El("caption", "heard").Body(p.text(caption)),
		dom.El("thead").Body(dom.El("tr").Body(head...)),
		dom.El("tbody").Body(body...),
	)
}

func (p *Page) row(r *refRow, heads []lang.Text) goapp.UI {
	cells := make([]goapp.UI, len(r.cells))
	for i, c := range r.cells {
		if i == 0 {
			cells[i] = dom.El("th").Attr("scope", "row").Body(c...)
			continue
		}
		cells[i] = dom.El("td").DataSet("label", heads[i].In(p.Lang)).Body(c...)
	}
	tr := dom.El("tr").Class(r.class).Body(cells...)
	if r.anchor != "" {
		tr = tr.ID(r.anchor)
	}
	return tr
}

// sample draws the published sample, its names leading to their rows.
func (p *Page) sample() goapp.UI {
	var lines []goapp.UI
	var path []string
	for line := range strings.SplitSeq(practice.Sample, "\n") {
		lines = append(lines, sampleLine(line, &path))
	}
	// It can be scrolled, so it can be focused.
	return p.section(anchorSample, refSay.Sample, refSay.SampleLede,
		dom.El("div", "ref-sample").TabIndex(0).Role("group").Aria("label", refSay.Sample.In(p.Lang)).Body(lines...),
	)
}

// sampleLine draws a line of XML that has no attributes. path holds the names
// of the open elements, and is kept.
func sampleLine(line string, path *[]string) goapp.UI {
	rest := strings.TrimLeft(line, " ")
	parts := []goapp.UI{dom.El("span").Text(line[:len(line)-len(rest)])}
	for rest != "" {
		value, after, found := strings.Cut(rest, "<")
		if value != "" {
			parts = append(parts, dom.El("span", "is-value").Text(value))
		}
		if !found {
			break
		}
		var name string
		name, rest, _ = strings.Cut(after, ">")
		if closes, ok := strings.CutPrefix(name, "/"); ok {
			parts = append(parts, dom.El("span", "is-mark").Text("</"+closes+">"))
			*path = (*path)[:len(*path)-1]
			continue
		}
		*path = append(*path, name)
		parts = append(parts,
			dom.El("span", "is-mark").Text("<"),
			sampleName(name, strings.Join(*path, ".")),
			dom.El("span", "is-mark").Text(">"),
		)
	}
	return dom.El("div", "ref-line").Body(parts...)
}

func sampleName(name, path string) goapp.UI {
	f, ok := reference.Lookup(path)
	if !ok {
		return dom.El("span").Text(name)
	}
	return dom.El("a").Attr("href", "#"+f.Anchor).Text(name)
}

// remarks are all that can be said about a body, each at an address of its own.
func (p *Page) remarks() goapp.UI {
	var rows []refRow
	for _, r := range parser.Remarks() {
		rows = append(rows, p.remark(&r))
	}
	heads := []lang.Text{refSay.Code, refSay.Remark, refSay.Example, refSay.Do}
	return p.section(anchorRemark, refSay.Remarks, refSay.RemarksLede,
		p.table("ref-values ref-remarks", refSay.Remarks, heads, rows),
	)
}

func (p *Page) remark(r *parser.Remark) refRow {
	a, _ := advice.Of(r.Code)
	anchor := advice.Anchor(r.Code)
	example := dom.El("code").Text(visible.Text(a.Example))
	if a.Example == "" {
		example = dom.El("p").Body(p.text(a.Case))
	}
	basis := []goapp.UI{p.text(refSay.Rests.With(a.Basis.In(p.Lang)))}
	if r.Ref != "" {
		basis = append(basis, goapp.Text(" "), dom.El("a").Attr("href", "#"+r.Ref).Text(r.Ref))
	}
	return refRow{anchor, "", [][]goapp.UI{
		{p.self(anchor, r.Code), dom.El("span", "ref-severity").Body(p.text(refSay.Severities[r.Severity]))},
		{dom.El("p").Body(p.text(r.Text)), dom.El("p", "ref-note").Body(basis...)},
		{example},
		{p.text(a.Do)},
	}}
}
