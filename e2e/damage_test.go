//go:build !js

package e2e

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"html"
	"math/rand/v2"
	"net/url"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// damage makes bodies that no service sends out of those of the stories.
type damage struct {
	*rand.Rand
	bodies [][]byte
}

// damagedSize bounds what is made, in bytes.
const damagedSize = 192 << 10

func newDamage(t testing.TB, seed uint64) *damage {
	d := &damage{Rand: rand.New(rand.NewPCG(seed, 0))}
	stories, err := filepath.Glob(filepath.Join("..", "testdata", "stories", "*.txtar"))
	if err != nil || len(stories) == 0 {
		t.Fatalf("no stories: %v", err)
	}
	for _, path := range stories {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range archive.Files {
			if !strings.HasPrefix(f.Name, "report.") && len(f.Data) > 0 {
				d.bodies = append(d.bodies, f.Data)
			}
		}
	}
	return d
}

// body returns the next body and how it was made.
func (d *damage) body() (body []byte, how string) {
	body = bytes.Clone(d.any())
	var done []string
	for range 1 + d.IntN(3) {
		way := ways[d.IntN(len(ways))]
		body = way.do(d, body)
		body = body[:min(len(body), damagedSize)]
		done = append(done, way.name)
	}
	return body, strings.Join(done, ", ")
}

func (d *damage) any() []byte { return d.bodies[d.IntN(len(d.bodies))] }

// at returns a place in text.
func (d *damage) at(text []byte) int { return d.IntN(len(text) + 1) }

// part returns a piece of text of up to most bytes.
func (d *damage) part(text []byte, most int) (start, end int) {
	start = d.at(text)
	return start, min(start+d.IntN(most), len(text))
}

func insert(text []byte, at int, more string) []byte {
	return bytes.Join([][]byte{text[:at], []byte(more), text[at:]}, nil)
}

func pick[T any](d *damage, list ...T) T { return list[d.IntN(len(list))] }

// ways are the kinds of damage.
var ways = []struct {
	name string
	do   func(*damage, []byte) []byte
}{
	{"cut", func(d *damage, b []byte) []byte { return b[:d.at(b)] }},
	{"beheaded", func(d *damage, b []byte) []byte { return b[d.at(b):] }},
	{"flipped", func(d *damage, b []byte) []byte {
		for i := range b {
			if d.IntN(50) == 0 {
				b[i] ^= 1 << d.IntN(8)
			}
		}
		return b
	}},
	{"doubled", func(d *damage, b []byte) []byte {
		start, end := d.part(b, 400)
		return insert(b, d.at(b), strings.Repeat(string(b[start:end]), 1+d.IntN(60)))
	}},
	{"spliced", func(d *damage, b []byte) []byte {
		other := d.any()
		return append(bytes.Clone(b[:d.at(b)]), other[d.at(other):]...)
	}},
	{"deep", func(d *damage, b []byte) []byte {
		unit := pick(d, "<a>", "[", `{"a":`, `["`, "<a b='", "(", "{")
		return insert(b, d.at(b), strings.Repeat(unit, 1+d.IntN(8000)))
	}},
	{"unbalanced", func(d *damage, b []byte) []byte {
		kept := b[:0]
		for _, c := range b {
			if !strings.ContainsRune(`<>{}[]"'/`, rune(c)) || d.IntN(8) > 0 {
				kept = append(kept, c)
			}
		}
		return kept
	}},
	{"no text", func(d *damage, b []byte) []byte {
		return insert(b, d.at(b), pick(d, "\xff\xfe", "\xc3", "\xed\xa0\x80", "\xf8\x88\x80\x80", "\x00\x00", "\xe4\xbb")+"\x80")
	}},
	{"invisible", func(d *damage, b []byte) []byte {
		signs := []rune("\u202e\ufeff\u200b\u2028\u0000\U000e0041\ufffd\u3164")
		return insert(b, d.at(b), string(pick(d, signs...)))
	}},
	{"long name", func(d *damage, b []byte) []byte {
		name := strings.Repeat(pick(d, "a", "名", "x:", "-"), 1+d.IntN(30000))
		return insert(b, d.at(b), pick(d, "<"+name+">", `"`+name+`":`, "<a "+name+"='1'>", "&"+name+";"))
	}},
	{"many", func(d *damage, b []byte) []byte {
		unit := pick(d, "<a/>", "1,", `"a":1,`, "&amp;", "&", "<!---->", "]", "{}", "<b>x</b>", "01,")
		return insert(b, d.at(b), strings.Repeat(unit, 1+d.IntN(9000)))
	}},
	{"wrapped", func(d *damage, b []byte) []byte { return wrap(d, b) }},
	{"wrapped and cut", func(d *damage, b []byte) []byte {
		b = wrap(d, b)
		return b[:d.at(b)]
	}},
}

// wrap puts a body into a wrapper that callbacks are met in.
func wrap(d *damage, b []byte) []byte {
	s := string(b)
	return []byte(pick(d,
		base64.StdEncoding.EncodeToString(b),
		base64.StdEncoding.EncodeToString(squeeze(b)),
		string(squeeze(b)),
		strconv.Quote(s),
		"body="+url.QueryEscape(s),
		html.EscapeString(s),
		"```xml\n"+s+"\n```",
		"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: "+strconv.Itoa(d.IntN(2*len(b)+1))+"\r\n\r\n"+s,
	))
}

func squeeze(b []byte) []byte {
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	_, _ = w.Write(b)
	_ = w.Close()
	return packed.Bytes()
}
