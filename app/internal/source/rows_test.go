package source

import (
	"slices"
	"strings"
	"testing"

	"github.com/callbacklens/callbacklens/parser"
)

func sourceRowsOf(text string, columns int) *sourceRows {
	s := &sourceRows{text: []byte(text), columns: columns}
	s.index(always)
	return s
}

func TestSourceRows(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"", []string{""}},
		{"ab", []string{"ab"}},
		{"ab\ncd\n", []string{"ab", "cd"}},
		{"ab\r\n\r\ncd", []string{"ab", "", "cd"}},
		{"abcdefghij", []string{"abcd", "efgh", "ij"}},
		{"今天打车", []string{"今天", "打车"}},
		{"a今天打", []string{"a今", "天打"}},
		{"\tab", []string{"\t", "ab"}},
		{"a\u202ebcdefghij", []string{"a", "\u202e", "bcde", "fghi", "j"}}, // drawn as ‹RLO›
		{"ab👩🏽\u200d💻c", []string{"ab👩🏽\u200d💻", "c"}},
	} {
		s := sourceRowsOf(c.text, 4)
		var got []string
		for r := range s.starts {
			start, end := s.row(r)
			got = append(got, c.text[start:end])
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q breaks into %q, want %q", c.text, got, c.want)
		}
	}
}

func TestSourceLines(t *testing.T) {
	s := sourceRowsOf(strings.Repeat("abcdef\n\n", 1000), 4)
	line := 0
	for r := range s.starts {
		if s.begins(r) {
			line++
		}
		if got := s.line(r); got != line {
			t.Fatalf("row %d is of line %d, want %d", r, got, line)
		}
		if got := s.rowOf(int(s.starts[r])); got != r {
			t.Fatalf("row %d is found as %d", r, got)
		}
	}
	if line != 2000 {
		t.Errorf("%d lines, want 2000", line)
	}
}

// However much of a text is known at first, its rows come out the same.
func TestSourceRowsOfMore(t *testing.T) {
	text := strings.Repeat("abcdef今\n\nab\r\n", 200) + strings.Repeat("xy", lineStep*8)
	whole := sourceRowsOf(text, 4)
	for first := range len(text) {
		s := sourceRowsOf(text[:first], 4)
		if !strings.HasPrefix(text, string(s.sure())) {
			t.Fatalf("after %d bytes: not sure of %q", first, s.sure())
		}
		s.text = []byte(text)
		s.index(always)
		if !slices.Equal(s.starts, whole.starts) || !slices.Equal(s.lines, whole.lines) {
			t.Fatalf("after %d bytes the rows are others", first)
		}
	}
}

// inked writes what paintSyntax makes of text as one letter a byte.
func inked(text string, start int, format parser.Format) string {
	out := make([]ink, len(text)-start)
	paintSyntax(out, []byte(text), start, format)
	b := make([]byte, len(out))
	for i, k := range out {
		b[i] = ".<nas0wc"[k&inkSyntax]
	}
	return string(b)
}

func TestPaintSyntax(t *testing.T) {
	for _, c := range []struct {
		format     parser.Format
		text, want string
	}{
		{parser.FormatXML, `<a b="c">d&amp;e</a><!--x-->`, `<n<a<sss<.wwwww.<<n<cccccccc`},
		{parser.FormatXML, `x<a`, `.<n`},
		{parser.FormatXML, `<![CDATA[<b>]]>t`, `<<<<<<<<<.......`},
		{parser.FormatJSON, `{"a": "b", "c":[1.5,true,x]}`, `<nnn<<sss<<nnn<<000<wwww<.<<`},
		{parser.FormatJSON, `"a\"b": -1`, `nnnnnn<<00`},
		{parser.FormatNone, `<a>"1"`, `......`},
	} {
		if got := inked(c.text, 0, c.format); got != c.want {
			t.Errorf("%s\n%s\nwant\n%s", c.text, got, c.want)
		}
	}
}

// From wherever the drawing begins, it comes out as from the start.
func TestPaintSyntaxMidway(t *testing.T) {
	for format, text := range map[parser.Format]string{
		parser.FormatXML:  `<a b="c"><Word>今天</Word><!-- x --></a>`,
		parser.FormatJSON: `{"Word":"今天","Offset":0,"Flag":true}`,
	} {
		whole := inked(text, 0, format)
		for start := range text {
			if got := inked(text, start, format); got != whole[start:] {
				t.Errorf("from byte %d:\n%s\nwant\n%s", start, got, whole[start:])
			}
		}
	}
}

func always() bool { return true }
