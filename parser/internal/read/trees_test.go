package read

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/callbacklens/callbacklens/parser/internal/bodies"
	"github.com/callbacklens/callbacklens/parser/internal/chars"
)

// tree is a made-up body: what it looks like and which values it holds.
type tree struct {
	rand   *rand.Rand
	text   strings.Builder
	values []string
	left   int // how many more nodes may come
}

var treeNames = []string{"Response", "JobsDetail", "Input", "Code", "Tag", "Word", "a", "b_1", "名"}

func (t *tree) name() string { return treeNames[t.rand.IntN(len(treeNames))] }

func (t *tree) value() string {
	const letters = "ab1 <>&\"'\\/\n\t今😀]"
	n := t.rand.IntN(6)
	var b strings.Builder
	for range n {
		r := []rune(letters)
		b.WriteRune(r[t.rand.IntN(len(r))])
	}
	return b.String()
}

func (t *tree) xml(depth int) {
	name := t.name()
	t.text.WriteString("<" + name)
	for i := range t.rand.IntN(3) {
		v := t.value()
		t.values = append(t.values, v)
		fmt.Fprintf(&t.text, ` k%d="%s"`, i, bodies.EscapeXML(v))
	}
	attributes := strings.HasSuffix(t.text.String(), `"`)
	t.text.WriteByte('>')
	switch t.left--; {
	case depth == 0 || t.left < 0 || t.rand.IntN(3) == 0:
		v := t.value()
		if attributes {
			if strings.TrimSpace(v) == "" {
				v = "x"
			}
		}
		t.values = append(t.values, v)
		t.text.WriteString(bodies.EscapeXML(v))
	case t.rand.IntN(4) == 0:
		t.rows(name)
	default:
		for range 1 + t.rand.IntN(4) {
			t.xml(depth - 1)
			if t.rand.IntN(6) == 0 {
				t.values = append(t.values, "between")
				t.text.WriteString("between")
			}
		}
	}
	t.text.WriteString("</" + name + ">")
}

// rows writes a run that becomes a table, now and then with an odd row in it.
func (t *tree) rows(string) {
	for range 8 + t.rand.IntN(12) {
		if t.rand.IntN(9) == 0 {
			t.text.WriteString("<row><c>1</c></row>")
			t.values = append(t.values, "1")
			continue
		}
		a, b := t.value(), t.value()
		t.values = append(t.values, a, b)
		fmt.Fprintf(&t.text, "<row><c>%s</c><d>%s</d></row>", bodies.EscapeXML(a), bodies.EscapeXML(b))
	}
}

func (t *tree) json(depth int) {
	switch t.left--; {
	case depth == 0 || t.left < 0:
		t.scalar()
	case t.rand.IntN(3) == 0:
		t.text.WriteByte('[')
		for i := range t.rand.IntN(4) {
			if i > 0 {
				t.text.WriteByte(',')
			}
			t.json(depth - 1)
		}
		t.text.WriteByte(']')
	case t.rand.IntN(3) == 0:
		t.jsonRows()
	default:
		t.text.WriteByte('{')
		for i := range t.rand.IntN(4) {
			if i > 0 {
				t.text.WriteByte(',')
			}
			t.text.WriteString(strconv.Quote(t.name()) + ": ")
			t.json(depth - 1)
		}
		t.text.WriteByte('}')
	}
}

func (t *tree) scalar() {
	v := []string{"1", "-2.5e3", "true", "false", "null"}[t.rand.IntN(5)]
	if t.rand.IntN(2) == 0 {
		v = t.value()
		t.text.WriteString(bodies.QuoteJSON(v))
	} else {
		t.text.WriteString(v)
	}
	t.values = append(t.values, v)
}

func (t *tree) jsonRows() {
	t.text.WriteByte('[')
	for i := range 8 + t.rand.IntN(12) {
		if i > 0 {
			t.text.WriteString(", ")
		}
		if t.rand.IntN(9) == 0 {
			t.json(1)
			continue
		}
		t.text.WriteString(`{"c":`)
		t.scalar()
		t.text.WriteString(`,"d":`)
		t.scalar()
		t.text.WriteByte('}')
	}
	t.text.WriteByte(']')
}

func FuzzSoundTreesKeepEveryValue(f *testing.F) {
	for seed := range uint64(50) {
		f.Add(seed, seed%2 == 0)
	}
	f.Fuzz(func(t *testing.T, seed uint64, asXML bool) {
		made := &tree{rand: rand.New(rand.NewPCG(seed, 7)), left: 60}
		if asXML {
			made.xml(6)
		} else {
			made.json(6)
		}
		text := made.text.String()
		start := chars.SkipSpace([]byte(text), 0)
		reader := JSON
		if asXML {
			reader = XML
		}
		r := reader(context.Background(), []byte(text), start, testOptions())
		for _, f := range r.Flaws {
			if f.What.Code != "json-duplicate-key" { // the tree has few names
				t.Fatalf("%s at %v said of %q", f.What.Code, f.Span, text)
			}
		}
		if r.Cut {
			t.Fatalf("said to be cut: %q", text)
		}
		if got := bodies.Leaves(docOf(r)); strings.Join(got, "\x00") != strings.Join(made.values, "\x00") {
			t.Fatalf("got %q\nwant %q\nof %s", got, made.values, text)
		}
	})
}
