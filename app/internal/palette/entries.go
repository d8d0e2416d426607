package palette

import (
	"strconv"
	"strings"

	"github.com/callbacklens/callbacklens/app/internal/face"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/callback"
	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/parser/reference"
)

// entry is a row that can be found, with the text that it is found by: what it is
// called in either language, its keys and what stands in the body.
type entry struct {
	Action
	text string
}

const (
	// mostFields is how many fields are looked at, and longList from how many items
	// on a list is none of fields.
	mostFields = 2000
	longList   = 50
	// shown is how many rows of a kind are listed.
	shown = 40
)

// entriesOf returns everything that can be found on a page.
func entriesOf(p *model.Page, actions []Action) []entry {
	all := make([]entry, 0, len(actions)+64)
	for _, a := range actions {
		if a.what = &words.Say.PaletteActions; a.Do == "" {
			a.what = &words.Say.KeysTitle
		}
		all = append(all, entryOf(a, ""))
	}
	if p.Body == nil {
		return all
	}
	return fields(p, jobs(p, all))
}

func entryOf(a Action, also string) entry {
	return entry{a, strings.ToLower(strings.Join([]string{a.Name.ZH, a.Name.EN, strings.Join(a.Keys, " "), a.more, also}, "\n"))}
}

// jobs adds the jobs of a body that has several.
func jobs(p *model.Page, all []entry) []entry {
	if !p.Body.SeveralJobs() {
		return all
	}
	number := 0
	for c := range p.Body.Report.Callbacks {
		list := p.Body.Report.Callbacks[c].Jobs
		for j := range max(len(list), 1) {
			number++
			a := Action{Do: model.ToJob(c, j), Name: words.Say.JobNumber.With(strconv.Itoa(number)), what: &words.Say.PaletteJobs}
			status := ""
			if j < len(list) {
				a.more = strings.Join([]string{face.StatusWord(p, &list[j]), list[j].Input.Object.Text, list[j].ID.Text}, " ")
				outcome, _ := list[j].Status()
				status = outcome.Name().ZH + " " + outcome.Name().EN
			}
			all = append(all, entryOf(a, status))
		}
	}
	return all
}

// labels are what the fields are called that have a label, by their names.
func labels() map[string]lang.Text {
	all := make(map[string]lang.Text)
	label(all, callback.WorkflowFields)
	label(all, callback.OperationFields)
	label(all, callback.InputFields)
	label(all, callback.JobFields)
	return all
}

func label[T any](all map[string]lang.Text, fields []callback.Field[T]) {
	for i := range fields {
		all[fields[i].Name] = fields[i].Label
	}
}

// fields adds the fields of the shown job, or of a body without jobs, but for the rows
// of long lists.
func fields(p *model.Page, all []entry) []entry {
	var root parser.Item
	if j := p.Body.CurrentJob(); j != nil {
		root = j.Item
	} else if len(p.Body.Report.Documents) > 0 {
		root = p.Body.Report.Documents[0].Root()
	}
	f := collector{p: p, labels: labels(), all: all, left: mostFields}
	f.visit(root)
	return f.all
}

type collector struct {
	p      *model.Page
	labels map[string]lang.Text
	all    []entry
	left   int
}

func (f *collector) visit(it parser.Item) {
	if !it.Ok() || f.left <= 0 {
		return
	}
	if !it.Leaf() {
		if it.Count() < longList {
			for child := range it.Children() {
				f.visit(child)
			}
			return
		}
		for child := range it.Beside(listNames...) { // what stands beside a long list
			if child.Leaf() {
				f.visit(child)
			}
		}
		return
	}
	f.left--
	name, path := it.Name(), it.Path()
	a := Action{Do: model.ToPlace(model.ViewFacts, f.p.Body.Report.Place(it)), Name: words.Both(name, name),
		what: &words.Say.PaletteFields, more: it.Value()}
	if l, ok := f.labels[name]; ok && l.ZH != name {
		a.Name = words.Both(l.ZH+" "+name, l.EN+" "+name)
	}
	about := path
	if row, ok := reference.Lookup(path); ok {
		about += "\n" + row.Description.ZH + "\n" + row.Description.EN
	}
	f.all = append(f.all, entryOf(a, about))
}

// listNames are the lists of words.
var listNames = []string{"WordsGeneralizeToken", "WordsGeneralizeLable"}

// found returns the rows that have all of the words that were typed, those whose name
// begins with them first among their kind.
func found(all []entry, typed string) []*entry {
	wanted := strings.Fields(strings.ToLower(typed))
	var rows, of []*entry
	flush := func() {
		rows = append(rows, of[:min(len(of), shown)]...)
		of = of[:0]
	}
	for i := range all {
		e := &all[i]
		if len(of) > 0 && of[0].what != e.what {
			flush()
		}
		if has(e, wanted) {
			of = append(of, e)
		}
	}
	flush()
	return rows
}

func has(e *entry, wanted []string) bool {
	for _, w := range wanted {
		if !strings.Contains(e.text, w) {
			return false
		}
	}
	return true
}
