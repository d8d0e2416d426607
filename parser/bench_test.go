package parser

import (
	"context"
	"encoding/json"
	"fmt"
	"testing"

	"github.com/beevik/etree"
	"github.com/callbacklens/callbacklens/parser/internal/bodies"
	"github.com/callbacklens/callbacklens/parser/internal/read"
)

// The benchmarks read generated bodies of 1,000 to 1,000,000 tokens. Each is
// run beside what else could have read it, on the same bytes.

var benchSizes = []int{1_000, 10_000, 100_000, 1_000_000}

// benchWords are the words of the generated bodies, over and over.
var benchWords = []string{"今天", "打车", "花", "60", "元", "去", "杭州", "开会", "，", "很", "顺利", "OK", "。"}

func benchBody(n int, asXML bool) []byte {
	words := make([]string, n)
	for i := range words {
		words[i] = benchWords[i%len(benchWords)]
	}
	if asXML {
		return []byte(bodies.XML(words))
	}
	return []byte(bodies.JSON(words))
}

type reading struct {
	name string
	read func([]byte) error
}

func benchmarkReadings(b *testing.B, asXML bool, readings []reading, most int) {
	for _, n := range benchSizes {
		var body []byte // made when a benchmark that was asked for runs
		for i, r := range append(readings, browserReadings(asXML)...) {
			if i > 1 && n > most {
				continue // the others take minutes
			}
			b.Run(fmt.Sprintf("%s/%d", r.name, n), func(b *testing.B) {
				if body == nil {
					body = benchBody(n, asXML)
				}
				b.SetBytes(int64(len(body)))
				b.ReportAllocs()
				for b.Loop() {
					if err := r.read(body); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

func inspectFor(n int) func([]byte) error {
	return func(body []byte) error {
		r := Inspect(context.Background(), body, Options{})
		if len(r.Callbacks) != 1 || r.Callbacks[0].Jobs[0].Tokens.Len() < n {
			return fmt.Errorf("the body was not read")
		}
		return nil
	}
}

func BenchmarkXML(b *testing.B) {
	benchmarkReadings(b, true, []reading{
		{"inspect", inspectFor(1)},
		{"read", func(body []byte) error {
			read.XML(context.Background(), body, 0, read.Options{Depth: 1000, Nodes: 16 << 20, Flaws: 20})
			return nil
		}},
		{"etree", func(body []byte) error { return etree.NewDocument().ReadFromBytes(body) }},
	}, 100_000)
}

func BenchmarkJSON(b *testing.B) {
	benchmarkReadings(b, false, []reading{
		{"inspect", inspectFor(1)},
		{"read", func(body []byte) error {
			read.JSON(context.Background(), body, 0, read.Options{Depth: 1000, Nodes: 16 << 20, Flaws: 20})
			return nil
		}},
		{"encoding-json", func(body []byte) error { var v any; return json.Unmarshal(body, &v) }},
	}, 100_000)
}
