package document

import (
	"context"
	"iter"
	"strings"
	"testing"

	"github.com/callbacklens/callbacklens/parser/internal/flat"
	"github.com/callbacklens/callbacklens/parser/internal/origin"
	"github.com/callbacklens/callbacklens/parser/internal/read"
)

// readBody reads a body of XML or JSON.
func readBody(body []byte) read.Result {
	opt := read.Options{Depth: 1000, Nodes: 1 << 20, Flaws: 20}
	if body[0] == '<' {
		return read.XML(context.Background(), body, 0, opt)
	}
	return read.JSON(context.Background(), body, 0, opt)
}

// TestItemsAreFoundAlikeAmongFewAndMany compares the index of what holds many
// items with a look at each of them.
func TestItemsAreFoundAlikeAmongFewAndMany(t *testing.T) {
	for _, body := range []string{
		`<r k="1">` + strings.Repeat("<a>1</a> <b/><x:a/><!-- --><?a b?>text", 30) + strings.Repeat("<t><c>1</c></t>", 20) + "<a/><t/></r>",
		`<r>` + strings.Repeat("<t><c>1</c></t>", 50) + strings.Repeat("<u/>", 40) + "</r>",
		`<r>` + strings.Repeat("<u/>", 40) + "</r>", `<r>` + strings.Repeat("a<![CDATA[b]]>", 40) + "</r>",
		`{"r":{` + strings.Repeat(`"a":1,"b":{},"\u0061":2,`, 30) + `"c":[` + strings.Repeat(`{"x":1},`, 40) + `1]}}`,
		`[` + strings.Repeat(`{"x":1},`, 40) + strings.Repeat(`[],`, 40) + strings.Repeat(`{"y":1},`, 20) + `null]`,
	} {
		doc := New(readBody([]byte(body)).Doc, origin.Origin{})
		var walk func(it Item)
		walk = func(it Item) {
			i, at := 0, make(map[string]int)
			for c := range it.Children() {
				if got := it.Nth(i); got != c {
					t.Fatalf("number %d is %s, not %s", i, got.Path(), c.Path())
				}
				i++
				name := string(c.FieldName())
				if flat.Kind(c.Kind()).Named() {
					at[name]++
					if got, _ := c.position(); got != at[name] {
						t.Fatalf("%s is number %d of its name", c.Path(), at[name])
					}
				}
				walk(c)
			}
			if it.Count() != i || it.Nth(i).Ok() {
				t.Fatalf("%s has %d items, not %d", it.Path(), i, it.Count())
			}
			for name := range at {
				next, stop := iter.Pull(it.Beside("none", name))
				for c := range it.Children() {
					if string(c.FieldName()) == name && !c.Superseded() {
						continue
					}
					if got, _ := next(); got != c {
						t.Fatalf("beside %q in %s stands %s, not %s", name, it.Path(), c.Path(), got.Path())
					}
				}
				if got, more := next(); more {
					t.Fatalf("beside %q in %s stands %s, too", name, it.Path(), got.Path())
				}
				stop()
				var want Item
				for c := range it.Children() {
					if flat.Kind(c.Kind()).Named() && string(c.FieldName()) == name && !c.Superseded() {
						want = c
						break
					}
				}
				if got := it.Child(name); got != want {
					t.Fatalf("%s has %s, not %s, as %q", it.Path(), got.Path(), want.Path(), name)
				}
			}
		}
		walk(doc.Root())
	}
}
