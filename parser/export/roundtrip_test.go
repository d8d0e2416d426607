package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/beevik/etree"
	"golang.org/x/tools/txtar"

	"github.com/callbacklens/callbacklens/internal/visible"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/export/rows"
	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/parser/reference"
)

// Every format is read by a reader that is not ours, and must give back what
// the report holds. A check returns what is wrong with a report's export.
type check func(*parser.Report) error

var checks = map[string]check{
	"json": checkJSON, "csv": checkCSV, "tsv": checkTSV, "md": checkMarkdown, "xml": checkXML, "html": checkHTML, "svg": checkSVG, "text": checkText,
	"curl": checkCurl, "fixture": checkFixture,
}

// oddBodies hold what each format must protect itself from.
var oddBodies = []string{
	"<?xml version=\"1.1\" enco?>d", "a<b/>c<!-- d --><e>f</e>",
	`<Response><JobsDetail><JobId>a</JobId><o:x p="1">b</o:x><x/><y:x/></JobsDetail></Response>`,
	awkward,
	`{"EventName":"TaskFinish","JobsDetail":[{"JobId":"=1+1","State":"a\u001b[2J\u202e\nState Success","Tag":"WordsGeneralize","Message":"@all #1 GH-2 www.a.bc http://a.bc a@b.cd ![i](http://a.bc/i.png) [l](javascript:x)",` +
		`"Operation":{"UserData":"` + "`c` *e* _e_ ~~s~~ <b>h</b> &amp; $m$ \\\\| [^1] [1](x) | || \\\\" + `","WordsGeneralizeResult":{"WordsGeneralizeToken":[` +
		`{"Word":"\r\n"},{"Word":"\\n"},{"Word":"\\"},{"Word":"\\\n"},{"Word":"\\\\x1B"},{"Word":"\\x1B"},{"Word":"\\u{1B}\\u{"},{"Word":"'=1"},{"Word":"'"},{"Word":"-"},{"Word":" -1"},{"Word":"＝1+1"},` +
		`{"Word":" "},{"Word":""},{"Word":"\ud800"},{"Word":"\ufffe\uffff"},{"Word":"` + "\xff\x9b" + `"},{"Word":"👩🏽\u200d💻 x\u200dy"},{"Word":"\u0085\u2028\u200b"},{"Pos":"-1+1"}]}}}]}`,
	`<a =1><!-- x -- y ---><b:c:d/>&nope;<x y="1" y="2" y_2="3"/>` + "\x01" + `</a>`,
	`<a xmlns:p="u" xmlns:q="u" p:x="1" q:x="2" r:x="3" xmlns:r=""><p:b/><r:b>t<c/> d<!----></r:b><_x0041_ é="1" _x="2"/></a>`,
	`<?xml version="1.1" encoding="GBK"?><!DOCTYPE a [<!ENTITY b "c">]><?pi --?><a b="` + "\r\n\t\x7f" + `&#10;">x</a><?end?><!-- z -->`,
	`<a>1</a><b>2</b> text`,
	`text <a>1`,
	`{"a b":1,"c:d":{"xml":"\u0001\ud800"},"-x":[[1],[2],[]],"":null,"_":{},"_x0041_":"<&>","é":[],"xmlns":true}`,
	`[1,"2",[3]]`, `"only"`, `{}`, `[]`, ``,
	`<Error><Code>Access` + "\x1b]0;x\x07" + `Denied</Code><Message>| no |</Message></Error>`,
	`<Response><EventName>WorkflowFinish</EventName><WorkflowExecution><RunId>i|1</RunId><Name>a*b</Name><Tasks><Type>x` + "\u202e" + `</Type></Tasks></WorkflowExecution></Response>`,
	"POST /cb?a=1 HTTP/1.1\r\nHost: a\x1b[2J.bc\r\n\r\n{\"EventName\":\"TaskFinish\",\"JobsDetail\":{\"JobId\":\"\\u001b\"}}",
}

// TestEveryFormatReadsBack holds the odd bodies, the stories and whatever real
// and damaged bodies are at hand.
func TestEveryFormatReadsBack(t *testing.T) {
	bodies := map[string][]byte{}
	for i, b := range oddBodies {
		bodies["odd\n\x1b[1m|#"+strconv.Itoa(i)] = []byte(b)
	}
	stories, _ := filepath.Glob(filepath.Join(storyDir, "*.txtar"))
	for _, file := range stories {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range archive.Files {
			if !strings.HasPrefix(f.Name, "report.") {
				bodies[filepath.Base(file)+"/"+f.Name] = f.Data
			}
		}
	}
	for _, dir := range []string{"../../../shared/attack/*.in", "../../../shared/corpus/*"} {
		files, _ := filepath.Glob(dir)
		for _, file := range files {
			body, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			bodies[file] = body
		}
	}
	for name, body := range bodies {
		r := inspect(name, body)
		for format, check := range checks {
			if err := check(r); err != nil {
				t.Errorf("%q as %s: %v", name, format, err)
			}
		}
	}
}

