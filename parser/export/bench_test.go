package export

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/callbacklens/callbacklens/parser/lang"
)

// BenchmarkFormats prints a callback of 20,000 tokens.
func BenchmarkFormats(b *testing.B) {
	var body strings.Builder
	body.WriteString(`<Response><EventName>TaskFinish</EventName><JobsDetail><JobId>a</JobId><Tag>WordsGeneralize</Tag><Operation><WordsGeneralizeResult>`)
	for i := range 20_000 {
		fmt.Fprintf(&body, "<WordsGeneralizeToken><Word>今天</Word><Pos>t</Pos><Offset>%d</Offset><Length>2</Length></WordsGeneralizeToken>", 2*i)
	}
	body.WriteString(`</WordsGeneralizeResult></Operation></JobsDetail></Response>`)
	r := inspect("a.xml", []byte(body.String()))
	for _, format := range []string{"json", "text", "csv", "tsv", "md", "xml"} {
		b.Run(format, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := printer(format)(io.Discard, lang.ZH, r); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
