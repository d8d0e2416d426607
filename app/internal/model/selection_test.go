package model

import (
	"strconv"
	"strings"
	"testing"

	"github.com/callbacklens/callbacklens/parser"
)

// sentence is a body of n tokens of two characters, each with a part of speech.
func sentence(n int) string {
	var b strings.Builder
	b.WriteString("<Response><EventName>TaskFinish</EventName><JobsDetail><JobId>j</JobId><State>Success</State>" +
		"<Operation><WordsGeneralizeResult>")
	for i := range n {
		b.WriteString("<WordsGeneralizeToken><Word>今天</Word><Pos>t</Pos><Length>2</Length><Offset>" +
			strconv.Itoa(2*i) + "</Offset></WordsGeneralizeToken>")
	}
	return b.String() + "</WordsGeneralizeResult></Operation></JobsDetail></Response>"
}

// What is chosen is one place; token and item follow from it, also of a part of a
// token, and of what is in no token.
func TestTokenAndItemFollowFromThePlace(t *testing.T) {
	p := NewPage()
	p.Open(inspected(sentence(40)), Given{})
	tokens := p.Body.Tokens()
	p.SelectToken(12)
	if p.Body.Token() != 12 || p.Body.Item() != tokens.Place(12) {
		t.Errorf("token %d, item %s", p.Body.Token(), p.Body.Item().Path())
	}
	offset := tokens.Place(30).Child("Offset")
	p.Select(p.Body.Report.Place(offset))
	if p.Body.Token() != 30 || p.Body.Item() != offset {
		t.Errorf("of an offset the token is %d, the item %s", p.Body.Token(), p.Body.Item().Path())
	}
	p.Select(p.Body.Report.Place(p.Body.CurrentJob().ID.Item))
	if p.Body.Token() != -1 || !p.Body.Chosen(p.Body.CurrentJob().ID.Item) {
		t.Errorf("of the ID the token is %d, the item %s", p.Body.Token(), p.Body.Item().Path())
	}
	p.SelectToken(-1)
	if p.Body.Token() != -1 || p.Body.Item().Ok() || p.Body.Place() != (parser.Place{}) {
		t.Error("something is chosen after nothing was")
	}
}

// A token that the end of the beginning cut is the whole token once more was read.
func TestWhatIsChosenOutlivesTheBeginning(t *testing.T) {
	whole := sentence(40)
	p, r := NewPage(), &Reading{Cancel: func() {}}
	p.Begin(r)
	p.Begun(r, begunWith(whole[:len(whole)/2]), Given{Prefix: true})
	last := p.Body.Tokens().Len() - 1
	for _, token := range []int{0, 7, last} {
		p.SelectToken(token)
		p.Begun(r, begunWith(whole[:len(whole)*3/4]), Given{Prefix: true})
		if at := p.Body.Report.Place(p.Body.Tokens().Place(token)); p.Body.Token() != token || p.Body.Place() != at {
			t.Errorf("of token %d is chosen %d, %v, want %v", token, p.Body.Token(), p.Body.Place(), at)
		}
	}
	p.Present(r, inspected(whole), Given{})
	if p.Body.Token() != last {
		t.Errorf("in the end token %d is chosen, want %d", p.Body.Token(), last)
	}
}

func BenchmarkChoosingAmongManyTokens(b *testing.B) {
	p := NewPage()
	p.Open(inspected(sentence(100_000)), Given{})
	for i := 0; b.Loop(); i++ {
		p.SelectToken(i * 7919 % 100_000)
		if p.Body.Token() < 0 {
			b.Fatal("no token is chosen")
		}
	}
}
