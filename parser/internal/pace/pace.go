// Package pace makes long work give others their turn.
package pace

import (
	"context"

	"github.com/callbacklens/callbacklens/parser/document"
	"github.com/callbacklens/callbacklens/parser/internal/flat"
)

// TurnEvery is how many bytes are worked on between two turns of others.
const TurnEvery = 32 << 10

// Pace lets others have their turn while work goes on, and ends the work when
// that is wanted.
type Pace struct {
	Ctx     context.Context
	Pulse   func(done, total, tokens int) // nil if nobody waits for a turn
	Stopped bool                          // the context has ended
	stepped int                           // bytes of leaves since the last turn
}

// Beat gives others a turn and reports whether the work shall go on.
func (p *Pace) Beat(done, total, tokens int) bool {
	if p.Pulse != nil {
		p.Pulse(done, total, tokens)
	}
	if p.Ctx.Err() != nil {
		p.Stopped = true
	}
	return !p.Stopped
}

// Step pulses where it is time to, before it is looked at.
func (p *Pace) Step(it document.Item) {
	const atLeast = 64
	p.stepped += atLeast + leafSize(it)
	if p.stepped >= TurnEvery {
		p.stepped = 0
		p.Beat(int(it.ValueSpan().Start), len(it.Document().Text), 0)
	}
}

// leafSize returns how many bytes of text the value of a leaf is read from.
func leafSize(it document.Item) int {
	if it.Ref().Row == flat.NoRow {
		if n := &it.Document().Flat().Nodes[it.Ref().Node]; n.Next > it.Ref().Node+2 || n.Kind == flat.KindDocument {
			return 0
		}
	}
	return it.ValueSpan().Len()
}
