package sentence

import (
	"slices"
	"testing"

	"github.com/callbacklens/callbacklens/parser"
)

func TestPiecePacking(t *testing.T) {
	for _, p := range []parser.Piece{{Token: 0}, {Token: 0, Overlap: true}, {Token: 1 << 29}, {Token: -1, Gap: 1}, {Token: -1, Gap: 1 << 30}} {
		k := packPiece(p)
		if k.token() != p.Token || k.gap() != p.Gap || k.overlaps() != p.Overlap {
			t.Errorf("%+v became token %d, gap %d, overlap %v", p, k.token(), k.gap(), k.overlaps())
		}
	}
}

func layoutOf(widths ...float64) *sentenceLayout {
	l := &sentenceLayout{}
	for i, w := range widths {
		l.add(packPiece(parser.Piece{Token: i}), w, 0)
	}
	return l
}

func TestWrap(t *testing.T) {
	l := layoutOf(30, 30, 30, 200, 30, 30)
	l.wrap(100)
	if want := []int32{0, 3, 4}; !slices.Equal(l.starts, want) {
		t.Errorf("rows begin at %v, want %v", l.starts, want)
	}
	for at, want := range []int{0, 0, 0, 1, 2, 2} {
		if got := l.rowOf(at); got != want {
			t.Errorf("piece %d is in row %d, want %d", at, got, want)
		}
	}
	l.wrap(1000)
	if len(l.starts) != 1 {
		t.Errorf("%d rows where one has room", len(l.starts))
	}
}

func TestWrapKeepsMarksOffTheStart(t *testing.T) {
	l := layoutOf(30, 30, 30, 30)
	l.breaks[3] = breakOf([]byte("。"))
	l.wrap(100)
	if want := []int32{0, 2}; !slices.Equal(l.starts, want) {
		t.Errorf("rows begin at %v, want %v", l.starts, want)
	}
	l = layoutOf(30, 30, 30)
	l.breaks[1] = breakOf([]byte("\n"))
	l.wrap(1000)
	if want := []int32{0, 2}; !slices.Equal(l.starts, want) {
		t.Errorf("after a line break rows begin at %v, want %v", l.starts, want)
	}
}

func TestVertical(t *testing.T) {
	l := layoutOf(40, 40, 20, 20, 20, 20, 90)
	l.wrap(100) // 0 1 | 2 3 4 5 | 6
	for _, c := range []struct{ at, step, want int }{
		{0, 1, 2}, {1, 1, 4}, {4, -1, 1}, {5, 1, 6}, {6, -1, 3}, {0, -1, 0}, {6, 1, 6}, {0, 9, 6},
	} {
		if got := l.vertical(c.at, c.step); got != c.want {
			t.Errorf("from %d by %d rows: %d, want %d", c.at, c.step, got, c.want)
		}
	}
}

func TestFindPiece(t *testing.T) {
	l := &sentenceLayout{}
	for _, p := range []parser.Piece{{Token: 2}, {Token: -1, Gap: 3}, {Token: 0}, {Token: 1}} {
		l.add(packPiece(p), 10, 0)
	}
	for token, want := range map[int]int{0: 2, 1: 3, 2: 0, 3: -1, -1: -1} {
		if got := l.find(token); got != want {
			t.Errorf("token %d is piece %d, want %d", token, got, want)
		}
	}
}
