package read

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/callbacklens/callbacklens/parser/document"
	"github.com/callbacklens/callbacklens/parser/internal/bodies"
	"github.com/callbacklens/callbacklens/parser/internal/flat"
)

func TestRowsOverSeveralChunks(t *testing.T) {
	const n = 2*flat.ChunkRows + 3
	var asXML, asJSON strings.Builder
	var want []string
	for i := range n {
		w := fmt.Sprintf("w%d", i*i)
		want = append(want, w, fmt.Sprint(i))
		// One row in a while is written in another way, or needs another look.
		blank := strings.Repeat(" ", i%7/6)
		fmt.Fprintf(&asXML, "<t>%s<w>%s</w>%s<n>%d</n></t>", blank, w, blank, i)
		fmt.Fprintf(&asJSON, `,{%s"w":"%s"%s,"n":%d}`, blank, w, blank, i)
	}
	for _, c := range []struct {
		doc  *document.Document
		rows int
	}{
		{docOf(XML(context.Background(), []byte("<r>"+asXML.String()+"</r>"), 0, testOptions())), n},
		{docOf(JSON(context.Background(), []byte("["+asJSON.String()[1:]+"]"), 0, testOptions())), n},
	} {
		if got := bodies.Leaves(c.doc); strings.Join(got, " ") != strings.Join(want, " ") {
			t.Errorf("%v: %d values, want %d", c.doc.Format, len(got), len(want))
		}
		if len(c.doc.Flat().Tables) != 1 || c.doc.Flat().Tables[0].Size != c.rows {
			t.Errorf("%v: %d tables", c.doc.Format, len(c.doc.Flat().Tables))
		}
	}
}

// TestRowsThatOnlyLookAlike gives rows that begin like the one before and must
// not be read by comparing.
func TestRowsThatOnlyLookAlike(t *testing.T) {
	same := strings.Repeat(`{"w":"x","n":12},`, 9)
	for _, last := range []string{
		`{"w":"x","n":012}`, `{"w":"x","n":}`, `{"w":"x","n":1.5}`, `{"w":"x","n":-3}`, `{"w":"x","n":true}`, `{"w":"x","n":"12"}`,
		`{"w":"\"","n":1}`, "{\"w\":\"\t\",\"n\":1}", "{\"w\":\"\xff\",\"n\":1}", `{"w":"x","n":1,"m":1}`, `{"w":"x"}`, `{"w":"x","n":12`, `{"w":"xxxxxxxxxxxxxxxx`,
	} {
		if err := equalsJSON([]byte("[" + same + last + "]")); err != nil {
			t.Errorf("%s: %v", last, err)
		}
	}
	same = strings.Repeat("<t><w>x</w><e/><n>1</n></t>", 9)
	for _, last := range []string{
		"<t><w>&lt;</w><e/><n>1</n></t>", "<t><w>]]</w><e/><n>，</n></t>", "<t><w>\r</w><e/><n>1</n></t>", "<t><w>x</w><e/>y<n>1</n></t>",
		"<t><w>x</w><e></e><n>1</n></t>", "<t><w/><e/><n>1</n></t>", "<t><w>x</w><e/><n>1</n>z</t>", "<t><w><b/></w><e/><n>1</n></t>", "<t><w>x</w><e/><n>1</n></t ><t/>",
	} {
		if err := equalsEtree([]byte("<r>" + same + last + "</r>")); err != nil {
			t.Errorf("%s: %v", last, err)
		}
	}
}
