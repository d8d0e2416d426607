package beside

import (
	"strconv"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/face"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/reference"
)

const (
	// Bands is how many bands the map divides the text into, which are equally many
	// pieces each.
	Bands = 160
	// chartWidth is how wide the families are in it, and chartMarks each of the columns
	// of marks, in parts of its drawing.
	chartWidth = 120
	chartMarks = 40
)

// Pieces are what the text is made of: how many there are, and the token that each is, -1
// for none.
type Pieces struct {
	Len   int
	Token func(i int) int
}

// each calls do with the band and the token of each piece; false if goOn ends it.
func (p Pieces) each(goOn func() bool, do func(band, token int)) bool {
	for i := range p.Len {
		if i%4096 == 4095 && !goOn() {
			return false
		}
		do(i*Bands/p.Len, p.Token(i))
	}
	return true
}

// Families draws a path for each family of parts of speech: in each band as much of the
// width as it has of the pieces there. Those that the text leaves bare are left out. It
// returns nil if goOn ends it.
func Families(p Pieces, t *parser.Tokens, faces []face.TagFace, goOn func() bool) *dom.Still {
	counts := new([len(reference.Families)][Bands]int)
	total, from := new([Bands]int), new([Bands]int)
	if !p.each(goOn, func(band, token int) {
		if total[band]++; token >= 0 {
			counts[faces[t.Tag(token)].Family][band]++
		}
	}) {
		return nil
	}
	drawing := dom.St("g")
	for _, f := range reference.Families {
		if f == reference.FamilyFunction || f == reference.FamilyPunctuation {
			continue
		}
		path := ""
		for at := range Bands {
			if wide := chartWidth * counts[f][at] / max(total[at], 1); wide > 0 {
				path += bar(from[at], at, wide)
				from[at] += wide
			}
		}
		if path != "" {
			drawing.Body(dom.St("path", face.FamilyClass(f)).Attr("d", path))
		}
	}
	return drawing
}

// bar draws a line through a band.
func bar(from, at, wide int) string {
	w := strconv.Itoa(wide)
	return "M" + strconv.Itoa(from) + " " + strconv.Itoa(at) + "h" + w + "v1h-" + w + "z"
}

// Map draws the map: the families, what is looked for, and what remarks are on; empty if
// goOn ends it.
func Map(p Pieces, families *dom.Still, found, said func(token int) bool, goOn func() bool) string {
	hits, flags := new([Bands]bool), new([Bands]bool)
	if !p.each(goOn, func(band, token int) {
		if token >= 0 {
			hits[band] = hits[band] || found(token)
			flags[band] = flags[band] || said(token)
		}
	}) {
		return ""
	}
	return dom.St("div", "text-map").Aria("hidden", true).Body(
		dom.St("svg").Attr("viewBox", "0 0 "+strconv.Itoa(chartWidth+2*chartMarks)+" "+strconv.Itoa(Bands)).
			Attr("preserveAspectRatio", "none").
			Body(families, marks("map-hits", hits, chartWidth), marks("map-said", flags, chartWidth+chartMarks),
				dom.St("rect", "map-here").Attr("width", "100%"))).Markup()
}

// marks draws the bands that are marked; nil for none.
func marks(class string, in *[Bands]bool, from int) *dom.Still {
	path := ""
	for at, is := range in {
		if is {
			path += bar(from, at, chartMarks)
		}
	}
	if path == "" {
		return nil
	}
	return dom.St("path", class).Attr("d", path)
}
