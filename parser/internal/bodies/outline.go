package bodies

import (
	"fmt"
	"strings"

	"github.com/callbacklens/callbacklens/parser/document"
)

// Leaves lists the values in a document, in order.
func Leaves(d *document.Document) []string {
	var out []string
	var walk func(document.Item)
	walk = func(it document.Item) {
		if it.Leaf() {
			switch it.Kind() {
			case document.KindComment, document.KindProcInst, document.KindDirective:
			default:
				out = append(out, it.Value())
			}
			return
		}
		for c := range it.Children() {
			walk(c)
		}
	}
	walk(d.Root())
	return out
}

// Outline writes names, kinds and values of everything in it.
func Outline(it document.Item) string {
	var b strings.Builder
	var walk func(document.Item, int)
	walk = func(it document.Item, depth int) {
		fmt.Fprintf(&b, "%*s%s %q", depth, "", it.Kind(), it.Name())
		if it.Leaf() {
			fmt.Fprintf(&b, " = %q", it.Value())
		}
		b.WriteByte('\n')
		i := 0
		for c := range it.Children() {
			if n := it.Nth(i); n != c {
				fmt.Fprintf(&b, "Nth(%d) is not what Children yields\n", i)
			}
			walk(c, depth+1)
			i++
		}
		if i != it.Count() {
			fmt.Fprintf(&b, "Count is %d, Children yields %d\n", it.Count(), i)
		}
	}
	walk(it, 0)
	return b.String()
}
