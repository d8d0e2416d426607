package comparison

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"
	"weak"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/apptest"
	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/compare"
	"github.com/callbacklens/callbacklens/parser/lang"
)

func TestMeasuresAreThoseOfTheStyleSheet(t *testing.T) {
	apptest.WantStyles(t, "compare.css", fmt.Sprintf("--compare-row: %dpx;", rowHeight),
		fmt.Sprintf("--compare-row: %dpx;", tallRow), fmt.Sprintf("@media (width < %dpx)", narrow))
}

// facing is a page on which two bodies are compared, the result known.
func facing(t *testing.T, left, right string) (*model.Page, *state) {
	t.Helper()
	p := model.NewPage()
	p.Lang = lang.EN
	p.PresentBatch([]*model.Body{model.NewBody(apptest.Inspected(t, left), model.Given{Name: "a.xml"}),
		model.NewBody(apptest.Inspected(t, right), model.Given{Name: "b.xml"})}, nil)
	p.Perform(model.ToCompare(0, 0, 1))
	s := stateOf(p)
	s.take(compareSides(s.of.Sides, func() bool { return true }), s.current())
	return p, s
}

// invented returns n tokens with a gap here and there.
func invented(rnd *rand.Rand, n int) []string {
	tokens, at := make([]string, n), 0
	for i := range tokens {
		word := strings.Repeat("一", 1+rnd.IntN(3))
		tokens[i] = fmt.Sprintf("%s/n/%d/%d", word, at, len(word)/3)
		at += len(word)/3 + rnd.IntN(5)/4
	}
	return tokens
}

// The lines of the text hold every change once, none is too wide if it holds several,
// and what is chosen is found in its line.
func TestLinesHoldEveryChange(t *testing.T) {
	rnd := rand.New(rand.NewPCG(5, 6))
	_, s := facing(t, apptest.TokenBody(invented(rnd, 300)...), apptest.TokenBody(invented(rnd, 300)...))
	s.parts[partTokens].want = everything
	for _, wide := range []int{16, 40, 90} {
		s.setCells(wide)
		if s.lines[0] != 0 || int(s.lines[len(s.lines)-1]) != len(s.result.Tokens) || !slices.IsSorted(s.lines) {
			t.Fatalf("lines begin with %v", s.lines)
		}
		for n := range s.result.Tokens {
			row := s.rowOf(partTokens, n)
			if row < 0 || int(s.lines[row]) > n || int(s.lines[row+1]) <= n {
				t.Fatalf("change %d stands in row %d", n, row)
			}
		}
		for line := range len(s.lines) - 1 {
			from, to := s.lines[line], s.lines[line+1]
			var size [2]int
			for n := from; n < to; n++ {
				c := &s.result.Tokens[n]
				for side, tokens := range [2][]int32{s.result.LeftTokens(c), s.result.RightTokens(c)} {
					for _, i := range tokens {
						size[side] += cells([]byte(s.tokensOf(side).Word(int(i))))
					}
				}
			}
			if to-from > 1 && max(size[0], size[1]) > wide || to == from {
				t.Fatalf("line %d has %d changes and is %v wide, of %d", line, to-from, size, wide)
			}
		}
	}
}

// The keys lead over all differences that are listed, the fields first, and back.
func TestStepsLeadOverTheDifferences(t *testing.T) {
	p, s := facing(t,
		strings.Replace(apptest.TokenBody("今天/t/0/2", "打车/v/2/2", "花/v/4/1"), "<Tag>", "<JobId>a</JobId><Code>x</Code><Tag>", 1),
		strings.Replace(apptest.TokenBody("今天/n/0/2", "打/v/2/1", "车/v/3/1", "花/v/4/1"), "<Tag>", "<JobId>b</JobId><Tag>", 1))
	walk := func(by int) (all []string) {
		for range 10 {
			was := *s
			if Step(p, by); was.last == s.last && was.parts[s.last].at == s.parts[s.last].at {
				break
			}
			all = append(all, fmt.Sprint(s.last, s.sortOf(s.last, s.parts[s.last].at), s.ordinal()))
		}
		return all
	}
	want := []string{"0 changed 1", "0 gone 2", "1 retagged 3", "1 split 4"}
	if got := walk(1); !slices.Equal(got, want) || s.differences() != len(want) {
		t.Errorf("ahead %q, want %q of %d", got, want, s.differences())
	}
	back := slices.Clone(want[:3])
	slices.Reverse(back)
	if got := walk(-1); !slices.Equal(got, back) {
		t.Errorf("back %q, want %q", got, back)
	}
	s.parts[partTokens].want = 1 << compare.Split
	if got := walk(1); !slices.Equal(got, []string{"0 gone 2", "1 split 4"}) {
		t.Errorf("of one sort %q", got)
	}
}

