package compare

import (
	"strconv"

	"github.com/callbacklens/callbacklens/parser"
)

// leaf is a value of a side with the way to it.
type leaf struct {
	path  string
	value parser.Value
}

// The nodes of a segmentation that have a way of their own to be compared.
const tokenName, labelName = "WordsGeneralizeToken", "WordsGeneralizeLable"

// walk collects the leaves of a side.
type walk struct {
	*work
	job    *parser.Job // nil for a callback without jobs
	jobs   map[parser.Item]bool
	leaves []leaf
}

// leavesOf returns the leaves of a side in their order, tokens aside. What stands in
// the callback beside its jobs is compared with each of them.
func leavesOf(w *work, s Side) []leaf {
	c := s.Of()
	at := walk{work: w, job: s.JobOf(), jobs: make(map[parser.Item]bool, len(c.Jobs))}
	for i := range c.Jobs {
		at.jobs[c.Jobs[i].Item] = true
	}
	if at.job != nil {
		at.item(at.job.Item, "")
		at.result(at.job)
		if at.job.Item == c.Root {
			return at.leaves
		}
	}
	at.item(c.Root, "Response")
	return at.leaves
}

// item adds the leaves in an item.
func (a *walk) item(it parser.Item, path string) {
	if a.holdsTokens(it) {
		for child := range it.Beside(tokenName, labelName) {
			a.child(child, path, nil)
		}
		return
	}
	seen := make(map[string]int)
	for child := range it.Children() {
		a.child(child, path, seen)
	}
}

// holdsTokens reports whether it is what holds the tokens and labels of the job.
func (a *walk) holdsTokens(it parser.Item) bool {
	return a.job != nil && a.job.Tokens != nil && it == a.job.Tokens.Item
}

// child adds an item of another one. What comes again by its name, or in an array, has
// its number behind the name, the first one aside, so that one value and an array of
// one value have the same path.
func (a *walk) child(it parser.Item, path string, seen map[string]int) {
	if !a.step() {
		return
	}
	switch it.Kind() {
	case parser.KindComment, parser.KindProcInst, parser.KindDirective:
		return
	}
	name := string(it.FieldName())
	switch {
	case it.Kind() == parser.KindAttribute:
		name = "@" + it.Name()
	case it.Kind() == parser.KindArray && !it.Leaf():
		a.array(it, joined(path, name), name == "")
		return
	}
	if seen[name]++; seen[name] > 1 {
		name += "[" + strconv.Itoa(seen[name]) + "]"
	}
	a.add(it, joined(path, name))
}

func joined(path, name string) string {
	if path == "" || name == "" {
		return path + name
	}
	return path + "." + name
}

// array adds the items of an array.
func (a *walk) array(it parser.Item, path string, bare bool) {
	n := 0
	for child := range it.Children() {
		if n++; n == 1 && !bare {
			a.add(child, path)
			continue
		}
		a.add(child, path+"["+strconv.Itoa(n)+"]")
	}
}

// add adds a leaf, or those in what is none.
func (a *walk) add(it parser.Item, path string) {
	switch {
	case !a.step(), a.jobs[it]:
	case it.Leaf() && !a.holdsTokens(it):
		a.leaves = append(a.leaves, leaf{path, parser.Value{Text: it.Value(), Item: it}})
	default:
		a.item(it, path)
	}
}

// result adds the labels of a segmentation, each under its category, as their order
// tells nothing, and what stands in tokens beside their columns.
func (a *walk) result(j *parser.Job) {
	seen := make(map[string]int)
	for i := range j.Labels {
		l := &j.Labels[i]
		path := labelName + "." + l.Category.Text
		if seen[path]++; seen[path] > 1 {
			path += "[" + strconv.Itoa(seen[path]) + "]"
		}
		value := l.Word
		if !value.Ok() {
			value.Item = l.Item
		}
		a.leaves = append(a.leaves, leaf{path, value})
		for _, it := range l.Rest {
			a.child(it, path, seen)
		}
	}
	for i := range j.Tokens.Len() {
		if !a.step() {
			return
		}
		for _, it := range j.Tokens.Rest(i) {
			a.child(it, tokenName+"["+strconv.Itoa(i+1)+"]", seen)
		}
	}
}

// alignFields pairs the leaves of both sides by their paths, in the order of the left,
// those of the right alone behind what they follow there.
func alignFields(w *work, left, right []leaf) []Field {
	at, known := unique(right), unique(left)
	fields := make([]Field, 0, len(left)+len(right)/8)
	next := 0
	upTo := func(end int) { // the ones that the left lacks
		for ; next < end; next++ {
			if r := &right[next]; known[r.path] == 0 {
				fields = append(fields, Field{Path: r.path, Sort: Added, Right: r.value, left: -1, right: int32(next)})
			}
		}
	}
	for i := range left {
		l := &left[i]
		k := int(at[l.path]) - 1
		if !w.step() {
			return nil
		}
		if k < 0 {
			fields = append(fields, Field{Path: l.path, Sort: Gone, Left: l.value, left: int32(i), right: -1})
			continue
		}
		upTo(k)
		f := Field{Path: l.path, Sort: Same, Left: l.value, Right: right[k].value, left: int32(i), right: int32(k)}
		if l.value.Text != right[k].value.Text {
			f.Sort = Changed
		}
		fields = append(fields, f)
	}
	upTo(len(right))
	return fields
}

// unique gives leaves of one path, as odd names make them, paths of their own, and
// returns the number of each leaf, counted from 1.
func unique(leaves []leaf) map[string]int32 {
	at, again := make(map[string]int32, len(leaves)), make(map[string]int)
	for i := range leaves {
		path := leaves[i].path
		for n := &leaves[i]; at[n.path] > 0; {
			again[path]++
			n.path = path + "'" + strconv.Itoa(again[path])
		}
		at[leaves[i].path] = int32(i) + 1
	}
	return at
}