// TestRandomReportsReadBack puts random values into every place of a body, and
// then damages it.
func TestRandomReportsReadBack(t *testing.T) {
	rounds := 400
	if testing.Short() {
		rounds = 50
	}
	for seed := range rounds {
		rng := rand.New(rand.NewPCG(uint64(seed), 1))
		body := randomBody(rng)
		if seed%2 == 1 {
			body = damaged(rng, body)
		}
		r := inspectWith(body, parser.Options{Name: randomText(rng), Redact: seed%3 == 0})
		for format, check := range checks {
			if err := check(r); err != nil {
				t.Fatalf("seed %d as %s: %v\n%q", seed, format, err, body)
			}
		}
		for _, d := range r.Documents { // as a library hands it out
			written, err := d.Etree().WriteToBytes()
			if err == nil {
				err = etree.NewDocument().ReadFromBytes(written)
			}
			if err != nil {
				t.Fatalf("seed %d as etree: %v\n%q\n%q", seed, err, body, written)
			}
		}
	}
}

// oddPieces are what random values are made of.
var oddPieces = []string{
	"今天", "a", "Z9", "-", "=", "+", "@", "@me", "#7", "'", "\"", "`", "*", "_", "**", "~~", "~", "[", "]", "](x)", "![", "<", ">", "<b>", "</b>", "&", "&amp;", "&#64;",
	"|", `\`, `\\`, `\n`, `\u{1B}`, `\x1B`, `\|`, "\n", "\r", "\r\n", "\t", " ", "  ", "\u3000", "\u00a0", "\x1b[31m", "\x1b]0;x\x07", "\x00", "\x7f", "\u0085", "\u009b",
	"\u202e", "\u2066", "\u200b", "\u200d", "👩🏽\u200d💻", "\ufeff", "\u2028", "\ufffd", "\ufffe", "\U000e0041", "\U0001f9ff", "\ue000", "\xff", "\xe4\xbd", "\xed\xa0\x80", "]]>", "--", "-->", "<!--",
	"_x0041_", "_x", ":", "a:b", "://", "http://a.bc", "www.", "www.a.bc", "a@b.cd", "GH-1", "$", "^", "!", ".", "␛", "↵", "‹", "{", "}", "=cmd|' /C calc'!A0", "💥", "\U0010ffff",
}

func randomText(rng *rand.Rand) string {
	var b strings.Builder
	for range rng.IntN(6) {
		b.WriteString(oddPieces[rng.IntN(len(oddPieces))])
	}
	return b.String()
}

// randomBody makes a callback in either notation, with random values in all of
// its places and random names in some.
func randomBody(rng *rand.Rand) []byte {
	job := []any{"JobId", nil, "State", nil, "Tag", "WordsGeneralize", "Message", nil, "QueueId", nil, "EndTime", nil, randomText(rng), nil,
		"Input", []any{"BucketId", nil, "Object", nil, "CosHeaders", []any{"Key", nil, "Value", nil}},
		"Operation", []any{"UserData", nil, randomText(rng), []any{randomText(rng), nil}, "WordsGeneralizeResult", []any{
			"WordsGeneralizeLable", []any{"Category", nil, "Word", nil},
			"WordsGeneralizeToken", []any{"Word", nil, "Pos", nil, "Offset", "0", "Length", "1"},
			"WordsGeneralizeToken", []any{"Word", nil, "Pos", nil, "Offset", "1", "Length", "1"}}}}
	root := []any{"Response", []any{"EventName", "TaskFinish", randomText(rng), nil, "JobsDetail", job}}
	if rng.IntN(3) == 0 {
		root = []any{"Response", []any{"EventName", nil, "WorkflowExecution", []any{"RunId", nil, "State", nil, "Tasks", []any{"Type", nil, "JobId", nil}}}}
	}
	if rng.IntN(2) == 0 {
		return appendXMLBody(nil, rng, root)
	}
	return appendJSONBody(nil, rng, root)
}

// appendXMLBody appends elements; pairs are names and what stands in them, nil
// for a random value. Names are made such that a reader takes them for names.
func appendXMLBody(b []byte, rng *rand.Rand, pairs []any) []byte {
	escape := strings.NewReplacer("<", "&lt;", "&", "&amp;").Replace
	for i := 0; i < len(pairs); i += 2 {
		name := strings.Map(func(r rune) rune {
			if strings.ContainsRune("<>&/='\"? \t\r\n", r) {
				return -1
			}
			return r
		}, pairs[i].(string))
		if name == "" || !unicode.IsLetter([]rune(name)[0]) {
			name = "n" + name
		}
		b = fmt.Appendf(b, "<%s", name)
		for range rng.IntN(5) / 3 {
			b = fmt.Appendf(b, ` %s="%s"`, []string{"a", "b", "p:a", "xmlns:p", "é"}[rng.IntN(5)], strings.ReplaceAll(escape(randomText(rng)), `"`, "&quot;"))
		}
		b = append(b, '>')
		switch in := pairs[i+1].(type) {
		case nil:
			b = append(b, escape(randomText(rng))...)
		case string:
			b = append(b, in...)
		case []any:
			b = appendXMLBody(b, rng, in)
		}
		b = fmt.Appendf(b, "</%s>", name)
	}
	return b
}

