//go:build !js

package command

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"regexp"
	"runtime/debug"
	"strconv"
	"strings"
	"sync"
	"syscall"

	"github.com/callbacklens/callbacklens/internal/visible"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/export"
	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/parser/stream"
)

// streaming is one run of inspect -stream.
type streaming struct {
	std  Streams
	out  *bufio.Writer // to std.Out
	lang lang.Lang
	opt  stream.Options
	sum  summary
	code int
}

// summary is what a stream says at its end, on standard error.
type summary struct {
	Bytes     int64   `json:"bytes"`
	Lines     int64   `json:"lines"`
	Callbacks int64   `json:"callbacks"`
	Hidden    int64   `json:"hidden"`
	Skipped   skipped `json:"skipped"`
	Stopped   bool    `json:"stopped,omitempty"`
}

// skipped is what holds no callback that could be read.
type skipped struct {
	Bytes   int64          `json:"bytes"`
	Lines   int64          `json:"lines"`
	Reasons map[string]int `json:"reasons"`
	// Places are the first few of each reason.
	Places []skippedPlace `json:"places"`
}

type skippedPlace struct {
	File    string `json:"file,omitempty"`
	Line    int64  `json:"line"`
	Offset  int64  `json:"offset"`
	Bytes   int64  `json:"bytes"`
	Reason  string `json:"reason"`
	Message string `json:"message"`
}

// mostPlaces is how many places of each reason are kept.
const mostPlaces = 5

// reasonTooLarge is why a record that is too large is skipped; all other reasons
// are codes of remarks.
const reasonTooLarge = "record-too-large"

// found is what a record gave: lines of JSON, or why it was skipped.
type found struct {
	lines  *bytes.Buffer // from buffers, until they are printed
	count  int
	hidden int
	failed bool // a remark is an error
	record stream.Record
	reason string
	say    lang.Text
}

// inspectStream reads the named inputs one after the other and prints what is in them
// as it comes.
func inspectStream(
	flags *flag.FlagSet, record string, names []string, l lang.Lang, opt parser.Options, std Streams,
) int {
	limit, err := size(record)
	if err != nil {
		return fail(std, "inspect", fmt.Errorf("-record: %w", err))
	}
	flags.Visit(func(f *flag.Flag) {
		if f.Name == "format" && f.Value.String() != "json" {
			err = errors.New("-stream prints JSON only")
		}
	})
	if err != nil {
		return fail(std, "inspect", err)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	context.AfterFunc(ctx, stop)   // a second interrupt ends the program
	signal.Ignore(syscall.SIGPIPE) // writing fails instead
	settleMemory(0)
	s := &streaming{std: std, out: bufio.NewWriterSize(std.Out, 64<<10), lang: l, opt: stream.Options{Inspect: opt, Record: limit}}
	s.sum.Skipped = skipped{Reasons: make(map[string]int), Places: []skippedPlace{}}
	for _, name := range names {
		if err := s.input(ctx, name); errors.Is(err, errNobodyReads) {
			return s.code
		} else if err != nil {
			s.code = fail(std, "inspect", err)
		}
		if ctx.Err() != nil {
			break
		}
	}
	return s.end(ctx.Err() != nil)
}

// errNobodyReads tells that what is printed is read no further.
var errNobodyReads = errors.New("nobody reads standard output")

// size reads a number of bytes, such as 64KB, 32MB or 1GB.
func size(text string) (int, error) {
	number, unit := strings.ToUpper(text), 1
	for _, u := range [...]struct {
		name  string
		bytes int
	}{{"KB", 1 << 10}, {"MB", 1 << 20}, {"GB", 1 << 30}} {
		if rest, ok := strings.CutSuffix(number, u.name); ok {
			number, unit = rest, u.bytes
			break
		}
	}
	n, err := strconv.Atoi(number)
	if err != nil || n <= 0 || n > parser.DefaultLimits.Input/unit {
		return 0, fmt.Errorf("no size %q; it is one such as 64KB or 32MB, 512MB at most", text)
	}
	return n * unit, nil
}

// settleMemory lets garbage grow to a few times what is in use, as that is little, but
// not further than 48 MB and four times the largest record.
func settleMemory(largest int64) {
	if os.Getenv("GOMEMLIMIT") == "" && os.Getenv("GOGC") == "" {
		debug.SetGCPercent(400)
		debug.SetMemoryLimit(48<<20 + 4*largest)
	}
}

// input reads one input to its end.
func (s *streaming) input(ctx context.Context, name string) error {
	in, shown, opt := s.std.In, "standard input", s.opt
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return fmt.Errorf("%s: %w", visible.Text(name), cause(err))
		}
		defer func() { _ = f.Close() }() // it was only read
		in, shown, opt.Inspect.Name = f, visible.Text(name), name
	}
	callbacks := int64(0)
	for f, err := range stream.Map(ctx, stream.Plain(in), opt, s.find) {
		if errors.Is(err, context.Canceled) {
			break
		}
		if err != nil {
			return fmt.Errorf("%s: %w", shown, cause(err))
		}
		s.count(name, &f)
		if err := s.print(&f, &callbacks); err != nil {
			return err
		}
	}
	return nil
}

