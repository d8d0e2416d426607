package sheet

import "github.com/callbacklens/callbacklens/parser"

// Around lists the leaves of a callback that stand in none of its jobs, in the order of
// the body, such as EventName and what a review says beside its data; none where there
// are no jobs, or where the report was reduced to one of them.
func Around(r *parser.Report, c *parser.Callback) []parser.Item {
	if len(c.Jobs) == 0 || r.Part.Ok() {
		return nil
	}
	a := around{jobs: c.Jobs}
	a.look(c.Root)
	return a.leaves
}

type around struct {
	jobs   []parser.Job // that are still to come: they are in the order of the body
	leaves []parser.Item
}

func (a *around) look(it parser.Item) {
	switch {
	case len(a.jobs) > 0 && a.jobs[0].Item == it:
		a.jobs = a.jobs[1:]
	case Notation(it):
	case it.Leaf():
		a.leaves = append(a.leaves, it)
	default:
		for c := range it.Children() {
			a.look(c)
		}
	}
}

// Notation reports whether an item is part of how a body is written, and no value of it.
func Notation(it parser.Item) bool {
	switch it.Kind() {
	case parser.KindComment, parser.KindProcInst, parser.KindDirective:
		return true
	}
	return false
}
