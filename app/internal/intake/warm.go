package intake

import (
	"context"
	"runtime"
	"strings"
	"time"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/parser"
)

// A browser compiles WebAssembly where it is first run, and well only what has
// run often; it loads fonts and works styles out where they are first used. So
// the first body would wait several times as long as the second. While the page
// waits for one the program reads bodies of its own and draws a result out of
// sight, in small steps.

// warmAfter is how long the page has been at rest when it is warmed.
const warmAfter = 150 * time.Millisecond

// Bodies of practiceTokens tokens are read for practice, practiceRounds times in
// XML and in JSON by turns: as often as it takes for the browser to see what is
// worth its while, and no longer, as a body may come meanwhile.
const (
	practiceTokens = 3000
	practiceRounds = 8
)

var practice = [...]struct{ head, token, between, tail string }{{
	head: "<Response><EventName>TaskFinish</EventName><JobsDetail><State>Success</State>" +
		"<Operation><WordsGeneralizeResult>",
	token: "<WordsGeneralizeToken><Length>2</Length><Offset>0</Offset>" +
		"<Pos>v</Pos><Word>打车</Word></WordsGeneralizeToken>",
	tail: "</WordsGeneralizeResult></Operation></JobsDetail></Response>",
}, {
	head: `{"EventName":"TaskFinish","JobsDetail":[{"State":"Success",` +
		`"Operation":{"WordsGeneralizeResult":{"WordsGeneralizeToken":[`,
	token:   `{"Length":"2","Offset":"0","Pos":"v","Word":"打车"}`,
	between: ",",
	tail:    "]}}}]}",
}}

// Warm goes through the motions of reading and drawing bodies, until a real one
// comes. Without a style sheet nothing can be drawn out of sight.
func (in *Intake) Warm() {
	defer in.rescue()
	time.Sleep(warmAfter)
	if !dom.Unstyled() {
		in.rehearse()
	}
	var bodies [len(practice)][]byte
	for i, p := range practice {
		bodies[i] = []byte(p.head + strings.Repeat(p.token+p.between, practiceTokens-1) + p.token + p.tail)
	}
	for range practiceRounds {
		for _, body := range bodies {
			if in.busy() {
				return
			}
			in.practise(body)
		}
	}
	runtime.GC() // now, that it may not come between a body and its first frame
}

// busy reports whether a real body has come.
func (in *Intake) busy() bool { return in.page.Used }

// practise reads a body for nothing, and gives up when a real one comes.
func (in *Intake) practise(body []byte) *parser.Report {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	pace := dom.NewPacer()
	defer pace.Close()
	return parser.Inspect(ctx, body, parser.Options{Redact: true, Pulse: func(parser.Progress) {
		if pace.Turn(); in.busy() {
			cancel()
		}
	}})
}

// rehearsals is how often a result is drawn: what a browser has compiled in
// haste it compiles well once it is used again.
const rehearsals = 3

// trial returns a page that was given a body as a real one is.
func (in *Intake) trial(report *parser.Report) *model.Page {
	p, r := model.NewPage(), &model.Reading{Cancel: func() {}}
	p.Lang = in.page.Lang
	p.Mark(nil)
	p.Begin(r)
	p.Present(r, report, model.Given{})
	p.Follow("")
	p.Mark(nil)
	p.Finish(r)
	return p
}

// rehearse draws results out of sight, each part after part as a real one.
func (in *Intake) rehearse() {
	body, _, err := Example("xml")
	if err != nil {
		return
	}
	report := in.practise(body)
	for range rehearsals {
		trial := in.trial(report)
		for stage := model.DrawnFirst; stage <= model.DrawnWhole && !in.busy(); stage++ {
			in.host.Do(func() {
				if !in.busy() {
					in.host.Rehearse(trial)
					trial.Body.Drawn = stage
					trial.Rev++
				}
			})
			dom.Painted()
		}
		if in.busy() {
			return // which has put an end to the rehearsal
		}
		in.host.Do(func() { in.host.Rehearse(nil) })
	}
}
