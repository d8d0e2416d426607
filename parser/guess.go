package parser

import (
	"bytes"
	"strconv"

	"github.com/callbacklens/callbacklens/parser/document"
)

// From so many flaws on, and so many for each node, a document without callbacks is
// no document that was damaged, but something else: Python's dictionaries and objects
// of JavaScript have fewer than two a value, programs and style sheets more.
const (
	fewFlaws     = 8
	flawsPerNode = 2
)

// guessed reports whether what was read as documents is none.
func (in *inspection) guessed() bool {
	return in.flaws >= fewFlaws && in.flaws >= flawsPerNode*in.nodes
}

// sayGuessed tells so once, and what the text looks like, in the place of each flaw.
func (in *inspection) sayGuessed() {
	in.Forget()
	row := rowHardlyJSON
	if likeCode(in.report.Source.Text) {
		row = rowLooksLikeCode
	}
	doc := in.report.Documents[0]
	start := doc.Root().Span().Start
	in.Say(row, doc, document.Span{Start: start, End: start + 1}, strconv.Itoa(in.flaws))
}

// likeCode reports whether most lines of the beginning of a text end as statements,
// declarations and comments do.
func likeCode(text []byte) bool {
	const begin = 16 << 10
	lines, code := 0, 0
	for line := range bytes.Lines(text[:min(len(text), begin)]) {
		line = bytes.TrimSpace(line)
		if len(line) == 0 {
			continue
		}
		lines++
		if bytes.HasPrefix(line, []byte("//")) || bytes.HasPrefix(line, []byte("/*")) ||
			bytes.IndexByte([]byte("{};,()"), line[len(line)-1]) >= 0 {
			code++
		}
	}
	return lines > 2 && 2*code > lines
}
