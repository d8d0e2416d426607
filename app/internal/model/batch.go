package model

import "github.com/callbacklens/callbacklens/app/internal/words"

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
