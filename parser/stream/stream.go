// Package stream reads inputs of any size, such as logs, in constant memory: it cuts
// them into pieces that share no body, inspects the pieces on all cores, and hands out
// what was found in the order of the input.
//
// What it finds are the callbacks that parser.Inspect finds in the whole input, with
// their places. What cannot be the same: what several bodies far from each other say
// together, such as that a JobId comes again; and a body that was cut takes nothing of
// the record behind it along, which reading the whole may let it do.
package stream

import (
	"bytes"
	"context"
	"io"
	"iter"
	"runtime"
	"sort"
	"sync"
	"unicode/utf8"

	"github.com/callbacklens/callbacklens/parser"
)

// DefaultRecord is the limit of a record in bytes where Options says nothing else.
const DefaultRecord = 32 << 20

// Options tell how an input is read. The zero value is ready to use.
type Options struct {
	// Inspect is what each piece is inspected with. Its Pulse is not called, and its
	// limits count for each piece; that of bodies does not hold.
	Inspect parser.Options
	// Record is how many bytes a record may have. What is larger is skipped: it
	// is handed out without a report.
	Record int
	// Workers is how many pieces are inspected at a time, by default one for each core.
	Workers int
}

// Record is a piece of the input. Most hold one body with what stands around it in
// its lines; several bodies that cannot be told apart without reading them stand in
// one, and so does a run of lines without any.
type Record struct {
	Offset int64 // of its first byte, in the input
	Line   int64 // of its first line, counted from 1
	Bytes  int64
	Lines  int64
	// Last tells that it is the last of those that came at once: whoever collects
	// what is made of records hands that on behind it.
	Last bool
	// Report is what was found, nil where the record is too large. Places in it
	// count from the beginning of the record, see Place.
	Report *parser.Report

	text    []byte
	charset func(name string, text []byte) ([]byte, error)
}

// Place returns where an offset of Report.Source.Text stands in the input: its line,
// counted from 1, and its byte.
func (r *Record) Place(offset int) (line, at int64) {
	text := r.Report.Source.Text
	offset = min(offset, len(text))
	line = r.Line + int64(bytes.Count(text[:offset], []byte("\n")))
	if len(text) == len(r.text) || offset == 0 {
		return line, r.Offset + int64(offset)
	}
	return line, r.Offset + int64(r.converted(offset))
}

// converted returns where an offset of the text that r was converted to stands in what
// was read. Lines stay lines in all charsets, so that it has to be looked for in one.
func (r *Record) converted(offset int) int {
	text, raw := r.Report.Source.Text, r.text
	start, from := bytes.LastIndexByte(text[:offset], '\n')+1, 0
	for range bytes.Count(text[:start], []byte("\n")) {
		from += bytes.IndexByte(raw[from:], '\n') + 1
	}
	line, _, _ := bytes.Cut(raw[from:], []byte("\n"))
	if utf8.Valid(line) {
		return from + offset - start
	}
	return from + sort.Search(len(line), func(n int) bool {
		as, err := r.charset(r.Report.Source.Charset, line[:n])
		return err != nil || len(as) > offset-start // one byte of the character is enough
	}) - 1
}

// Map reads in to its end. It calls do for each record, on several goroutines at once,
// and yields what that returns in the order of the input. A record and what is in it
// may not be used once do has returned.
//
// Input is handed on as it comes: of what was written to a pipe, a record is there as
// soon as the line is that closes its body. When ctx ends no more is read, a Read that
// still waits is left behind, and what was read whole by then is yielded. The error of
// ctx, or that of in, comes last; io.EOF is none. Whoever stops the iteration stops the
// work.
func Map[T any](ctx context.Context, in io.Reader, opt Options, do func(*Record) T) iter.Seq2[T, error] {
	opt = opt.orDefault()
	return func(yield func(T, error) bool) {
		working, abandon := context.WithCancel(context.WithoutCancel(ctx))
		f := &feed[T]{opt: opt, do: do, jobs: make(chan *batch[T]), inOrder: make(chan *batch[T], opt.Workers+1)}
		var workers sync.WaitGroup
		defer workers.Wait()
		defer abandon()
		for range opt.Workers {
			workers.Go(func() { f.work(working) })
		}
		workers.Go(func() { f.cut(ctx, working, in) })
		for b := range f.inOrder {
			select {
			case <-b.done:
			case <-working.Done():
			}
			for _, made := range b.made {
				if !yield(made, nil) {
					return
				}
			}
		}
		if f.failed != nil {
			var none T
			yield(none, f.failed)
		}
	}
}

func (o Options) orDefault() Options {
	if o.Record <= 0 {
		o.Record = DefaultRecord
	}
	if o.Workers <= 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	o.Inspect.Pulse = nil
	o.Inspect.Limits.Bodies = max(o.Record, parser.DefaultLimits.Bodies)
	return o
}
