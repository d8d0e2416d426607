package list

import "math"

// maxScrollHeight bounds the height in pixels of what scrolls. Browsers cut
// elements off somewhere between 17 and 33 million pixels; beyond this height
// positions are scaled.
const maxScrollHeight = 8_000_000

// overscan is how many pixels of rows are drawn beyond either edge of what is
// in sight, so that a scroll shows no hole before the next drawing.
const overscan = 320

// window tells which rows of a long list are in sight and where they belong.
// All rows are equally high. It counts in pixels and knows no browser.
//
// Lists of up to maxScrollHeight are scrolled as they are. In a longer one the
// browser's scroll position stands for a position in the list: one for one
// near both ends, scaled in between. Small movements are taken as they come,
// so that a step of the wheel is a row there too; the two are brought together
// again by settle when the list rests.
type window struct {
	rowHeight int
	Rows      int
	height    float64 // of the part in sight
	scroll    float64 // the browser's scroll position
	Top       float64 // the first pixel in sight, as if nothing were scaled

	First, Last int // the range of rows that was drawn last
	Most        int // how many rows are drawn at most; 0 for all in sight
	shown       int // the row that was brought into sight last, counted from 1; 0 once that was scrolled away from
}

// SetRow makes the rows of another height, in pixels.
func (w *window) SetRow(height int) { w.rowHeight = height }

// full returns the height of all rows.
func (w *window) full() float64 { return float64(w.Rows) * float64(w.rowHeight) }

// tall returns the height that the browser is given.
func (w *window) tall() float64 { return min(w.full(), maxScrollHeight) }

func (w *window) scaled() bool { return w.full() > maxScrollHeight }

// farthest returns the greatest value of top.
func (w *window) farthest() float64 { return max(w.full()-w.height, 0) }

// knee is how far from the ends positions are scaled.
const knee = maxScrollHeight / 8

// position returns the scroll position that stands for top.
func (w *window) position(top float64) float64 {
	if !w.scaled() {
		return top
	}
	end, scrollEnd := w.farthest(), maxScrollHeight-w.height
	switch {
	case top <= knee:
		return top
	case end-top <= knee:
		return scrollEnd - (end - top)
	}
	return knee + (top-knee)*(scrollEnd-2*knee)/(end-2*knee)
}

// place is the inverse of position.
func (w *window) place(scroll float64) float64 {
	if !w.scaled() {
		return scroll
	}
	end, scrollEnd := w.farthest(), maxScrollHeight-w.height
	switch {
	case scroll <= knee:
		return scroll
	case scrollEnd-scroll <= knee:
		return end - (scrollEnd - scroll)
	}
	return knee + (scroll-knee)*(end-2*knee)/(scrollEnd-2*knee)
}

// scrolled takes over a scroll position that the browser reports.
func (w *window) scrolled(scroll float64) {
	step := scroll - w.scroll
	if math.Abs(step) >= 1 { // less is how browsers round
		w.shown = 0
	}
	w.scroll = scroll
	switch {
	case !w.scaled():
		w.Top = scroll
	case math.Abs(step) <= max(4*w.height, 2000):
		w.Top += step
	default:
		w.Top = w.place(scroll)
	}
	w.Top = min(max(w.Top, 0), w.farthest())
}

// adrift reports whether the scroll position is at an end where the list is
// not, so that nothing could be scrolled any further.
func (w *window) adrift() bool {
	return w.scaled() && (w.scroll < 1 && w.Top >= 1 ||
		w.scroll > maxScrollHeight-w.height-1 && w.Top < w.farthest()-1)
}

// Settle makes the scroll position the one that stands for what is in sight.
// The caller tells the browser.
func (w *window) Settle() {
	w.Top = min(max(w.Top, 0), w.farthest())
	w.scroll = w.position(w.Top)
}

// Slice returns the range of rows to draw and notes it.
func (w *window) Slice() (first, last int) {
	first = int(w.Top)/w.rowHeight - overscan/w.rowHeight
	last = int(math.Ceil((w.Top+w.height)/float64(w.rowHeight))) + overscan/w.rowHeight
	w.First = min(max(first, 0), w.Rows)
	w.Last = min(max(last, w.First), w.Rows)
	if w.Most > 0 {
		w.Last = min(w.Last, w.First+w.Most)
	}
	return w.First, w.Last
}

// stale reports whether so much was scrolled that other rows should be drawn.
func (w *window) stale() bool {
	margin := overscan / w.rowHeight / 3
	first := int(w.Top) / w.rowHeight
	last := int(math.Ceil((w.Top + w.height) / float64(w.rowHeight)))
	return w.First > max(first-margin, 0) || w.Last < min(last+margin, w.Rows) || w.scaled()
}

// Spacers returns the heights of what stands for the rows above and below the
// drawn ones.
func (w *window) Spacers() (above, below int) {
	above = w.First * w.rowHeight
	if w.scaled() {
		above = max(above+int(math.Round(w.scroll-w.Top)), 0)
	}
	below = max(int(w.tall())-above-(w.Last-w.First)*w.rowHeight, 0)
	return above, below
}

// Reveal brings row into sight and reports whether it had to move for that.
// What lies far away is brought in with some rows before it.
func (w *window) Reveal(row int) bool {
	w.shown = row + 1
	at, h := float64(row)*float64(w.rowHeight), float64(w.rowHeight)
	switch {
	case at >= w.Top && at+h <= w.Top+w.height:
		return false
	case at < w.Top-w.height || at > w.Top+2*w.height:
		w.Top = at - math.Floor(w.height/3/h)*h
	case at < w.Top:
		w.Top = at
	default:
		w.Top = at + h - w.height
	}
	w.Settle()
	return true
}

// stretch takes over the height of the part in sight and reports whether it
// had to move, so that the row that was brought into sight stays there.
func (w *window) stretch(height float64) bool {
	w.height = height
	return w.shown > 0 && w.Reveal(w.shown-1)
}

// Resize takes over the number of rows, keeping what is in sight where it can.
func (w *window) Resize(rows int) {
	if rows != w.Rows {
		w.Rows, w.shown = rows, 0
		w.Settle()
	}
}

// Page returns how many rows a key for a page moves by.
func (w *window) Page() int { return max(int(w.height)/w.rowHeight-1, 1) }

// MoveKey returns where a key leads from row at in a list of rows, and whether
// it is a key that moves. From no row (-1) every key leads to an end or to
// the first row.
func MoveKey(key string, at, rows, page int) (to int, ok bool) {
	switch key {
	case "ArrowUp":
		to = at - 1
	case "ArrowDown":
		to = at + 1
	case "PageUp":
		to = at - page
	case "PageDown":
		to = at + page
	case "Home":
		to = 0
	case "End":
		to = rows - 1
	default:
		return at, false
	}
	return max(min(to, rows-1), 0), rows > 0
}
