package takeaway

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"slices"
	"strings"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/face"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/export"
	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/parser/part"
)

// scope is how much of a result is taken away.
type scope int

// The scopes.
const (
	scopeAll  scope = iota // every callback of every body that was given at once
	scopeJob               // the job that is shown
	scopeRows              // the chosen rows of the table of tokens
)

func severalJobs(b *model.Body) bool { return b.SeveralJobs() || len(b.Together()) > 1 }

// label says what a scope is of a body, false where it has no such part.
func (s scope) label(b *model.Body) (lang.Text, bool) {
	switch chosen := model.Keep[model.Rows](b); s {
	case scopeAll:
		return words.Say.TakeAll, true
	case scopeJob:
		return words.Say.TakeJob, severalJobs(b) && b.CurrentCallback() != nil
	default:
		return words.Numbered(words.Say.TakeRow, words.Say.TakeRows, chosen.N),
			b.Tokens().Len() > 0 && chosen.Of == b.Tokens() && chosen.N > 0
	}
}

// suits reports whether a format can write so much of a body, and has anything to write.
func (s scope) suits(f *export.Format, b *model.Body) bool {
	switch {
	case s == scopeRows:
		return f.Rows != nil
	case s == scopeJob && f.Of == export.OfBody:
		return false
	case f.Of != export.OfTokens:
		return true
	case s == scopeJob:
		return b.Tokens().Len() > 0
	}
	return slices.ContainsFunc(b.Together(), hasTokens)
}

func hasTokens(b *model.Body) bool {
	for i := range b.Report.Callbacks {
		for k := range b.Report.Callbacks[i].Jobs {
			if b.Report.Callbacks[i].Jobs[k].Tokens.Len() > 0 {
				return true
			}
		}
	}
	return false
}

// printing returns what writes so much of a body in a format, and in how many cells a
// formula is kept from being one. It calls goOn from time to time, and ends with an
// error when that says so.
func (s scope) printing(f *export.Format, b *model.Body, l lang.Lang) (
	write func(w io.Writer, goOn func() bool) error, guarded func() int,
) {
	reports := make([]*parser.Report, 0, 1)
	switch s {
	case scopeRows:
		chosen, job := *model.Keep[model.Rows](b), b.CurrentJob()
		source := b.Report.Source.Name
		return func(w io.Writer, goOn func() bool) error {
			text := f.Rows.Print(chosen.Of, source, job.ID.Text, l).All(chosen.N, chosen.At, goOn)
			if text == nil {
				return errStopped
			}
			_, err := io.WriteString(w, f.Mark)
			if err == nil {
				_, err = w.Write(text)
			}
			return err
		}, func() int { return 0 } // of a few rows anybody sees it
	case scopeJob:
		callback, job := b.Shown()
		reports = append(reports, part.Job(b.Report, callback, job))
	default:
		for _, b := range b.Together() {
			reports = append(reports, b.Report)
		}
	}
	return func(w io.Writer, _ func() bool) error { return f.Print(w, l, reports...) },
		func() int { return f.Guarded(reports...) }
}

var (
	errStopped = errors.New("it is not wanted any more")
	errLarge   = errors.New("it is too large for the clipboard")
)

// mostCopied is how many bytes go to the clipboard at most: a larger text would hold up
// the browser, and whatever it is pasted into.
const mostCopied = 32 << 20

// spread lets others work while much is written, and counts it.
type spread struct {
	to   func([]byte)
	goOn func() bool
	most int // how many bytes are wanted at most; 0 for all
	n    int
}

func (s *spread) Write(p []byte) (int, error) {
	s.n += len(p)
	switch {
	case !s.goOn():
		return 0, errStopped
	case s.most > 0 && s.n > s.most:
		return 0, errLarge
	}
	s.to(p)
	return len(p), nil
}

// take writes a format and copies it, or has the browser save it.
func (c *View) take(ctx goapp.Context, f *export.Format, copies bool) {
	p, b, name := c.P, c.of, fileName(c.of, f)
	write, guarded := c.scope.printing(f, b, p.Lang)
	c.work.Start(ctx, func(r *dom.Run) {
		var text bytes.Buffer
		blob := dom.NewBlob()
		out := &spread{to: blob.Add, goOn: r.Pause}
		if copies {
			out.to, out.most = func(part []byte) { text.Write(part) }, mostCopied
		}
		const atOnce = 64 << 10
		buffered := bufio.NewWriterSize(out, atOnce)
		err := write(buffered, r.Pause)
		if err == nil {
			err = buffered.Flush()
		}
		said := words.Say.TakeSaved.With(name, words.Size(out.n))
		switch {
		case errors.Is(err, errLarge):
			said = words.Say.TakeTooLarge.With(words.Size(mostCopied))
		case err != nil:
			return
		case copies && face.Copied(p, strings.TrimPrefix(text.String(), f.Mark)):
			said = words.Say.TakeCopied.With(words.Size(text.Len()))
		case copies, blob.Save(name) != nil:
			said = words.Say.NotSaved
			if copies {
				said = words.Say.NotCopied
			}
		}
		if n := guarded(); n > 0 && err == nil {
			more := words.Numbered(export.GuardedCell, export.GuardedCells, n)
			said = words.Both(said.ZH+more.ZH+"。", said.EN+" "+more.EN+".")
		}
		r.Publish(func(goapp.Context) { c.said = said })
	})
}

// fileName is that of the file that the body came from, or a plain one where there is
// none, or a secret stands in it.
func fileName(b *model.Body, f *export.Format) string {
	name := b.Report.Source.Name
	name = name[strings.LastIndexByte(name, '/')+1:]
	if at := strings.LastIndexByte(name, '.'); at > 0 {
		name = name[:at]
	}
	if name == "" || strings.Contains(name, "*") {
		name = "callback"
	}
	return name + f.Extension
}
