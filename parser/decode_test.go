package parser

import (
	"fmt"
	"strings"
	"testing"

	"github.com/callbacklens/callbacklens/parser/callback"
	"github.com/callbacklens/callbacklens/parser/internal/decode"
)

// firstJob returns the job of a body that has one.
func firstJob(t *testing.T, body string) (*Report, *callback.Job) {
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
	if jobs < 10_000 || jobs*decode.SizeOfJob > DefaultLimits.Model+r.Source.Bytes {
		t.Errorf("%d jobs of %d bytes", jobs, decode.SizeOfJob)
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
	if items := r.Documents[0].Root().Nth(0).Count(); items != n {
		t.Errorf("%d items in the tree", items)
	}
}
