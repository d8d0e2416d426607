package parser

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"
)

func TestRowsOverSeveralChunks(t *testing.T) {
	const n = 2*chunkRows + 3
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
		doc  *Document
		rows int
	}{
		{docOf(readXML(context.Background(), []byte("<r>"+asXML.String()+"</r>"), 0, testOptions())), n},
		{docOf(readJSON(context.Background(), []byte("["+asJSON.String()[1:]+"]"), 0, testOptions())), n},
	} {
		if got := leaves(c.doc); strings.Join(got, " ") != strings.Join(want, " ") {
			t.Errorf("%v: %d values, want %d", c.doc.Format, len(got), len(want))
		}
		if len(c.doc.tables) != 1 || c.doc.tables[0].size != c.rows {
			t.Errorf("%v: %d tables", c.doc.Format, len(c.doc.tables))
		}
	}
}

func docOf(d *Document, _ *reader) *Document { return d }

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
		if err := accountedAlone("[" + same + last + "]"); err != nil {
			t.Error(err)
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

func accountedAlone(body string) error {
	r := readString(body)
	return accounted(r.Documents[0], r)
}

func TestMeasureText(t *testing.T) {
	for _, s := range []string{"", "a", "今", "今天", "😀", "a今😀b", "😀😀😀", "12345678", "1234567今", strings.Repeat("今a😀", 20)} {
		for _, behind := range []string{"", "<", "</Word>…"} {
			want := measure{utf8.RuneCountInString(s), len(utf16.Encode([]rune(s))), len(s)}
			if got := measureText([]byte("今"+s+behind), Span{3, uint32(3 + len(s))}); got != want {
				t.Errorf("%q is %v, want %v", s, got, want)
			}
		}
	}
}
