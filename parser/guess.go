package parser

import (
	"slices"
	"strconv"

	"github.com/callbacklens/callbacklens/parser/callback"
	"github.com/callbacklens/callbacklens/parser/document"
	"github.com/callbacklens/callbacklens/parser/internal/flaw"
	"github.com/callbacklens/callbacklens/parser/internal/likeness"
	"github.com/callbacklens/callbacklens/parser/internal/read"
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
	if likeness.Code(in.report.Source.Text) {
		row = rowLooksLikeCode
	}
	doc := in.report.Documents[0]
	start := doc.Root().Span().Start
	in.Say(row, doc, document.Span{Start: start, End: start + 1}, strconv.Itoa(in.flaws))
}

// isLoose reports whether what was read of w had words without quotes in the place of
// values, as programs have them where they make a body: was it printed by one, or is it
// the program?
func (in *inspection) isLoose(w wrapped, doc *document.Document, r read.Result) bool {
	if in.opt.Prefix || r.Cut || r.Stopped {
		return false
	}
	i := w.layer
	for i >= 0 && in.report.Layers[i].Kind == layerRecast {
		i = in.report.Layers[i].In
	}
	if i >= 0 && in.report.Layers[i].Kind == layerPrinted {
		return true
	}
	words, flaws := r.Said[flaw.JSONValue], 0
	for _, n := range r.Said {
		flaws += n
	}
	return words > 0 && (likeness.MostLeaves(doc, words) || flaws >= flawsPerNode*r.Nodes)
}

// keepValued drops the callbacks that have the names of one and hardly a value: those of a
// program that makes them or reads them, or of words about them.
func (in *inspection) keepValued() {
	if len(in.loose) == 0 {
		return
	}
	in.report.Callbacks = slices.DeleteFunc(in.report.Callbacks, func(c callback.Callback) bool {
		doc := c.Root.Document()
		const enough = 2
		known := len(c.Jobs) == 0 || slices.ContainsFunc(c.Jobs, func(j callback.Job) bool { return j.Known() })
		if !in.loose[doc] || known && likeness.Values(c.Root, enough) >= enough {
			return false
		}
		in.hollow = append(in.hollow, doc)
		return true
	})
	if len(in.report.Callbacks) > 0 {
		for _, doc := range in.hollow {
			in.ForgetAbout(doc)
		}
	}
}

// sayBinary tells that w is not text, if so.
func (in *inspection) sayBinary(w wrapped) bool {
	kind, is := likeness.Binary(w.text)
	if !is {
		return false
	}
	row := rowBinary
	if kind != "" {
		row = rowBinaryFile
	}
	in.place(in.Say(row, nil, document.Span{}, kind), w.origin, spanOf(0, len(w.text)))
	return true
}