// appendJSONBody does the same for JSON.
func appendJSONBody(b []byte, rng *rand.Rand, pairs []any) []byte {
	quote := func(s string) string {
		s = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\r", `\r`, "\t", `\t`).Replace(s)
		var out strings.Builder
		for i := range len(s) {
			if s[i] < ' ' {
				fmt.Fprintf(&out, `\u%04x`, s[i])
			} else {
				out.WriteByte(s[i])
			}
		}
		return `"` + out.String() + `"`
	}
	b = append(b, '{')
	for i := 0; i < len(pairs); i += 2 {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, quote(pairs[i].(string))+":"...)
		switch in := pairs[i+1].(type) {
		case nil:
			b = append(b, quote(randomText(rng))...)
		case string:
			b = append(b, quote(in)...)
		case []any:
			b = appendJSONBody(b, rng, in)
		}
	}
	return append(b, '}')
}

// damaged changes, drops, repeats or cuts some bytes.
func damaged(rng *rand.Rand, body []byte) []byte {
	body = slices.Clone(body)
	for range 1 + rng.IntN(4) {
		if len(body) < 4 {
			break
		}
		at := rng.IntN(len(body) - 2)
		switch rng.IntN(5) {
		case 0:
			body[at] = byte(rng.IntN(256))
		case 1:
			body = slices.Delete(body, at, at+1+rng.IntN(2))
		case 2:
			body = slices.Insert(body, at, []byte(oddPieces[rng.IntN(len(oddPieces))])...)
		case 3:
			body = slices.Insert(body, at, `<>/="'{}[],:& -!?`[rng.IntN(17)])
		case 4:
			if rng.IntN(4) == 0 {
				body = body[:at]
			}
		}
	}
	return body
}

// export returns reports in a format.
func export(format string, reports ...*parser.Report) string {
	var out bytes.Buffer
	if err := printer(format)(&out, lang.EN, reports...); err != nil {
		panic(err) // a Buffer takes everything
	}
	return out.String()
}

// quiet tells whether out can be printed on a terminal: no character in it acts
// or hides there, but those in layout.
func quiet(out, layout string) error {
	for i, r := range out {
		switch {
		case strings.ContainsRune(layout, r):
		case r == utf8.RuneError && !strings.HasPrefix(out[i:], "\ufffd"):
			return fmt.Errorf("bytes that are no UTF-8 at %d: %.20q", i, out[i:])
		case unicode.In(r, unicode.Cc, unicode.Bidi_Control, unicode.Zl, unicode.Zp):
			return fmt.Errorf("%U at %d: %.20q", r, i, out[i:])
		}
	}
	return nil
}

// whole replaces each byte of s that is no UTF-8 by U+FFFD.
func whole(s string) string { return string([]rune(s)) }

// leaf is one value of a body.
type leaf struct{ name, value string }

// leavesOf lists every value in r in order, as the tree of the report has them.
func leavesOf(r *parser.Report) (leaves []leaf) {
	var walk func(parser.Item)
	walk = func(it parser.Item) {
		if !treeKind(it) {
			return
		}
		if it.Leaf() {
			leaves = append(leaves, leaf{it.Name(), it.Value()})
		}
		for c := range it.Children() {
			walk(c)
		}
	}
	for _, d := range r.Documents {
		for top := range d.Root().Children() {
			walk(top)
		}
	}
	return leaves
}

