package dom

import (
	"strings"
	"unicode/utf8"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/internal/visible"
)

// Typeface knows how wide characters are in a font, in pixels. It asks the
// browser once for each character, and once for all ideographs.
type Typeface struct {
	ask    func(text string) float64 // nil where the browser cannot tell
	wide   float64                   // of an ideograph
	narrow [0x80]float64
	other  map[rune]float64
	joined map[string]float64 // of what is joined of several characters
}

// Measured are the typefaces that were measured, by their size. What the page
// shows in one size has one font.
var Measured = map[float64]*Typeface{}

// TypefaceOf returns the typeface that element is drawn in, in the given size.
func TypefaceOf(element goapp.Value, size float64) *Typeface {
	f := Measured[size]
	if f == nil {
		f = NewTypeface(element, size)
		Measured[size] = f
	}
	return f
}

// NewTypeface measures the font that element is drawn in. Without a browser
// (element is nil) it returns a typeface of the given size with the common
// proportions.
func NewTypeface(element goapp.Value, size float64) *Typeface {
	f := &Typeface{wide: size, other: map[rune]float64{}, joined: map[string]float64{}}
	for i := range f.narrow {
		f.narrow[i] = 0.6 * size
	}
	if element == nil || goapp.IsServer {
		return f
	}
	_ = Attempt(func() { f.measure(element) })
	return f
}

// measure asks the browser for the widths of what is common. One that lets
// nobody draw leaves the common proportions.
func (f *Typeface) measure(element goapp.Value) {
	style := goapp.Window().Call("getComputedStyle", element)
	canvas := Document().Call("createElement", "canvas").Call("getContext", "2d")
	font := make([]string, 0, 3)
	for _, part := range [...]string{"fontWeight", "fontSize", "fontFamily"} {
		font = append(font, style.Get(part).String())
	}
	canvas.Set("font", strings.Join(font, " "))
	ask := func(text string) float64 { return canvas.Call("measureText", text).Get("width").Float() }
	wide, narrow := ask("中"), f.narrow
	for i := ' '; i < 0x7f; i++ {
		narrow[i] = ask(string(i))
	}
	f.wide, f.narrow, f.ask = wide, narrow, ask
}

// Width returns how wide text is drawn.
func (f *Typeface) Width(text []byte) float64 {
	w := 0.0
	for len(text) > 0 {
		r, n := utf8.DecodeRune(text)
		switch {
		case r < 0x80:
			w += f.narrow[r]
		case 0x4e00 <= r && r <= 0x9fff, 0x3000 <= r && r <= 0x30ff, 0xff01 <= r && r <= 0xff60:
			w += f.wide
		case r >= firstJoined:
			n, _ = visible.Cluster(string(text[:min(len(text), words.LongestCluster)]))
			w += f.cluster(r, text[:n])
		default:
			w += f.unusual(r)
		}
		text = text[n:]
	}
	return w
}

// firstJoined is the first of the characters, symbols all of them, that others may be
// joined to so that all are drawn as one.
const firstJoined = 0x2190

// cluster returns the width of what is joined to r.
func (f *Typeface) cluster(r rune, text []byte) float64 {
	if len(text) == utf8.RuneLen(r) {
		return f.unusual(r)
	}
	w, ok := f.joined[string(text)]
	if !ok {
		w = f.unusual(r)
		if f.ask != nil {
			_ = Attempt(func() { w = f.ask(string(text)) })
		}
		f.joined[string(text)] = w
	}
	return w
}

func (f *Typeface) unusual(r rune) float64 {
	w, ok := f.other[r]
	if !ok {
		w = f.wide
		if f.ask != nil {
			_ = Attempt(func() { w = f.ask(string(r)) })
		}
		f.other[r] = w
	}
	return w
}
