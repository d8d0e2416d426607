package source

import (
	"slices"
	"strings"
	"testing"
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

func always() bool { return true }
