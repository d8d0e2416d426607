package intake

import (
	"bytes"
	"context"
	"strings"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
)

// mostFiles is how many files are read of those that are given at once; start.js hands
// one more over where there are more.
const mostFiles = 10_000

// batch is what has come of several files so far.
type batch struct {
	bodies []*model.Body
	others []model.OtherFile
	limits parser.Limits // what is left of them for the files to come
}

// readFiles reads several files, one after the other, and shows them together. All of
// them together are held to the limits of one body. What was read is shown if the
// reader stops it.
func (r *reading) readFiles(ctx context.Context, files goapp.Value) {
	b := &batch{limits: parser.DefaultLimits}
	given := files.Get("length").Int()
	r.files = min(given, mostFiles)
	tend(totalSize(files, r.files))
	for r.file = 1; r.file <= r.files && ctx.Err() == nil; r.file++ {
		r.readOne(ctx, b, files.Index(r.file-1))
	}
	if given > mostFiles {
		b.other("…", words.Quoting(words.Say.FilesBeyond, words.Count(mostFiles)))
	}
	r.settle(func() {
		if r.in.page.PresentBatch(b.bodies, b.others) {
			dom.ScrollTo(0)
		} else if ctx.Err() == nil {
			r.in.page.Notice = words.Quoting(words.Say.FilesNone, words.Count(given))
		}
		if ctx.Err() != nil {
			r.in.page.Notice = words.Quoting(words.Say.Stopped)
		}
	})
	go r.in.fillIn()
}

// totalSize returns how many bytes so many files have together, as far as they are read.
func totalSize(files goapp.Value, n int) (total int) {
	for i := range n {
		if file := files.Index(i).Get("file"); file.Truthy() {
			total += file.Get("size").Int()
		}
	}
	return min(total, parser.DefaultLimits.Input)
}

// readOne reads one of several files.
func (r *reading) readOne(ctx context.Context, b *batch, given goapp.Value) {
	file := given.Get("file")
	r.body, r.name = nil, given.Get("name").String()
	if r.shown() {
		r.sayFile()
	}
	if !file.Truthy() {
		b.other(r.name, unreadable(dom.Refusal{Name: dom.Text(given.Get("problem"))}))
		return
	}
	size := file.Get("size").Int()
	switch {
	case strings.HasPrefix(dom.Text(file.Get("type")), "image/"):
		b.other(r.name, words.Quoting(words.Say.Image))
		return
	case size > b.limits.Input || b.limits.Bodies == 0:
		b.other(r.name, words.Quoting(words.Say.FileBeyond, words.Size(size), words.Size(parser.DefaultLimits.Input)))
		return
	}
	if err := r.takeFile(ctx, file); err != nil || ctx.Err() != nil {
		if err != nil {
			b.other(r.name, unreadable(err))
		}
		return
	}
	b.add(ctx, r)
}

// add inspects a file that was taken.
func (b *batch) add(ctx context.Context, r *reading) {
	if len(bytes.TrimSpace(r.body)) == 0 {
		b.other(r.name, words.Quoting(words.Say.Empty))
		return
	}
	opt := r.options(ctx)
	opt.Limits = b.limits
	report := parser.Inspect(ctx, r.body, opt)
	if len(report.Callbacks) == 0 {
		b.other(r.name, words.Quoting(words.Say.FileNothing, words.Size(len(r.body))))
		return
	}
	b.limits.Input -= len(r.body)
	b.limits.Bodies = max(b.limits.Bodies-len(report.Documents), 0)
	b.bodies = append(b.bodies, model.NewBody(report, r.given(r.body, false)))
}

func (b *batch) other(name string, why words.Phrase) {
	b.others = append(b.others, model.OtherFile{Name: name, Why: why})
}

// sayFile tells which file is read.
func (r *reading) sayFile() {
	r.in.host.Report(words.Say.TakingFiles.With(words.Count(r.file), words.Count(r.files)), r.file-1, r.files, r.rows)
}
