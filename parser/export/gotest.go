//go:build !js

package export

import (
	"github.com/callbacklens/callbacklens/parser/export/brief"
	"github.com/callbacklens/callbacklens/parser/export/replay"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// forPrograms are the formats that the page does without, so that its program stays
// small: who has a Go program has the command line, and Markdown says more than plain text.
var forPrograms = []*Format{&asGoTest, &asBrief, &asWords}

var asBrief = Format{
	Name: "brief", Extension: "txt", MediaType: "text/plain; charset=utf-8", Print: brief.Report,
	Title: lang.Text{ZH: "简要文本（用于工单、聊天）", EN: "Short text for a ticket or a chat"},
}

var asWords = Format{
	Name: "words", Extension: "txt", MediaType: "text/plain; charset=utf-8", Of: OfTokens, Print: brief.Words,
	Title: lang.Text{ZH: "分词后的文本（以空格分隔）", EN: "The words with blanks between them"},
}

var asGoTest = Format{
	Name: "gotest", Extension: "go", MediaType: "text/x-go; charset=utf-8", Of: OfBody, Print: replay.GoTest,
	Title: lang.Text{ZH: "测试用例（Go）", EN: "test cases in Go"},
	Note: lang.Text{
		ZH: "与 callbacklens kit -lang go 输出的解码代码放在一起使用",
		EN: "to stand beside the decoder that callbacklens kit -lang go writes",
	},
}
