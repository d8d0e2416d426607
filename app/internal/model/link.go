package model

import (
	"slices"
	"strings"
)

// linked are the verbs of actions that a link may ask for: those that show something of
// the body and change nothing else.
var linked = []string{"view", "part", "job", "remark", "remarks", "row", "token", "spot", "place", "offset", "label"}

// Shares returns the action that shows what another one does, and offers a link to it.
func Shares(action string) string { return "share:" + action }

// mostLinked is how many actions a link may ask for, one after the other.
const mostLinked = 3

// Follow shows what a link asks for, if it asks for anything and that is there. Between
// several actions stands a comma.
func (p *Page) Follow(actions string) {
	for i, action := range strings.SplitN(actions, ",", mostLinked+1) {
		if i < mostLinked {
			p.follow(action)
		}
	}
}

func (p *Page) follow(action string) {
	verb, rest, _ := strings.Cut(action, ":")
	args := strings.Split(rest, ":")
	if p.Body == nil || !slices.Contains(linked, verb) {
		return
	}
	switch verb {
	case "view":
		if !known(View(args[0])) {
			return
		}
	case "part":
		if part := Part(rest); part != PartText && part != PartTable {
			return
		}
	case "place":
		if len(args) != 4 || !known(View(args[0])) || !p.Body.holds(number(args[1]), number(args[2]), number(args[3])) {
			return
		}
	}
	p.Perform(action)
}

// known reports whether there is a view of that name.
func known(v View) bool {
	switch v {
	case ViewTokens, ViewFacts, ViewTree, ViewSource, ViewRemarks, ViewCharts:
		return true
	}
	return false
}

// holds reports whether one of the texts of a body has bytes from one place to another.
func (b *Body) holds(text, from, to int) bool {
	return text < len(b.Report.Texts) && from < to && to <= len(b.Report.Texts[text].Bytes)
}
