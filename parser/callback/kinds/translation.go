package kinds

import (
	"github.com/callbacklens/callbacklens/parser/callback"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// translation is what a document was to be translated to. The language that it is in
// stands in Input.
var translation = callback.Model{
	Name: "Translation", Label: lang.Text{ZH: "翻译", EN: "Translation"},
	Fields: []callback.Row{
		{Name: "Lang", Label: lang.Text{ZH: "目标语言", EN: "Target language"}},
		{Name: "Type", Label: lang.Text{ZH: "目标文件类型", EN: "Target file type"}},
	},
}
