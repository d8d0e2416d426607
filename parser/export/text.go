package export

import (
	"io"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/width"

	"github.com/callbacklens/callbacklens/internal/visible"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/export/sheet"
	"github.com/callbacklens/callbacklens/parser/lang"
)

var asText = Format{
	Name: "text", Extension: ".txt", MediaType: "text/plain; charset=utf-8",
	Title: lang.Text{ZH: "文本", EN: "Plain text"}, Print: Text, Color: ColorText,
}

// Text writes reports for people to read in a terminal. What has no form of its
// own in a value is shown by a sign, see package visible, so that no value acts
// on the terminal, hides, or begins a line of its own.
func Text(w io.Writer, l lang.Lang, reports ...*parser.Report) error {
	return writeText(w, l, false, reports)
}

// ColorText does so in colour, for terminals that have some: the colours are those
// of the terminal, and nothing is told by them alone.
func ColorText(w io.Writer, l lang.Lang, reports ...*parser.Report) error {
	return writeText(w, l, true, reports)
}

func writeText(w io.Writer, l lang.Lang, colored bool, reports []*parser.Report) error {
	t := &textWriter{foreign: foreign{lang: l, spell: visible.Word}, output: newOutput(w), colored: colored}
	for i, r := range reports {
		if i > 0 {
			t.line("")
		}
		t.print(r)
	}
	return t.Flush()
}

type textWriter struct {
	foreign
	output
	// done are the leaves that a line of their own has, of what is also printed leaf
	// by leaf.
	done    map[parser.Item]bool
	mute    bool   // what values mean is left out
	prefix  string // with which the names of objects in a list begin
	colored bool
}

// color is what a terminal is told before a text that is to stand out.
type color string

// The colours, by what they are for.
const (
	colorGood  color = "\x1b[32m"
	colorBad   color = "\x1b[31m"
	colorDoubt color = "\x1b[33m"
	colorNote  color = "\x1b[36m"
	colorHead  color = "\x1b[1m"
	colorQuiet color = "\x1b[2m"
)

// paint returns s in a colour, if there are colours. Its width must be known before.
func (t *textWriter) paint(c color, s string) string {
	if !t.colored || c == "" || s == "" {
		return s
	}
	return string(c) + s + "\x1b[0m"
}

func (t *textWriter) line(parts ...string) {
	for _, p := range parts {
		t.raw(p)
	}
	t.raw("\n")
}

func (t *textWriter) print(r *parser.Report) {
	t.report = r
	name := t.text(r.Source.Name)
	if name == "" {
		name = "-"
	}
	bytes := lang.Text{ZH: " 字节", EN: " bytes"}
	if r.Source.Bytes == 1 {
		bytes.EN = " byte"
	}
	t.line(t.paint(colorHead, name), ": ", strconv.Itoa(r.Source.Bytes), bytes.In(t.lang),
		", ", r.Source.Format.String(), ", ", t.text(r.Source.Charset))
	for i := range r.Layers {
		layer := &r.Layers[i]
		t.line("  ⤷ ", t.say(parser.LayerName(layer.Kind)), ": ", t.say(layer.Note), " [", span(layer.Span), "]")
	}
	for i := range r.Callbacks {
		t.callback(&r.Callbacks[i])
	}
	t.trees(r)
	for i := range r.Diagnostics {
		t.diagnostic(&r.Diagnostics[i])
	}
	if r.Omitted > 0 {
		t.line(lang.Text{ZH: "另有 {0} 条", EN: "and {0} more"}.With(strconv.Itoa(r.Omitted)).In(t.lang))
	}
}

// trees writes the bodies of a report in which nothing is known.
func (t *textWriter) trees(r *parser.Report) {
	t.done = nil
	known := make(map[parser.Item]bool)
	for i := range r.Callbacks {
		for it := r.Callbacks[i].Root; it.Ok(); it = it.Parent() {
			known[it] = true
		}
	}
	for _, doc := range r.Documents {
		for top := range doc.Root().Children() {
			t.unknown(top, known)
		}
	}
}

