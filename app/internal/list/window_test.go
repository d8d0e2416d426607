package list

import (
	"math"
	"testing"
)

func TestWindowShort(t *testing.T) {
	w := window{rowHeight: 32, Rows: 100, height: 320}
	if first, last := w.Slice(); first != 0 || last != 20 {
		t.Errorf("at the top: rows %d to %d, want 0 to 20", first, last)
	}
	w.scrolled(1600)
	if first, last := w.Slice(); first != 40 || last != 70 {
		t.Errorf("in the middle: rows %d to %d, want 40 to 70", first, last)
	}
	if above, below := w.Spacers(); above != 40*32 || below != 30*32 {
		t.Errorf("spacers %d and %d, want %d and %d", above, below, 40*32, 30*32)
	}
	w.scrolled(3200 - 320)
	if _, last := w.Slice(); last != 100 {
		t.Errorf("at the end: last row %d, want 100", last)
	}
}

// A row must stay where it is when others are drawn around it.
func TestWindowScaledKeepsRowsInPlace(t *testing.T) {
	w := window{rowHeight: 22, Rows: 5_000_000, height: 600}
	w.scrolled(4_000_000)
	w.Slice()
	at := func() float64 { // where row w.first is within the sight
		above, _ := w.Spacers()
		return float64(above) - w.scroll + w.Top - float64(w.First*w.rowHeight)
	}
	for range 200 {
		before := w.Top
		w.scrolled(w.scroll + 40)
		w.Slice()
		if step := w.Top - before; step != 40 {
			t.Fatalf("a step of 40 pixels moved the list by %g", step)
		}
		if off := at(); math.Abs(off) > 1 {
			t.Fatalf("rows are off their place by %g pixels", off)
		}
	}
	w.Settle()
	w.Slice()
	if off := at(); math.Abs(off) > 1 {
		t.Errorf("after settling rows are off their place by %g pixels", off)
	}
}

func TestWindowScaledReachesBothEnds(t *testing.T) {
	w := window{rowHeight: 22, Rows: 5_000_000, height: 600}
	w.scrolled(maxScrollHeight - 600)
	if _, last := w.Slice(); last != w.Rows {
		t.Errorf("at the end the last row drawn is %d, want %d", last, w.Rows)
	}
	if above, below := w.Spacers(); above+below+(w.Last-w.First)*22 != maxScrollHeight {
		t.Errorf("the parts are %d high together, want %d", above+below+(w.Last-w.First)*22, maxScrollHeight)
	}
	w.scrolled(0)
	if first, _ := w.Slice(); first != 0 || w.Top != 0 {
		t.Errorf("at the top row %d is drawn first, %g pixels down", first, w.Top)
	}
}

func TestWindowPositionAndPlaceAreInverse(t *testing.T) {
	w := window{rowHeight: 32, Rows: 1_000_000, height: 500}
	for top := 0.0; top <= w.farthest(); top += 123_457 {
		scroll := w.position(top)
		if scroll < 0 || scroll > maxScrollHeight-500 {
			t.Fatalf("position(%g) is %g", top, scroll)
		}
		if back := w.place(scroll); math.Abs(back-top) > 0.01 {
			t.Errorf("place(position(%g)) is %g", top, back)
		}
	}
}

// Steps that lead to an end of the scroll bar before the end of the list must
// not get stuck there.
func TestWindowAdrift(t *testing.T) {
	w := window{rowHeight: 32, Rows: 1_000_000, height: 500}
	w.scroll, w.Top = 0, 40_000
	if !w.adrift() {
		t.Fatal("stuck at the top")
	}
	w.Settle()
	if w.adrift() || w.scroll != 40_000 {
		t.Errorf("settled at %g", w.scroll)
	}
}

func TestWindowReveal(t *testing.T) {
	w := window{rowHeight: 10, Rows: 1000, height: 100}
	for _, c := range []struct {
		row   int
		top   float64
		moved bool
	}{
		{5, 0, false},
		{10, 10, true},
		{500, 4970, true},
		{499, 4970, false},
		{490, 4900, true},
		{999, 9900, true},
		{0, 0, true},
	} {
		if moved := w.Reveal(c.row); moved != c.moved || w.Top != c.top {
			t.Errorf("reveal(%d): moved %v, top %g; want %v, %g", c.row, moved, w.Top, c.moved, c.top)
		}
	}
}

// What stands above a list may grow by a line once the list is drawn.
func TestWindowKeepsTheRowInSightThatWasBroughtThere(t *testing.T) {
	w := window{rowHeight: 22, Rows: 100, height: 748}
	w.Reveal(59)
	if !w.stretch(744) || w.Top+w.height != 60*22 {
		t.Errorf("row 59 ends at %d, the part in sight at %g", 60*22, w.Top+w.height)
	}
	w.scrolled(w.scroll) // as the browser reports what it was told
	if !w.stretch(740) || w.Top+w.height != 60*22 {
		t.Errorf("row 59 ends at %d, the part in sight at %g", 60*22, w.Top+w.height)
	}
	w.scrolled(100)
	if w.stretch(300) || w.Top != 100 {
		t.Errorf("the list moved from 100 to %g, though somebody had scrolled it there", w.Top)
	}
	w.Reveal(59)
	w.Resize(120)
	if top := w.Top; w.stretch(200) || w.Top != top {
		t.Errorf("the list moved from %g to %g for a row of another list", top, w.Top)
	}
}

func TestWindowResizeStaysInside(t *testing.T) {
	w := window{rowHeight: 10, Rows: 1000, height: 100}
	w.scrolled(9000)
	w.Resize(20)
	if w.Top != 100 || w.scroll != 100 {
		t.Errorf("top %g, scroll %g, want 100", w.Top, w.scroll)
	}
	w.Resize(0)
	if first, last := w.Slice(); first != 0 || last != 0 || w.Top != 0 {
		t.Errorf("an empty list draws rows %d to %d from %g", first, last, w.Top)
	}
}

func TestMoveKey(t *testing.T) {
	for _, c := range []struct {
		key          string
		at, rows, to int
		ok           bool
	}{
		{"ArrowDown", 3, 10, 4, true},
		{"ArrowDown", 9, 10, 9, true},
		{"ArrowUp", 0, 10, 0, true},
		{"ArrowDown", -1, 10, 0, true},
		{"PageDown", 3, 10, 8, true},
		{"PageUp", 3, 10, 0, true},
		{"Home", 3, 10, 0, true},
		{"End", 3, 10, 9, true},
		{"End", 0, 0, 0, false},
		{"a", 3, 10, 3, false},
	} {
		if to, ok := MoveKey(c.key, c.at, c.rows, 5); to != c.to || ok != c.ok {
			t.Errorf("moveKey(%s, %d, %d) = %d, %v; want %d, %v", c.key, c.at, c.rows, to, ok, c.to, c.ok)
		}
	}
}
