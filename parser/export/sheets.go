package export

import (
	"github.com/callbacklens/callbacklens/parser/export/brief"
	"github.com/callbacklens/callbacklens/parser/export/sheet"
	"github.com/callbacklens/callbacklens/parser/lang"
)

var asHTML = Format{
	Name: "html", Extension: ".html", MediaType: "text/html; charset=utf-8", Print: sheet.HTML,
	Title: lang.Text{ZH: "HTML 报告（单个文件，可打印）", EN: "HTML report in one file, to be printed"},
	Note: lang.Text{
		ZH: "不含脚本，不加载任何内容；列出前 2,000 个词，附上不超过 64 KB 的原始内容",
		EN: "without a script, and loads nothing; lists the first 2,000 tokens, with a source of up to 64 KB",
	},
}

var asSVG = Format{
	Name: "svg", Extension: ".svg", MediaType: "image/svg+xml", Of: OfTokens, Print: sheet.SVG,
	Title: lang.Text{ZH: "SVG 图表（分词统计）", EN: "SVG pictures of the tokens"},
}

var asBrief = Format{
	Name: "brief", Extension: ".txt", MediaType: "text/plain; charset=utf-8", Print: brief.Report,
	Title: lang.Text{ZH: "简要文本（用于工单、聊天）", EN: "Short text for a ticket or a chat"},
}

var asWords = Format{
	Name: "words", Extension: ".words.txt", MediaType: "text/plain; charset=utf-8", Of: OfTokens, Print: brief.Words,
	Title: lang.Text{ZH: "分词后的文本（以空格分隔）", EN: "The words with blanks between them"},
}
