package reference

import "github.com/callbacklens/callbacklens/parser/lang"

// Moment is one way in which the service writes a time.
type Moment struct {
	Written string
	Where   lang.Text
}

// Moments lists the ways in which the service writes times. The slice must not be
// changed.
func Moments() []Moment { return moments }

var moments = []Moment{
	{"2022-07-25T16:35:39+0800", lang.Text{
		ZH: "任务回调；时区不带冒号",
		EN: "Callbacks of tasks; no colon in the zone",
	}},
	{"2022-08-09 14:54:17+0800", lang.Text{
		ZH: "WorkflowExecution 与 Tasks；中间是空格",
		EN: "WorkflowExecution and Tasks; a blank in the middle",
	}},
	{"2022-07-25T16:35:39+08:00", lang.Text{
		ZH: "内容审核；时区带冒号",
		EN: "Content review; a colon in the zone",
	}},
	{"-", lang.Text{
		ZH: "尚未发生；空节点同义",
		EN: "Not yet; an empty node says the same",
	}},
}

// Unit is what Offset and Length may count.
type Unit struct {
	Value string // as parser.Unit has it
	Name  lang.Text
	// Offset is where the second word of Sample would stand, Fits what that says.
	Offset string
	Fits   lang.Text
}

// Units lists what Offset and Length may count. The slice must not be changed.
func Units() []Unit { return units }

var units = []Unit{
	{
		"runes", lang.Text{ZH: "字符（Unicode 码点）", EN: "characters (Unicode code points)"},
		"2", lang.Text{ZH: "相符", EN: "fits"},
	},
	{
		"utf16", lang.Text{ZH: "UTF-16 单元", EN: "UTF-16 units"},
		"2", lang.Text{
			ZH: "相符；只在超出 U+FFFF 的字符（如 emoji）处与前者不同，示例里没有",
			EN: "fits; differs from the former only beyond U+FFFF, as in emoji, which no sample has",
		},
	},
	{
		"bytes", lang.Text{ZH: "UTF-8 字节", EN: "bytes of UTF-8"},
		"6", lang.Text{ZH: "不符", EN: "does not fit"},
	},
}

// UnitName returns the name of a unit, or the value itself where it is not known.
func UnitName(unit string) lang.Text {
	for i := range units {
		if units[i].Value == unit {
			return units[i].Name
		}
	}
	return same(unit)
}

// Levels lists the values of JobLevel.
func Levels() []string { return []string{"0", "1", "2"} }

// Source is what the reference rests on.
type Source struct {
	What    lang.Text
	Address string // without a scheme; empty where it is not a page
	Former  string // what the page was before, without its site
}

// Sources lists what the reference rests on. The slice must not be changed.
func Sources() []Source { return sources }

var sources = []Source{
	{lang.Text{ZH: "分词任务回调", EN: "Callback"}, "cloud.tencent.com/document/product/460/84952", ""},
	{lang.Text{ZH: "提交分词任务", EN: "Submission"}, "cloud.tencent.com/document/product/460/84800", "460/79474"},
	{lang.Text{ZH: "各语言 SDK 的公开源码与示例", EN: "the public sources and samples of the SDKs"}, "", ""},
}

// Line names a source with its address.
func (s Source) Line() lang.Text {
	switch {
	case s.Address == "":
		return s.What
	case s.Former == "":
		return lang.Text{ZH: s.What.ZH + "：" + s.Address, EN: s.What.EN + ": " + s.Address}
	}
	return lang.Text{
		ZH: s.What.ZH + "：" + s.Address + "（旧版 " + s.Former + "）",
		EN: s.What.EN + ": " + s.Address + ", formerly " + s.Former,
	}
}
