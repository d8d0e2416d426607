//go:build !js

package export

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/callbacklens/callbacklens/internal/visible"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

func init() { checks["brief"], checks["words"] = checkBrief, checkWords }

// checkBrief finds each value of the jobs on a line of its own, and each remark.
func checkBrief(r *parser.Report) error {
	out := export("brief", r)
	if err := quiet(out, "\n"); err != nil {
		return err
	}
	lines := strings.Split(out, "\n")
	for c := range r.Callbacks {
		for k := range r.Callbacks[c].Jobs {
			j := &r.Callbacks[c].Jobs[k]
			for _, v := range []parser.Value{j.ID, j.QueueID, j.Message, j.Operation.UserData} {
				if line := visible.Word(v.Item.Path()) + ": " + visible.Word(v.Text); v.Set() && !slices.Contains(lines, line) {
					return fmt.Errorf("no line %q in\n%s", line, out)
				}
			}
		}
	}
	for i := range r.Diagnostics {
		d := &r.Diagnostics[i]
		if !strings.Contains(out, ": "+visible.Word(d.Text.EN)+": "+d.Code+"\n") {
			return fmt.Errorf("%s is not said in\n%s", d.Code, out)
		}
	}
	return nil
}

// checkWords takes the words of each job off its line, one after the other.
func checkWords(r *parser.Report) error {
	out := export("words", r)
	for c := range r.Callbacks {
		for k := range r.Callbacks[c].Jobs {
			t := r.Callbacks[c].Jobs[k].Tokens
			if t.Len() == 0 {
				continue
			}
			line, rest, ended := strings.Cut(out, "\n")
			for i := range t.Len() {
				word := visible.Word(t.Word(i))
				if i > 0 {
					word = " " + word
				}
				var has bool
				if line, has = strings.CutPrefix(line, word); !has {
					return fmt.Errorf("word %d is not %q but %.100q", i, word, line)
				}
			}
			if out = rest; !ended || line != "" {
				return fmt.Errorf("behind the words is %q", line)
			}
		}
	}
	if out != "" {
		return fmt.Errorf("behind the words is %q", out)
	}
	return quiet(export("words", r), "\n")
}

// A ticket needs how a job went, its fields, the text and what is odd, and no table.
func TestBriefIsShort(t *testing.T) {
	body := `{"EventName":"TaskFinish","JobsDetail":[{"JobId":"a1","State":"Success","Tag":"WordsGeneralize","Message":"",` +
		`"Operation":{"WordsGeneralizeResult":{"WordsGeneralizeToken":[` +
		`{"Word":"今天","Pos":"t","Offset":"0","Length":"2"},{"Word":"打车","Pos":"v","Offset":"2","Length":"2"}]}}}]}`
	var out strings.Builder
	if err := printer("brief")(&out, lang.ZH, inspect("b.json", []byte(body))); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"b.json\n", "\n成功 · a1\n", "\nJobsDetail[1].State: Success\n", "\n文本: 今天打车 · 2 个词\n"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in\n%s", want, out.String())
		}
	}
	if strings.Contains(out.String(), "Message") || strings.Contains(out.String(), "Offset") {
		t.Errorf("it has more than is wanted:\n%s", out.String())
	}
	many := strings.Replace(body, `"Word":"今天"`, `"Word":"`+strings.Repeat("今天", 5000)+`"`, 1)
	out.Reset()
	if err := printer("brief")(&out, lang.EN, inspect("b.json", []byte(many))); err != nil || out.Len() > 4000 {
		t.Errorf("%d bytes, error %v", out.Len(), err)
	}
}

func FuzzBrief(f *testing.F) { fuzzFormat(f, "brief") }
func FuzzWords(f *testing.F) { fuzzFormat(f, "words") }
