package tree

import (
	"bytes"
	"encoding/json"
	"os/exec"
	"strings"
	"testing"

	"github.com/beevik/etree"

	"github.com/callbacklens/callbacklens/app/internal/apptest"
	"github.com/callbacklens/callbacklens/parser"
)

// everyItem visits all items of a document.
func everyItem(it parser.Item, visit func(parser.Item)) {
	for child := range it.Children() {
		visit(child)
		everyItem(child, visit)
	}
}

// addresses are items by their own path, with how others reach them.
var addresses = []struct{ body, path, want string }{
	{`{"a":[{"b":1},{"b":{"c d":2}}]}`, "a[2].b.c d", `.a[1].b["c d"]`},
	{`{"":0,"1a":1,"x\"\\(y":2,"名":3}`, "名", `.["名"]`},
	{`{"":0,"1a":1,"x\"\\(y":2}`, `x"\(y`, `.["x\"\\(y"]`},
	{`[[1],[2,3]]`, "[2][1]", `.[1][0]`},
	{`[{"a":1}]`, "[1].a", `.[0].a`},
	{`<a><b>1</b><c/><b>2</b></a>`, "a.b[2]", `/a/b[2]`},
	{`<a x="1" p:y="2" xmlns:p="u"/>`, "a.@x", `/a/@x`},
	{`<a x="1" p:y="2" xmlns:p="u"/>`, "a.@p:y", `/a/@*[name()="p:y"]`},
	{`<a x="1" p:y="2" xmlns:p="u"/>`, "a.@xmlns:p", ``},
	{`<a xmlns="u"><b>1</b></a>`, "a.b", `/*[name()="a"]/*[name()="b"]`},
	{`<a><p:b xmlns:p="u">1</p:b></a>`, "a.p:b", `/a/*[name()="p:b"]`},
	{`<a>one<b/>two</a>`, "a.text()", `/a/text()[normalize-space()][1]`},
}

func TestAddresses(t *testing.T) {
	for _, c := range addresses {
		found := false
		everyItem(apptest.Inspected(t, c.body).Documents[0].Root(), func(it parser.Item) {
			if found || it.Path() != c.path {
				return
			}
			found = true
			if got := notationOf(it.Document().Format).of(it); got != c.want {
				t.Errorf("%s in %s: %s, want %s", c.path, c.body, got, c.want)
			}
		})
		if !found {
			t.Errorf("%s has no %s", c.body, c.path)
		}
	}
}

// Of members of one name the last one counts, and jq knows no other.
func TestAMemberThatDoesNotCountHasNoAddress(t *testing.T) {
	var got []string
	everyItem(apptest.Inspected(t, `{"a":1,"a":{"b":2}}`).Documents[0].Root(), func(it parser.Item) {
		got = append(got, it.Value()+jq(it))
	})
	if strings.Join(got, " ") != ". 1 .a 2.a.b" {
		t.Errorf("%q", got)
	}
}

// jq itself gives the values of all items at their addresses.
func TestJqFindsWhatIsCopied(t *testing.T) {
	program, err := exec.LookPath("jq")
	if err != nil {
		t.Skip("jq is not installed")
	}
	words := make([]string, 12)
	for i := range words {
		words[i] = `{"Word":"词","Pos":"n","Off set":` + string(rune('0'+i%10)) + `}`
	}
	body := `{"Response":{"Jobs-Detail":[{"Tag":"a"},{"Tag":"b\"\\","Words":[` + strings.Join(words, ",") + `]}],"and":{"名":[null,true,[1.5]]}}}`
	var filters, want []string
	everyItem(apptest.Inspected(t, body).Documents[0].Root(), func(it parser.Item) {
		if it.Leaf() {
			filters, want = append(filters, jq(it)), append(want, it.Value())
		}
	})
	cmd := exec.Command(program, "-c", "["+strings.Join(filters, ",")+`] | map(if . == null then "null" elif type == "string" then . else tojson end)`)
	cmd.Stdin = strings.NewReader(body)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	var got []string
	if err := json.Unmarshal(bytes.TrimSpace(out), &got); err != nil {
		t.Fatal(err)
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("jq gives\n%q\nwant\n%q", got, want)
	}
}