func checkJSON(r *parser.Report) error {
	out := export("json", r)
	if err := quiet(out, "\n"); err != nil {
		return err
	}
	type node struct {
		Name, Value string
		Children    []node
		Kind        string
	}
	var got struct {
		Source    struct{ Name string }
		Callbacks []struct {
			Jobs []struct {
				JobID, State, Message string
				Tokens                []struct{ Word, Pos string }
			}
		}
		Tree        []node
		Diagnostics []struct{ Message, Path string }
	}
	dec := json.NewDecoder(strings.NewReader(out))
	if err := dec.Decode(&got); err != nil {
		return err
	}
	if _, err := dec.Token(); err != io.EOF {
		return fmt.Errorf("behind the value: %v", err)
	}
	var leaves []leaf
	var walk func(node)
	walk = func(n node) {
		if n.Children == nil {
			leaves = append(leaves, leaf{n.Name, n.Value})
		}
		for _, c := range n.Children {
			walk(c)
		}
	}
	for _, n := range got.Tree {
		walk(n)
	}
	want := leavesOf(r)
	for i := range want {
		want[i] = leaf{whole(want[i].name), whole(want[i].value)}
	}
	if err := equal("leaf", leaves, want); err != nil {
		return err
	}
	if got.Source.Name != whole(r.Source.Name) {
		return fmt.Errorf("the name is %q", got.Source.Name)
	}
	for c := range r.Callbacks {
		for k := range r.Callbacks[c].Jobs {
			j, g := &r.Callbacks[c].Jobs[k], &got.Callbacks[c].Jobs[k]
			if g.JobID != whole(j.ID.Text) || g.State != whole(j.State.Text) || g.Message != whole(j.Message.Text) {
				return fmt.Errorf("job %d is %+v", k, g)
			}
			for i := range j.Tokens.Len() {
				if g.Tokens[i].Word != whole(j.Tokens.Word(i)) || g.Tokens[i].Pos != whole(j.Tokens.Pos(i)) {
					return fmt.Errorf("token %d is %+v", i, g.Tokens[i])
				}
			}
		}
	}
	for i := range r.Diagnostics {
		if g := got.Diagnostics[i]; g.Message != whole(r.Diagnostics[i].Text.EN) || g.Path != whole(r.Diagnostics[i].Path) {
			return fmt.Errorf("remark %d is %+v", i, g)
		}
	}
	return nil
}

func equal[T comparable](what string, got, want []T) error {
	for i := range min(len(got), len(want)) {
		if got[i] != want[i] {
			return fmt.Errorf("%s %d is %+q, want %+q", what, i, any(got[i]), any(want[i]))
		}
	}
	if len(got) != len(want) {
		return fmt.Errorf("%d × %s, want %d:\n%+q\n%+q", len(got), what, len(want), any(got), any(want))
	}
	return nil
}

// tokenRows are the cells of the tables as the report has them.
func tokenRows(r *parser.Report) [][]string {
	all := [][]string{rows.Columns[:]}
	for c := range r.Callbacks {
		for k := range r.Callbacks[c].Jobs {
			j := &r.Callbacks[c].Jobs[k]
			for i := range j.Tokens.Len() {
				all = append(all, append([]string{r.Source.Name, j.ID.Text}, cellsOf(j.Tokens, i)...))
			}
		}
	}
	return all
}

// cellsOf are the cells of a token from Index on.
func cellsOf(t *parser.Tokens, i int) []string {
	number := func(n int, ok bool) string {
		if !ok {
			return ""
		}
		return strconv.Itoa(n)
	}
	partial := ""
	if t.Partial(i) {
		partial = "true"
	}
	return []string{strconv.Itoa(i), t.Word(i), t.Pos(i), reference.MeaningOf(t.Pos(i)).EN,
		number(t.Offset(i)), number(t.Length(i)), partial}
}

var escaped = regexp.MustCompile(`\\(?:n|r|t|\\|x[0-9A-F]{2}|u\{[0-9A-F]+\})`)

