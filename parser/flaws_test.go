package parser

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/callbacklens/callbacklens/parser/document"
	"github.com/callbacklens/callbacklens/parser/internal/flat"
)

// One flaw costs the field that it is in. Each flaw of a list is put at each place of
// each body where it can be; of the leaves that it does not touch, enough must be read
// as in the sound body, with the same path and the same value, and something must be
// said. A flaw touches the leaf in whose bytes it is, from the first of its name or
// start tag to the last of its value or end tag, and no other: neither the leaf before a
// comma that is lost, nor what stands in an object that lost its bracket.

// damagedTo is a file that all damaged JSON is written to, a line each, with what must
// be read of it and how much was: for whoever wants to know what others make of it.
var damagedTo = flag.String("damaged", "", "write all damaged JSON to this `file`")

// damaged is a line of that file.
type damaged struct {
	Body   string   `json:"body"`
	Flaw   string   `json:"flaw"`
	Text   string   `json:"text"`
	Leaves []string `json:"leaves"` // path and value of those that the flaw does not touch
	Read   int      `json:"read"`   // how many of them are read rightly
}

// soundLeaf is a leaf of a sound body.
type soundLeaf struct {
	key  string        // path and value
	span document.Span // from the first byte of the name or tag to the last
}

// fault is one flaw: what it makes of the text at a place, and where it can be.
type fault struct {
	name   string
	places func(m *marks) []int
	// at returns what stands for the byte at i.
	at func(b []byte, i int) string
}

func lost([]byte, int) string         { return "" }
func doubled(b []byte, i int) string  { return string(b[i]) + string(b[i]) }
func quoted(b []byte, i int) string   { return string(b[i]) + `"` }
func misspelt(b []byte, i int) string { return "x" }

var damagesJSON = []fault{
	{"quote lost", func(m *marks) []int { return m.quotes }, lost},
	{"quote doubled", func(m *marks) []int { return m.quotes }, doubled},
	{"quote within", func(m *marks) []int { return m.within }, quoted},
	{"comma lost", func(m *marks) []int { return m.of(",") }, lost},
	{"comma doubled", func(m *marks) []int { return m.of(",") }, doubled},
	{"colon lost", func(m *marks) []int { return m.of(":") }, lost},
	{"colon doubled", func(m *marks) []int { return m.of(":") }, doubled},
	{"opening bracket lost", func(m *marks) []int { return m.of("{[") }, lost},
	{"opening bracket doubled", func(m *marks) []int { return m.of("{[") }, doubled},
	{"closing bracket lost", func(m *marks) []int { return m.of("}]") }, lost},
	{"closing bracket doubled", func(m *marks) []int { return m.of("}]") }, doubled},
}

var damagesXML = []fault{
	{"slash lost", func(m *marks) []int { return m.of("/") }, lost},
	{"slash doubled", func(m *marks) []int { return m.of("/") }, doubled},
	{"letter of a tag lost", func(m *marks) []int { return m.within }, lost},
	{"letter of a tag doubled", func(m *marks) []int { return m.within }, doubled},
	{"letter of a tag wrong", func(m *marks) []int { return m.within }, misspelt},
	{"< lost", func(m *marks) []int { return m.of("<") }, lost},
	{"< doubled", func(m *marks) []int { return m.of("<") }, doubled},
	{"> lost", func(m *marks) []int { return m.of(">") }, lost},
	{"> doubled", func(m *marks) []int { return m.of(">") }, doubled},
}

// marks are the places of a sound body where flaws can be.
type marks struct {
	text   []byte
	signs  []int // of brackets, commas, colons, slashes: what is no value
	quotes []int
	within []int // bytes of values in quotes but for the last, or of the names of tags
}

// of lists the signs that are one of some.
func (m *marks) of(some string) (at []int) {
	for _, i := range m.signs {
		if strings.IndexByte(some, m.text[i]) >= 0 {
			at = append(at, i)
		}
	}
	return at
}

