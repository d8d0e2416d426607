package replay

import (
	"encoding/base64"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/callbacklens/callbacklens/internal/visible"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/export/rows"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// Fixture writes a JSON array with an object for each body: the body itself, and what
// a receiver must find in it. A body that is not UTF-8 is in base64, as "base64".
func Fixture(w io.Writer, _ lang.Lang, reports ...*parser.Report) error {
	f := &fixture{printer{w: w}, jsonString}
	f.raw("[")
	for i, b := range of(reports) {
		if i > 0 {
			f.raw(",")
		}
		f.line("\n  {")
		f.line(`    "name": `, f.quote(b.name), ", ", `"type": "`, b.mediaType(), `", "hidden": `, strconv.Itoa(b.report.Hidden), ",")
		if flaw := b.flaw(); flaw != "" {
			f.line(`    "flaw": "`, flaw, `",`)
		}
		if utf8.Valid(b.text) {
			f.line(`    "body": `, f.quote(string(b.text)), ",")
		} else {
			f.line(`    "base64": "`, base64.StdEncoding.EncodeToString(b.text), `",`)
		}
		f.line(`    "event": `, f.quote(b.event()), ",")
		f.raw(`    "jobs": [`)
		for k, j := range b.jobs() {
			if k > 0 {
				f.raw(",")
			}
			f.raw("\n      {")
			f.job(j, `"`, `": `, "[", "]")
			f.raw("}")
		}
		f.line("]")
		f.raw("  }")
	}
	f.line("\n]")
	return f.err
}

// GoTest writes a test file in Go with the bodies and what must be read of them, to
// stand beside the decoder in Go that the kit for receivers has.
func GoTest(w io.Writer, l lang.Lang, reports ...*parser.Report) error {
	f := &fixture{printer{w: w}, goString}
	f.raw(goBefore)
	for _, b := range of(reports) {
		f.line("\t{")
		for _, note := range b.notes(l) {
			f.line("\t\t// ", note)
		}
		f.line("\t\tname: ", f.quote(b.name), ",")
		if flaw := b.flaw(); flaw != "" {
			f.line("\t\tflaw: ", f.quote(flaw), ",")
		}
		f.raw("\t\tbody: ")
		f.lines(string(b.text))
		f.line(",")
		f.line("\t\tevent: ", f.quote(b.event()), ",")
		f.line("\t\tjobs: []wanted{")
		for _, j := range b.jobs() {
			f.raw("\t\t\t{")
			f.job(j, "", ": ", "[]string{", "}")
			f.line("},")
		}
		f.line("\t\t},")
		f.line("\t},")
	}
	f.raw(goBehind)
	return f.err
}

const goBefore = `package callback

import (
	"slices"
	"testing"
)

// wanted is a job as it must be read.
type wanted struct {
	id, tag, state, code string
	words                []string
}

// received are bodies as they came. Of what has a flaw it is enough
// that it does no harm.
var received = []struct {
	name, flaw, body, event string
	jobs                    []wanted
}{
`

const goBehind = `}

func TestReceived(t *testing.T) {
	for _, r := range received {
		c, err := Decode([]byte(r.body))
		if r.flaw != "" {
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", r.name, err)
			continue
		}
		if c.Event != r.event || len(c.Jobs) != len(r.jobs) {
			t.Errorf("%s: event %q with %d jobs, want %q with %d", r.name, c.Event, len(c.Jobs), r.event, len(r.jobs))
			continue
		}
		for i, want := range r.jobs {
			got := wanted{id: c.Jobs[i].ID, tag: c.Jobs[i].Tag, state: c.Jobs[i].State, code: c.Jobs[i].Code}
			for _, token := range c.Jobs[i].Tokens {
				got.words = append(got.words, token.Word)
			}
			same := got.id == want.id && got.tag == want.tag && got.state == want.state && got.code == want.code
			if !same || !slices.Equal(got.words, want.words) {
				t.Errorf("%s: job %d is %q, want %q", r.name, i, got, want)
			}
		}
	}
}
`

// fixture prints with the strings of a notation.
type fixture struct {
	printer
	quote func(string) string
}

// job writes the members of a job.
func (f *fixture) job(j *parser.Job, before, behind, open, shut string) {
	for _, m := range [...]struct{ name, value string }{
		{"id", j.ID.Text}, {"tag", j.Tag.Text}, {"state", j.State.Text}, {"code", j.Code.Text},
	} {
		f.raw(before + m.name + behind + f.quote(m.value) + ", ")
	}
	f.raw(before + "words" + behind + open)
	for i := range j.Tokens.Len() {
		if i > 0 {
			f.raw(", ")
		}
		f.raw(f.quote(j.Tokens.Word(i)))
	}
	f.raw(shut)
}

// lines writes a text as strings that are joined, one for each of its lines.
func (f *fixture) lines(s string) {
	for first := true; first || s != ""; first = false {
		line, rest, more := strings.Cut(s, "\n")
		if s = rest; more {
			line += "\n"
		}
		if !first {
			f.raw(" +\n\t\t\t")
		}
		f.raw(f.quote(line))
	}
}

// flaw returns the code of a remark that says why a strict reader may refuse the body,
// or read something else in it.
func (b *one) flaw() string {
	for i := range b.report.Diagnostics {
		d := &b.report.Diagnostics[i]
		notation := strings.HasPrefix(d.Code, "xml-") || strings.HasPrefix(d.Code, "json-")
		if notation || d.Severity == parser.Error {
			return d.Code
		}
	}
	switch layers := b.report.Layers; {
	case b.report.Stopped:
		return "stopped"
	case len(layers) > 0 && !b.unpacked:
		return layers[0].Kind
	}
	return ""
}

func (b *one) event() string {
	if len(b.callbacks) == 0 {
		return ""
	}
	return b.callbacks[0].Event.Text
}

func (b *one) jobs() (jobs []*parser.Job) {
	for k := range b.callbacks {
		c := &b.callbacks[k]
		for i := range c.Jobs {
			if !c.Jobs[i].Asked {
				jobs = append(jobs, &c.Jobs[i])
			}
		}
	}
	return jobs
}

// jsonString is a text as a string of JSON, in which < > & stay readable: this is a
// file, and no part of a page.
func jsonString(s string) string { return unescaped.Replace(string(rows.AppendString(nil, s))) }

var unescaped = strings.NewReplacer(`\\`, `\\`, `\u003c`, "<", `\u003e`, ">", `\u0026`, "&")

// goString is a text as a literal of Go, in which nothing hides.
func goString(s string) string {
	return visible.Respell(strconv.Quote(s), func(r rune, _ string) string {
		digits := strconv.FormatInt(int64(r), 16)
		if r > 0xffff {
			return `\U` + strings.Repeat("0", 8-len(digits)) + digits
		}
		return `\u` + strings.Repeat("0", max(0, 4-len(digits))) + digits
	})
}
