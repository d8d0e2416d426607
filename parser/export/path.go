package export

import (
	"iter"
	"strconv"
	"strings"

	"github.com/callbacklens/callbacklens/parser"
)

// paths gives the paths of items that are asked for in the order of the
// document, as Item.Path does, which counts the siblings anew at every call.
type paths struct {
	levels []level
}

// level holds the paths of all that stands in the parent that was met last at
// one depth.
type level struct {
	parent parser.Item
	of     map[parser.Item]string
}

// path returns the path of it.
func (p *paths) path(it parser.Item) string {
	path, _ := p.at(it)
	return path
}

func (p *paths) at(it parser.Item) (path string, depth int) {
	parent := it.Parent()
	if !parent.Ok() {
		return it.Path(), 0
	}
	above, depth := p.at(parent)
	if depth == len(p.levels) {
		p.levels = append(p.levels, level{})
	}
	l := &p.levels[depth]
	if l.parent != parent {
		*l = level{parent, make(map[parser.Item]string)}
		for c, path := range within(parent, above) {
			l.of[c] = path
		}
	}
	return l.of[it], depth + 1
}

// within yields what stands in parent, whose path is given, with its path.
func within(parent parser.Item, path string) iter.Seq2[parser.Item, string] {
	return func(yield func(parser.Item, string) bool) {
		of := make(map[string]int)
		for c := range parent.Children() {
			tally(of, c)
		}
		at := make(map[string]int, len(of))
		for c := range parent.Children() {
			tally(at, c)
			if !yield(c, join(path, step(c, parent, at, of))) {
				return
			}
		}
	}
}

// tally counts it among those of its name, and of its name without prefixes.
func tally(counts map[string]int, it parser.Item) {
	switch it.Kind() {
	case parser.KindAttribute, parser.KindText, parser.KindComment:
		return
	}
	name := it.Name()
	counts[name]++
	for it.Document().Format == parser.FormatXML {
		_, local, ok := strings.Cut(name, ":")
		if !ok {
			return
		}
		counts[local]++
		name = local
	}
}

func join(path, step string) string {
	if path == "" || step == "" || step[0] == '[' {
		return path + step
	}
	return path + "." + step
}

func step(it, parent parser.Item, at, of map[string]int) string {
	name := it.Name()
	switch it.Kind() {
	case parser.KindAttribute:
		return "@" + name
	case parser.KindText, parser.KindCData:
		return "text()"
	case parser.KindComment, parser.KindProcInst, parser.KindDirective:
		return ""
	}
	switch {
	case name == "" && of[name] == 1 && parent.Kind() == parser.KindDocument:
		return ""
	case name == "" || of[name] > 1:
		return name + "[" + strconv.Itoa(at[name]) + "]"
	}
	return name
}
