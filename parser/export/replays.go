package export

import (
	"github.com/callbacklens/callbacklens/parser/export/replay"
	"github.com/callbacklens/callbacklens/parser/lang"
)

var asCurl = Format{
	Name: "curl", Extension: ".sh", MediaType: "text/x-shellscript; charset=utf-8", Of: OfBody, Print: replay.Curl,
	Title: lang.Text{ZH: "curl 脚本（重新发送）", EN: "curl script that sends it again"},
	Note: lang.Text{
		ZH: "逐字节发送回调内容；含不可见字符的以 base64 保存",
		EN: "sends the bodies byte for byte; those with characters that have no form are in base64",
	},
}

var asFixture = Format{
	Name: "fixture", Extension: ".cases.json", MediaType: "application/json", Of: OfBody, Print: replay.Fixture,
	Title: lang.Text{ZH: "测试用例（JSON）", EN: "Test cases as JSON"},
}
