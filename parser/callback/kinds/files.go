package kinds

import (
	"github.com/callbacklens/callbacklens/parser/callback"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// mediaResult is the files that a media job wrote.
var mediaResult = callback.Model{
	Name: "MediaResult", Label: lang.Text{ZH: "媒体处理结果", EN: "Media result"},
	Groups: []*callback.Model{&outputFile},
}

// What several tables of files call the same.
var (
	bucketRow = callback.Row{Name: "Bucket", Label: lang.Text{ZH: "存储桶", EN: "Bucket"}}
	regionRow = callback.Row{Name: "Region", Label: lang.Text{ZH: "地域", EN: "Region"}}
	prefixRow = callback.Row{
		Name: "ObjectPrefix", Label: lang.Text{ZH: "文件名前缀", EN: "Name begins"}, Form: callback.FormObject,
	}
	fileName = lang.Text{ZH: "文件名", EN: "File"}
	address  = lang.Text{ZH: "链接", EN: "Address"}
)

var outputFile = callback.Model{
	Name: "OutputFile", Label: lang.Text{ZH: "输出文件", EN: "Output files"}, Many: true, Line: filesLine,
	Fields: []callback.Row{bucketRow, regionRow, prefixRow},
	Groups: []*callback.Model{&objectName, &md5Info, &spriteFile},
}

var spriteFile = callback.Model{
	Name: "SpriteOutputFile", Label: lang.Text{ZH: "雪碧图", EN: "Sprites"}, Many: true, Line: filesLine,
	Fields: []callback.Row{bucketRow, regionRow, prefixRow},
	Groups: []*callback.Model{&objectName, &md5Info},
}

// objectName is a name without the prefix: there may be hundreds, of pictures.
var objectName = callback.Model{
	Name: "ObjectName", Label: fileName, Many: true,
	Fields: []callback.Row{{Label: fileName, Form: callback.FormObject}},
}

var md5Info = callback.Model{
	Name: "Md5Info", Label: lang.Text{ZH: "MD5", EN: "MD5"}, Many: true,
	Fields: []callback.Row{
		{Name: "ObjectName", Label: fileName, Form: callback.FormObject},
		{Name: "Md5", Label: lang.Text{ZH: "MD5", EN: "MD5"}, Form: callback.FormHash},
	},
}

// Files returns the whole names of the files that an OutputFile lists, the prefix
// before each: "output/snapshot-" and "0.jpg" are output/snapshot-0.jpg.
func Files(g *callback.Group) (names []string) {
	prefix := g.Value("ObjectPrefix").Text
	for name := range g.All("ObjectName") {
		if v := name.Value(""); v.Set() {
			names = append(names, prefix+v.Text)
		}
	}
	return names
}

// filesLine names the first file and the last.
func filesLine(g *callback.Group) string {
	switch names := Files(g); len(names) {
	case 0:
		return ""
	case 1:
		return names[0]
	default:
		return names[0] + " … " + names[len(names)-1]
	}
}

// output is where the files were to be written, as it was asked for.
var output = callback.Model{
	Name: "Output", Label: lang.Text{ZH: "输出位置", EN: "Output as asked for"}, Fields: []callback.Row{
		bucketRow, regionRow,
		{Name: "Object", Label: fileName, Form: callback.FormObject},
		{Name: "SpriteObject", Label: lang.Text{ZH: "雪碧图文件名", EN: "Sprites"}, Form: callback.FormObject},
		{Name: "AuObject", Label: lang.Text{ZH: "人声文件名", EN: "Voices"}, Form: callback.FormObject},
		{Name: "BassObject", Label: lang.Text{ZH: "贝斯文件名", EN: "Bass"}, Form: callback.FormObject},
		{Name: "DrumObject", Label: lang.Text{ZH: "鼓声文件名", EN: "Drums"}, Form: callback.FormObject},
		{Name: "Force", Label: lang.Text{ZH: "强制输出", EN: "Forced"}},
	},
	Groups: []*callback.Model{{
		Name: "StreamExtract", Label: lang.Text{ZH: "分离的流", EN: "Extracted streams"}, Many: true,
		Fields: []callback.Row{
			{Name: "Index", Label: index},
			{Name: "Object", Label: fileName, Form: callback.FormObject},
		},
	}},
}
