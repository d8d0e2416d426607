package read

import (
	"bytes"

	"github.com/callbacklens/callbacklens/parser/internal/chars"
	"github.com/callbacklens/callbacklens/parser/internal/flat"
	"github.com/callbacklens/callbacklens/parser/internal/flaw"
	"github.com/callbacklens/callbacklens/parser/internal/tags"
)

// mustMend reports whether what was read strictly was not read well.
func (x *xmlReader) mustMend() bool {
	return !x.stopped && (x.broken || x.cut && x.suspicious())
}

// count counts the tags of the body that begins at start, up to the first end tag of its
// root. Of many bodies in a text none may look at all of it.
func (x *xmlReader) count(start int) {
	const least, times = 4 << 10, 64
	end := len(x.text)
	if chars.SkipSpace(x.text, 0) < start {
		end = min(end, start+max(least, times*(x.pos-start)))
	}
	x.beat = x.pos
	var root []byte
	if len(x.nodes) > 1 && x.nodes[1].Kind == flat.KindElement {
		root = x.bytesOf(x.nodes[1].Name)
	} else if len(x.nodes) == 1 {
		root = x.text[start+1 : tags.NameEnd(x.text, start+1)]
	}
	if len(root) > 0 {
		if n := bytes.Index(x.text[start:end], append([]byte("</"), root...)); n >= 0 {
			end = min(start+n+len("</>")+len(root), len(x.text))
		}
	}
	x.around.Tally = tags.Count(x.text[:end], start, x.aliveAt)
}

// place returns where the reader stands, for those who tell which tag is written wrongly.
func (x *xmlReader) place() *tags.Place {
	x.around.Nodes, x.around.Open = x.nodes, x.open
	return &x.around
}

func (x *xmlReader) bytesOf(s flat.Span) []byte { return x.text[s.Start:s.End] }

// mendedOpener takes the start tag between start and end for what it is: that of an
// element, an end tag that lacks its slash, or an empty tag that does.
func (x *xmlReader) mendedOpener(name flat.Span, start, end int) {
	own := x.bytesOf(name)
	switch {
	case x.place().ClosesTop(name, end):
		x.flaw(flaw.XMLOpenForClose, start, end, name)
		x.around.Add(own, -1, 1)
		x.nodes[x.top()].Flags |= flat.FlagMended
		x.leave(start)
		x.pos = end
		return
	case x.place().BeginsAgain(name, end), x.place().EndsBefore(name):
		inner := x.nodes[x.top()].Name
		x.flaw(flaw.XMLUnclosed, int(inner.Start)-1, int(inner.End), inner, flat.SpanOf(start, end))
		x.nodes[x.top()].Flags |= flat.FlagMended
		x.leave(start)
	}
	x.pos, x.rooted = end, true
	meant, misspelt := x.place().MeantAt(name)
	if misspelt {
		x.flaw(flaw.XMLStartName, start, end, name, meant)
		x.around.Add(own, -1, 0)
		x.around.Add(x.bytesOf(meant), 1, 0)
		name = meant
	}
	if !x.enterElement(name, end) {
		return
	}
	if misspelt {
		x.nodes[x.top()].Flags |= flat.FlagRenamed
	}
	if x.place().LacksSlash(name, end) {
		x.flaw(flaw.XMLEmptyOpen, start, end, name)
		x.nodes[x.top()].Flags |= flat.FlagEmptyTag
		x.leave(end)
	}
}

// tagInText looks for a tag that lacks its < at the end of the text between start and
// end, or at its beginning, and reads it: the end tag of what is open and not closed
// otherwise, or the start tag of what is closed once more than it is opened.
func (x *xmlReader) tagInText(start, end int) bool {
	for i := start; i < end; i++ {
		n := bytes.IndexByte(x.text[i:end], '>')
		if n < 0 {
			return false
		}
		i += n
		from := tags.NameStart(x.text, start, i)
		name := flat.SpanOf(from, i)
		if name.Len() == 0 {
			continue
		}
		own := x.bytesOf(name)
		switch {
		case from > start && x.text[from-1] == '/':
			if x.around.Spare(own) <= 0 || x.openedAs(name) == 0 {
				continue
			}
			if from-1 > start {
				x.addText(start, from-1, 0)
			}
			x.flaw(flaw.XMLTagUnopened, from-1, i+1, flat.SpanOf(from-1, i+1))
			x.around.Add(own, 0, 1)
			x.pos = i + 1
			x.endTagOf(name, from-1, i+1)
			x.nodes[len(x.nodes)-1].Flags |= flat.FlagMended
			return true
		case x.around.Spare(own) < 0 && tags.IsNameStart(own[0]) && len(bytes.TrimSpace(x.text[start:from])) == 0:
			x.flaw(flaw.XMLTagUnopened, from, i+1, flat.SpanOf(from, i+1))
			x.around.Add(own, 1, 0)
			x.pos, x.rooted = i+1, true
			x.enterElement(name, i+1)
			return true
		}
	}
	return false
}

// bareLess takes a < that begins no markup as text.
func (x *xmlReader) bareLess() {
	if x.flaw(flaw.XMLBareLess, x.pos, x.pos+1) {
		start := x.pos
		x.pos++
		x.charsFrom(start)
	}
}

// crossed mends an end tag that does not name the innermost element: where it
// names one further out, those inside it end here; where it names none that is
// open, it ends the innermost one.
func (x *xmlReader) crossed(name flat.Span, start, end int) {
	if !x.mend {
		x.broken = true
		return
	}
	if len(x.open) == 1 {
		x.flaw(flaw.XMLStrayEnd, start, end, name)
		return
	}
	if k := x.openedAs(name); k > 0 {
		for len(x.open) > k+1 {
			inner := x.nodes[x.top()].Name
			x.flaw(flaw.XMLUnclosed, int(inner.Start)-1, int(inner.End), inner, flat.SpanOf(start, end))
			x.nodes[x.top()].Flags |= flat.FlagMended
			x.leave(start)
		}
		x.leave(start)
		return
	}
	x.flaw(flaw.XMLWrongEnd, start, end, name, x.nodes[x.top()].Name)
	x.nodes[x.top()].Flags |= flat.FlagMended
	x.leave(start)
}

// openedAs returns the place among what is open of the innermost element called
// like the bytes of name, 0 if there is none.
func (x *xmlReader) openedAs(name flat.Span) int {
	hash := flat.HashOf(x.text[name.Start:name.End])
	for k := len(x.open) - 1; k > 0; k-- {
		if x.hashes[k-1] == hash && x.same(x.nodes[x.open[k]].Name, name) {
			return k
		}
	}
	return 0
}

// recoverTag returns where reading goes on after a tag that is not written as
// it should be: behind its >, or at the next < if that comes first.
func (x *xmlReader) recoverTag(i int) int {
	for ; i < len(x.text) && x.aliveAt(i); i++ {
		if x.text[i] == '>' {
			return i + 1
		}
		if x.text[i] == '<' {
			return i
		}
	}
	return i
}

// suspicious reports whether a body ends too early as an end tag may lack its slash.
func (x *xmlReader) suspicious() bool { return x.place().Suspect(x.turn) > 0 }
