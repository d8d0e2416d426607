package kinds

import (
	"github.com/callbacklens/callbacklens/parser/callback"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// docResult is the pages that a document became.
var docResult = callback.Model{
	Name: "DocProcessResult", Label: lang.Text{ZH: "文档转码结果", EN: "Document result"},
	Fields: []callback.Row{
		{Name: "TotalPageCount", Label: lang.Text{ZH: "总页数", EN: "Pages"}},
		{Name: "SuccPageCount", Label: lang.Text{ZH: "成功页数", EN: "Pages that succeeded"}},
		{Name: "FailPageCount", Label: lang.Text{ZH: "失败页数", EN: "Pages that failed"}},
		{Name: "TgtType", Label: lang.Text{ZH: "目标格式", EN: "Target format"}},
		{Name: "TotalSheetCount", Label: lang.Text{ZH: "总表格数", EN: "Sheets"}},
		{Name: "TaskId", Label: lang.Text{ZH: "转码任务 ID", EN: "Task ID"}},
	},
	Groups: []*callback.Model{{
		Name: "PageInfo", Label: lang.Text{ZH: "页面", EN: "Pages"}, Many: true, Fields: []callback.Row{
			{Name: "PageNo", Label: lang.Text{ZH: "页码", EN: "Page"}},
			{Name: "TgtUri", Label: fileName, Form: callback.FormObject},
			{Name: "PicIndex", Label: lang.Text{ZH: "图片序号", EN: "Picture"}},
			{Name: "PicNum", Label: lang.Text{ZH: "图片数", EN: "Pictures"}},
			{Name: "X-SheetPics", Label: lang.Text{ZH: "工作表图片数", EN: "Pictures of the sheet"}},
		},
	}},
}

// hashResult is the checksums of a file.
var hashResult = callback.Model{
	Name: "FileHashCodeResult", Label: lang.Text{ZH: "哈希值", EN: "Hashes"}, Fields: []callback.Row{
		{Name: "MD5", Label: lang.Text{ZH: "MD5", EN: "MD5"}, Form: callback.FormHash},
		{Name: "SHA1", Label: lang.Text{ZH: "SHA1", EN: "SHA1"}, Form: callback.FormHash},
		{Name: "SHA256", Label: lang.Text{ZH: "SHA256", EN: "SHA256"}, Form: callback.FormHash},
		{Name: "FileSize", Label: size, Form: callback.FormBytes},
		{Name: "LastModified", Label: lang.Text{ZH: "最近修改时间", EN: "Last modified"}},
		etagRow,
	},
}

// uncompressResult is what became of an archive.
var uncompressResult = callback.Model{
	Name: "FileUncompressResult", Label: lang.Text{ZH: "解压结果", EN: "Unpacked"}, Fields: []callback.Row{
		bucketRow, regionRow,
		{Name: "FileCount", Label: lang.Text{ZH: "文件数", EN: "Files"}},
	},
}

// compressResult is the archive that was made of files.
var compressResult = callback.Model{
	Name: "FileCompressResult", Label: lang.Text{ZH: "压缩结果", EN: "Packed"}, Fields: []callback.Row{
		bucketRow, regionRow,
		{Name: "Object", Label: fileName, Form: callback.FormObject},
		{Name: "CompressFileCount", Label: lang.Text{ZH: "压缩的文件数", EN: "Files packed"}},
		{Name: "ErrorCount", Label: lang.Text{ZH: "失败的文件数", EN: "Files that failed"}},
	},
}
