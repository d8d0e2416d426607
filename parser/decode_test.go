package parser

import (
	"fmt"
	"strings"
	"testing"
)

// firstJob returns the job of a body that has one.
func firstJob(t *testing.T, body string) (*Report, *Job) {
	t.Helper()
	r := readString(body)
	if len(r.Callbacks) != 1 || len(r.Callbacks[0].Jobs) != 1 {
		t.Fatalf("%d callbacks in %s", len(r.Callbacks), body)
	}
	return r, &r.Callbacks[0].Jobs[0]
}

// TestOfFieldsThatComeAgainOneCounts: in JSON the last one does, in XML the
// first, and both is said.
func TestOfFieldsThatComeAgainOneCounts(t *testing.T) {
	r, j := firstJob(t, `{"JobsDetail":{"JobId":"a","State":"Running","State":"Success","Input":{"Object":"x","Object":"y"},"Operation":{"UserData":"1","UserData":"2"}}}`)
	if j.State.Text != "Success" || j.Input.Object.Text != "y" || j.Operation.UserData.Text != "2" {
		t.Errorf("JSON: %q, %q, %q", j.State.Text, j.Input.Object.Text, j.Operation.UserData.Text)
	}
	if len(r.Diagnostics) < 3 {
		t.Errorf("JSON: %d remarks", len(r.Diagnostics))
	}
	r, j = firstJob(t, `<Response><JobsDetail><JobId>a</JobId><State>Running</State><State>Success</State>`+
		`<Input><Object>x</Object><Object>y</Object></Input><Operation><UserData>1</UserData><UserData>2</UserData></Operation></JobsDetail></Response>`)
	if j.State.Text != "Running" || j.Input.Object.Text != "x" || j.Operation.UserData.Text != "1" {
		t.Errorf("XML: %q, %q, %q", j.State.Text, j.Input.Object.Text, j.Operation.UserData.Text)
	}
	var paths []string
	for _, d := range r.Diagnostics {
		if d.Code == "field-repeated" {
			paths = append(paths, strings.TrimPrefix(d.Path, "Response.JobsDetail."))
		}
	}
	if got := strings.Join(paths, " "); got != "State[2] Input.Object[2] Operation.UserData[2]" {
		t.Errorf("XML: said of %s", got)
	}
}

// TestInstructionsAndAttributesAreNoFields though they may be called like some.
func TestInstructionsAndAttributesAreNoFields(t *testing.T) {
	_, j := firstJob(t, `<Response><JobsDetail State="Failed"><?JobId x?><JobId>a</JobId><State>Success</State></JobsDetail></Response>`)
	if j.ID.Text != "a" || j.State.Text != "Success" {
		t.Errorf("%q, %q", j.ID.Text, j.State.Text)
	}
}

// TestWhatIsTooMuchIsSaidAndStaysInTheTree holds for jobs, as these are large.
func TestWhatIsTooMuchIsSaidAndStaysInTheTree(t *testing.T) {
	const n = 100_000
	r := readString("<Response>" + strings.Repeat("<JobsDetail/>", n) + "</Response>")
	jobs := len(r.Callbacks[0].Jobs)
	if jobs < 10_000 || jobs*sizeOfJob > DefaultLimits.Model+r.Source.Bytes {
		t.Errorf("%d jobs of %d bytes", jobs, sizeOfJob)
	}
	said := false
	for _, d := range r.Diagnostics {
		if d.Code == "model-limit" {
			said = d.Path == fmt.Sprintf("Response.JobsDetail[%d]", jobs+1)
		}
	}
	if !said {
		t.Error("it is not said where that ends")
	}
	if items := r.Documents[0].Root().first().Count(); items != n {
		t.Errorf("%d items in the tree", items)
	}
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
		doc := readString(body).Documents[0]
		var walk func(it Item)
		walk = func(it Item) {
			i, at := 0, make(map[string]int)
			for c := range it.Children() {
				if got := it.Nth(i); got != c {
					t.Fatalf("number %d is %s, not %s", i, got.Path(), c.Path())
				}
				i++
				name := string(c.fieldName())
				if c.Kind().named() {
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
				var want Item
				for c := range it.Children() {
					if c.Kind().named() && string(c.fieldName()) == name && !c.superseded() {
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
