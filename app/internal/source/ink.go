package source

import (
	"bytes"
	"sort"

	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/document"
)

// ink is how a byte of a source is drawn: what it is in its notation, and what
// is marked on it.
type ink uint16

// What a byte is.
const (
	inkText ink = iota
	inkMarkup
	inkName
	inkAttribute
	inkString
	inkNumber
	inkWord // true, false, null, entities
	inkComment
	inkSyntax ink = 7 // the bits of the above
)

// What is marked on it.
const (
	inkMark ink = 8 << iota
	inkHit
	inkHitShown
	inkInfo
	inkWarning
	inkError
)

// inkOf tells how the parts of a document are drawn.
var inkOf = map[document.Part]ink{
	document.PartText:      inkText,
	document.PartName:      inkName,
	document.PartAttribute: inkAttribute,
	document.PartString:    inkString,
	document.PartNumber:    inkNumber,
	document.PartWord:      inkWord,
	document.PartComment:   inkComment,
}

// stretch is a document with the bytes that it takes up in the text that is looked
// at, and how far these are from those of its own text.
type stretch struct {
	document *parser.Document
	span     parser.Span
	shift    int
}

// stretchesOf returns the documents in a text of a report, in order.
func stretchesOf(r *parser.Report, text int) []stretch {
	var all []stretch
	for _, d := range r.Documents {
		if at := r.Place(d.Root()); at.Text == text {
			all = append(all, stretch{d, at.Span, int(at.Span.Start) - int(d.Root().Span().Start)})
		}
	}
	sort.Slice(all, func(i, k int) bool { return all[i].span.Start < all[k].span.Start })
	return all
}

// paintSyntax sets what the bytes of text from start on are, one entry of out a
// byte, by the documents that were read in it.
func paintSyntax(out []ink, text []byte, start int, documents []stretch) {
	end := start + len(out)
	first := sort.Search(len(documents), func(i int) bool { return int(documents[i].span.End) > start })
	for _, s := range documents[first:] {
		if int(s.span.Start) >= end {
			break
		}
		p := painter{out: out, text: text, start: start, xml: s.document.Format == parser.FormatXML}
		p.paint(int(s.span.Start), int(s.span.End), inkMarkup)
		for part, span := range s.document.Parts(start-s.shift, end-s.shift) {
			from, to := int(span.Start)+s.shift, int(span.End)+s.shift
			p.paint(from, to, inkOf[part])
			if p.xml && (part == document.PartText || part == document.PartString) {
				p.entities(from, to)
			}
		}
	}
}

// painter draws bytes of a text, those of out from start on.
type painter struct {
	out   []ink
	text  []byte
	start int
	xml   bool
}

func (p *painter) paint(from, to int, as ink) {
	for i := max(from-p.start, 0); i < min(to-p.start, len(p.out)); i++ {
		p.out[i] = as
	}
}

// longestEntity is how many bytes of an entity are drawn as one.
const longestEntity = 12

// entities draws what stands for other characters in a text.
func (p *painter) entities(from, to int) {
	from, to = max(from, p.start-longestEntity), min(to, p.start+len(p.out))
	for at := max(from, 0); at < to; at++ {
		if p.text[at] != '&' {
			continue
		}
		if n := bytes.IndexByte(p.text[at:min(at+longestEntity, len(p.text))], ';'); n > 0 {
			p.paint(at, at+n+1, inkWord)
			at += n
		}
	}
}
