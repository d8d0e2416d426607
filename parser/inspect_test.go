package parser

import (
	"context"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/callbacklens/callbacklens/parser/callback"
	"github.com/callbacklens/callbacklens/parser/internal/bodies"
	"github.com/callbacklens/callbacklens/parser/internal/chars"
)

// readString inspects body with the defaults.
func readString(body string) *Report {
	return Inspect(context.Background(), []byte(body), Options{})
}

// codes lists the diagnostics of a report that are no remarks.
func codes(r *Report) string {
	var out []string
	for _, d := range r.Diagnostics {
		if d.Severity != Info {
			out = append(out, d.Code)
		}
	}
	return strings.Join(out, " ")
}

func TestSoundBodiesAreQuiet(t *testing.T) {
	for name, body := range map[string]string{"xml": bodies.SoundXML, "json": bodies.SoundJSON} {
		r := readString(body)
		if c := codes(r); c != "" {
			t.Errorf("%s: %s", name, c)
		}
		if len(r.Layers) > 0 {
			t.Errorf("%s: layers %v", name, r.Layers)
		}
		job := r.Callbacks[0].Jobs[0]
		if text, ok := job.Tokens.Text(); !ok || text != strings.Join(bodies.Words, "") {
			t.Errorf("%s: text %q, %v", name, text, ok)
		}
		if job.Tokens.Unit != callback.UnitRunes {
			t.Errorf("%s: unit %v", name, job.Tokens.Unit)
		}
		if got := job.Input.Address(); got != "https://lens-1250000000.cos.ap-guangzhou.myqcloud.com/a%20b/%E6%96%87.txt" {
			t.Errorf("%s: address %s", name, got)
		}
		if len(r.Documents[0].Flat().Tables) != 1 {
			t.Errorf("%s: %d tables", name, len(r.Documents[0].Flat().Tables))
		}
	}
}

// TestCutAnywhere cuts sound bodies at every byte. Every token that was
// complete must be there, whole; a partial one must be marked; and one
// diagnostic must say that the body was cut.
func TestCutAnywhere(t *testing.T) {
	for name, body := range map[string]string{"xml": bodies.SoundXML, "json": bodies.SoundJSON} {
		whole := readString(body).Callbacks[0].Jobs[0].Tokens
		for n := 1; n < len(body); n++ {
			if err := cutKeepsTokens(body[:n], whole); err != nil {
				t.Fatalf("%s cut at %d, after …%s: %v", name, n, body[max(0, n-30):n], err)
			}
		}
	}
}

func FuzzCut(f *testing.F) {
	f.Add("我 在 深圳 看 海 😀 真 开心 啊 !", true, uint16(700))
	f.Add("a b c d e f g h i j k", false, uint16(900))
	f.Fuzz(func(t *testing.T, text string, asXML bool, at uint16) {
		words := strings.FieldsFunc(strings.ToValidUTF8(text, "?"), func(r rune) bool {
			return r == ' ' || !chars.IsXMLChar(r) || strings.ContainsRune("<&>\"\r\\", r) || r > 0x7e && r < 0xa0 || r == 0xFEFF
		})
		if len(words) == 0 || len(words) > 100 {
			return
		}
		body := bodies.JSON(words)
		if asXML {
			body = bodies.XML(words)
		}
		r := readString(body)
		if c := codes(r); strings.Contains(c, "json") || strings.Contains(c, "xml") {
			t.Fatalf("%s said of a sound body", c)
		}
		if err := cutKeepsTokens(body[:int(at)%len(body)], r.Callbacks[0].Jobs[0].Tokens); err != nil {
			t.Fatal(err)
		}
	})
}

func cutKeepsTokens(body string, whole *callback.Tokens) error {
	r := readString(body)
	cuts := 0
	for _, d := range r.Diagnostics {
		switch {
		case d.Code == "cut" || d.Code == "cut-body":
			cuts++
		case d.Code == "empty" || d.Code == "no-body" && len(body) < 3, d.Code == "nothing-known":
			cuts++
		case d.Severity != Info && (strings.HasPrefix(d.Code, "xml") || strings.HasPrefix(d.Code, "json")):
			return fmt.Errorf("%s said of a body that is only cut", d.Code)
		}
	}
	if cuts == 0 {
		return fmt.Errorf("no word of the cut: %v", r.Diagnostics)
	}
	complete := 0 // tokens whose last tag or brace is there
	for i := range whole.Len() {
		if end := whole.Place(i).Span().End; int(end) <= len(body) {
			complete = i + 1
		}
	}
	if complete == 0 || len(r.Callbacks) == 0 {
		return nil
	}
	tokens := r.Callbacks[0].Jobs[0].Tokens
	if tokens.Len() < complete || tokens.Len() > complete+1 {
		return fmt.Errorf("%d tokens, want %d or one more", tokens.Len(), complete)
	}
	for i := range tokens.Len() {
		if partial := i >= complete; tokens.Partial(i) != partial {
			return fmt.Errorf("token %d partial is %v", i, tokens.Partial(i))
		} else if !partial && (tokens.Word(i) != whole.Word(i) || tokens.Pos(i) != whole.Pos(i)) {
			return fmt.Errorf("token %d is %q", i, tokens.Word(i))
		}
	}
	return nil
}

