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

// A label has no place in the text: it chooses the first token with its word, and a token
// the labels with its word. What is pressed twice is chosen no longer.
func TestLabelsAndTokensNameEachOther(t *testing.T) {
	body := strings.Replace(sentence(4), "<WordsGeneralizeResult>", "<WordsGeneralizeResult>"+
		"<WordsGeneralizeLable><Category>a</Category><Word>明天</Word></WordsGeneralizeLable>"+
		"<WordsGeneralizeLable><Category>b</Category><Word>今天</Word></WordsGeneralizeLable>", 1)
	p := NewPage()
	p.Open(inspected(body), Given{})
	for _, c := range []struct {
		do     string
		token  int
		labels [2]bool
	}{
		{ToLabel(0), -1, [2]bool{true, false}}, // no token has its word
		{ToLabel(1), 0, [2]bool{false, true}},
		{ToLabel(1), -1, [2]bool{}},
		{ToToken(2), 2, [2]bool{false, true}},
	} {
		p.Perform(c.do)
		if got := [2]bool{p.Body.Named(0), p.Body.Named(1)}; p.Body.Token() != c.token || got != c.labels {
			t.Errorf("%s: token %d, labels %v, want %d, %v", c.do, p.Body.Token(), got, c.token, c.labels)
		}
	}
	p.Perform(ToLabel(1))
	if p.ToggleToken(0); p.Body.Token() != 0 || p.Body.Item() != p.Body.Tokens().Place(0) {
		t.Error("the token that a label names is not chosen by a press, but let go of")
	}
	if p.ToggleToken(0); p.Body.Token() != -1 {
		t.Error("a second press does not let go")
	}
}

// An offset leads to the token that covers it, the innermost one; else the next one is
// chosen, and that it is so is said.
func TestGoingToAnOffset(t *testing.T) {
	p := NewPage()
	p.Open(inspected("<Response><JobsDetail><Tag>WordsGeneralize</Tag><Operation><WordsGeneralizeResult>"+
		tokenAt("中华人民", 0, 4)+tokenAt("人民", 2, 2)+tokenAt("好", 9, 1)+
		"</WordsGeneralizeResult></Operation></JobsDetail></Response>"), Given{})
	for _, c := range []struct {
		offset, token int
		said          string
	}{{0, 0, ""}, {3, 1, ""}, {1, 0, ""}, {9, 2, ""}, {5, 2, "No token covers offset 5"}, {10, 2, "There is no offset 10"}} {
		p.Hush()
		p.Perform(ToOffset(c.offset))
		if got := p.Notice.Text.EN; p.Body.Token() != c.token || got == "" != (c.said == "") {
			t.Errorf("offset %d leads to token %d, and says %q; want %d, %q", c.offset, p.Body.Token(), got, c.token, c.said)
		}
	}
}

func tokenAt(word string, offset, length int) string {
	return "<WordsGeneralizeToken><Word>" + word + "</Word><Pos>n</Pos><Length>" + strconv.Itoa(length) +
		"</Length><Offset>" + strconv.Itoa(offset) + "</Offset></WordsGeneralizeToken>"
}