// etree finds the elements of a callback by their XPath, and each but once.
func TestXPathFindsWhatIsCopied(t *testing.T) {
	body := apptest.TokenBody(apptest.ManyWords(20)...)
	document := etree.NewDocument()
	if err := document.ReadFromString(body); err != nil {
		t.Fatal(err)
	}
	visited := map[*etree.Element]bool{}
	everyItem(apptest.Inspected(t, body).Documents[0].Root(), func(it parser.Item) {
		found := document.FindElements(xpath(it))
		if len(found) != 1 || visited[found[0]] || found[0].Tag != it.Name() || it.Leaf() && found[0].Text() != it.Value() {
			t.Fatalf("%s finds %d elements, want %s alone", xpath(it), len(found), it.Name())
		}
		visited[found[0]] = true
	})
	if len(visited) < 80 {
		t.Errorf("only %d elements were looked for", len(visited))
	}
}

// A path is found however it is written, and by its end.
func TestPathsAreSearchedFor(t *testing.T) {
	xml := apptest.Inspected(t, `<Response><JobsDetail><Tag>a</Tag></JobsDetail><JobsDetail><Tag>b</Tag><Input><Object>o</Object></Input></JobsDetail></Response>`)
	json := apptest.Inspected(t, `{"JobsDetail":[{"Tag":"a"},{"Tag":"b","Input":{"Object":"o"}}]}`)
	for _, c := range []struct {
		of   *parser.Report
		text string
		want int
	}{
		{xml, "/Response/JobsDetail[2]/Tag", 1}, {xml, "Response.JobsDetail[2].Tag", 1}, {xml, "jobsdetail.tag", 2},
		{xml, "JobsDetail/Tag", 2}, {xml, "Input/Obj", 1}, {xml, "/Tag", 2}, {xml, "Response/Tag", 0},
		{json, ".JobsDetail[1].Tag", 1}, {json, "JobsDetail[2].Tag", 1}, {json, `.["JobsDetail"][0].Tag`, 1},
		{json, "jobsdetail.tag", 2}, {json, ".Tag", 2}, {json, "o.txt", 0},
	} {
		lower := strings.ToLower(c.text)
		s := treeSearch{needle: []byte(lower), way: pathOf(lower), goOn: func([][]int32) bool { return true }}
		s.walk(newTree(c.of.Documents, nil).each)
		if len(s.hits) != c.want {
			t.Errorf("%q (%q) was found %d times, want %d", c.text, s.way, len(s.hits), c.want)
		}
	}
}

func TestAllIsOpenedUpToALimit(t *testing.T) {
	b := treeOf(t, "<a><b><c>1</c><d><e>2</e></d></b><f>3</f></a>")
	b.closeAll()
	if got, want := rowsOf(b), "a\n b+\n f\n"; got != want {
		t.Errorf("closed:\n%swant:\n%s", got, want)
	}
	if whole := b.openAll(); !whole || rowsOf(b) != "a\n b\n  c\n  d\n   e\n f\n" {
		t.Errorf("all is open: %v\n%s", whole, rowsOf(b))
	}
	many := treeOf(t, apptest.TokenBody(apptest.ManyWords(30_000)...))
	if many.openAll() || many.rows > opensUpTo+30_010 {
		t.Errorf("%d rows are open", many.rows)
	}
	for n := range many.rows {
		if r := many.row(n); r.in.rowOf(r.index) != n {
			t.Fatalf("row %d says that it is row %d", n, r.in.rowOf(r.index))
		}
		if n == 200 {
			break
		}
	}
}
