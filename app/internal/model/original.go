package model

import (
	"strconv"

	"github.com/callbacklens/callbacklens/app/internal/align"
	"github.com/callbacklens/callbacklens/parser"
)

// Original is the text that was segmented, as the reader has it, beside the tokens of a
// job.
type Original struct {
	Text  []byte
	Given bool // there is one
	Open  bool // the reader looks at it

	job    Subject
	tokens *parser.Tokens // that the result is of
	result *align.Result
}

// Original returns the text beside the tokens of the shown job.
func (b *Body) Original() *Original {
	if b.original.job != b.Subject() {
		b.original = Original{job: b.Subject()}
	}
	return &b.original
}

// Aligned returns how tokens and text agree; nil where there is no text, and until it
// is known.
func (b *Body) Aligned() *align.Result {
	if o := b.Original(); o.Given && o.tokens == b.Tokens() {
		return o.result
	}
	return nil
}

// Align takes over how the tokens of a body and the text beside them agree.
func (p *Page) Align(b *Body, t *parser.Tokens, r *align.Result) {
	if o := b.Original(); o.Given && t == b.Tokens() {
		o.tokens, o.result = t, r
		p.Rev++
	}
}

// ShowToken chooses a token of the shown job and puts it in front.
func (p *Page) ShowToken(i int) {
	p.SelectToken(i)
	p.lead(ViewTokens)
}

// ToToken returns the action that does so.
func ToToken(i int) string { return "token:" + strconv.Itoa(i) }