func TestStopKeepsWhatWasRead(t *testing.T) {
	many := make([]string, 50_000)
	for i := range many {
		many[i] = "词"
	}
	for name, body := range map[string]string{"xml": bodies.XML(many), "json": bodies.JSON(many)} {
		ctx, cancel := context.WithCancel(context.Background())
		pulses := 0
		r := Inspect(ctx, []byte(body), Options{Pulse: func(p Progress) {
			if pulses++; p.Tokens > 100 || pulses > 40 {
				cancel()
			}
		}})
		cancel()
		if !r.Stopped {
			t.Fatalf("%s: not stopped after %d pulses", name, pulses)
		}
		if n := len(bodies.Leaves(r.Documents[0])); n < 400 || n > 150_000 {
			t.Errorf("%s: %d leaves were kept", name, n)
		}
		if len(r.Callbacks) != 1 {
			t.Fatalf("%s: %d callbacks", name, len(r.Callbacks))
		}
		if n := r.Callbacks[0].Jobs[0].Tokens.Len(); n < 100 || n >= len(many) {
			t.Errorf("%s: %d tokens were kept", name, n)
		}
	}
}

func TestPrefixSaysNothingOfTheCut(t *testing.T) {
	r := Inspect(context.Background(), []byte(bodies.SoundXML[:len(bodies.SoundXML)/2]), Options{Prefix: true})
	if c := codes(r); c != "" {
		t.Errorf("a prefix says %s", c)
	}
	if r.Callbacks[0].Jobs[0].Tokens.Len() == 0 {
		t.Error("no tokens in the prefix")
	}
}

// Of a token that is not all there yet nothing is shown: what it lacks comes.
func TestPrefixHasWholeTokens(t *testing.T) {
	for _, body := range []string{bodies.XML([]string{"a", "b", "c"}), bodies.JSON([]string{"a", "b", "c"})} {
		for end := range len(body) {
			r := Inspect(context.Background(), []byte(body[:end]), Options{Prefix: true})
			if len(r.Callbacks) == 0 || len(r.Callbacks[0].Jobs) == 0 {
				continue
			}
			tokens := r.Callbacks[0].Jobs[0].Tokens
			for i := range tokens.Len() {
				if tokens.Partial(i) || tokens.Pos(i) == "" || tokens.Word(i) == "" {
					t.Fatalf("token %d of %s", i, body[:end])
				}
			}
		}
	}
}

func TestManyTokensOutOfOrder(t *testing.T) {
	const n = 3*1024 + 100
	var shuffled, text strings.Builder
	for k := range n {
		i := (k*7919 + 13) % n // 7919 is a prime that does not divide n
		fmt.Fprintf(&shuffled, `<WordsGeneralizeToken><Length>1</Length><Offset>%d</Offset><Pos>n</Pos><Word>%c</Word></WordsGeneralizeToken>`, i, 'a'+rune(i%26))
		text.WriteRune('a' + rune(k%26))
	}
	body := strings.Replace(bodies.XML([]string{"x"}), `<WordsGeneralizeToken><Length>1</Length><Offset>0</Offset><Pos>n</Pos><Word>x</Word></WordsGeneralizeToken>`, shuffled.String(), 1)
	tokens := readString(body).Callbacks[0].Jobs[0].Tokens
	if got, ok := tokens.Text(); !ok || got != text.String() {
		t.Errorf("%d tokens give %d characters, tiled: %v", tokens.Len(), len(got), ok)
	}
}

// The bracket that a body begins with may be lost: it has a place all the same.
func TestLostBracketAtTheVeryBeginning(t *testing.T) {
	r := Inspect(context.Background(), []byte(`"JobsDetail":{"JobId":"a","Odd":(}}`), Options{})
	if len(r.Callbacks) != 1 {
		t.Fatalf("%d callbacks", len(r.Callbacks))
	}
	for i := range r.Diagnostics {
		for at := range r.Diagnostics[i].Spots() {
			if int(at.Span.End) > len(r.Source.Text) || at.At.Offset > len(r.Source.Text) {
				t.Errorf("%s lies at %v, %v", r.Diagnostics[i].Code, at.Span, at.At)
			}
		}
	}
}

// The end tag of a field may be lost whole: what is known to stand beside it ends it.
func TestALostEndTagCostsNothing(t *testing.T) {
	want := strings.Join(bodies.Leaves(readString(travelledXML).Documents[0]), "\n")
	leaf := regexp.MustCompile(`[^<>]</\w+>(<\w+>)`)
	tried := 0
	for _, m := range leaf.FindAllStringSubmatchIndex(travelledXML, -1) {
		text := travelledXML[:m[0]+1] + travelledXML[m[2]:]
		r := readString(text)
		tried++
		if got := strings.Join(bodies.Leaves(r.Documents[0]), "\n"); got != want || codes(r) == "" {
			t.Errorf("%s is read as %q, said %s", text[m[0]-10:m[0]+20], got, codes(r))
		}
	}
	if tried < 10 {
		t.Errorf("only %d were tried", tried)
	}
}
