// Package part reduces a report to one of its jobs.
package part

import (
	"github.com/callbacklens/callbacklens/parser"
)

// Job returns the report of one job of r: its callback has no other, its remarks are those
// on the job and on the body as a whole, and its only root is the job. Places are those
// of r. Of a callback without jobs it is all of the callback; job is 0 then. Both
// indices must be in range.
func Job(r *parser.Report, index, job int) *parser.Report {
	only, c := *r, r.Callbacks[index]
	number := job
	for i := range index {
		number += len(r.Callbacks[i].Jobs)
	}
	only.Part = c.Root
	if len(c.Jobs) > 0 {
		c.Jobs = []parser.Job{c.Jobs[job]}
		c.Jobs[0].Repeats = -1
		only.Part = c.Jobs[0].Item
	}
	only.Callbacks, only.Diagnostics = []parser.Callback{c}, nil
	for i := range r.Diagnostics {
		if d, ok := about(&r.Diagnostics[i], number); ok {
			only.Diagnostics = append(only.Diagnostics, d)
		}
	}
	return &only
}

// about returns what d says of a job and of no job, given its number in the report,
// which is 0 from then on. It reports whether d says anything of that.
func about(d *parser.Diagnostic, job int) (parser.Diagnostic, bool) {
	var spots []parser.Spot
	for s := range d.Spots() {
		if s.Job < 0 || s.Job == job {
			kept := *s
			kept.Job = min(kept.Job, 0)
			spots = append(spots, kept)
		}
	}
	if len(spots) == 0 {
		return parser.Diagnostic{}, false
	}
	kept := *d
	kept.Spot, kept.Others = spots[0], spots[1:]
	if len(spots) <= len(d.Others) {
		kept.Count = len(spots)
	}
	kept.Tokens = nil
	if t := d.TokensOf(job); t != nil {
		of := *t
		of.Job = 0
		kept.Tokens = []parser.TokenSet{of}
	}
	return kept, true
}