// unescaped undoes the escapes of the tables, by what their documentation says.
func unescaped(s string) string {
	return escaped.ReplaceAllStringFunc(s, func(e string) string {
		switch e[1] {
		case 'n':
			return "\n"
		case 'r':
			return "\r"
		case 't':
			return "\t"
		case '\\':
			return `\`
		case 'x':
			n, _ := strconv.ParseUint(e[2:], 16, 8)
			return string([]byte{byte(n)})
		}
		n, _ := strconv.ParseUint(e[3:len(e)-1], 16, 32)
		return string(rune(n))
	})
}

func checkCSV(r *parser.Report) error {
	out, marked := strings.CutPrefix(export("csv", r), byteOrderMark)
	if !marked {
		return errors.New("Excel takes it for another charset")
	}
	if err := quiet(strings.ReplaceAll(out, "\r\n", "\n"), "\n"); err != nil {
		return err
	}
	rows, err := csv.NewReader(strings.NewReader(out)).ReadAll()
	if err != nil {
		return err
	}
	for _, row := range rows {
		for i, cell := range row {
			if len(cell) > 1 && strings.ContainsRune("=+-@\t\r", rune(cell[0])) && i < 6 {
				return fmt.Errorf("a spreadsheet computes %q", cell)
			}
			if rest, ok := strings.CutPrefix(cell, "'"); ok && regexp.MustCompile(`^[' ]*[=+\-@＝＋－＠].`).MatchString(rest) {
				cell = rest
			}
			row[i] = unescaped(cell)
		}
	}
	return equalRows(rows, tokenRows(r))
}

func checkTSV(r *parser.Report) error {
	out := export("tsv", r)
	if err := quiet(out, "\n\t"); err != nil {
		return err
	}
	var rows [][]string
	for line := range strings.Lines(out) {
		row := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		for i := range row {
			row[i] = unescaped(row[i])
		}
		rows = append(rows, row)
	}
	return equalRows(rows, tokenRows(r))
}

func equalRows(got, want [][]string) error {
	for i := range min(len(got), len(want)) {
		if err := equal(fmt.Sprintf("cell of row %d", i), got[i], want[i]); err != nil {
			return err
		}
	}
	if len(got) != len(want) {
		return fmt.Errorf("%d rows, want %d", len(got), len(want))
	}
	return nil
}

var escapedName = regexp.MustCompile(`_x([0-9A-F]+|)_`)

// nameOf undoes the escapes of parser.XMLName.
func nameOf(name string) string {
	return escapedName.ReplaceAllStringFunc(name, func(e string) string {
		if e == "_x_" {
			return ""
		}
		n, _ := strconv.ParseUint(e[2:len(e)-1], 16, 32)
		return string(rune(n))
	})
}

// held is s with signs for what XML cannot hold.
func held(s string) string {
	return visible.Respell(s, func(r rune, raw string) string {
		if !utf8.ValidString(raw) || r < ' ' && !strings.ContainsRune("\t\n\r", r) || r == 0xfffe || r == 0xffff {
			return visible.Text(raw)
		}
		return raw
	})
}

func checkXML(r *parser.Report) error {
	out := export("xml", r)
	if err := quiet(out, "\n"); err != nil {
		return err
	}
	doc := etree.NewDocument()
	if err := doc.ReadFromString(out); err != nil {
		return fmt.Errorf("etree: %w\n%s", err, out)
	}
	if len(doc.ChildElements()) != 1 {
		return fmt.Errorf("%d roots", len(doc.ChildElements()))
	}
	if err := checkNamespaces(out); err != nil {
		return err
	}
	var got []leaf
	root := doc.Root()
	if root.Tag == "Bodies" && len(root.Attr) == 0 {
		for _, c := range root.Child {
			got = appendLeaves(got, c)
		}
	} else {
		got = appendLeaves(got, root)
	}
	return equal("leaf of\n"+out, got, xmlLeaves(r))
}

// appendLeaves lists the values below an element that etree has read.
func appendLeaves(leaves []leaf, t etree.Token) []leaf {
	el, ok := t.(*etree.Element)
	if !ok {
		if c, ok := t.(*etree.CharData); ok && strings.Trim(c.Data, " \n") != "" {
			leaves = append(leaves, leaf{"", c.Data})
		}
		return leaves
	}
	simple := len(el.Attr) == 0 && len(el.ChildElements()) == 0 && len(el.Child) < 2
	if kind := el.SelectAttr("kind"); kind != nil && len(el.ChildElements()) == 0 && len(el.Attr) == 1 {
		simple = true // a number, bool, null or empty container of JSON
	}
	for _, c := range el.Child {
		if _, ok := c.(*etree.Comment); ok {
			simple = false
		}
	}
	if simple {
		return append(leaves, leaf{nameOf(el.FullTag()), el.Text()})
	}
	for _, a := range el.Attr {
		leaves = append(leaves, leaf{"@", a.Value})
	}
	for _, c := range el.Child {
		leaves = appendLeaves(leaves, c)
	}
	return leaves
}

// xmlLeaves lists what the report has, as appendLeaves does.
func xmlLeaves(r *parser.Report) (leaves []leaf) {
	text := "" // of the siblings up to here, which is one text once it is written
	flush := func() {
		if strings.Trim(text, " \n") != "" {
			leaves = append(leaves, leaf{"", text})
		}
		text = ""
	}
	var walk func(it parser.Item, name string)
	walk = func(it parser.Item, name string) {
		kind := it.Kind()
		if kind == parser.KindText || kind == parser.KindCData {
			text += held(it.Value())
			return
		}
		flush()
		switch {
		case !treeKind(it):
			return
		case kind == parser.KindAttribute:
			leaves = append(leaves, leaf{"@", held(it.Value())})
		case kind == parser.KindArray && it.Count() > 0:
			for c := range it.Children() {
				if c.Kind() == parser.KindArray {
					walk(c, "item")
				} else {
					walk(c, name)
				}
			}
			return
		case it.Leaf() || kind == parser.KindObject && it.Count() == 0 || kind == parser.KindArray:
			leaves = append(leaves, leaf{whole(name), held(it.Value())})
		}
		for c := range it.Children() {
			walk(c, c.Name())
		}
		flush()
	}
	for _, d := range r.Documents {
		for top := range d.Root().Children() {
			if d.Format == parser.FormatXML {
				walk(top, top.Name())
				continue
			}
			name := "Response"
			if top.Kind() == parser.KindObject && top.Count() == 1 && top.Nth(0).Kind() == parser.KindObject {
				top = top.Nth(0)
				name = top.Name()
			}
			walk(top, name)
		}
		flush()
	}
	return leaves
}

// checkNamespaces tells whether every prefix is declared and no element has two
// attributes of one name, as written or in one namespace.
func checkNamespaces(out string) error {
	dec := xml.NewDecoder(strings.NewReader(out))
	for {
		tok, err := dec.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("encoding/xml: %w", err)
		}
		start, ok := tok.(xml.StartElement)
		if !ok {
			continue
		}
		seen := map[xml.Name]bool{}
		for _, a := range start.Attr {
			if seen[a.Name] {
				return fmt.Errorf("the attribute %v is there twice", a.Name)
			}
			seen[a.Name] = true
		}
	}
}

