package reference

import (
	"strings"

	"github.com/callbacklens/callbacklens/parser/lang"
)

// State is a value of the field State.
type State struct {
	Value string
	Name  lang.Text
	// Note tells where the value is met.
	Note lang.Text
}

// States returns the known values of State. The slice must not be changed.
func States() []State { return states }

var states = []State{
	{"Submitted", lang.Text{ZH: "已提交", EN: "submitted"}, lang.Text{
		ZH: "已提交，待执行。提交任务的响应即为此状态，时间可能是 -。",
		EN: "Submitted and waiting to run: what the response to a submission says; unset times are \"-\".",
	}},
	{"Running", lang.Text{ZH: "执行中", EN: "running"}, lang.Text{
		ZH: "查询任务时可见。",
		EN: "Seen when a job is queried.",
	}},
	{"Success", lang.Text{ZH: "成功", EN: "success"}, lang.Text{
		ZH: "任务回调可见，此时带有结果节点。",
		EN: "Reaches a callback, and the result is there.",
	}},
	{"Failed", lang.Text{ZH: "失败", EN: "failed"}, lang.Text{
		ZH: "任务回调可见，此时 Code 与 Message 才有意义，且没有结果节点。",
		EN: "Reaches a callback; only then Code and Message have a meaning, and there is no result.",
	}},
	{"Pause", lang.Text{ZH: "已暂停", EN: "paused"}, lang.Text{
		ZH: "暂停队列时，待执行的任务变为暂停。查询任务时可见。",
		EN: "A waiting job becomes paused when its queue is paused. Seen when a job is queried.",
	}},
	{"Cancel", lang.Text{ZH: "已取消", EN: "cancelled"}, lang.Text{
		ZH: "任务被取消执行。查询任务时可见。",
		EN: "The job was cancelled. Seen when a job is queried.",
	}},
	{"Auditing", lang.Text{ZH: "审核中", EN: "under review"}, lang.Text{
		ZH: "仅内容审核。",
		EN: "Content review only.",
	}},
}

// StateName returns the name of a value of State, or the value itself where it
// is not known.
func StateName(state string) lang.Text {
	for i := range states {
		if strings.EqualFold(states[i].Value, state) {
			return states[i].Name
		}
	}
	return same(state)
}

// Method is a value of NerMethod or SegMethod.
type Method struct {
	Field, Value string
	Name         lang.Text
}

// Methods returns the known values of NerMethod and SegMethod. The slice must
// not be changed.
func Methods() []Method { return methods }

var methods = []Method{
	{
		"NerMethod",
		"NerBasic",
		lang.Text{ZH: "可选的 NER 方式，文档只给出名称", EN: "an NER method; the documentation gives no more than its name"},
	},
	{
		"NerMethod",
		"DL",
		lang.Text{
			ZH: "默认的 NER 方式，文档只给出名称",
			EN: "the default NER method; the documentation gives no more than its name",
		},
	},
	{
		"SegMethod",
		"SegBasic",
		lang.Text{ZH: "可选的分词粒度，文档只给出名称", EN: "a granularity; the documentation gives no more than its name"},
	},
	{
		"SegMethod",
		"MIX",
		lang.Text{ZH: "默认的分词粒度，文档只给出名称", EN: "the default granularity; the documentation gives no more than its name"},
	},
}

// MethodName says what is known of a value of the field NerMethod or
// SegMethod, in whatever case it is written, or returns the value itself.
func MethodName(field, value string) lang.Text {
	for i := range methods {
		if m := &methods[i]; m.Field == field && strings.EqualFold(m.Value, value) {
			return m.Name
		}
	}
	return same(value)
}

// LevelName says what a value of JobLevel means, or returns the value itself.
func LevelName(level string) lang.Text {
	switch level {
	case "0":
		return lang.Text{ZH: "最低优先级（默认）", EN: "lowest priority (the default)"}
	case "1":
		return lang.Text{ZH: "中等优先级", EN: "middle priority"}
	case "2":
		return lang.Text{ZH: "最高优先级", EN: "highest priority"}
	}
	return same(level)
}

// same is the text for a value that has no other name.
func same(value string) lang.Text { return lang.Text{ZH: value, EN: value} }

// Unit is what Offset and Length may count.
type Unit struct {
	Value string // as parser.Unit has it
	Name  lang.Text
	// Offset is where the second word of the published sample would stand, Fits what that says.
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
