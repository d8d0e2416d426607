//go:build !js

package export

import (
	"github.com/callbacklens/callbacklens/parser/export/replay"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// forPrograms are the formats that the page does without, so that its program stays
// small: who has a Go program has the command line.
var forPrograms = []*Format{&asGoTest}

var asGoTest = Format{
	Name: "gotest", Extension: "go", MediaType: "text/x-go; charset=utf-8", Of: OfBody, Print: replay.GoTest,
	Title: lang.Text{ZH: "测试用例（Go）", EN: "test cases in Go"},
	Note: lang.Text{
		ZH: "与 callbacklens kit -lang go 输出的解码代码放在一起使用",
		EN: "to stand beside the decoder that callbacklens kit -lang go writes",
	},
}
