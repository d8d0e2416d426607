package read

import (
	"github.com/callbacklens/callbacklens/parser/internal/brackets"
	"github.com/callbacklens/callbacklens/parser/internal/chars"
	"github.com/callbacklens/callbacklens/parser/internal/flat"
	"github.com/callbacklens/callbacklens/parser/internal/flaw"
)

// stack returns what is open, for those who tell which bracket is lost.
func (j *jsonReader) stack() *brackets.Stack {
	j.around.Nodes, j.around.Open, j.around.Tables, j.around.Pos = j.nodes, j.open, j.tables, j.pos
	return &j.around
}

// odd reports whether a body that breaks no rule may yet lack a bracket or have one too
// many: it stands alone and ends too early though its last byte closes something, or
// more of what is in it follows it.
func (j *jsonReader) odd() bool {
	if j.stopped || len(j.text) == 0 || chars.SkipSpace(j.text, 0) != int(j.nodes[0].Value.Start) {
		return false
	}
	if j.cut {
		last := j.text[len(j.text)-1]
		return last == '}' || last == ']'
	}
	next := j.space(j.pos)
	if next >= len(j.text) {
		return false
	}
	c := j.text[next]
	return c == '}' || c == ']' || c == ':' || c == ',' && j.stack().NameAt(j.space(next+1)) != nil
}

// endInner ends the innermost container, which lacks its bracket, before c.
func (j *jsonReader) endInner(c byte) {
	missing := j.stack().Closes(1)
	if j.tells(flaw.JSONCloserMissing) {
		j.keep(flaw.JSONCloserMissing, j.pos, j.pos+1, string(missing), string(c))
	}
	j.around.Add(missing, 1)
	j.nodes[j.top()].Flags |= flat.FlagMended
	j.close(j.pos)
}

// closeInner ends the k-1 innermost containers, which lack their brackets, and
// the k-th by found.
func (j *jsonReader) closeInner(k int, found byte) {
	for ; k > 1; k-- {
		j.endInner(found)
	}
	j.closer(found)
}

// wrongCloser mends a closing bracket that does not fit what is open.
func (j *jsonReader) wrongCloser(expected byte) {
	if !j.mend {
		j.broken = true
		return
	}
	at := j.pos
	found := j.text[at]
	if j.stack().Spare(found) > 0 {
		j.skipCloser(found)
		return
	}
	if next := j.space(at + 1); next < len(j.text) && j.text[next] == expected && j.stack().Closes(2) == found {
		// Two closers in the wrong order: both containers end here.
		if j.tells(flaw.JSONClosersSwapped) {
			j.keep(flaw.JSONClosersSwapped, at, next+1, string(found)+string(expected), string(expected)+string(found))
		}
		j.close(at)
		j.close(at)
		j.pos = next + 1
		j.done = len(j.open) == 1
		return
	}
	if found == '}' && j.objects > 0 || found == ']' && j.objects < len(j.open)-1 {
		k := 2
		for j.stack().Closes(k) != found {
			k++
		}
		j.closeInner(k, found)
		return
	}
	j.flaw(flaw.JSONCloserSurplus, at, at+1, j.here(1))
	j.pos++
}

func (j *jsonReader) skipCloser(c byte) {
	j.flaw(flaw.JSONCloserSurplus, j.pos, j.pos+1, j.here(1))
	j.around.Add(c, -1)
	j.pos++
}

// opener opens what lacks its bracket c.
func (j *jsonReader) opener(c byte) {
	if j.tells(flaw.JSONOpenerMissing) {
		j.keep(flaw.JSONOpenerMissing, j.pos, j.pos+1, string(c))
	}
	kind := flat.KindObject
	if c == '[' {
		kind = flat.KindArray
	}
	j.around.Add(c+2, -1)
	j.pos--
	j.container(kind)
}

// surplusOpeners passes over brackets that stand before others like them and are too many.
func (j *jsonReader) surplusOpeners() {
	for j.alive() {
		next, ok := j.stack().Surplus(j.pos)
		if !ok {
			return
		}
		j.flaw(flaw.JSONUnexpected, j.pos, j.pos+1, j.here(1))
		j.around.Add(']', 1)
		j.pos = next
	}
}
