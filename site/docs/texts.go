//go:build !js

package docs

import "github.com/callbacklens/callbacklens/parser/lang"

// texts are the words around the pages.
type texts struct {
	Guides, GuidesLede, Product                 lang.Text
	Site, Viewer, Reference, Other, Skip        lang.Text
	Pages, OnThisPage, Previous, Next           lang.Text
	Updated, Anchor, Code, Table, Examples      lang.Text
	Search, SearchHint, SearchNone, SearchError lang.Text
	Notices                                     lang.Text
	Kinds                                       map[string]lang.Text
}

func both(zh, en string) lang.Text { return lang.Text{ZH: zh, EN: en} }

var say = texts{
	Guides: both("指南", "Guides"),
	GuidesLede: both(
		"数据万象回调的接入、排查与解析。每条说明都注明依据；文档没有写明的，也会直说。",
		"Receiving, debugging and reading callbacks of 数据万象. Every claim names its source; what no document says is said to be so.",
	),
	Product:     both("回调透镜", "Callback Lens"),
	Site:        both("站点导航", "Site"),
	Viewer:      both("打开查看器", "Open the viewer"),
	Reference:   both("字段参考", "Reference"),
	Other:       both("English", "中文"),
	Skip:        both("跳到正文", "Skip to content"),
	Pages:       both("全部文档", "All pages"),
	OnThisPage:  both("本页目录", "On this page"),
	Previous:    both("上一篇", "Previous"),
	Next:        both("下一篇", "Next"),
	Updated:     both("更新于 {0}", "Updated {0}"),
	Anchor:      both("“{0}”的链接", "Link to “{0}”"),
	Code:        both("代码", "Code"),
	Table:       both("表格", "Table"),
	Examples:    both("示例", "Examples"),
	Search:      both("搜索", "Search"),
	SearchHint:  both("搜索文档、字段、错误码、词性、提示", "Pages, fields, codes, tags, remarks"),
	SearchNone:  both("没有结果", "Nothing found"),
	SearchError: both("搜索索引加载失败", "The search index could not be loaded"),
	Notices:     both("开源许可", "Licences"),
	Kinds: map[string]lang.Text{
		kindPage:   both("文档", "page"),
		kindField:  both("字段", "field"),
		kindCode:   both("错误码", "error code"),
		kindTag:    both("词性", "part of speech"),
		kindRemark: both("提示", "remark"),
	},
}