// buffers are for find to write lines to.
var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// telling matches the names that only a callback has: where one stands and no callback is
// found, something could not be read.
var telling = regexp.MustCompile(`JobsDetail|EventName|WorkflowExecution`)

// find makes lines of what is in a record. It runs on several goroutines.
func (s *streaming) find(r *stream.Record) found {
	f := found{record: stream.Record{Offset: r.Offset, Line: r.Line, Bytes: r.Bytes, Lines: r.Lines, Last: r.Last}}
	if r.Report == nil {
		f.failed, f.reason = true, reasonTooLarge
		f.say = lang.Text{ZH: "超过 -record 的上限，未解析", EN: "larger than -record allows, and not read"}
		return f
	}
	if r.Bytes > 1<<20 {
		settleMemory(r.Bytes)
	}
	f.count, f.hidden = len(r.Report.Callbacks), r.Report.Hidden
	if f.count == 0 {
		f.reason = "no-body"
		if len(r.Report.Diagnostics) > 0 {
			f.reason, f.say = r.Report.Diagnostics[0].Code, r.Report.Diagnostics[0].Text
		}
		f.failed = telling.Match(r.Report.Source.Text)
		return f
	}
	f.failed = verdict([]*parser.Report{r.Report}) != exitOK
	f.lines = buffers.Get().(*bytes.Buffer)
	f.lines.Reset()
	for i := range f.count {
		_ = export.Found(f.lines, s.lang, r.Report, i, r.Place) // writing to memory does not fail
	}
	return f
}

// count takes a record into the summary.
func (s *streaming) count(name string, f *found) {
	s.sum.Bytes += f.record.Bytes
	s.sum.Lines += f.record.Lines
	s.sum.Callbacks += int64(f.count)
	s.sum.Hidden += int64(f.hidden)
	if f.failed {
		s.code = max(s.code, exitFound)
	}
	if f.count > 0 {
		return
	}
	over := &s.sum.Skipped
	over.Bytes += f.record.Bytes
	over.Lines += f.record.Lines
	if over.Reasons[f.reason]++; over.Reasons[f.reason] > mostPlaces {
		return
	}
	place := skippedPlace{
		Line: f.record.Line, Offset: f.record.Offset, Bytes: f.record.Bytes,
		Reason: f.reason, Message: f.say.In(s.lang),
	}
	if name != "-" {
		place.File = name
	}
	over.Places = append(over.Places, place)
}

// print prints lines, each with its number in the input.
func (s *streaming) print(f *found, callbacks *int64) error {
	if f.lines != nil {
		for line := range bytes.Lines(f.lines.Bytes()) {
			*callbacks++
			_, _ = s.out.WriteString(`{"record":`)
			_, _ = s.out.Write(strconv.AppendInt(s.out.AvailableBuffer(), *callbacks, 10))
			_ = s.out.WriteByte(',')
			_, _ = s.out.Write(line[1:])
		}
		buffers.Put(f.lines)
	}
	if !f.record.Last {
		return nil
	}
	err := s.out.Flush() // the first error stays until here
	if errors.Is(err, syscall.EPIPE) || errors.Is(err, io.ErrClosedPipe) {
		return errNobodyReads
	}
	if err != nil {
		return fmt.Errorf("standard output: %w", cause(err))
	}
	return nil
}

// end says what was skipped, and returns the exit code.
func (s *streaming) end(interrupted bool) int {
	s.sum.Stopped = interrupted
	text, err := json.Marshal(map[string]*summary{"summary": &s.sum})
	if err == nil {
		fmt.Fprintln(s.std.Err, string(text))
	}
	switch {
	case interrupted:
		fail(s.std, "inspect", errors.New("interrupted"))
		return exitInterrupted
	case s.sum.Callbacks == 0:
		return max(s.code, exitFound)
	}
	return s.code
}
