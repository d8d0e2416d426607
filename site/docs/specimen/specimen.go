//go:build !js

// Package specimen draws what is known of a body as a piece of HTML that needs no
// script: how it went, its text in colours, its words, its fields with ways to the
// reference, what is remarked on, and the body as it was given.
package specimen

import (
	_ "embed"
	"html/template"
	"strconv"
	"strings"

	"github.com/callbacklens/callbacklens/internal/visible"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/parser/reference"
	"github.com/callbacklens/callbacklens/parser/reference/advice"
)

// Options tell where a specimen stands.
type Options struct {
	Lang lang.Lang
	ID   string // of the element, unlike any other on the page
	// Reference is the address of the reference in that language, to which anchors
	// are added.
	Reference string
	// Open is the address that opens the body in the viewer, empty where it is too
	// large for one.
	Open string
}

// What is drawn of a body at most; the viewer has the rest.
const (
	mostWords   = 1500     // in the coloured text
	mostTokens  = 200      // rows of the table of words
	mostFacts   = 400      // rows of the table of fields
	mostSource  = 12 << 10 // bytes of the body
	mostRemarks = 50
)

//go:embed specimen.html
var pageHTML string

var tmpl = template.Must(template.New("specimen").Parse(pageHTML))

// Draw draws a report.
func Draw(r *parser.Report, opt Options) (template.HTML, error) {
	d := drawer{r, opt}
	v := view{
		Say: say, ID: opt.ID, Lang: opt.Lang, Open: opt.Open,
		Format: strings.ToUpper(r.Source.Format.String()),
		Size:   d.in(say.Bytes.With(strconv.Itoa(r.Source.Bytes))),
	}
	for i := range r.Layers {
		v.Layers = append(v.Layers, d.in(parser.LayerName(r.Layers[i].Kind)))
	}
	for i := range r.Callbacks {
		v.Callbacks = append(v.Callbacks, d.callback(&r.Callbacks[i]))
	}
	if len(r.Callbacks) == 0 {
		v.Callbacks = append(v.Callbacks, d.unknown())
	}
	v.Remarks, v.MoreRemarks = d.remarks()
	v.Source, v.MoreSource = d.source()
	var b strings.Builder
	err := tmpl.Execute(&b, &v)
	return template.HTML(b.String()), err
}

// view is what the template is filled with.
type view struct {
	Say                     texts
	ID, Open                string
	Lang                    lang.Lang
	Format, Size            string
	Layers                  []string
	Callbacks               []oneCallback
	Remarks                 []remark
	Source                  string
	MoreSource, MoreRemarks string
}

// Grave reports whether a remark is more than worth knowing.
func (v *view) Grave() bool {
	for i := range v.Remarks {
		if v.Remarks[i].Class != "is-info" {
			return true
		}
	}
	return false
}

type oneCallback struct {
	Kind, Name string
	Badge      badge
	Jobs       []oneJob
	Facts      []fact
	MoreFacts  string
}

type badge struct{ Class, Word, By string }

type oneJob struct {
	Number    string // which of how many, empty for the only one
	Badge     badge  // where there are several
	Text      []piece
	MoreText  string
	Legend    []family
	Tally     string
	Tokens    []token
	MoreWords string
}

type remark struct {
	Class, Severity, Where, Text, Code, Href string
	Before, Meant, After                     string // the line that it points into
}

// drawer turns a report into what a template can print.
type drawer struct {
	report *parser.Report
	opt    Options
}

func (d *drawer) in(t lang.Text) string { return t.In(d.opt.Lang) }

// row returns the address of a row of the reference, empty without an anchor.
func (d *drawer) row(anchor string) string {
	if anchor == "" {
		return ""
	}
	return d.opt.Reference + "#" + anchor
}