// checkText tells whether every leaf of a job stands in one line, as it is shown.
func checkText(r *parser.Report) error {
	out := export("text", r)
	if err := quiet(out, "\n"); err != nil {
		return err
	}
	lines := map[string]bool{}
	for line := range strings.Lines(out) {
		lines[strings.TrimLeft(strings.TrimSuffix(line, "\n"), " ")] = true
	}
	for c := range r.Callbacks {
		for k := range r.Callbacks[c].Jobs {
			j := &r.Callbacks[c].Jobs[k]
			for name, v := range map[string]parser.Value{
				"JobId           ": j.ID, "QueueId         ": j.QueueID, "Message         ": j.Message, "UserData        ": j.Operation.UserData,
			} {
				line := name + visible.Word(v.Text)
				if v.Text == "" {
					line = strings.TrimSpace(name)
				}
				if v.Ok() && !lines[line] {
					return fmt.Errorf("no line for %s%q", name, v.Text)
				}
			}
		}
	}
	return nil
}

func fuzzFormat(f *testing.F, format string) {
	for _, b := range oddBodies {
		f.Add("a|b", []byte(b))
	}
	for seed := range uint64(20) {
		rng := rand.New(rand.NewPCG(seed, 2))
		f.Add(randomText(rng), damaged(rng, randomBody(rng)))
	}
	f.Fuzz(func(t *testing.T, name string, body []byte) {
		if err := checks[format](inspect(name, body)); err != nil {
			t.Fatal(err)
		}
	})
}

func FuzzJSON(f *testing.F)     { fuzzFormat(f, "json") }
func FuzzCSV(f *testing.F)      { fuzzFormat(f, "csv") }
func FuzzTSV(f *testing.F)      { fuzzFormat(f, "tsv") }
func FuzzMarkdown(f *testing.F) { fuzzFormat(f, "md") }
func FuzzXML(f *testing.F)      { fuzzFormat(f, "xml") }
func FuzzText(f *testing.F)     { fuzzFormat(f, "text") }
