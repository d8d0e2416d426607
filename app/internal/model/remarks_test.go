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
	if _, job := b.Shown(); job != 20 || p.View != ViewFacts || !slices.Contains(b.About(b.Item()), odd[0]) {
		t.Errorf("its place leads to job %d, %s", job, b.Item().Path())
	}
	if len(b.AboutJob(0, 20)) != 2 || len(b.AboutJob(0, 19)) != 0 {
		t.Error("the jobs do not tell which of them has remarks")
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
	p.ToggleTags("v")
	p.ShowSpot(b.AboutToken(12)[0], 0)
	if b.Token() != 12 || p.View != ViewTokens || b.Sifted() {
		t.Errorf("it leads to token %d in %s, looking among %q", b.Token(), p.View, b.Tags())
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

// Of a remark on thousands of tokens few places are listed, but each token tells of it,
// and the table can be reduced to them.
func TestEachTokenOfARemarkIsKnown(t *testing.T) {
	body := strings.ReplaceAll(sentence(2000), "<Length>2</Length><Offset>", "<Length>9</Length><Offset>")
	p := NewPage()
	p.Open(inspected(body), Given{})
	b := p.Body
	n, remark := 0, -1
	for i := range b.Tokens().Len() {
		if all := b.AboutToken(i); slices.Contains(codes(b, all), "token-length") {
			n, remark = n+1, all[slices.Index(codes(b, all), "token-length")]
		}
	}
	d := &b.Report.Diagnostics[remark]
	if n < 1000 || n != d.Count || b.TokensOf(remark).Len() != n || len(d.Others) > 20 {
		t.Fatalf("%d tokens tell of it, %d are said, %d listed", n, d.Count, len(d.Others))
	}
	if p.Perform(ToTokensOf(remark)); b.Only() != remark || p.View != ViewTokens {
		t.Error("the table is not reduced to them")
	}
	if p.ChooseTags(); b.Only() >= 0 {
		t.Error("it stays reduced")
	}
}

// However many jobs a remark is on, it has a place in each.
func TestARemarkHasAPlaceInEachJob(t *testing.T) {
	p := NewPage()
	p.Open(inspected(strings.ReplaceAll(jobs(700, 0), "<State>Success", "<State>Failed")), Given{})
	p.ShowJob(0, 699)
	shown := p.Body.AboutShown()
	if got := codes(p.Body, shown); !slices.Contains(got, "state-code") {
		t.Fatalf("of the last job is said %q", got)
	}
	for _, i := range shown {
		if spots, here := p.Body.Spots(i); here == 0 || spots[0].Job >= 0 && spots[0].Job != 699 {
			t.Errorf("%s has no place in it", p.Body.Report.Diagnostics[i].Code)
		}
	}
}
