// Package bodies makes up bodies for tests and says what is in them.
package bodies

import (
	"fmt"
	"strings"
)

// SoundXML and SoundJSON are bodies of the author's own in which nothing is
// wrong, long enough that their tokens become tables.
var (
	SoundXML  = XML(Words)
	SoundJSON = JSON(Words)
)

var Words = strings.Fields("我 在 深圳 看 海 😀 真 开心 啊 !")

// XML makes a callback of the given words in the order of genuine bodies.
func XML(words []string) string {
	var b strings.Builder
	b.WriteString(`<Response><EventName>TaskFinish</EventName><JobsDetail><Code>Success</Code><CreationTime>2024-05-06T07:08:09+0800</CreationTime>` +
		`<EndTime>2024-05-06T07:08:12+0800</EndTime><Input><BucketId>lens-1250000000</BucketId><Object>a b/文.txt</Object><Region>ap-guangzhou</Region></Input>` +
		`<JobId>alens0001</JobId><Message></Message><Operation><JobLevel>1</JobLevel><UserData>a&amp;b</UserData>` +
		`<WordsGeneralize><NerMethod>NerBasic</NerMethod><SegMethod>SegBasic</SegMethod></WordsGeneralize><WordsGeneralizeResult>` +
		`<WordsGeneralizeLable><Category>旅行</Category><Word>深圳</Word></WordsGeneralizeLable>`)
	at := 0
	for _, w := range words {
		n := len([]rune(w))
		fmt.Fprintf(&b, `<WordsGeneralizeToken><Length>%d</Length><Offset>%d</Offset><Pos>n</Pos><Word>%s</Word></WordsGeneralizeToken>`, n, at, w)
		at += n
	}
	b.WriteString(`</WordsGeneralizeResult></Operation><QueueId>plens</QueueId><StartTime>2024-05-06T07:08:10+0800</StartTime><State>Success</State><Tag>WordsGeneralize</Tag></JobsDetail></Response>`)
	return b.String()
}

// JSON is the same as JSON, without a wrapper as genuine bodies are.
func JSON(words []string) string {
	var b strings.Builder
	b.WriteString(`{"EventName":"TaskFinish","JobsDetail":[{"Code":"Success","CreationTime":"2024-05-06T07:08:09+0800","EndTime":"2024-05-06T07:08:12+0800",` +
		`"Input":{"BucketId":"lens-1250000000","Object":"a b/文.txt","Region":"ap-guangzhou"},"JobId":"alens0001","Message":"","Operation":{"JobLevel":"1","UserData":"a&b",` +
		`"WordsGeneralize":{"NerMethod":"NerBasic","SegMethod":"SegBasic"},"WordsGeneralizeResult":{"WordsGeneralizeLable":[{"Category":"旅行","Word":"深圳"}],"WordsGeneralizeToken":[`)
	at := 0
	for i, w := range words {
		n := len([]rune(w))
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, `{"Length":"%d","Offset":%d,"Pos":"n","Word":%s}`, n, at, QuoteJSON(w))
		at += n
	}
	b.WriteString(`]}},"QueueId":"plens","StartTime":"2024-05-06T07:08:10+0800","State":"Success","Tag":"WordsGeneralize"}]}`)
	return b.String()
}

var jsonEscapes = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\t", `\t`)

func QuoteJSON(s string) string { return `"` + jsonEscapes.Replace(s) + `"` }

func EscapeXML(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;").Replace(s)
}