// A side is chosen by what is typed; the job on the other side is not offered.
func TestJobsAreFoundByWhatIsTyped(t *testing.T) {
	p := apptest.Result(t, "jobs", lang.EN)
	p.Perform("compare")
	c := &View{P: p, Rev: p.Rev}
	client := apptest.Mounted(t, c)
	count := func() int {
		c.Update()
		client.Consume()
		return strings.Count(goapp.HTMLString(c), `class="compare-job"`)
	}
	if n := count(); n != 2 {
		t.Errorf("%d jobs are offered, want 2", n)
	}
	stateOf(p).typed = "003 failed"
	p.Rev++
	ch := &chooser{C: c, S: stateOf(p), Rev: p.Rev}
	if listed, more := ch.jobs(); strings.Count(goapp.HTMLString(listed.UI()), "<li") != 1 || more != 0 || ch.first != model.ToCompare(0, 2, 0) {
		t.Errorf("the first is found by %q", ch.first)
	}
	apptest.WantAll(t, goapp.HTMLString(c), words.Say.CompareGiven.EN, `data-intake="file"`, `data-paste="text"`)
}

// What is the same is said, and what was not read.
func TestWhatIsSaidOfAComparison(t *testing.T) {
	body := apptest.TokenBody(apptest.SomeWords...)
	p, _ := facing(t, body, body)
	c := &View{P: p, Rev: p.Rev}
	apptest.WantAll(t, apptest.Drawn(t, c), "No difference", "same 9", "a.xml", "b.xml", words.Say.CompareNone.EN)
	p.Compare.Sides[1].Body().Extent = model.ExtentLeft
	apptest.WantAll(t, apptest.Drawn(t, c), words.Say.ComparePartly.EN)
}

// Nothing of a comparison is held once another body has taken its place.
func TestAComparisonThatIsGoneIsLetGo(t *testing.T) {
	p := model.NewPage()
	c := &View{P: p}
	client := goapp.NewClientTester(c)
	defer client.Close()
	held := func() [2]weak.Pointer[parser.Document] {
		q, _ := facing(t, apptest.TokenBody("今天/t/0/2"), apptest.TokenBody("今/t/0/1", "天/t/1/1"))
		p.Body, p.Compare = q.Body, q.Compare
		c.Update()
		client.Consume()
		if !strings.Contains(goapp.HTMLString(c), "compare-row") {
			t.Fatal("it is not drawn")
		}
		var all [2]weak.Pointer[parser.Document]
		for i, s := range p.Compare.Sides {
			all[i] = weak.Make(s.Body().Report.Documents[0])
		}
		return all
	}()
	p.Clear()
	for range 3 {
		c.Update()
		client.Consume()
	}
	runtime.GC()
	runtime.GC()
	for i, document := range held {
		if document.Value() != nil {
			t.Errorf("what stood on side %d is still held", i)
		}
	}
	runtime.KeepAlive(p)
}

// Sides that change places keep what is chosen, listed and scrolled to, and nothing is
// compared anew.
func TestSwapKeepsThePlace(t *testing.T) {
	p, s := facing(t, apptest.TokenBody("今天/t/0/2", "打车/v/2/2", "花/v/4/1"), apptest.TokenBody("今/t/0/1", "天/t/1/1", "打车/n/2/2"))
	s.parts[partTokens].want = 1<<compare.Split | 1<<compare.Gone
	s.setCells(40)
	s.choose(partTokens, 0)
	p.Perform("swap")
	other := stateOf(p)
	if other == s || other.stale() {
		t.Fatal("compared anew")
	}
	if at := other.parts[partTokens]; at.at != 0 || at.want != 1<<compare.Merged|1<<compare.Added || len(at.rows) != len(s.parts[partTokens].rows) {
		t.Errorf("of %+v was kept %+v", s.parts[partTokens], at)
	}
	if got := other.sortOf(partTokens, 0); got != compare.Merged {
		t.Errorf("split is %s from the other side", got)
	}
}

// On paper stand both sides and what is listed of them; nothing while it is not known.
func TestAComparisonOnPaper(t *testing.T) {
	p, s := facing(t, apptest.TokenBody("今天/t/0/2", "打车/v/2/2"), apptest.TokenBody("今/t/0/1", "天/t/1/1", "打车/v/2/2"))
	s.setCells(40)
	page := apptest.Drawn(t, dom.El("div").Body(Paper(p)))
	apptest.WantAll(t, page, "1 difference", "a.xml", "b.xml", "split @0", "今天", "今", "天")
	if strings.Contains(page, "打车") {
		t.Errorf("what is the same is printed: %s", page)
	}
	if s.result = nil; Paper(p) != nil {
		t.Error("a comparison is printed that is not known")
	}
}
