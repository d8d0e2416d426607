package remarks

import (
	"github.com/callbacklens/callbacklens/parser/diagnostic"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// auditMessages are what the rules say.
var auditMessages = [...]message{
	{"request-pasted", diagnostic.Info, "", lang.Text{
		ZH: "这是提交任务的请求，不是回调。",
		EN: "This is the request that submits a job, not the callback."}},
	{"error-body", diagnostic.Info, "", lang.Text{
		ZH: "这是接口返回的错误，不是回调：{0}",
		EN: "This is an error of the interface, not a callback: {0}"}},
	{"no-event", diagnostic.Info, "Response.EventName", lang.Text{
		ZH: "没有 EventName：可能是查询接口的返回，也可能是 2021 年以前的旧版回调，两者格式相同。",
		EN: "There is no EventName: a reply of the query interface, or a callback of the years before 2022; the two look alike."}},
	{"job-repeated", diagnostic.Info, "JobsDetail.JobId", lang.Text{
		ZH: "JobId {0} 在前面已出现过（回调可能重复投递），两份都保留。",
		EN: "The JobId {0} occurred before (callbacks may be delivered twice); both are kept."}},
	{"field-repeated", diagnostic.Warning, "", lang.Text{
		ZH: "{0} 重复出现，以第一个为准。",
		EN: "{0} occurs again; the first one counts."}},
	{"no-tag", diagnostic.Info, "JobsDetail.Tag", lang.Text{
		ZH: "没有 Tag，任务类型按内容判断为 {0}。",
		EN: "There is no Tag; by its content the job is {0}."}},
	{"no-state", diagnostic.Info, "JobsDetail.State", lang.Text{
		ZH: "没有 State，状态只能依据 {0} 判断。",
		EN: "There is no State; the status rests on {0}."}},
	{"state-code", diagnostic.Warning, "JobsDetail.Code", lang.Text{
		ZH: "State 是 {0}，Code 却是 {1}，两者矛盾，以 State 为准。",
		EN: "State says {0} but Code says {1}; State counts."}},
	{"state-message", diagnostic.Warning, "JobsDetail.Message", lang.Text{
		ZH: "任务状态是 {0}，Message 却是 {1}；Message 不能用来判断状态。",
		EN: "The job is {0} but Message says {1}; Message is never a status."}},
	{"result-missing", diagnostic.Warning, "Operation.WordsGeneralizeResult", lang.Text{
		ZH: "任务成功，却没有 WordsGeneralizeResult。",
		EN: "The job succeeded, yet there is no WordsGeneralizeResult."}},
	{"result-on-failure", diagnostic.Warning, "Operation.WordsGeneralizeResult", lang.Text{
		ZH: "任务状态是 {0}，却带有结果。",
		EN: "The job is {0}, yet there is a result."}},
	{"end-before-start", diagnostic.Warning, "JobsDetail.EndTime", lang.Text{
		ZH: "{0} 早于 {1}。",
		EN: "{0} is before {1}."}},
	{"time-unreadable", diagnostic.Warning, "JobsDetail.CreationTime", lang.Text{
		ZH: "{0} 不是可识别的时间，应形如 2022-07-25T16:35:39+0800。",
		EN: "{0} is no time that can be read; one looks like 2022-07-25T16:35:39+0800."}},
	{"jobid-time", diagnostic.Info, "JobsDetail.JobId", lang.Text{
		ZH: "JobId 内含的时间是 {0}，与 CreationTime 不一致。JobId 的结构没有文档，仅供参考。",
		EN: "The JobId carries the time {0}, which is not CreationTime. The structure of a JobId is not documented: a hint only."}},
	{"single-object", diagnostic.Info, "", lang.Text{
		ZH: "{0} 在文档中是数组，这里只有一个对象，按一项读取。",
		EN: "{0} is documented as an array; here it is one object and was read as one item."}},
	{"workflow-place", diagnostic.Info, "Workflow.RunId", lang.Text{
		ZH: "Workflow 位于 {0}。文档的表格写的是 Response.Workflow，正文写的是 Response.JobsDetail，两处都接受。",
		EN: "Workflow stands in {0}. The published table says Response.Workflow, its text Response.JobsDetail; both are read."}},
	{"user-data-long", diagnostic.Warning, "Operation.UserData", lang.Text{
		ZH: "UserData 有 {0} 个字符，文档的上限是 1024。",
		EN: "UserData has {0} characters; the documented limit is 1,024."}},
	{"user-data-ascii", diagnostic.Warning, "Operation.UserData", lang.Text{
		ZH: "UserData 含有可打印 ASCII 以外的字符 {0}，文档只允许可打印 ASCII。",
		EN: "UserData holds {0}; only printable ASCII is documented."}},
	{"tokens-unit", diagnostic.Info, "WordsGeneralizeToken.Offset", lang.Text{
		ZH: "Offset 与 Length 的单位：{0}。文档没有说明。",
		EN: "Offset and Length count {0}. No document says so."}},
	{"token-length", diagnostic.Warning, "WordsGeneralizeToken.Length", lang.Text{
		ZH: "Word 为 {0}，长度是 {1}，Length 却是 {2}。",
		EN: "The word {0} is {1} long, but Length says {2}."}},
	{"token-word", diagnostic.Warning, "WordsGeneralizeToken.Word", lang.Text{
		ZH: "Word 为空，Length 却是 {0}：词在传递或复制时丢失了。",
		EN: "Word is empty but Length says {0}: the word was lost on the way."}},
	{"token-number", diagnostic.Warning, "WordsGeneralizeToken.Offset", lang.Text{
		ZH: "Offset 或 Length 缺失，或不是非负整数。",
		EN: "Offset or Length is missing, or no whole number from 0 on."}},
	{"tokens-gap", diagnostic.Info, "WordsGeneralizeToken.Offset", lang.Text{
		ZH: "分词之间有 {0} 处空缺，总长 {1}，这些位置的原文未知。",
		EN: "Gaps between the tokens: {0}, together {1} long; the text there is not known."}},
	{"tokens-overlap", diagnostic.Warning, "WordsGeneralizeToken.Offset", lang.Text{
		ZH: "有 {0} 个分词与前面的重叠。",
		EN: "Tokens that begin before the one before them ends: {0}."}},
	{"tokens-overlap-mix", diagnostic.Info, "WordsGeneralize.SegMethod", lang.Text{
		ZH: "有 {0} 个分词与前面的重叠；SegMethod 为 {1} 时可能如此。",
		EN: "Tokens that begin before the one before them ends: {0}. SegMethod {1} may do that."}},
	{"tokens-unsorted", diagnostic.Info, "WordsGeneralizeToken.Offset", lang.Text{
		ZH: "分词没有按 Offset 排列，显示时已排序。",
		EN: "The tokens do not stand in order of their Offset; they are shown in order."}},
	{"tokens-duplicate", diagnostic.Warning, "WordsGeneralizeToken.Offset", lang.Text{
		ZH: "有 {0} 个分词与另一个完全相同。",
		EN: "Tokens that repeat another one in every field: {0}."}},
	{"pos-unknown", diagnostic.Info, "pos-UNK", lang.Text{
		ZH: "词性 {0} 不在文档的词性表中，按 {1} 归类。",
		EN: "The part of speech {0} is not in the published table; it was taken as {1}."}},
	{"pos-unlisted", diagnostic.Info, "pos-UNK", lang.Text{
		ZH: "词性 {0} 不在文档的词性表中，无法归类。",
		EN: "The part of speech {0} is not in the published table and like none of it."}},
	{"pos-shifted", diagnostic.Info, "pos-TG", lang.Text{
		ZH: "词性 {0} 在文档的表中错位，这里按《现代汉语语料库加工规范》显示为“{1}”。",
		EN: "The published table has the row of {0} shifted; it is shown as “{1}”, by the standard that the table follows."}},
	{"text-unread", diagnostic.Info, "", lang.Text{
		ZH: "并非所有的词都已读取，无法还原原文。",
		EN: "The text was not rebuilt: not all tokens were read."}},
	{"text-no-offset", diagnostic.Info, "WordsGeneralizeToken.Offset", lang.Text{
		ZH: "第 {0} 个词没有可用的 Offset，无法还原原文。",
		EN: "The text was not rebuilt: token {0} has no usable Offset."}},
	{"text-no-word", diagnostic.Info, "WordsGeneralizeToken.Word", lang.Text{
		ZH: "第 {0} 个词没有完整的 Word，无法还原原文。",
		EN: "The text was not rebuilt: token {0} has no Word, or not all of it."}},
	{"text-unit", diagnostic.Info, "WordsGeneralizeToken.Offset", lang.Text{
		ZH: "无法判断 Offset 与 Length 的单位，无法还原原文。",
		EN: "The text was not rebuilt: it is not known what Offset and Length count."}},
	{"text-gap", diagnostic.Info, "WordsGeneralizeToken.Offset", lang.Text{
		ZH: "第 {0} 个词之前有空缺，无法还原原文。",
		EN: "The text was not rebuilt: there is a gap before token {0}."}},
	{"text-overlap", diagnostic.Info, "WordsGeneralizeToken.Offset", lang.Text{
		ZH: "第 {0} 个词与前面的词重叠，无法还原原文。",
		EN: "The text was not rebuilt: token {0} overlaps the ones before it."}},
	{"text-length", diagnostic.Info, "WordsGeneralizeToken.Length", lang.Text{
		ZH: "第 {0} 个词的 Length 与 Word 不符，无法还原原文。",
		EN: "The text was not rebuilt: the Length of token {0} does not fit its Word."}},
	{"label-word", diagnostic.Warning, "WordsGeneralizeLable.Word", lang.Text{
		ZH: "分类词 {0} 不在分词结果中。",
		EN: "The label's word {0} is not among the tokens."}},
}
