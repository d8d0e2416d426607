package export

import (
	"github.com/callbacklens/callbacklens/parser/export/replay"
	"github.com/callbacklens/callbacklens/parser/lang"
)

var asGoTest = Format{
	Name: "gotest", Extension: "_test.go", MediaType: "text/x-go; charset=utf-8", Of: OfBody, Print: replay.GoTest,
	Title: lang.Text{ZH: "测试用例（Go）", EN: "Test cases in Go"},
	Note: lang.Text{
		ZH: "与 callbacklens kit -lang go 输出的解码代码放在一起使用",
		EN: "to stand beside the decoder that callbacklens kit -lang go writes",
	},
}
