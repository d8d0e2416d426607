package tree

import (
	"strings"
	"testing"

	"github.com/callbacklens/callbacklens/app/internal/apptest"
	"github.com/callbacklens/callbacklens/app/internal/list"
)

// rowsOf returns the names in the tree, indented by level, closed ones with a
// plus.
func rowsOf(b *branch) string {
	var out strings.Builder
	for n := range b.rows {
		r := b.row(n)
		out.WriteString(strings.Repeat(" ", r.level-1))
		out.WriteString(r.item().Name())
		if r.open == nil && r.item().Count() > 0 {
			out.WriteString("+")
		}
		out.WriteString("\n")
	}
	return out.String()
}

func treeOf(t *testing.T, body string) *branch {
	t.Helper()
	return newTree(apptest.Inspected(t, body).Documents, nil)
}

func TestTreeOpensAndCloses(t *testing.T) {
	b := treeOf(t, "<a><b><c>1</c><d><e>2</e></d></b><f>3</f></a>")
	want := "a\n b\n  c\n  d\n   e\n f\n"
	if got := rowsOf(b); got != want {
		t.Errorf("in the beginning:\n%swant:\n%s", got, want)
	}
	r := b.row(1)
	r.in.fold(r.index)
	if got, want := rowsOf(b), "a\n b+\n f\n"; got != want {
		t.Errorf("with b closed:\n%swant:\n%s", got, want)
	}
	r.in.unfold(r.index)
	if got, want := rowsOf(b), "a\n b\n  c\n  d+\n f\n"; got != want {
		t.Errorf("with b open again:\n%swant:\n%s", got, want)
	}
	if n := b.reveal([]int32{0, 0, 1, 0}); n != 4 || b.row(n).item().Name() != "e" {
		t.Errorf("e was revealed in row %d:\n%s", n, rowsOf(b))
	}
}

// What was opened and closed in the beginning of a body stays so, and what comes
// later is opened as usual.
func TestTreeOfMore(t *testing.T) {
	b := treeOf(t, "<a><b><c>1</c></b><d><e>2</e></d><f>")
	b.row(1).in.fold(b.row(1).index)
	if got, want := rowsOf(b), "a\n b+\n d\n  e\n f\n"; got != want {
		t.Fatalf("the beginning:\n%swant:\n%s", got, want)
	}
	whole := apptest.Inspected(t, "<a><b><c>1</c></b><d><e>2</e></d><f>3</f><g><h>4</h></g></a>").Documents
	if got, want := rowsOf(newTree(whole, b)), "a\n b+\n d\n  e\n f\n g\n  h\n"; got != want {
		t.Errorf("the whole:\n%swant:\n%s", got, want)
	}
	other := apptest.Inspected(t, "<x><b><c>1</c></b></x>").Documents
	if got, want := rowsOf(newTree(other, b)), "x\n b\n  c\n"; got != want {
		t.Errorf("another body:\n%swant:\n%s", got, want)
	}
}

func TestTreeRowOfIsInverse(t *testing.T) {
	b := treeOf(t, apptest.TokenBody(apptest.SomeWords...))
	for n := range b.rows {
		if r := b.row(n); r.in.rowOf(r.index) != n {
			t.Errorf("row %d says that it is row %d", n, r.in.rowOf(r.index))
		}
	}
}

// A long list costs nothing to open.
func TestTreeOpensLongLists(t *testing.T) {
	words := make([]string, 5000)
	for i := range words {
		words[i] = "词/n/0/1"
	}
	b := treeOf(t, apptest.TokenBody(words...))
	at := -1
	for n := range b.rows {
		if b.row(n).item().Name() == "WordsGeneralizeResult" {
			at = n
		}
	}
	r := b.row(at)
	if r.open != nil {
		t.Fatal("a list of 5,000 is open in the beginning")
	}
	rows := b.rows
	allocs := testing.AllocsPerRun(10, func() {
		r.in.unfold(r.index)
		r.in.fold(r.index)
	})
	if allocs > 4 {
		t.Errorf("opening takes %g allocations", allocs)
	}
	r.in.unfold(r.index)
	if b.rows != rows+5000 {
		t.Errorf("%d rows, want %d", b.rows, rows+5000)
	}
	last := b.row(at + 5000)
	if last.item().Child("Word").Value() != "词" || last.index != 4999 {
		t.Errorf("the last row is number %d", last.index)
	}
}

func TestTreeSearch(t *testing.T) {
	r := apptest.Inspected(t, `{"Response":{"JobsDetail":[{"Tag":"WordsGeneralize","Input":{"Object":"a\u4eca.txt"}},{"Tag":"other"}]}}`)
	for needle, want := range map[string]int{"tag": 2, "今": 1, "words": 1, "jobsdetail": 1, "zzz": 0} {
		s := treeSearch{needle: []byte(needle), goOn: func([][]int32) bool { return true }}
		top := newTree(r.Documents, nil)
		s.walk(top.each)
		if len(s.hits) != want {
			t.Errorf("%q was found %d times, want %d", needle, len(s.hits), want)
		}
		for _, path := range s.hits {
			it := top.row(top.reveal(path)).item()
			text := strings.ToLower(it.Name() + " " + it.Value())
			if !strings.Contains(text, needle) {
				t.Errorf("%q leads to %s", needle, it.Path())
			}
		}
	}
}

func TestFoldIndex(t *testing.T) {
	for _, c := range []struct {
		text, needle string
		want         int
	}{
		{"Hello", "hell", 0}, {"Hello", "LO", -1}, {"HELLO", "lo", 3}, {"hhello", "hello", 1},
		{"今天打车", "打", 6}, {"", "a", -1}, {"a", "", 0}, {"ab", "abc", -1},
	} {
		if got := list.FoldIndex([]byte(c.text), []byte(c.needle)); got != c.want {
			t.Errorf("foldIndex(%q, %q) = %d, want %d", c.text, c.needle, got, c.want)
		}
	}
}
