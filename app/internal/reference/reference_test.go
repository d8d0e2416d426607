//go:build !js

package reference

import (
	"reflect"
	"regexp"
	"strings"
	"testing"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/parser/reference"
	"github.com/callbacklens/callbacklens/parser/reference/advice"
	"github.com/callbacklens/callbacklens/parser/reference/practice"
)

func TestReferenceTextsAreWhole(t *testing.T) {
	whole := func(where string, text lang.Text) {
		if text.ZH == "" || text.EN == "" {
			t.Errorf("%s is not whole: %q, %q", where, text.ZH, text.EN)
		}
	}
	fields := reflect.ValueOf(refSay)
	for i := range fields.NumField() {
		name := fields.Type().Field(i).Name
		switch f := fields.Field(i).Interface().(type) {
		case lang.Text:
			whole(name, f)
		case []lang.Text:
			for _, line := range f {
				whole(name, line)
			}
		default:
			t.Errorf("%s is no text", name)
		}
	}
}

func TestReferencePageLinksHold(t *testing.T) {
	idOf := regexp.MustCompile(` id="([^"]*)"`)
	linkOf := regexp.MustCompile(` href="#([^"]*)"`)
	for _, l := range lang.All {
		page := goapp.HTMLString(&Page{Lang: l})
		ids := map[string]bool{}
		for _, m := range idOf.FindAllStringSubmatch(page, -1) {
			if ids[m[1]] {
				t.Errorf("%s: id %q stands twice", l, m[1])
			}
			ids[m[1]] = true
		}
		for _, m := range linkOf.FindAllStringSubmatch(page, -1) {
			if !ids[m[1]] {
				t.Errorf("%s: nothing has the id %q that a link names", l, m[1])
			}
		}
		for _, table := range reference.Tables() {
			for _, f := range table.Fields {
				if !ids[f.Anchor] {
					t.Errorf("%s: no row for %s", l, f.Path)
				}
			}
		}
		for _, r := range parser.Remarks() {
			if !ids[advice.Anchor(r.Code)] {
				t.Errorf("%s: no row for the remark %s", l, r.Code)
			}
		}
		for _, table := range reference.CodeTables() {
			for _, c := range table.Codes {
				if !ids["code."+c.Value] {
					t.Errorf("%s: no row for the error code %s", l, c.Value)
				}
			}
		}
		for _, p := range reference.PartsOfSpeech() {
			if !ids[p.Anchor] {
				t.Errorf("%s: no row for %s", l, p.Tag)
			}
		}
		if strings.Contains(page, " style=") {
			t.Errorf("%s: the page has an inline style", l)
		}
	}
}

func TestReferencePageIsInItsLanguage(t *testing.T) {
	for _, l := range lang.All {
		page := goapp.HTMLString(&Page{Lang: l})
		for _, text := range []lang.Text{refSay.Heading, refSay.Description, refSay.Unlisted, refSay.Remarks, refSay.StatusPage, reference.FamilyVerb.Name()} {
			if !strings.Contains(page, text.In(l)) {
				t.Errorf("%s: %q is missing", l, text.In(l))
			}
		}
		if other := refSay.Heading.In(1 - l); strings.Contains(page, other) {
			t.Errorf("%s: the page says %q", l, other)
		}
	}
}

// TestReferenceSampleLeadsToRows holds that every name of the sample has its
// row, and that drawing it leaves no element open.
func TestReferenceSampleLeadsToRows(t *testing.T) {
	var path []string
	for line := range strings.SplitSeq(practice.Sample, "\n") {
		html := goapp.HTMLString(sampleLine(line, &path))
		if opens := strings.Contains(strings.ReplaceAll(line, "</", ""), "<"); opens && !strings.Contains(html, `href="#`) {
			t.Errorf("%s leads nowhere", strings.TrimSpace(line))
		}
	}
	if len(path) != 0 {
		t.Errorf("%v are left open", path)
	}
}
