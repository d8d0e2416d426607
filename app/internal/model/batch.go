package model

import (
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
)

// Batch is what came of several files that were given at once: a body for each that
// holds a callback, in their order.
type Batch struct {
	Bodies []*Body
	Others []OtherFile
}

// OtherFile is a file that holds no callback, or that was not read.
type OtherFile struct {
	Name string
	Why  words.Phrase
}

// Together returns the bodies that were given at once with b, and b among them.
func (b *Body) Together() []*Body {
	if b.batch == nil {
		return []*Body{b}
	}
	return b.batch.Bodies
}

// Others returns the files that were given at once with b and hold no callback.
func (b *Body) Others() []OtherFile {
	if b.batch == nil {
		return nil
	}
	return b.batch.Others
}

// first returns the first of the bodies that were given together.
func (b *Body) first() *Body {
	if b == nil {
		return nil
	}
	return b.Together()[0]
}

// bytes returns how many bytes the bodies have that were given together.
func (b *Body) bytes() (n int) {
	for _, other := range b.Together() {
		n += len(other.Given.Bytes)
	}
	return n
}

// NewBody returns a body of several that are given together.
func NewBody(r *parser.Report, g Given) *Body { return newBody(r, g) }

// PresentBatch shows several bodies, the first of them in front, and tells of the files
// that hold none. It reports whether there is a body among them; where there is none,
// what was in front stays.
func (p *Page) PresentBatch(bodies []*Body, others []OtherFile) bool {
	beside := p.awaits(p.Reading)
	if len(bodies) == 0 {
		return false
	}
	batch := &Batch{bodies, others}
	for i, b := range bodies {
		b.batch = batch
		if i > 0 {
			b.Drawn = DrawnWhole
		}
	}
	if beside {
		p.takeBeside(bodies...)
	} else {
		p.open(bodies[0])
	}
	return true
}
