package lines

import "unicode/utf8"

// Join puts the texts of records together that are a body: those from k on of n, each the
// string of JSON between two offsets of text. It returns the first one behind them. It
// reports false where no body begins in the first or the body does not end.
func Join(text []byte, k, n int, bounds func(k int) (from, to int)) (r Run, next int, ok bool) {
	const shortest = 64 // bytes of a part of a line
	var s scan
	var part Run
	parts, same, size := false, true, 0
	for next = k; next < n && !s.done; next++ {
		from, to := bounds(next)
		r.Looked += to - from + 1
		part.Builder = Run{}.Builder
		part.unescape(text, from, to)
		at := 0
		if next == k {
			if at = opening(part.Text); at < 0 || finished(part.Text[at:]) {
				return r, k + 1, false
			}
			size = utf8.RuneCount(part.Text)
		}
		if s.take(part.Text[at:]); s.done || next == n-1 {
			continue
		}
		parts = parts || s.within() && len(part.Text) > 0 && part.Text[len(part.Text)-1] != '\n'
		own := utf8.RuneCount(part.Text)
		same = same && (own == size || own < size+4 && own > size-4)
	}
	if !s.done || next == k+1 {
		return r, k + 1, false
	}
	parts = parts || same && size >= shortest
	for i := k; i < next; i++ {
		from, to := bounds(i)
		if r.unescape(text, from, to); !parts && i+1 < next && (len(r.Text) == 0 || r.Text[len(r.Text)-1] != '\n') {
			r.Put("\n", to, to)
		}
		r.End = to
	}
	r.Lines = next - k
	return r, next, true
}
