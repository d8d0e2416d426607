package parser

import (
	"context"
	"strings"
	"testing"
)

// What hiding secrets adds to reading: of a body of many tokens, and of one
// whose elements have attributes and so make no table.
func BenchmarkRedact(b *testing.B) {
	for name, body := range map[string][]byte{
		"XML":      benchBody(100_000, true),
		"JSON":     benchBody(100_000, false),
		"untabled": []byte(`<Response><JobsDetail>` + strings.Repeat(`<Item a="1"><Name>one</Name><Text>two three</Text></Item>`, 50_000) + `</JobsDetail></Response>`),
	} {
		for _, hide := range []bool{false, true} {
			b.Run(name+map[bool]string{false: "/shown", true: "/hidden"}[hide], func(b *testing.B) {
				b.SetBytes(int64(len(body)))
				for b.Loop() {
					Inspect(context.Background(), body, Options{Redact: hide})
				}
			})
		}
	}
}
