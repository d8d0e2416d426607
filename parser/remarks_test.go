package parser

import (
	"fmt"
	"strings"
	"testing"

	"github.com/callbacklens/callbacklens/parser/internal/said"
	"github.com/callbacklens/callbacklens/parser/reference"
)

func TestEveryRemarkIsSaidInBothLanguages(t *testing.T) {
	anchors := make(map[string]bool)
	for _, table := range reference.Tables() {
		for _, f := range table.Fields {
			anchors[f.Anchor] = true
		}
	}
	for _, p := range reference.PartsOfSpeech() {
		anchors[p.Anchor] = true
	}
	seen := make(map[string]bool)
	for _, m := range Remarks() {
		if seen[m.Code] {
			t.Errorf("%s is there twice", m.Code)
		}
		seen[m.Code] = true
		if m.Text.ZH == "" || m.Text.EN == "" {
			t.Errorf("%s lacks a language", m.Code)
		}
		for _, hole := range []string{"{0}", "{1}", "{2}"} {
			if strings.Contains(m.Text.ZH, hole) != strings.Contains(m.Text.EN, hole) {
				t.Errorf("%s: only one language has %s", m.Code, hole)
			}
		}
		if m.Ref != "" && !anchors[m.Ref] {
			t.Errorf("%s rests on %q, which is no row of the reference", m.Code, m.Ref)
		}
	}
}

// TestWhatIsSaidAgainIsToldOnce: the same thing of a field in several jobs, or of
// several tokens, is one remark with its count and places; that of another field is
// another remark.
func TestWhatIsSaidAgainIsToldOnce(t *testing.T) {
	job := func(id string) string {
		return `{"JobId":"` + id + `","Tag":"T","State":"Success","CreationTime":"soon","StartTime":"later"}`
	}
	r := readString(`{"EventName":"TaskFinish","JobsDetail":[` + job("a") + "," + job("b") + "," + job("c") + `]}`)
	var told []string
	for _, d := range r.Diagnostics {
		if d.Code == "time-unreadable" {
			at := fmt.Sprint(d.Item.Name(), " ", d.Count)
			for s := range d.Spots() {
				at += fmt.Sprint(" ", s.Job, "@", s.At.Column)
			}
			told = append(told, at)
		}
	}
	if want := "CreationTime 3 0@82 1@166 2@250|StartTime 3 0@104 1@188 2@272"; strings.Join(told, "|") != want {
		t.Errorf("told %q, want %q", strings.Join(told, "|"), want)
	}
	if d := &r.Diagnostics[0]; !d.In(2) || d.In(3) {
		t.Errorf("%s is in other jobs than those of its places", d.Code)
	}
}

// TestEachJobHasItsPlaces: what a long first job has plenty of leaves room for the
// places of the next one.
func TestEachJobHasItsPlaces(t *testing.T) {
	token := `{"Word":"ab","Offset":"0","Length":"1","Pos":"n"},`
	job := `{"Operation":{"WordsGeneralizeResult":{"WordsGeneralizeToken":[` + strings.Repeat(token, 50) + `{}]}}}`
	r := readString(`{"JobsDetail":[` + job + `,` + job + `]}`)
	for _, d := range r.Diagnostics {
		if d.Code != "token-length" {
			continue
		}
		in := map[int]int{}
		for s := range d.Spots() {
			in[s.Job]++
		}
		if d.Count != 100 || in[0] != said.Most || in[1] != said.Most {
			t.Errorf("said %d times, with places in jobs %v", d.Count, in)
		}
		return
	}
	t.Error("the lengths are not spoken of")
}