func (d *drawer) callback(c *parser.Callback) oneCallback {
	v := oneCallback{Kind: visible.Text(c.Kind), Name: visible.Text(d.in(reference.KindName(c.Kind)))}
	if strings.EqualFold(v.Kind, v.Name) {
		v.Name = ""
	}
	v.Badge = d.badge(c.Status())
	for i := range c.Jobs {
		j := d.job(&c.Jobs[i])
		if len(c.Jobs) > 1 {
			j.Number = d.in(say.Job.With(strconv.Itoa(i+1), strconv.Itoa(len(c.Jobs))))
			j.Badge = d.badge(c.Jobs[i].Status())
		}
		v.Jobs = append(v.Jobs, j)
	}
	v.Facts, v.MoreFacts = d.facts(c)
	return v
}

// unknown draws a body in which no callback is known.
func (d *drawer) unknown() oneCallback {
	v := oneCallback{Name: d.in(say.Unknown)}
	w := factWriter{drawer: d}
	for _, doc := range d.report.Documents {
		w.children(doc.Root(), 0)
	}
	v.Facts, v.MoreFacts = w.done()
	return v
}

func (d *drawer) badge(o parser.Outcome, by string) badge {
	if o == parser.OutcomeUnknown {
		return badge{}
	}
	b := badge{outcomeClass(o), d.in(o.Name()), ""}
	if by != "" {
		b.By = d.in(say.By.With(by))
	}
	return b
}

func outcomeClass(o parser.Outcome) string {
	switch o {
	case parser.OutcomeSuccess, parser.OutcomeNormal:
		return "is-good"
	case parser.OutcomeFailed, parser.OutcomeCancel, parser.OutcomeViolation, parser.OutcomeAbsent, parser.OutcomePartial:
		return "is-bad"
	case parser.OutcomeSuspected:
		return "is-warn"
	}
	return "is-info"
}

// remarks lists what is said about the body, with the line that each points into.
func (d *drawer) remarks() (all []remark, more string) {
	listed := d.report.Diagnostics
	if rest := len(listed) - mostRemarks + d.report.Omitted; rest > 0 && (len(listed) > mostRemarks || d.report.Omitted > 0) {
		more = d.in(say.MoreRemarks)
	}
	for i := range listed[:min(len(listed), mostRemarks)] {
		g := &listed[i]
		m := remark{Text: visible.Text(d.in(g.Text)), Code: g.Code, Href: d.row(advice.Anchor(g.Code))}
		m.Class, m.Severity = severity(g.Severity, d.opt.Lang)
		if g.At.Known() {
			m.Where = d.in(say.Place.With(strconv.Itoa(g.At.Line), strconv.Itoa(g.At.Column)))
		}
		if e, ok := d.report.Excerpt(&g.Spot); ok && e.Text != "" {
			m.Before, m.Meant, m.After = cut(e)
		}
		if g.Count > 1 {
			m.Severity += " ×" + strconv.Itoa(g.Count)
		}
		all = append(all, m)
	}
	return all, more
}

// cut divides an excerpt at what is meant in it.
func cut(e parser.Excerpt) (before, meant, after string) {
	r := []rune(e.Text)
	from := min(e.Caret, len(r))
	to := min(from+e.Width, len(r))
	return visible.Text(string(r[:from])), visible.Text(string(r[from:to])), visible.Text(string(r[to:]))
}

func severity(s parser.Severity, l lang.Lang) (class, word string) {
	switch s {
	case parser.Error:
		return "is-bad", say.Error.In(l)
	case parser.Warning:
		return "is-warn", say.Warning.In(l)
	}
	return "is-info", say.Info.In(l)
}

// source returns what was given, with signs for what has no form of its own.
func (d *drawer) source() (text, more string) {
	given := strings.ReplaceAll(string(d.report.Source.Text), "\r\n", "\n")
	if len(given) > mostSource {
		given = strings.ToValidUTF8(given[:mostSource], "")
		more = d.in(say.MoreSource)
	}
	lines := strings.Split(strings.TrimRight(given, "\n"), "\n")
	for i := range lines {
		lines[i] = visible.Text(strings.ReplaceAll(lines[i], "\t", "    "))
	}
	return strings.Join(lines, "\n"), more
}
