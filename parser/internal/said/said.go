// Package said collects what is said about a body.
package said

import (
	"github.com/callbacklens/callbacklens/parser/diagnostic"
	"github.com/callbacklens/callbacklens/parser/document"
	"github.com/callbacklens/callbacklens/parser/internal/chars"
	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/parser/remark"
)

// Most is how many places of a remark are kept in each job, and of how many things
// a row is said. A body of a hundred thousand tokens that all overlap says so once
// and counts the rest.
const Most = 20

// mostPlaces is how many places of a remark are kept in all jobs together, beside the
// first one of each: nobody could find it in a job that is shown else.
const mostPlaces = 500

// Log is what is said about a body, as it is found. What is said twice of the same
// thing is told once, with a count: of the notation, where the row is the same, as
// one cause is behind it all; of a field, where its name is the same as well,
// whichever job it stands in and whatever its value is; of a part of speech or the
// like, where that is the same.
type Log struct {
	Job     int // the job that is being checked, -1 for none
	Omitted int // how often something was said that is neither listed nor counted elsewhere

	list    []diagnostic.Diagnostic
	tallyOf []*tally // of each of list
	things  map[thing]*tally
	rows    map[*remark.Remark]int // things that a row was said of
}

// thing is what something is said of.
type thing struct {
	row   *remark.Remark
	about string
}

// tally counts how often something is said of one thing.
type tally struct {
	count, kept int
	job, inJob  int // of the job that it was said in last, how many places are kept
	at          int // in the merged list, -1 as long as it is not there
	tokens      []diagnostic.TokenSet
}

// Wanted reports whether a place would be kept where row is said about something.
// If it would not, it is counted, and nothing more is to be done about it.
func (r *Log) Wanted(row *remark.Remark, about string) bool { return r.wanted(r.tally(row, about)) }

// WantedOf does so where it is said about token i of the job, which unlike its place is
// kept of each.
func (r *Log) WantedOf(row *remark.Remark, about string, i int) bool {
	t := r.tally(row, about)
	if t != nil {
		if n := len(t.tokens); n == 0 || t.tokens[n-1].Job != r.Job {
			t.tokens = append(t.tokens, diagnostic.TokenSet{Job: r.Job})
		}
		t.tokens[len(t.tokens)-1].Add(i)
	}
	return r.wanted(t)
}

func (r *Log) wanted(t *tally) bool {
	if t == nil {
		r.Omitted++
		return false
	}
	if t.job != r.Job {
		t.job, t.inJob = r.Job, 0
	}
	if t.inJob < Most && t.kept < mostPlaces || t.inJob == 0 && r.Job >= 0 {
		return true
	}
	t.count++
	return false
}

// tally returns the tally of a thing, nil where the row was said of too many others.
func (r *Log) tally(row *remark.Remark, about string) *tally {
	t := r.things[thing{row, about}]
	if t == nil && r.rows[row] < Most {
		if r.things == nil {
			r.things, r.rows = make(map[thing]*tally), make(map[*remark.Remark]int)
		}
		t = &tally{at: -1}
		r.things[thing{row, about}] = t
		r.rows[row]++
	}
	return t
}

// Said reports whether a row was said.
func (r *Log) Said(row *remark.Remark) bool { return r.rows[row] > 0 }

// Again counts a row n times more, of places that are not known.
func (r *Log) Again(row *remark.Remark, n int) {
	if t := r.tally(row, ""); t != nil {
		t.count += n
	}
}

// Say says something about a span of doc, or of the source if doc is nil. Its path
// and its position are found in the end, when it is known which are kept.
func (r *Log) Say(
	row *remark.Remark, doc *document.Document, span document.Span, args ...string,
) *diagnostic.Diagnostic {
	return r.say(row, "", diagnostic.Spot{Document: doc, Span: span}, args)
}

// SayOf says something about an item.
func (r *Log) SayOf(row *remark.Remark, it document.Item, args ...string) {
	r.SayAbout(row, it.Name(), it, args...)
}

// SayAbout says something at an item, where it is not the item's name that tells
// whether it was said before.
func (r *Log) SayAbout(
	row *remark.Remark, about string, it document.Item, args ...string,
) *diagnostic.Diagnostic {
	return r.say(row, about, diagnostic.Spot{Document: it.Document(), Span: it.Span(), Item: it}, args)
}

func (r *Log) say(row *remark.Remark, about string, at diagnostic.Spot, args []string) *diagnostic.Diagnostic {
	if !r.Wanted(row, about) {
		return &diagnostic.Diagnostic{}
	}
	t := r.tally(row, about)
	t.count++
	t.kept++
	t.inJob++
	at.Job = r.Job
	for i := range args {
		args[i] = chars.Clip(args[i])
	}
	r.tallyOf = append(r.tallyOf, t)
	r.list = append(r.list, diagnostic.Diagnostic{
		Severity: row.Severity, Code: row.Code, Text: row.Text.With(args...), Args: args, Ref: row.Ref,
		Spot: at, Sentence: row.Text,
	})
	return &r.list[len(r.list)-1]
}

// Forget drops all that was said about documents.
func (r *Log) Forget() {
	kept, tallies := r.list[:0], r.tallyOf[:0]
	for i := range r.list {
		if r.list[i].Document == nil {
			kept, tallies = append(kept, r.list[i]), append(tallies, r.tallyOf[i])
		}
	}
	r.list, r.tallyOf = kept, tallies
}

// ForgetOf drops what a row said about one document.
func (r *Log) ForgetOf(doc *document.Document, row *remark.Remark) { r.forget(doc, row.Code) }

// ForgetAbout drops all that was said about one document.
func (r *Log) ForgetAbout(doc *document.Document) { r.forget(doc, "") }

func (r *Log) forget(doc *document.Document, code string) {
	kept, tallies := r.list[:0], r.tallyOf[:0]
	for i := range r.list {
		if r.list[i].Document == doc && (code == "" || r.list[i].Code == code) {
			r.tallyOf[i].count--
			continue
		}
		kept, tallies = append(kept, r.list[i]), append(tallies, r.tallyOf[i])
	}
	r.list, r.tallyOf = kept, tallies
}

// Merged lists what was said, each thing once.
func (r *Log) Merged() []diagnostic.Diagnostic {
	var merged []diagnostic.Diagnostic
	for i := range r.list {
		t := r.tallyOf[i]
		if t.at < 0 {
			t.at = len(merged)
			merged = append(merged, r.list[i])
			merged[t.at].Count, merged[t.at].Tokens = t.count, t.tokens
		} else {
			first := &merged[t.at]
			first.Others = append(first.Others, r.list[i].Spot)
		}
	}
	return merged
}

// Phrase fills in what the sentence of d says in each language, so that only its
// other arguments are left.
func Phrase(d *diagnostic.Diagnostic, zh, en []string) {
	d.Sentence = lang.Text{ZH: d.Sentence.With(zh...).ZH, EN: d.Sentence.With(en...).EN}
	d.Text = d.Sentence.With(d.Args...)
}

// Quote replaces what the sentence of d quotes.
func Quote(d *diagnostic.Diagnostic, args []string) {
	d.Text, d.Args = d.Sentence.With(args...), args
}
