package model

import (
	"slices"
	"strconv"
	"strings"
	"testing"
)

// jobs is a body of n jobs of which one says that it failed and succeeded.
func jobs(n, odd int) string {
	var b strings.Builder
	b.WriteString("<Response><EventName>TaskFinish</EventName>")
	for i := range n {
		state := "Success"
		if i == odd {
			state = "Failed"
		}
		b.WriteString("<JobsDetail><Tag>WordsGeneralize</Tag><JobId>j" + strconv.Itoa(i) + "</JobId><State>" + state +
			"</State><Code>Success</Code><Operation><WordsGeneralizeResult><WordsGeneralizeToken><Word>今天</Word>" +
			"<Pos>t</Pos><Offset>0</Offset><Length>2</Length></WordsGeneralizeToken></WordsGeneralizeResult></Operation></JobsDetail>")
	}
	return b.String() + "</Response>"
}

func codes(b *Body, remarks []int) []string {
	var all []string
	for _, i := range remarks {
		all = append(all, b.Report.Diagnostics[i].Code)
	}
	return all
}

// A remark on one of many jobs is counted and listed where that is shown, and one
// step away elsewhere.
func TestRemarksBelongToTheirJob(t *testing.T) {
	p := NewPage()
	p.Open(inspected(jobs(40, 20)), Given{})
	b := p.Body
	if here, elsewhere := b.Remarks(); here != 0 || elsewhere != 2 {
		t.Fatalf("on the first job are %d remarks, %d elsewhere: %v", here, elsewhere, b.Report.Diagnostics)
	}
	odd := b.AllRemarks()
	p.ShowRemark(odd[0])
	if !b.EveryJob() || b.Led() != odd[0] || p.View != ViewRemarks {
		t.Error("a remark on another job is not listed when it is led to")
	}
	p.ShowSpot(odd[0], 0)
	if _, job := b.Shown(); job != 20 || p.View != ViewTree || !slices.Contains(b.About(b.Item()), odd[0]) {
		t.Errorf("its place leads to job %d, %s", job, b.Item().Path())
	}
	if here, elsewhere := b.Remarks(); here != 2 || elsewhere != 0 {
		t.Errorf("on that job are %d remarks, %d elsewhere", here, elsewhere)
	}
}

// A remark on a field of a token is one on the token, and leads to it in the table
// even if that was reduced to others.
func TestRemarksAreFoundByTheirToken(t *testing.T) {
	body := strings.Replace(sentence(40), "<Length>2</Length><Offset>24", "<Length>9</Length><Offset>24", 1)
	p := NewPage()
	p.Open(inspected(body), Given{})
	b := p.Body
	if got := codes(b, b.AboutToken(12)); !slices.Contains(got, "token-length") || len(b.AboutToken(20)) > 0 {
		t.Fatalf("on token 12 is said %q, on token 20 %q", got, codes(b, b.AboutToken(20)))
	}
	p.FilterTag("v")
	p.ShowSpot(b.AboutToken(12)[0], 0)
	if b.Token() != 12 || p.View != ViewTokens || b.Tag() != "" {
		t.Errorf("it leads to token %d in %s, reduced to %q", b.Token(), p.View, b.Tag())
	}
}

// The rest of a body may take back what seems odd about its beginning.
func TestOfABeginningNothingIsSaid(t *testing.T) {
	p, r := NewPage(), &Reading{Cancel: func() {}}
	p.Begin(r)
	body := jobs(1, 0)
	p.Begun(r, inspected(body[:len(body)-20]), Given{Prefix: true})
	if here, _ := p.Body.Remarks(); here != 0 || len(p.Body.AboutShown()) != 0 {
		t.Errorf("of a beginning are said %d remarks", here)
	}
	p.Present(r, inspected(body), Given{})
	if here, _ := p.Body.Remarks(); here == 0 {
		t.Error("of the whole nothing is said")
	}
}
