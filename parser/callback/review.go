package callback

import (
	"github.com/callbacklens/callbacklens/parser/document"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// Review is what a content review found, in the Detail and in the Simple version.
// Its values stand in the nodes of the job, which Results and Rest have whole.
type Review struct {
	// Result is the verdict, which document and web page reviews call Suggestion.
	Result                         Value
	Label, SubLabel, Category      Value
	Score                          Value
	ForbidState                    Value
	Text, DataID, URL, Compression Value
	Findings                       []Finding
	Parts                          []Part
}

// Finding is what a review found of one scene, such as PornInfo.
type Finding struct {
	// Scene is the name of the node on the wire.
	Scene                     string
	Hit, Score, Count         Value
	Label, SubLabel, Category Value
	Keywords                  Value
	Item                      document.Item
}

// Part is a piece of what was reviewed, with a verdict of its own: a section of a
// text or a sound, a picture of a video, a page.
type Part struct {
	// List is the name on the wire of the node that holds such parts: Section,
	// Snapshot, PageSegment …
	List                   string
	Result                 Value
	Label, SubLabel, Score Value
	StartByte, Page, Sheet Value
	// At and Length are in milliseconds.
	At, Length Value
	URL, Text  Value
	Findings   []Finding
	Item       document.Item
}

// rests names the field that the verdict rests on.
func (r *Review) rests() string {
	if r.Result.Item.Name() == "Suggestion" {
		return "Suggestion"
	}
	return "Result"
}

// Verdict reads Result, Suggestion and HitFlag, see docs/format.md#other-callbacks.
func Verdict(v Value) Outcome {
	switch v.Text {
	case "0":
		return OutcomeNormal
	case "1":
		return OutcomeViolation
	case "2":
		return OutcomeSuspected
	}
	return OutcomeUnknown
}

// verdictMeaning says what a value of Result, Suggestion or HitFlag means.
func verdictMeaning(value string) lang.Text { return Verdict(Value{Text: value}).Name() }

func forbidMeaning(value string) lang.Text {
	switch value {
	case "0":
		return lang.Text{ZH: "未封禁", EN: "not blocked"}
	case "1":
		return lang.Text{ZH: "已封禁", EN: "blocked"}
	}
	return lang.Text{}
}

// The leaves of reviews. Also is what the Simple version calls them.

// ReviewFields are those of the review as a whole.
var ReviewFields = []Field[Review]{
	{
		Name: "Result", Also: "result", JSON: "result", Label: lang.Text{ZH: "审核结果", EN: "Verdict"},
		In: func(r *Review) *Value { return &r.Result }, Meaning: verdictMeaning,
	},
	{
		Name: "Label", Also: "label", JSON: "label", Label: lang.Text{ZH: "标签", EN: "Label"},
		In: func(r *Review) *Value { return &r.Label },
	},
	{
		Name: "SubLabel", Also: "sub_label", JSON: "subLabel", Label: lang.Text{ZH: "子标签", EN: "Sub-label"},
		In: func(r *Review) *Value { return &r.SubLabel },
	},
	{
		Name: "Category", Also: "category", JSON: "category", Label: lang.Text{ZH: "分类", EN: "Category"},
		In: func(r *Review) *Value { return &r.Category },
	},
	{
		Name: "Score", Also: "score", JSON: "score", Label: lang.Text{ZH: "分数", EN: "Score"},
		In: func(r *Review) *Value { return &r.Score },
	},
	{
		Name: "ForbidState", Also: "forbidden_status", JSON: "forbidState",
		Label: lang.Text{ZH: "封禁状态", EN: "Blocking"},
		In:    func(r *Review) *Value { return &r.ForbidState }, Meaning: forbidMeaning,
	},
	{
		Name: "Text", Also: "text", JSON: "text", Label: lang.Text{ZH: "文本", EN: "Text"},
		In: func(r *Review) *Value { return &r.Text },
	},
	{
		Name: "DataId", Also: "data_id", JSON: "dataId", Label: lang.Text{ZH: "数据 ID", EN: "Data ID"},
		In: func(r *Review) *Value { return &r.DataID },
	},
	{
		Name: "Url", JSON: "url", Label: lang.Text{ZH: "链接", EN: "Address"},
		In: func(r *Review) *Value { return &r.URL },
	},
	{
		Name: "CompressionResult", Also: "compression_result", JSON: "compressionResult",
		Label: lang.Text{ZH: "压缩结果", EN: "Compressed"}, In: func(r *Review) *Value { return &r.Compression },
	},
}

// FindingFields are those of one scene.
var FindingFields = []Field[Finding]{
	{
		Name: "HitFlag", Also: "hit_flag", JSON: "hitFlag", Label: lang.Text{ZH: "命中", EN: "Hit"},
		In: func(f *Finding) *Value { return &f.Hit }, Meaning: verdictMeaning,
	},
	{
		Name: "Score", Also: "score", JSON: "score", Label: lang.Text{ZH: "分数", EN: "Score"},
		In: func(f *Finding) *Value { return &f.Score },
	},
	{
		Name: "Count", Also: "count", JSON: "count", Label: lang.Text{ZH: "数量", EN: "Count"},
		In: func(f *Finding) *Value { return &f.Count },
	},
	{
		Name: "Label", Also: "label", JSON: "label", Label: lang.Text{ZH: "标签", EN: "Label"},
		In: func(f *Finding) *Value { return &f.Label },
	},
	{
		Name: "SubLabel", Also: "sub_label", JSON: "subLabel", Label: lang.Text{ZH: "子标签", EN: "Sub-label"},
		In: func(f *Finding) *Value { return &f.SubLabel },
	},
	{
		Name: "Category", Also: "category", JSON: "category", Label: lang.Text{ZH: "分类", EN: "Category"},
		In: func(f *Finding) *Value { return &f.Category },
	},
	{
		Name: "Keywords", Also: "keywords", JSON: "keywords", Label: lang.Text{ZH: "关键词", EN: "Keywords"},
		In: func(f *Finding) *Value { return &f.Keywords },
	},
}

// PartFields are those of one section, picture or page.
var PartFields = []Field[Part]{
	{
		Name: "Result", Also: "Suggestion", JSON: "result", Label: lang.Text{ZH: "审核结果", EN: "Verdict"},
		In: func(p *Part) *Value { return &p.Result }, Meaning: verdictMeaning,
	},
	{
		Name: "Label", JSON: "label", Label: lang.Text{ZH: "标签", EN: "Label"},
		In: func(p *Part) *Value { return &p.Label },
	},
	{
		Name: "SubLabel", JSON: "subLabel", Label: lang.Text{ZH: "子标签", EN: "Sub-label"},
		In: func(p *Part) *Value { return &p.SubLabel },
	},
	{
		Name: "Score", JSON: "score", Label: lang.Text{ZH: "分数", EN: "Score"},
		In: func(p *Part) *Value { return &p.Score },
	},
	{
		Name: "SnapshotTime", Also: "OffsetTime", JSON: "at", Label: lang.Text{ZH: "时间（毫秒）", EN: "Time (ms)"},
		In: func(p *Part) *Value { return &p.At },
	},
	{
		Name: "Duration", JSON: "duration", Label: lang.Text{ZH: "时长（毫秒）", EN: "Duration (ms)"},
		In: func(p *Part) *Value { return &p.Length },
	},
	{
		Name: "StartByte", JSON: "startByte", Label: lang.Text{ZH: "起始字节", EN: "First byte"},
		In: func(p *Part) *Value { return &p.StartByte },
	},
	{
		Name: "PageNumber", JSON: "pageNumber", Label: lang.Text{ZH: "页码", EN: "Page"},
		In: func(p *Part) *Value { return &p.Page },
	},
	{
		Name: "SheetNumber", JSON: "sheetNumber", Label: lang.Text{ZH: "工作表", EN: "Sheet"},
		In: func(p *Part) *Value { return &p.Sheet },
	},
	{
		Name: "Url", JSON: "url", Label: lang.Text{ZH: "链接", EN: "Address"},
		In: func(p *Part) *Value { return &p.URL },
	},
	{
		Name: "Text", JSON: "text", Label: lang.Text{ZH: "文本", EN: "Text"},
		In: func(p *Part) *Value { return &p.Text },
	},
}
