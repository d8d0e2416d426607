package source

import (
	"strings"
	"testing"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/apptest"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// laidOut returns the rows of a text that is laid out, each with a dot for a step of
// its depth.
func laidOut(r *parser.Report, columns int) (string, *sourceRows) {
	rows := &sourceRows{text: r.Texts[0].Bytes, columns: columns}
	rows.layOut(stretchesOf(r, 0), func() bool { return true })
	var b strings.Builder
	for n := range rows.starts {
		start, end := rows.row(n)
		b.WriteString(strings.Repeat(".", rows.indent(n)/indentColumns))
		b.Write(rows.text[start:end])
		b.WriteByte('|')
	}
	return b.String(), rows
}

func TestLayout(t *testing.T) {
	for body, want := range map[string]string{
		`<a><b>1</b><c/><d><e x="1">t</e></d></a>`:           `<a>|.<b>1</b>|.<c/>|.<d>|..<e x="1">t</e>|.</d>|</a>|`,
		`<a><b></b><!--x--><c>one<i>two</i>three</c></a>`:    `<a>|.<b></b>|.<!--x-->|.<c>one<i>two</i>three</c>|</a>|`,
		"<?xml version=\"1.0\"?>\n<a>\n\n      <b>1</b></a>": `<?xml version="1.0"?>|<a>|.<b>1</b>|</a>|`,
		`<a><![CDATA[<b>]]></a>`:                             `<a><![CDATA[<b>]]></a>|`,
		`{"a":[1,{"b":"x,{"}],"c":{},"d":[]}`:                `{|."a":[|..1,|..{|..."b":"x,{"|..}|.],|."c":{},|."d":[]|}|`,
		"POST / HTTP/1.1\n\n{\"a\":1}":                       `POST / HTTP/1.1||{|."a":1|}|`,
		`{"a":[1,2`:                                          `{|."a":[|..1,|..2|`,
		"<a>one\ntwo\n</a>":                                  "<a>one|two|</a>|",
	} {
		if got, _ := laidOut(apptest.Inspected(t, body), 80); got != want {
			t.Errorf("%s\n%s\nwant\n%s", body, got, want)
		}
	}
}

// Whatever is looked at is drawn once: every byte that is no blank stands in one row.
func TestLayoutLosesNothing(t *testing.T) {
	bodies := []string{apptest.TokenBody(apptest.ManyWords(300)...), "x\n<a>\r\n <b> 1 </b>\n\n</a> y", `{"a":"` + strings.Repeat("长", 300) + `"}`, ""}
	for body := range inkings {
		bodies = append(bodies, body)
	}
	for _, body := range bodies {
		r := apptest.Inspected(t, body)
		_, rows := laidOut(r, 20)
		var drawn strings.Builder
		for n := range rows.starts {
			start, end := rows.row(n)
			drawn.Write(rows.text[start:end])
			if at := rows.rowOf(start); at != n && start < end {
				t.Fatalf("%q: row %d says that it is row %d", body, n, at)
			}
			if want := 1 + strings.Count(string(rows.text[:start]), "\n"); rows.line(n) != want {
				t.Fatalf("%q: row %d is of line %d, want %d", body, n, rows.line(n), want)
			}
		}
		bare := strings.NewReplacer(" ", "", "\n", "", "\r", "", "\t", "")
		if got, want := bare.Replace(drawn.String()), bare.Replace(string(rows.text)); got != want {
			t.Errorf("%q is drawn as %q", want, got)
		}
	}
}

// Rows are drawn while more of them are found, which within a value that goes on and on
// happens in the middle of it.
func TestRowsCanBeReadWhileTheyAreFound(t *testing.T) {
	r := apptest.Inspected(t, `{"a":{"b":"`+strings.Repeat("long", 20_000)+`"}}`)
	rows, turns := &sourceRows{text: r.Texts[0].Bytes, columns: 80}, 0
	rows.layOut(stretchesOf(r, 0), func() bool {
		turns++
		if last := len(rows.starts) - 1; rows.indent(last) != 2*indentColumns {
			t.Fatalf("row %d is indented by %d", last, rows.indent(last))
		}
		return true
	})
	if turns == 0 {
		t.Error("others got no turn")
	}
}

// A body in one line is laid out unasked, and what is chosen, found and remarked is
// marked at the same bytes as in the text as it was given.
func TestABodyInOneLineIsLaidOut(t *testing.T) {
	p := model.NewResult(apptest.Inspected(t, apptest.TokenBody("今天/t/0/9", "打车/v/2/2")), lang.EN)
	p.SelectToken(1)
	c, client := opened(t, p)
	marks := func() string {
		var all []string
		page := goapp.HTMLString(c)
		for _, part := range strings.Split(page, "<bdi ")[1:] {
			tag, _, _ := strings.Cut(part, "</bdi>")
			if strings.Contains(tag, "ink-mark ") || strings.Contains(tag, `ink-mark"`) || strings.Contains(tag, "ink-warning") {
				_, text, _ := strings.Cut(tag, ">")
				all = append(all, text)
			}
		}
		return strings.Join(all, "")
	}
	if !c.laidOut() || len(c.rows.starts) < 20 {
		t.Fatalf("%d rows, laid out: %v", len(c.rows.starts), c.laidOut())
	}
	before := marks()
	c.onForm(c.pane.Ctx, goapp.Event{})
	apptest.Settled(t, client, func() bool { return c.whole && !c.rows.laidOut })
	if got := marks(); got != before || !strings.Contains(got, "打车") {
		t.Errorf("as given %q is marked, laid out %q", got, before)
	}
}
