package audit

import (
	"strings"
	"unicode"

	"github.com/callbacklens/callbacklens/parser/callback"
	"github.com/callbacklens/callbacklens/parser/document"
	"github.com/callbacklens/callbacklens/parser/reference"
	"github.com/callbacklens/callbacklens/parser/remark"
)

var rowFieldUnlisted = remark.New("field-unlisted", remark.Info, "",
	"有字段不在已知的表中，按原样显示：{0}",
	"There are fields that no table has; they are shown as they are: {0}")

// unlisted names what stands in the containers of a body and no table has, once.
func unlisted(a *auditor, c *callback.Callback) {
	var u unlistedNames
	u.add("Response", c.Rest)
	for i := range c.Jobs {
		j := &c.Jobs[i]
		a.Step(j.Item)
		if j.Review == nil { // a review has tables of its own
			u.add("JobsDetail", j.Rest)
		}
		u.groups(j.Details)
		u.tokens(j.Tokens)
		u.add("Input", j.Input.Rest)
		u.headers(j.Input.Headers)
		u.add("Workflow", j.Workflow.Rest)
		u.add("WordsGeneralize", j.Operation.Rest)
		u.add("WordsGeneralizeResult", j.ResultRest)
		for k := range j.Labels {
			u.add("WordsGeneralizeLable", j.Labels[k].Rest)
		}
	}
	if e := c.Execution; e != nil {
		u.add("WorkflowExecution", e.Rest)
		u.headers(e.Headers)
		for i := range e.Tasks {
			u.add("Tasks", e.Tasks[i].Rest)
			u.groups(e.Tasks[i].Details)
		}
	}
	if len(u.names) > 0 {
		a.SayOf(rowFieldUnlisted, u.first, strings.Join(u.names, ", "))
	}
}

// unlistedNames are names that no table has, and the first item that has one.
type unlistedNames struct {
	names []string
	first document.Item
	seen  map[string]bool
}

func (u *unlistedNames) add(within string, items []document.Item) {
	const most = 20
	for _, it := range items {
		if n := it.Parent().Name(); n == "Operation" || n == "CosHeaders" {
			within = n
		}
		name := within + "." + it.Name()
		if len(u.names) == most || u.seen[name] || it.Name() == misspelt || !isName(it.Name()) || ofKind(it.Name()) {
			continue
		}
		if u.seen == nil {
			u.seen = make(map[string]bool)
		}
		u.seen[name] = true
		if _, listed := reference.Lookup(it.Path()); listed {
			continue
		}
		if u.names = append(u.names, name); !u.first.Ok() {
			u.first = it
		}
	}
}

// isName reports whether a field might be called so. What was mended may have made
// names of anything.
func isName(name string) bool {
	const longest = 64
	odd := func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("_-.:", r)
	}
	return name != "" && len(name) <= longest && strings.IndexFunc(name, odd) < 0
}

// ofKind reports whether a node belongs to a kind of job that is known: what it was
// asked to do, or what came out. Tts has its Input in the Operation, and the last two
// are known of pictures and archives.
func ofKind(name string) bool {
	switch name {
	case "Input", "AutoProcessResult", "ErrorDetail":
		return true
	}
	kind := strings.TrimSuffix(strings.TrimSuffix(name, "Result"), "Config")
	return reference.Known(kind) || strings.HasPrefix(name, "xmlns")
}

// groups adds what stands in nodes that have models and is not in these.
func (u *unlistedNames) groups(list []callback.Group) {
	for i := range list {
		for k, it := range list[i].Rest { // what has a model is there as there was no room for it
			if list[i].Model.Inner(it.FieldName()) == nil {
				u.add(list[i].Model.Name, list[i].Rest[k:k+1])
			}
		}
		u.groups(list[i].Groups)
	}
}

// headers adds what stands in pairs beside Key and Value.
func (u *unlistedNames) headers(list []callback.Header) {
	for i := range list {
		u.add("CosHeaders", list[i].Rest)
	}
}

// tokens adds what tokens have beside the four fields, the first that have some.
func (u *unlistedNames) tokens(t *callback.Tokens) {
	const looked = 20
	for i, seen := 0, 0; i < t.Len() && seen < looked; i++ {
		if rest := t.Rest(i); len(rest) > 0 {
			u.add("WordsGeneralizeToken", rest)
			seen++
		}
	}
}