func marksJSON(text []byte) *marks {
	m := &marks{text: text}
	for i := 0; i < len(text); i++ {
		if strings.IndexByte("{}[]:,", text[i]) >= 0 {
			m.signs = append(m.signs, i)
		}
		if text[i] != '"' {
			continue
		}
		end := i + 1 + bytes.IndexByte(text[i+1:], '"') // there are no escapes
		m.quotes = append(m.quotes, i, end)
		for k := i + 1; k < end-1 && text[end+1] != ':'; k++ {
			if utf8.RuneStart(text[k+1]) {
				m.within = append(m.within, k)
			}
		}
		i = end
	}
	return m
}

func marksXML(text []byte) *marks {
	m := &marks{text: text}
	tag := false
	for i, c := range text {
		switch {
		case c == '<' && text[i+1] == '?':
		case c == '<':
			tag = true
			m.signs = append(m.signs, i)
		case tag && (c == '>' || c == '/'):
			tag = tag && c != '>'
			m.signs = append(m.signs, i)
		case tag && (text[i-1] == '<' || text[i-1] == '/'): // one letter of each name, in turn another one
			length := bytes.IndexAny(text[i:], "/>")
			m.within = append(m.within, i+len(m.within)%length)
		}
	}
	return m
}

// leavesOf lists the leaves of a body.
func leavesOf(doc *document.Document) (all []soundLeaf) {
	var walk func(document.Item)
	walk = func(it document.Item) {
		for child := range it.Children() {
			switch {
			case child.Kind() == document.KindProcInst:
			case child.Leaf():
				all = append(all, soundLeaf{child.Path() + " = " + child.Value(), extentOf(doc, child)})
			default:
				walk(child)
			}
		}
	}
	walk(doc.Root())
	return all
}

// extentOf returns the bytes of a leaf with its name and what stands around both.
func extentOf(doc *document.Document, it document.Item) document.Span {
	text, s := doc.Text, it.Span()
	if it.Ref().Row == flat.NoRow {
		return s
	}
	start, end := int(s.Start), int(s.End)
	if doc.Format == document.FormatXML {
		start = bytes.LastIndexByte(text[:start], '<')
		end += 1 + bytes.IndexByte(text[end:], '>')
	} else {
		start = bytes.LastIndex(text[:start], []byte(`"`+it.Name()+`"`))
		if text[end] == '"' {
			end++
		}
	}
	return spanOf(start, end)
}

// flawed are bodies of the author's own, each in another notation.
var flawed = []string{
	"words-wrapped.json", "words-bare.json", "transcode.json",
	"words-indented.xml", "words-compact.xml", "transcode.xml",
}

// least is what share of the leaves that a flaw does not touch must be read rightly,
// in hundredths.
const least = 99

func TestAFlawCostsTheFieldThatItIsIn(t *testing.T) {
	sum := make(map[string]*score)
	var all []damaged
	for _, name := range flawed {
		text, err := os.ReadFile(filepath.Join("..", "testdata", "flaws", name))
		if err != nil {
			t.Fatal(err)
		}
		places, damages := marksJSON, damagesJSON
		if filepath.Ext(name) == ".xml" {
			places, damages = marksXML, damagesXML
		}
		report := readString(string(text))
		if len(report.Documents) != 1 {
			t.Fatalf("%s is not read", name)
		}
		leaves, m := leavesOf(report.Documents[0]), places(text)
		for _, d := range damages {
			got := d.try(m, leaves)
			t.Logf("%-20s %-24s %6.2f %% of %d leaves at %d places", name, d.name, got.share(), got.of, len(d.places(m)))
			for _, flaw := range got.costly {
				t.Logf("    %s", flaw)
			}
			if len(got.silent) > 0 {
				t.Errorf("%s, %s: nothing is said of %s", name, d.name, got.silent)
			}
			if filepath.Ext(name) == ".json" {
				for _, one := range got.tried {
					one.Body = name
					all = append(all, one)
				}
			}
			if sum[d.name] == nil {
				sum[d.name] = &score{}
			}
			sum[d.name].read += got.read
			sum[d.name].of += got.of
		}
	}
	for name, got := range sum {
		if got.share() < least {
			t.Errorf("%s: %.2f %% of the leaves are read rightly, want %d", name, got.share(), least)
		}
	}
	if *damagedTo != "" {
		writeDamaged(t, all)
	}
}

