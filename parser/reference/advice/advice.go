// Package advice explains each remark that is made about a body: what it rests on,
// a body that is remarked on so, and what to do about it.
package advice

import "github.com/callbacklens/callbacklens/parser/lang"

// Advice explains the remarks of one code.
type Advice struct {
	Code  string
	Basis lang.Text // what the remark rests on
	// Example is a body that is remarked on so, or the part of one that matters.
	// Where none can be shown, Case says what one would be.
	Example string
	Case    lang.Text
	Do      lang.Text // what to do about it
	frame   frame
}

// Anchor returns the id that a code has on the reference page.
func Anchor(code string) string { return "remark." + code }

// Of returns what explains the remarks of a code.
func Of(code string) (Advice, bool) {
	for i := range all {
		if all[i].Code == code {
			return all[i], true
		}
	}
	return Advice{}, false
}

// frame is what stands around the example of an advice.
type frame [2]string

var (
	inResponse  = frame{"<Response>", "</Response>"}
	inJob       = frame{`{"EventName": "TaskFinish", "JobsDetail": {`, `}}`}
	inOperation = frame{
		`{"EventName": "TaskFinish", "JobsDetail": {"Tag": "WordsGeneralize", "State": "Success", "Operation": {`,
		`}}}`,
	}
	inTokens = frame{
		`{"EventName": "TaskFinish", "JobsDetail": {"Operation": {"WordsGeneralizeResult": {"WordsGeneralizeToken": [`,
		`]}}}}`,
	}
)

// Body returns a whole body that is remarked on so, empty where none can be shown.
func (a *Advice) Body() string {
	if a.Example == "" {
		return ""
	}
	return a.frame[0] + a.Example + a.frame[1]
}

// What remarks rest on.
var (
	byInput    = lang.Text{ZH: "给出的内容", EN: "what was given"}
	byShape    = lang.Text{ZH: "已知的外层结构", EN: "the known envelopes"}
	byLimit    = lang.Text{ZH: "本工具的上限", EN: "a limit of this tool"}
	byCharset  = lang.Text{ZH: "声明的字符编码与实际的字节", EN: "the declared charset and the bytes"}
	byXML      = lang.Text{ZH: "XML 1.0 的语法", EN: "the syntax of XML 1.0"}
	byJSON     = lang.Text{ZH: "JSON 的语法（RFC 8259）", EN: "the syntax of JSON (RFC 8259)"}
	byTable    = lang.Text{ZH: "官方字段表", EN: "the published tables of fields"}
	bySample   = lang.Text{ZH: "官方示例", EN: "the published samples"}
	byPractice = lang.Text{ZH: "示例的规律，没有文档", EN: "what samples have in common; not documented"}
	byTokens   = lang.Text{ZH: "各词的 Word、Offset、Length 互相核对", EN: "Word, Offset and Length of the tokens, compared"}
	byPos      = lang.Text{ZH: "官方词性表", EN: "the published table of parts of speech"}
	byBody     = lang.Text{ZH: "这份内容自身", EN: "the body itself"}
)
