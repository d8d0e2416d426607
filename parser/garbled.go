package parser

import (
	"bytes"
	"strconv"
	"unicode/utf8"

	"github.com/callbacklens/callbacklens/parser/document"
	"github.com/callbacklens/callbacklens/parser/internal/mojibake"
	"github.com/callbacklens/callbacklens/parser/internal/peel"
	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/parser/remark"
)

var rowCharsLost = remark.New("chars-lost", remark.Warning, "",
	"有 {0} 处字符在传到这里之前就已丢失，无法还原，显示为 U+FFFD。",
	"Places where characters were lost before this text came here, and cannot be brought back: {0}. They are shown "+
		"as U+FFFD.")

var rowGarbled = remark.New("garbled", remark.Warning, "",
	"文字像是 {0} 被当作 {1} 读过而成的乱码，无法确定地还原，照原样显示。",
	"The words look like {0} that was read as {1}. They cannot be put right with certainty and are shown as "+
		"they are.")

// garbled goes on with what doc was before it was read in a wrong charset, where that is
// certain. It reports whether doc is that; it is not decoded itself then. Characters that
// were lost on the way are told of.
func (in *inspection) garbled(w wrapped, doc *document.Document, depth int) bool {
	span := doc.Root().Span()
	if in.Stopped || in.enough(w, int(span.Start)) {
		return false
	}
	text := doc.Text[span.Start:span.End]
	t, was, read := mojibake.Undo(text, in.gbk)
	if t == nil {
		if read != "" {
			in.Say(rowGarbled, doc, document.Span(span), was, read)
		}
		in.sayLost(doc, bytes.Count(text, replaced))
		return false
	}
	in.bent[doc] = true
	in.sayLost(doc, t.Lost)
	in.wrapper(peel.Inside{
		Kind: layerGarbled, Start: int(span.Start), End: int(span.End), Text: t.Text,
		Trace: func(i int) int { return t.Trace(i) + int(span.Start) },
		Note: lang.Text{
			ZH: "{0} 被当作 {1} 读过，已还原 {2} 段文字",
			EN: "{0} that was read as {1}; words that were put right: {2}",
		}.With(t.Was, t.Read, strconv.Itoa(t.Words)),
	}, w, depth)
	return true
}

// sayLost tells of characters that the text of doc lost before it was given.
func (in *inspection) sayLost(doc *document.Document, n int) {
	source := in.report.Source.Text
	if n == 0 || len(source) == 0 || &doc.Text[0] != &source[0] || in.Said(rowCharsetReplaced) || in.Said(rowCharsetGuessed) {
		return // what was replaced here is told of
	}
	at := int(doc.Root().Span().Start)
	at += max(bytes.Index(doc.Text[at:], replaced), 0)
	in.Say(rowCharsLost, doc, spanOf(at, at+len(replaced)), strconv.Itoa(n))
}

// gbk returns the characters of GBK with their bytes, nil where the charset is not known.
func (in *inspection) gbk() map[rune]string {
	if in.opt.Charset == nil {
		return nil
	}
	var pairs []byte
	for first := byte(0x81); first < 0xFF; first++ {
		for second := byte(0x40); second < 0xFF; second++ {
			if second != 0x7F {
				pairs = append(pairs, first, second, '\n')
			}
		}
	}
	text, err := in.opt.Charset("gb18030", pairs)
	if err != nil {
		return nil
	}
	table := map[rune]string{'€': "\x80"}
	for line := range bytes.Lines(text) {
		at := pairs[:3]
		pairs = pairs[3:]
		if r, n := utf8.DecodeRune(line); n == len(line)-1 && r != utf8.RuneError {
			table[r] = string(at[:2])
		}
	}
	return table
}
