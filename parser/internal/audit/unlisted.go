package audit

import (
	"hash/maphash"
	"slices"
	"strconv"
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

// unlisted names what stands in the containers of a body and no table has, once, with
// each place; first is the number of its first job among all.
func unlisted(a *auditor, c *callback.Callback, first int) {
	u := unlistedNames{auditor: a, job: -1, seed: maphash.MakeSeed()}
	u.add("Response", within(c.Root, c.Rest))
	for i := range c.Jobs {
		a.Step(c.Jobs[i].Item)
		u.job = first + i
		u.ofJob(&c.Jobs[i])
	}
	u.job = -1
	if e := c.Execution; e != nil {
		u.add("WorkflowExecution", e.Rest)
		u.headers(e.Headers)
		for i := range e.Tasks {
			u.add("Tasks", e.Tasks[i].Rest)
			u.groups(e.Tasks[i].Details)
		}
	}
	list := u.list()
	for _, at := range u.places {
		a.Job = at.job
		a.SayAbout(rowFieldUnlisted, "", at.item, list)
	}
	if a.Job = -1; u.further > 0 {
		a.Again(rowFieldUnlisted, u.further)
	}
}

// within yields those of items that stand in root: what stands around it belongs to
// another record, of which there are no tables.
func within(root document.Item, items []document.Item) (in []document.Item) {
	for _, it := range items {
		up := it.Parent()
		for up.Kind() == document.KindArray {
			up = up.Parent()
		}
		if up == root {
			in = append(in, it)
		}
	}
	return in
}

// ofJob adds what stands in a job.
func (u *unlistedNames) ofJob(j *callback.Job) {
	if j.Review != nil {
		u.reviewed(j.Rest, 0)
		u.reviewed(j.Results, 0)
	} else {
		u.add("JobsDetail", j.Rest)
		u.add("JobsDetail", j.Undetailed(j.Results))
	}
	u.groups(j.Details)
	for rest := range j.Tokens.Rests() {
		u.add("WordsGeneralizeToken", rest)
	}
	u.add("Input", j.Input.Rest)
	u.headers(j.Input.Headers)
	u.add("Workflow", j.Workflow.Rest)
	u.add("WordsGeneralize", j.Operation.Rest)
	u.add("WordsGeneralizeResult", j.ResultRest)
	for k := range j.Labels {
		u.add("WordsGeneralizeLable", j.Labels[k].Rest)
	}
}

// unlistedNames are names that no table has, and where.
type unlistedNames struct {
	*auditor
	seed maphash.Seed
	job  int // that is looked through
	// listed has the names that were met, and whether a table has them: their sums, as
	// all that a body of unknown names holds may be names.
	listed map[uint64]bool
	names  string // those that none has, as far as a sentence has room for them
	more   int    // how many there are beyond
	places []unlistedPlace
	// further is how many places there are beyond mostUnlisted.
	further int
}

// mostUnlisted is how many places are kept.
const mostUnlisted = 500

type unlistedPlace struct {
	item document.Item
	job  int
}

// add adds those of items that no table has. They stand in the node that holds them, or
// in what within names where that has no name, as the root of JSON.
func (u *unlistedNames) add(within string, items []document.Item) {
	for _, it := range items {
		u.Step(it)
		if it.Name() == misspelt || !isName(it.Name()) || ofKind(it.Name()) {
			continue
		}
		name := holder(it, within) + "." + it.Name()
		sum := maphash.String(u.seed, name)
		listed, met := u.listed[sum]
		if !met {
			row, known := reference.Lookup(it.Path())
			if listed = known; listed {
				u.below(row, it)
			} else {
				u.tell(name)
			}
			if u.listed == nil {
				u.listed = make(map[uint64]bool)
			}
			u.listed[sum] = listed
		}
		switch {
		case listed:
		case len(u.places) == mostUnlisted:
			u.further++
		default:
			u.places = append(u.places, unlistedPlace{it, u.job})
		}
	}
}

// tell adds a name to the sentence.
func (u *unlistedNames) tell(name string) {
	const room = 200
	switch {
	case u.names == "":
		u.names = name
	case u.more > 0 || len(u.names)+len(name) > room:
		u.more++
	default:
		u.names += ", " + name
	}
}

// list lists the names.
func (u *unlistedNames) list() string {
	if u.more == 0 {
		return u.names
	}
	return u.names + ", +" + strconv.Itoa(u.more)
}

// below adds what stands in a node that is listed, if there are rows for what can.
func (u *unlistedNames) below(row reference.Field, it document.Item) {
	if row.Holds() {
		for n := range it.Items() {
			u.add(row.Name, slices.Collect(n.Children()))
		}
	}
}

// holder returns the name of what holds it: of the array where an item of one does.
func holder(it document.Item, otherwise string) string {
	for it = it.Parent(); it.Ok(); it = it.Parent() {
		if name := it.Name(); name != "" {
			return name
		}
	}
	return otherwise
}

// reviewed adds what no page on reviews has: names in the job, in what was found, in
// sections and pages. What stands in a node that is added is not looked at.
func (u *unlistedNames) reviewed(items []document.Item, depth int) {
	const deepest = 8 // of what is known
	for k, it := range items {
		u.Step(it)
		if !reference.OfReview(it.FieldName()) {
			u.add("JobsDetail", items[k:k+1])
			continue
		}
		for n := range it.Items() {
			if !n.Leaf() && depth < deepest {
				u.reviewed(slices.Collect(n.Children()), depth+1)
			}
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
// asked to do, or what came out.
func ofKind(name string) bool {
	kind := strings.TrimSuffix(strings.TrimSuffix(name, "Result"), "Config")
	return reference.Known(kind) || slices.Contains(ofSeveral, name) || strings.HasPrefix(name, "xmlns")
}

// ofSeveral are what pages on other kinds of jobs and SDKs have in an Operation, or in a
// reply, that is not called as a kind is.
var ofSeveral = []string{
	"Input", "ErrorDetail", "RequestId", "WatermarkTemplateId", "TranscodeTemplateId",
	"ConcatTemplate", "TtsTpl", "RemoveWatermark", "FreeTranscode", "SnapshotPrefix", "CustomId", "Subtitles",
	"DnaConfig", "DnaResult", "AITranslateResult",
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
