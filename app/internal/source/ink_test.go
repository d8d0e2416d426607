package source

import (
	"strings"
	"testing"

	"github.com/callbacklens/callbacklens/app/internal/apptest"
	"github.com/callbacklens/callbacklens/parser"
)

// inked writes how a text is drawn from a byte on, as one letter a byte.
func inked(r *parser.Report, text, start int) string {
	all := r.Texts[text].Bytes
	out := make([]ink, len(all)-start)
	paintSyntax(out, all, start, stretchesOf(r, text))
	b := make([]byte, len(out))
	for i, k := range out {
		b[i] = ".<nas0wc"[k&inkSyntax]
	}
	return string(b)
}

// inkings are texts with how each of their bytes is drawn.
var inkings = map[string]string{
	`<a b="c">d&amp;e</a><!--x-->`:          `<n<a<sss<.wwwww.<<n<cccccccc`,
	`<a><![CDATA[<b>]]>t</a>`:               `<n<<<<<<<<<<...<<<.<<n<`,
	`{"a": "b", "c":[1.5,true,null]}`:       `<nnn<<sss<<nnn<<000<wwww<wwww<<`,
	`{"a\"b": -1}`:                          `<nnnnnn<<00<`,
	`<?xml version="1.0"?><a/>`:             `ccccccccccccccccccccc<n<<`,
	`POST / HTTP/1.1` + "\n\n" + `<a>1</a>`: strings.Repeat(".", 17) + `<n<.<<n<`,
}

func TestColoursComeFromWhatWasRead(t *testing.T) {
	for text, want := range inkings {
		got := inked(apptest.Inspected(t, text), 0, 0)
		if strings.ReplaceAll(got, "\n", ".") != want {
			t.Errorf("%s\n%s\nwant\n%s", text, got, want)
		}
	}
}

// From wherever the drawing begins it comes out as from the start, also in the
// middle of many rows.
func TestColoursMidway(t *testing.T) {
	texts := []string{
		`{"WordsGeneralizeToken":[` + strings.Repeat(`{"Word":"今天","Offset":0,"Flag":true},`, 40) + `{}]}`,
		`<a b="c">` + strings.Repeat(`<Token><Word>今&#x5929;</Word><Pos/></Token>`, 40) + `<!-- x --></a>`,
	}
	for text := range inkings {
		texts = append(texts, text)
	}
	for _, text := range texts {
		r := apptest.Inspected(t, text)
		whole := inked(r, 0, 0)
		for start := range text {
			if got := inked(r, 0, start); got != whole[start:] {
				t.Fatalf("%s\nfrom byte %d:\n%s\nwant\n%s", text, start, got, whole[start:])
			}
		}
	}
}

// Rows that are kept as a table look like others.
func TestColoursOfRows(t *testing.T) {
	for _, c := range [][3]string{
		{`{"Token":[`, `{"Word":"今\"天","Offset":0,"Flag":true,"None":null},`, `{}]}`},
		{`<a>`, `<Token><Word>今&#x5929;</Word><Pos/><Length>1</Length></Token>`, `</a>`},
	} {
		few, many := c[0]+strings.Repeat(c[1], 3), c[0]+strings.Repeat(c[1], 3000)
		want := inked(apptest.Inspected(t, few+c[2]), 0, 0)[:len(few)]
		got := inked(apptest.Inspected(t, many+c[2]), 0, 0)
		if got[:len(few)] != want {
			t.Errorf("%s\n%s\nof few:\n%s", few, got[:len(few)], want)
		}
		if end := len(many); got[end-len(c[1]):end] != want[len(few)-len(c[1]):] {
			t.Errorf("the last row: %s", got[end-len(c[1]):end])
		}
	}
}