// unknown writes a body as a tree, of an array that holds known bodies the others.
func (t *textWriter) unknown(top parser.Item, known map[parser.Item]bool) {
	switch {
	case known[top] && top.Kind() == parser.KindArray:
		for c := range top.Children() {
			t.unknown(c, known)
		}
	case known[top] || !treeKind(top):
	case top.Name() == "" && !top.Leaf(): // what a body of JSON is has no name
		t.line("")
		for c := range top.Children() {
			t.leaves(c, 1)
		}
	default:
		t.line("")
		t.leaves(top, 1)
	}
}

func span(s parser.Span) string {
	return strconv.Itoa(int(s.Start)) + "–" + strconv.Itoa(int(s.End))
}

func (t *textWriter) diagnostic(d *parser.Diagnostic) {
	t.line("")
	where := ""
	if d.At.Known() {
		where = strconv.Itoa(d.At.Line) + ":" + strconv.Itoa(d.At.Column) + ": "
	}
	if d.Packed {
		where += lang.Text{ZH: "（解包后的位置）", EN: "(in the unpacked text) "}.In(t.lang)
	}
	severity := t.paint(severityColor(d.Severity), SeverityName(d.Severity).In(t.lang))
	t.line(where, severity, ": ", t.say(d.Text), often(d.Count), t.paint(colorQuiet, " ["+d.Code+"]"))
	if e, ok := t.excerpt(d); ok && e.Text != "" && d.Severity > parser.Info {
		before, after := splitAt(e.Text, e.Caret)
		before, after = visible.Text(before), visible.Text(after)
		t.line("    ", before, after)
		t.line("    ", strings.Repeat(" ", columns(before)), t.paint(severityColor(d.Severity), "^"))
	}
	if len(d.Others) > 0 {
		t.line("    ", lang.Text{ZH: "还有：", EN: "also at: "}.In(t.lang), t.others(d))
	}
}

func severityColor(s parser.Severity) color {
	switch s {
	case parser.Error:
		return colorBad
	case parser.Warning:
		return colorDoubt
	}
	return colorNote
}

// often says how often something is said, if that is more than once.
func often(count int) string {
	if count < 2 {
		return ""
	}
	return " ×" + strconv.Itoa(count)
}

// others lists the places of d beside the first one, as far as a line holds them.
func (t *textWriter) others(d *parser.Diagnostic) string {
	const most = 5
	var places []string
	for i := range d.Others[:min(most, len(d.Others))] {
		s := &d.Others[i]
		where := strconv.Itoa(s.At.Line) + ":" + strconv.Itoa(s.At.Column)
		if path := s.Item.Path(); path != "" { // alike but for what the last position is in
			upTo := path[:strings.LastIndexByte(path, '[')+1]
			where += " " + t.text(path[strings.LastIndexByte(upTo, '.')+1:])
		}
		places = append(places, where)
	}
	if more := d.Count - 1 - len(places); more > 0 {
		places = append(places, lang.Text{ZH: "另有 {0} 处", EN: "{0} more"}.With(strconv.Itoa(more)).In(t.lang))
	}
	return strings.Join(places, lang.Text{ZH: "、", EN: ", "}.In(t.lang))
}

// splitAt divides s behind its first n characters.
func splitAt(s string, n int) (before, after string) {
	for i := range s {
		if n == 0 {
			return s[:i], s[i:]
		}
		n--
	}
	return s, ""
}

// treeKind reports whether it is a value or holds some: comments and the like do not.
func treeKind(it parser.Item) bool { return !sheet.Notation(it) }

// SeverityName says a severity in words.
func SeverityName(s parser.Severity) lang.Text { return sheet.SeverityName(s) }

// columns returns how many columns of a terminal s takes up.
func columns(s string) int {
	n := 0
	for _, r := range s {
		switch {
		case r < 0x7f:
			n++
		case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		default:
			n++
			if k := width.LookupRune(r).Kind(); k == width.EastAsianWide || k == width.EastAsianFullwidth {
				n++
			}
		}
	}
	return n
}

// padded returns s with blanks behind it, one at least, up to n columns.
func padded(s string, n int) string {
	return s + strings.Repeat(" ", max(n-columns(s), 1))
}
