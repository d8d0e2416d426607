package parser

import (
	"context"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/callbacklens/callbacklens/parser/internal/bodies"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// A byte that was lost or damaged on the way does not make another charset of the rest: the
// other words stay what they are, and what is wrong is said.
func TestADamagedCharacterIsNoOtherCharset(t *testing.T) {
	body := bodies.SoundXML
	for i := range body {
		if !utf8.RuneStart(body[i]) || body[i] < utf8.RuneSelf {
			continue
		}
		for name, damaged := range map[string]string{
			"lost": body[:i+1] + body[i+2:], "first lost": body[:i] + body[i+1:], "changed": body[:i] + "\xC1" + body[i+1:],
		} {
			r := Inspect(context.Background(), []byte(damaged), Options{Charset: testCharset})
			if len(r.Callbacks) != 1 || r.Source.Charset != "utf-8" || !strings.Contains(codes(r), "bad-utf8") {
				t.Fatalf("%s at %d: read as %s, said %s", name, i, r.Source.Charset, codes(r))
			}
			wrong, tokens := 0, r.Callbacks[0].Jobs[0].Tokens
			for k, word := range bodies.Words {
				if tokens.Word(k) != word {
					wrong++
				}
			}
			if wrong > 1 {
				t.Errorf("%s at %d: %d words are wrong", name, i, wrong)
			}
		}
	}
}

// Each line of a log has the charset that it was written in.
func TestEachLineHasItsOwnCharset(t *testing.T) {
	gbk, err := simplifiedchinese.GB18030.NewEncoder().String(bodies.SoundXML)
	if err != nil {
		t.Fatal(err)
	}
	damaged := strings.Replace(bodies.SoundJSON, "深", "深"[:2], 1)
	log := "收到回调 " + bodies.SoundJSON + "\n收到回调 " + gbk + "\n收到回调 " + damaged + "\n"
	r := Inspect(context.Background(), []byte(log), Options{Charset: testCharset})
	if len(r.Callbacks) != 3 || !strings.Contains(codes(r), "charset-guessed") || !strings.Contains(codes(r), "bad-utf8") {
		t.Fatalf("%d callbacks, said %s", len(r.Callbacks), codes(r))
	}
	for i := range r.Callbacks {
		tokens := r.Callbacks[i].Jobs[0].Tokens
		for k, word := range bodies.Words {
			if tokens.Word(k) != word {
				t.Errorf("body %d: %q, want %q", i, tokens.Word(k), word)
			}
		}
	}
}

// Java and some databases write characters beyond U+FFFF as two halves of three bytes each.
func TestHalvesOfThreeBytesAreOneCharacter(t *testing.T) {
	cesu := strings.ReplaceAll(bodies.SoundXML, "😀", "\xED\xA0\xBD\xED\xB8\x80")
	r := Inspect(context.Background(), []byte(cesu), Options{Charset: testCharset})
	if r.Source.Charset != "cesu-8" || codes(r) != "" || r.Callbacks[0].Jobs[0].Tokens.Word(5) != "😀" {
		t.Errorf("read as %s, said %s: %q", r.Source.Charset, codes(r), r.Callbacks[0].Jobs[0].Tokens.Word(5))
	}
	half := strings.ReplaceAll(bodies.SoundXML, "😀", "\xED\xA0\xBD")
	if r := Inspect(context.Background(), []byte(half), Options{Charset: testCharset}); !strings.Contains(codes(r), "bad-utf8") {
		t.Errorf("half of one: said %s", codes(r))
	}
}

// A charset that a header or a declaration behind other text names is as good as declared, and
// what was converted from it contradicts nothing.
func TestACharsetNamedBehindOtherText(t *testing.T) {
	body, err := simplifiedchinese.GB18030.NewEncoder().String(bodies.SoundXML)
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"HTTP": "POST /in HTTP/1.1\r\nContent-Type: text/xml; charset=GB18030\r\n\r\n" + body,
		"log":  "2025-03-04 05:06:11 INFO got <?xml version=\"1.0\" encoding=\"GB18030\"?>" + body + "\n",
	} {
		r := Inspect(context.Background(), []byte(text), Options{Charset: testCharset})
		if len(r.Callbacks) != 1 || strings.Contains(codes(r), "charset") {
			t.Errorf("%s: %d callbacks, said %s", name, len(r.Callbacks), codes(r))
			continue
		}
		for k, word := range bodies.Words {
			if got := r.Callbacks[0].Jobs[0].Tokens.Word(k); got != word {
				t.Errorf("%s: %q, want %q", name, got, word)
			}
		}
	}
	// UTF-8 with a byte lost stays UTF-8, whatever is named beside it.
	damaged := "charset=gb18030 " + strings.Replace(bodies.SoundXML, "深", "深"[:2], 1)
	if r := Inspect(context.Background(), []byte(damaged), Options{Charset: testCharset}); r.Source.Charset != "utf-8" {
		t.Errorf("damaged UTF-8 is read as %s", r.Source.Charset)
	}
}
