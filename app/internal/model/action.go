package model

import (
	"strconv"
	"strings"

	"github.com/callbacklens/callbacklens/parser"
)

// Perform carries an action out that ToView and its like returned, and
// reports whether it is one.
func (p *Page) Perform(action string) bool {
	verb, arg, _ := strings.Cut(action, ":")
	args := strings.Split(arg, ":")
	switch {
	case verb == "earlier" && len(args) == 1:
		p.Reopen(number(args[0]))
		return true
	case p.set(verb, arg):
		return true
	case p.Body == nil:
		return false
	case p.compare(verb, args):
		return true
	}
	if !p.display(verb, args) {
		return false
	}
	p.Compare = nil // what is shown takes its place
	return true
}

// display carries out an action that shows something of the body.
func (p *Page) display(verb string, args []string) bool {
	switch arg := args[0]; {
	case verb == "view" && arg != "" && len(args) == 1:
		p.Put(View(args[0]))
	case verb == "part" && len(args) == 1:
		p.Part = Part(arg)
		p.Rev++
	case verb == "job" && len(args) == 2:
		p.ShowJob(number(args[0]), number(args[1]))
	case verb == "job" && len(args) == 3:
		p.ShowJobIn(number(args[0]), number(args[1]), number(args[2]))
	case verb == "remark" && len(args) == 1:
		p.ShowRemark(number(args[0]))
	case verb == "remarks" && len(args) == 1:
		p.ListRemarks(arg == "every")
	case verb == "hit" && len(args) == 1:
		p.StepHit(arg == "previous")
	case verb == "row" && len(args) == 1:
		p.ShowRow(number(args[0]))
	case verb == "offset" && arg != "":
		p.GoToOffset(number(arg))
	case verb == "label" && len(args) == 1:
		p.ChooseLabel(number(args[0]))
	case verb == "token" && len(args) == 1:
		p.ShowToken(number(args[0]))
	case verb == "tokens" && len(args) == 1:
		p.ShowTokensOf(number(args[0]))
	case verb == "spot" && len(args) == 2:
		p.ShowSpot(number(args[0]), number(args[1]))
	case verb == "place" && len(args) == 4:
		span := parser.Span{Start: uint32(number(args[2])), End: uint32(number(args[3]))}
		p.ShowIn(View(args[0]), parser.Place{Text: number(args[1]), Span: span})
	default:
		return false
	}
	return true
}

// number returns the number that an action has in it; 0 for what is none.
func number(digits string) int {
	n, _ := strconv.Atoi(digits)
	return max(n, 0)
}
