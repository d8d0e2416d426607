package frame

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"
	"golang.org/x/tools/txtar"

	"github.com/callbacklens/callbacklens/app/internal/apptest"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// telling are the names of leaves that say what a body is, or what its other values
// mean.
var telling = strings.Fields("EventName event Tag State Code code Result result Suggestion HitFlag hit_flag Key")

// TestThePageHidesNothing holds the page to drawing every leaf of every body outside
// tree and source, or to saying how many more there are. As equal values could stand
// for each other, a word of its own takes the place of each: first of those that do
// not tell what the body is, then of those that do.
func TestThePageHidesNothing(t *testing.T) {
	for name, body := range bodiesToDraw(t) {
		if r := apptest.Inspected(t, body); len(r.Callbacks) == 0 || len(r.Callbacks) > 3 {
			continue
		}
		for _, tells := range []bool{false, true} {
			marked, marks := withMarks(apptest.Inspected(t, body), tells)
			drawn, more := drawnWhole(t, marked)
			drawn = strings.ToLower(drawn) // words that stand alone have a capital
			var missing []string
			for _, m := range marks {
				if !strings.Contains(drawn, m.word) {
					missing = append(missing, m.path)
				}
			}
			if len(missing) > more {
				t.Errorf("%s: not on the page, which says that %d are left out:\n%s", name, more, strings.Join(missing, "\n"))
			}
		}
	}
}

// bodiesToDraw returns those of the stories, and the real ones beside this
// repository.
func bodiesToDraw(t *testing.T) map[string]string {
	t.Helper()
	bodies := map[string]string{}
	stories, err := filepath.Glob("../../../testdata/stories/*.txtar")
	if err != nil || len(stories) == 0 {
		t.Fatalf("no stories: %v", err)
	}
	for _, file := range stories {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range archive.Files {
			if !strings.HasPrefix(f.Name, "report.") {
				bodies[filepath.Base(file)+"/"+f.Name] = string(f.Data)
			}
		}
	}
	corpus, _ := filepath.Glob("../../../../shared/corpus/*")
	if len(corpus) == 0 {
		t.Log("no corpus of real bodies beside this repository: the stories alone")
	}
	for _, file := range corpus {
		body, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		bodies[filepath.Base(file)] = string(body)
	}
	return bodies
}

// mark is the word that took the place of a leaf.
type mark struct{ word, path string }

// withMarks returns the first document of a report with a word of its own for each
// leaf, of those that tell what it is or of the others.
func withMarks(r *parser.Report, tells bool) (body string, marks []mark) {
	doc := r.Callbacks[0].Root.Document()
	var leaves []parser.Item
	for it := range leavesOf(r.Callbacks[0].Root) {
		if it.Value() != "" && !it.Partial() && !inTable(it) && slices.Contains(telling, it.Name()) == tells {
			leaves = append(leaves, it)
		}
	}
	slices.SortFunc(leaves, func(a, b parser.Item) int { return int(a.ValueSpan().Start) - int(b.ValueSpan().Start) })
	var b strings.Builder
	at := 0
	for i, it := range leaves {
		span := it.ValueSpan()
		m := mark{"mark" + strconv.Itoa(i) + "s", it.Path()}
		marks = append(marks, m)
		b.Write(doc.Text[at:span.Start])
		switch it.Kind() {
		case parser.KindNumber, parser.KindBool, parser.KindNull:
			b.WriteString(`"` + m.word + `"`)
		default:
			b.WriteString(m.word)
		}
		at = int(span.End)
	}
	b.Write(doc.Text[at:])
	return b.String(), marks
}

// inTable reports whether it is a cell of the table of tokens, which has a test of its
// own.
func inTable(it parser.Item) bool {
	return strings.Contains(it.Path(), "WordsGeneralizeToken") &&
		slices.Contains([]string{"Word", "Pos", "Offset", "Length"}, it.Name())
}

func leavesOf(it parser.Item) func(func(parser.Item) bool) {
	return func(yield func(parser.Item) bool) { eachLeaf(it, yield) }
}

func eachLeaf(it parser.Item, yield func(parser.Item) bool) bool {
	switch it.Kind() {
	case parser.KindComment, parser.KindProcInst, parser.KindDirective:
		return true
	}
	if it.Leaf() {
		return yield(it)
	}
	for c := range it.Children() {
		if !eachLeaf(c, yield) {
			return false
		}
	}
	return true
}

// drawnWhole returns what the page says of each job of a body outside tree and
// source, and how many values it says are left out.
func drawnWhole(t *testing.T, body string) (text string, more int) {
	t.Helper()
	r := apptest.Inspected(t, body)
	var all strings.Builder
	for c := range max(len(r.Callbacks), 1) {
		jobs := 1
		if c < len(r.Callbacks) {
			jobs = max(len(r.Callbacks[c].Jobs), 1)
		}
		for j := range jobs {
			p := model.NewResult(r, lang.EN)
			p.Perform(model.ToJob(c, j))
			for _, ui := range [][]goapp.UI{mainParts(p), factsParts(p)} {
				for _, part := range ui {
					all.WriteString(apptest.Drawn(t, part) + "\n")
				}
			}
		}
	}
	for line := range strings.Lines(all.String()) {
		words := strings.Fields(line)
		for i := range words {
			if i > 0 && words[i] == "more" {
				n, _ := strconv.Atoi(strings.ReplaceAll(words[i-1], ",", ""))
				more += n
			}
		}
	}
	return all.String(), more
}