func writeDamaged(t *testing.T, all []damaged) {
	t.Helper()
	var lines bytes.Buffer
	for _, one := range all {
		if err := json.NewEncoder(&lines).Encode(one); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(*damagedTo, lines.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

// soundXML reports whether a text is well-formed all the same.
func soundXML(text string) bool {
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		if _, err := d.Token(); err != nil {
			return err == io.EOF
		}
	}
}

// score is how many of the leaves that flaws do not touch are read.
type score struct {
	read, of int
	costly   []string // the flaws that cost some
	silent   []string // those of which nothing is said
	tried    []damaged
}

func (s *score) share() float64 { return 100 * float64(s.read) / float64(max(s.of, 1)) }

// try puts d at each of its places.
func (d fault) try(m *marks, leaves []soundLeaf) *score {
	s := &score{}
	for _, i := range d.places(m) {
		text := string(m.text[:i]) + d.at(m.text, i) + string(m.text[i+1:])
		if text == string(m.text) {
			continue
		}
		r := readString(text)
		there := make(map[string]int)
		for _, doc := range r.Documents {
			for _, l := range leavesOf(doc) {
				there[l.key]++
			}
		}
		cost, first, one := 0, "", damaged{Flaw: d.name, Text: text}
		for _, l := range leaves {
			if int(l.span.Start) <= i && i < int(l.span.End) {
				continue
			}
			one.Leaves = append(one.Leaves, l.key)
			s.of++
			if there[l.key] > 0 {
				there[l.key]--
				s.read++
			} else if cost++; first == "" {
				first = l.key
			}
		}
		one.Read = len(one.Leaves) - cost
		s.tried = append(s.tried, one)
		around := fmt.Sprintf("%q", string(m.text[max(i-25, 0):i])+"⟪"+d.at(m.text, i)+"⟫"+string(m.text[i+1:min(i+25, len(m.text))]))
		if cost > 0 {
			s.costly = append(s.costly, fmt.Sprintf("%d lost: %s, first %s; said %s", cost, around, first, codes(r)))
		}
		if len(r.Diagnostics) == 0 && len(r.Layers) == 0 && !json.Valid([]byte(text)) && !soundXML(text) {
			s.silent = append(s.silent, around)
		}
	}
	return s
}

// TestQuotesThatWereLeftUnescaped reads values with quotes in them where it is certain which
// one ends the value, also at its ends.
func TestQuotesThatWereLeftUnescaped(t *testing.T) {
	for _, value := range []string{
		`say "hi"`, `"hi" he said`, `say "hi" to all`, `"go", he said, "now"`, `say "hi", you`, `She: "no", he: "yes"`, `a"b"c`, `k="v", l="w"`, `5" wide`, `"yes" or "no"`,
		`He said "yes".`, `(see "x")`, `<a b="c">x</a>`, `path "C:/a"`, `a "b" "c"`, `"我" 和 "你"`,
	} {
		for _, form := range []string{travelled, indented(travelled)} {
			for _, field := range []string{`order 17`, `明天`} { // in the middle of an object, and at the end of one
				r := readString(strings.Replace(form, field, value, 1))
				if len(r.Callbacks) != 1 || len(r.Callbacks[0].Jobs) != 1 || r.Callbacks[0].Jobs[0].Tokens.Len() != 3 {
					t.Errorf("%s: %d callbacks, said %s", value, len(r.Callbacks), codes(r))
					continue
				}
				job := &r.Callbacks[0].Jobs[0]
				got := job.Operation.UserData.Text
				if field == `明天` {
					got = job.Tokens.Word(0)
				}
				if got != value || job.State.Text != "Success" || job.Tag.Text != "WordsGeneralize" || !strings.Contains(codes(r), "json-quote-inside") {
					t.Errorf("%s: %s, said %s", value, got, codes(r))
				}
			}
		}
	}
}
