package app

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
	rows      int
	height    float64 // of the part in sight
	scroll    float64 // the browser's scroll position
	top       float64 // the first pixel in sight, as if nothing were scaled

	first, last int // the range of rows that was drawn last
	most        int // how many rows are drawn at most; 0 for all in sight
	shown       int // the row that was brought into sight last, counted from 1; 0 once that was scrolled away from
}

// full returns the height of all rows.
func (w *window) full() float64 { return float64(w.rows) * float64(w.rowHeight) }

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
		w.top = scroll
	case math.Abs(step) <= max(4*w.height, 2000):
		w.top += step
	default:
		w.top = w.place(scroll)
	}
	w.top = min(max(w.top, 0), w.farthest())
}

// adrift reports whether the scroll position is at an end where the list is
// not, so that nothing could be scrolled any further.
func (w *window) adrift() bool {
	return w.scaled() && (w.scroll < 1 && w.top >= 1 ||
		w.scroll > maxScrollHeight-w.height-1 && w.top < w.farthest()-1)
}

// settle makes the scroll position the one that stands for what is in sight.
// The caller tells the browser.
func (w *window) settle() {
	w.top = min(max(w.top, 0), w.farthest())
	w.scroll = w.position(w.top)
}

// slice returns the range of rows to draw and notes it.
func (w *window) slice() (first, last int) {
	first = int(w.top)/w.rowHeight - overscan/w.rowHeight
	last = int(math.Ceil((w.top+w.height)/float64(w.rowHeight))) + overscan/w.rowHeight
	w.first = min(max(first, 0), w.rows)
	w.last = min(max(last, w.first), w.rows)
	if w.most > 0 {
		w.last = min(w.last, w.first+w.most)
	}
	return w.first, w.last
}

// stale reports whether so much was scrolled that other rows should be drawn.
func (w *window) stale() bool {
	margin := overscan / w.rowHeight / 3
	first := int(w.top) / w.rowHeight
	last := int(math.Ceil((w.top + w.height) / float64(w.rowHeight)))
	return w.first > max(first-margin, 0) || w.last < min(last+margin, w.rows) || w.scaled()
}

// spacers returns the heights of what stands for the rows above and below the
// drawn ones.
func (w *window) spacers() (above, below int) {
	above = w.first * w.rowHeight
	if w.scaled() {
		above = max(above+int(math.Round(w.scroll-w.top)), 0)
	}
	below = max(int(w.tall())-above-(w.last-w.first)*w.rowHeight, 0)
	return above, below
}

// reveal brings row into sight and reports whether it had to move for that.
// What lies far away is brought in with some rows before it.
func (w *window) reveal(row int) bool {
	w.shown = row + 1
	at, h := float64(row)*float64(w.rowHeight), float64(w.rowHeight)
	switch {
	case at >= w.top && at+h <= w.top+w.height:
		return false
	case at < w.top-w.height || at > w.top+2*w.height:
		w.top = at - math.Floor(w.height/3/h)*h
	case at < w.top:
		w.top = at
	default:
		w.top = at + h - w.height
	}
	w.settle()
	return true
}

// stretch takes over the height of the part in sight and reports whether it
// had to move, so that the row that was brought into sight stays there.
func (w *window) stretch(height float64) bool {
	w.height = height
	return w.shown > 0 && w.reveal(w.shown-1)
}

// resize takes over the number of rows, keeping what is in sight where it can.
func (w *window) resize(rows int) {
	if rows != w.rows {
		w.rows, w.shown = rows, 0
		w.settle()
	}
}

// page returns how many rows a key for a page moves by.
func (w *window) page() int { return max(int(w.height)/w.rowHeight-1, 1) }

// moveKey returns where a key leads from row at in a list of rows, and whether
// it is a key that moves. From no row (-1) every key leads to an end or to
// the first row.
func moveKey(key string, at, rows, page int) (to int, ok bool) {
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
