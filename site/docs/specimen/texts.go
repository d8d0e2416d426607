//go:build !js

package specimen

import "github.com/callbacklens/callbacklens/parser/lang"

// texts are the words that stand around what a body says.
type texts struct {
	Callback, Unknown, Open, Fields, Remarks, Source, Words lang.Text
	Field, Value, Number, Word, Pos, Offset, Length         lang.Text
	Text, Legend                                            lang.Text
	By, Job, Bytes, Place, Gap, Cut                         lang.Text
	Tally, TallyUnit, Inferred                              lang.Text
	MoreText, MoreWords, MoreFacts, MoreSource, MoreRemarks lang.Text
	Error, Warning, Info                                    lang.Text
}

func both(zh, en string) lang.Text { return lang.Text{ZH: zh, EN: en} }

var say = texts{
	Callback:    both("回调", "Callback"),
	Unknown:     both("未识别到回调", "No callback recognised"),
	Open:        both("在查看器中打开", "Open in the viewer"),
	Fields:      both("字段", "Fields"),
	Remarks:     both("提示", "Remarks"),
	Source:      both("原始内容", "Source"),
	Words:       both("词表", "Tokens"),
	Field:       both("字段", "Field"),
	Value:       both("值", "Value"),
	Number:      both("序号", "No."),
	Word:        both("词", "Word"),
	Pos:         both("词性", "Part of speech"),
	Offset:      both("偏移量", "Offset"),
	Length:      both("长度", "Length"),
	Text:        both("分词后的文本", "The text, word by word"),
	Legend:      both("图例", "Legend"),
	By:          both("依据 {0}", "by {0}"),
	Job:         both("任务 {0}/{1}", "Job {0} of {1}"),
	Bytes:       both("{0} 字节", "{0} bytes"),
	Place:       both("第 {0} 行第 {1} 列", "line {0}, column {1}"),
	Gap:         both("此处缺 {0}", "{0} are missing here"),
	Cut:         both("不完整", "cut off"),
	Tally:       both("{0} 个词", "Tokens: {0}"),
	TallyUnit:   both("{0}，偏移量与长度的单位：{1}", "{0}; offsets count {1}"),
	Inferred:    both("{0}（推断）", "{1} (inferred)"),
	MoreText:    both("文本较长，其余请在查看器中查看。", "The text goes on; open it in the viewer for the rest."),
	MoreWords:   both("这里列出前 {0} 个词，共 {1} 个。", "The first {0} of {1} tokens."),
	MoreFacts:   both("这里列出前 {0} 行，其余请在查看器中查看。", "The first {0} rows; open it in the viewer for the rest."),
	MoreSource:  both("内容较长，这里只是开头。", "This is the beginning of a longer body."),
	MoreRemarks: both("还有更多提示，请在查看器中查看。", "There are more remarks; open it in the viewer for the rest."),
	Error:       both("错误", "error"),
	Warning:     both("警告", "warning"),
	Info:        both("说明", "info"),
}
