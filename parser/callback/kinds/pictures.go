package kinds

import (
	"github.com/callbacklens/callbacklens/parser/callback"
	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/parser/reference"
)

// What several tables of pictures and files call the same.
var (
	format   = lang.Text{ZH: "格式", EN: "Format"}
	quality  = lang.Text{ZH: "质量", EN: "Quality"}
	etagRow  = callback.Row{Name: "Etag", Also: "ETag", Label: lang.Text{ZH: "ETag", EN: "ETag"}, Form: callback.FormHash}
	codeRow  = callback.Row{Name: "Code", Label: lang.Text{ZH: "错误码", EN: "Code"}, Meaning: callback.CodeMeaning}
	stateRow = callback.Row{Name: "State", Label: lang.Text{ZH: "状态", EN: "State"}, Meaning: reference.StateName}
	message  = callback.Row{Name: "Message", Label: lang.Text{ZH: "错误描述", EN: "Message"}}
	nameRow  = callback.Row{Name: "ObjectName", Label: fileName, Form: callback.FormObject}
	urlRow   = callback.Row{Name: "ObjectUrl", Label: address, Form: callback.FormAddress}

	inputNameRow = callback.Row{
		Name: "InputObjectName", Label: lang.Text{ZH: "输入文件名", EN: "Input file"}, Form: callback.FormObject,
	}
	inputURLRow = callback.Row{
		Name: "InputObjectUrl", Label: lang.Text{ZH: "输入文件链接", EN: "Address of the input"}, Form: callback.FormAddress,
	}
)

// picResult is a picture before and after.
var picResult = callback.Model{
	Name: "PicProcessResult", Label: lang.Text{ZH: "图片处理结果", EN: "Image processing result"}, Many: true,
	Line: func(g *callback.Group) string {
		return joined(" → ", pictureLine(g.First("OriginalInfo").First("ImageInfo")), pictureLine(g.First("ProcessResult")))
	},
	Fields: []callback.Row{
		stateRow, codeRow, message,
		inputNameRow, inputURLRow, nameRow, urlRow,
	},
	Groups: []*callback.Model{
		{
			Name: "OriginalInfo", Label: lang.Text{ZH: "原图", EN: "Before"}, Fields: []callback.Row{etagRow},
			Groups: []*callback.Model{{
				Name: "ImageInfo", Label: lang.Text{ZH: "原图信息", EN: "Image"}, Line: pictureLine,
				Fields: []callback.Row{
					{Name: "Format", Label: format},
					{Name: "Width", Label: width},
					{Name: "Height", Label: height},
					{Name: "Quality", Label: quality},
					{Name: "Ave", Label: lang.Text{ZH: "平均颜色", EN: "Average colour"}},
					{Name: "Orientation", Label: lang.Text{ZH: "旋转角度", EN: "Orientation"}},
				},
			}},
		},
		{
			Name: "ProcessResult", Label: lang.Text{ZH: "处理后", EN: "After"}, Line: pictureLine,
			Fields: []callback.Row{
				{Name: "Format", Label: format},
				{Name: "Width", Label: width},
				{Name: "Height", Label: height},
				{Name: "Quality", Label: quality},
				{Name: "Size", Label: size, Form: callback.FormBytes},
				etagRow,
			},
		},
	},
}

// pictureLine says what a picture is: png 512×320 90.8 kB.
func pictureLine(g *callback.Group) string {
	return joined(" ", g.Value("Format").Text, frame(g), callback.FormBytes.Say(g.Value("Size").Text))
}

// inspectResult is whether a picture carries something else.
var inspectResult = callback.Model{
	Name: "ImageInspectResult", Label: lang.Text{ZH: "异常图片检测结果", EN: "Image inspection result"},
	Fields: []callback.Row{stateRow, codeRow, message, inputNameRow, inputURLRow},
	Groups: []*callback.Model{{
		Name: "ProcessResult", Label: lang.Text{ZH: "检测结果", EN: "Findings"}, Fields: []callback.Row{
			{Name: "PicSize", Label: lang.Text{ZH: "检测的图片大小", EN: "Size of the image"}, Form: callback.FormBytes},
			{Name: "PicType", Label: lang.Text{ZH: "检测的图片类型", EN: "Type of the image"}},
			{Name: "Suspicious", Label: lang.Text{ZH: "是否异常", EN: "Suspicious"}},
			{Name: "SuspiciousBeginByte", Label: lang.Text{ZH: "异常数据起始字节", EN: "First suspicious byte"}},
			{Name: "SuspiciousEndByte", Label: lang.Text{ZH: "异常数据结束字节", EN: "Last suspicious byte"}},
			{
				Name: "SuspiciousSize", Label: lang.Text{ZH: "异常数据大小", EN: "Suspicious bytes"},
				Form: callback.FormBytes,
			},
			{Name: "SuspiciousType", Label: lang.Text{ZH: "异常数据类型", EN: "What they are"}},
		},
		Groups: []*callback.Model{{
			Name: "AutoProcessResult", Label: lang.Text{ZH: "自动处理结果", EN: "What was done about it"},
			Fields: []callback.Row{stateRow, codeRow, message},
		}},
	}},
}

// ocrResult is the text that was found in a picture.
var ocrResult = callback.Model{
	Name: "Detection", Label: lang.Text{ZH: "文字识别结果", EN: "Text recognition"}, Fields: []callback.Row{
		stateRow, codeRow, message, inputNameRow, inputURLRow, nameRow, urlRow,
		{Name: "Language", Label: language},
		{Name: "Angel", Label: lang.Text{ZH: "旋转角度", EN: "Angle"}},
		{Name: "PdfPageSize", Label: lang.Text{ZH: "PDF 总页数", EN: "Pages of the PDF"}},
	},
	Groups: []*callback.Model{{
		Name: "TextDetections", Label: lang.Text{ZH: "文本行", EN: "Lines"}, Many: true,
		Fields: []callback.Row{
			{Name: "DetectedText", Label: text},
			{Name: "Confidence", Label: confidence},
		},
	}},
}
