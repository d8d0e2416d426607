package stream

import (
	"context"
	"errors"
	"io"

	"github.com/callbacklens/callbacklens/parser"
)

// chunkSize is how many bytes are read at once, and batchSize how many are handed to
// a worker: so many that handing over costs nothing, so few that many cores with
// their batches take little memory.
const chunkSize, batchSize = 64 << 10, 128 << 10

// batch are pieces that lie in one buffer, and what was made of them.
type batch[T any] struct {
	pieces []piece
	made   []T
	done   chan struct{}
}

// feed is the way from an input to the workers and on.
type feed[T any] struct {
	opt     Options
	do      func(*Record) T
	jobs    chan *batch[T]
	inOrder chan *batch[T] // the same, for whoever yields what was made
	failed  error          // why reading ended, once inOrder is closed
}

// work inspects the pieces of batches.
func (f *feed[T]) work(ctx context.Context) {
	for b := range f.jobs {
		b.made = make([]T, 0, len(b.pieces))
		for i := range b.pieces {
			if ctx.Err() != nil {
				break
			}
			p := &b.pieces[i]
			r := Record{
				Offset: p.offset, Line: p.line, Bytes: p.bytes, Lines: p.lines, Last: i == len(b.pieces)-1,
				text: p.text, charset: f.opt.Inspect.Charset,
			}
			if p.text != nil {
				r.Report = parser.Inspect(ctx, p.text, f.opt.Inspect)
			}
			b.made = append(b.made, f.do(&r))
		}
		b.pieces = nil
		close(b.done)
	}
}

// cut reads in and hands its pieces to the workers, until ctx ends; working ends when
// nobody wants them any more.
func (f *feed[T]) cut(ctx, working context.Context, in io.Reader) {
	defer close(f.inOrder)
	defer close(f.jobs)
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	s := newScanner(f.opt.Record)
	chunks := readAhead(ctx, in)
	for {
		var c chunk
		select {
		case c = <-chunks:
		case <-ctx.Done():
			c.err = ctx.Err()
		case <-working.Done():
			return
		}
		s.take(c.bytes)
		ended := errors.Is(c.err, io.EOF)
		s.scan(ended)
		waits := len(c.bytes) < chunkSize // nothing more is there now
		if (waits || s.ready() >= batchSize || s.tooLarge()) && !f.hand(working, s.batch()) || c.err != nil {
			if !ended {
				f.failed = c.err
			}
			return
		}
		c.free()
	}
}

// hand gives pieces to the workers, and reports false when nobody wants them.
func (f *feed[T]) hand(working context.Context, pieces []piece) bool {
	if len(pieces) == 0 {
		return true
	}
	b := &batch[T]{pieces: pieces, done: make(chan struct{})}
	select {
	case f.inOrder <- b:
	case <-working.Done():
		return false
	}
	select {
	case f.jobs <- b:
	case <-working.Done():
		return false
	}
	return true
}

// chunk is what one Read gave.
type chunk struct {
	bytes []byte
	err   error
	back  chan<- []byte
}

// free gives the bytes back to be read into again.
func (c chunk) free() { c.back <- c.bytes[:chunkSize] }

// readAhead reads in on a goroutine of its own, as nothing ends a Read that waits,
// while what came before is cut.
func readAhead(ctx context.Context, in io.Reader) <-chan chunk {
	chunks, back := make(chan chunk), make(chan []byte, 2)
	back <- make([]byte, chunkSize)
	back <- make([]byte, chunkSize)
	go func() {
		for {
			var buf []byte
			select {
			case buf = <-back:
			case <-ctx.Done():
				return
			}
			n, err := in.Read(buf)
			select {
			case chunks <- chunk{buf[:n], err, back}:
			case <-ctx.Done():
				return
			}
			if err != nil {
				return
			}
		}
	}()
	return chunks
}
