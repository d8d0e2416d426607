package kinds

import (
	"github.com/callbacklens/callbacklens/parser/callback"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// resultInfo is the files that a task of a workflow wrote.
var resultInfo = callback.Model{
	Name: "ResultInfo", Label: lang.Text{ZH: "任务产生的文件", EN: "Files of the task"},
	Fields: []callback.Row{
		{Name: "ObjectCount", Label: lang.Text{ZH: "文件个数", EN: "Files"}},
		{Name: "SpriteObjectCount", Label: lang.Text{ZH: "雪碧图个数", EN: "Sprites"}},
	},
	Groups: []*callback.Model{
		{Name: "ObjectInfo", Label: lang.Text{ZH: "文件列表", EN: "List of files"}, Many: true, Fields: writtenFile},
		{Name: "SpriteObjectInfo", Label: lang.Text{ZH: "雪碧图列表", EN: "List of sprites"}, Many: true, Fields: writtenFile},
	},
}

// writtenFile is one of the files.
var writtenFile = []callback.Row{
	{Name: "ObjectName", Label: fileName, Form: callback.FormObject},
	{Name: "ObjectUrl", Label: address, Form: callback.FormAddress},
	{Name: "InputObjectName", Label: lang.Text{ZH: "输入文件名", EN: "Input file"}, Form: callback.FormObject},
	{Name: "Code", Label: lang.Text{ZH: "错误码", EN: "Code"}, Meaning: callback.CodeMeaning},
	{Name: "Message", Label: lang.Text{ZH: "错误描述", EN: "Message"}},
}
