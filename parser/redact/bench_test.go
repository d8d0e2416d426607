package redact

import (
	"strings"
	"testing"
)

func BenchmarkFind(b *testing.B) {
	for name, row := range map[string]string{
		"elements": `<Item a="1"><Name>one</Name><Text>two three</Text></Item>`,
		"members":  `{"Length":"2","Offset":"12345","Pos":"nx","Word":"花"},`,
		"prose":    `今天打车花了60元去杭州开会, it went well and took all day. `,
	} {
		text := []byte(strings.Repeat(row, 1<<20/len(row)))
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				Find(text, nil)
			}
		})
	}
}
