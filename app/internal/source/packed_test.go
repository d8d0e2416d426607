package source

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"strings"
	"testing"

	"github.com/callbacklens/callbacklens/app/internal/apptest"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// packed returns text as base64 of its gzip.
func packed(t *testing.T, text string) string {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return base64.StdEncoding.EncodeToString(b.Bytes())
}

// A place in a body that was packed is shown in the unpacked text, whether a
// remark or a field leads there; the text as given can be chosen beside it.
func TestPlacesInWhatWasPackedOpenTheUnpackedText(t *testing.T) {
	xml := "<Response>\n  <JobsDetail>\n    <JobId>a & b</JobId>\n    <State>Success</State>\n  </JobsDetail>\n</Response>\n"
	report := apptest.Inspected(t, packed(t, xml))
	if len(report.Diagnostics) == 0 || !report.Diagnostics[0].Packed {
		t.Fatal("there is no remark on the packed text")
	}
	d := &report.Diagnostics[0]
	for name, place := range map[string]struct {
		at   parser.Place
		line string
	}{
		"a remark": {report.PlaceOf(&d.Spot), "    <JobId>a & b</JobId>"},
		"a field":  {report.Place(report.Callbacks[0].Jobs[0].State.Item), "    <State>Success</State>"},
	} {
		p := model.NewResult(report, lang.EN)
		p.ShowIn(model.ViewSource, place.at)
		c, _ := opened(t, p)
		mark := c.mark()
		text := string(c.text())
		if text != xml {
			t.Fatalf("%s opens %q", name, text)
		}
		if marked := text[mark.Start:mark.End]; !strings.Contains(place.line, marked) || marked == "" {
			t.Errorf("%s marks %q, want it in %q", name, marked, place.line)
		}
	}
	p := model.NewResult(report, lang.EN)
	p.ShowIn(model.ViewSource, parser.Place{Span: parser.Span{Start: 0, End: 4}})
	if c, _ := opened(t, p); c.chosen != 0 || c.mark().Len() != 4 {
		t.Errorf("a place of what was given is shown in text %d", c.chosen)
	}
}
