package kinds

import (
	"github.com/callbacklens/callbacklens/parser/callback"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// What the tables of speech call the same.
var (
	sentence = lang.Text{ZH: "句子", EN: "Sentence"}
	speaker  = lang.Text{ZH: "说话人", EN: "Speaker"}
	word     = lang.Text{ZH: "词", EN: "Word"}
	words    = lang.Text{ZH: "词列表", EN: "Words"}
	from     = lang.Text{ZH: "开始", EN: "From"}
	until    = lang.Text{ZH: "结束", EN: "To"}
	text     = lang.Text{ZH: "文本", EN: "Text"}
)

// speechResult is what was heard. A segmentation that was asked for along with it
// stands in it too; its tokens are those of the job.
var speechResult = callback.Model{
	Name: "SpeechRecognitionResult", Label: lang.Text{ZH: "语音识别结果", EN: "Speech recognition result"},
	Fields: []callback.Row{
		{Name: "AudioTime", Label: lang.Text{ZH: "音频时长", EN: "Length of the audio"}, Form: callback.FormSeconds},
		{Name: "ObjectName", Label: lang.Text{ZH: "结果文件", EN: "Result file"}, Form: callback.FormObject},
		{Name: "DetailObjectName", Label: lang.Text{ZH: "详细结果文件", EN: "File with details"}, Form: callback.FormObject},
	},
	Groups: []*callback.Model{&heard, &speechDetail, &flashResult},
}

// heard is the text, each part with its times before it: [0:3.320,0:19.712].
var heard = callback.Model{
	Name: "Result", Label: text, Many: true, Fields: []callback.Row{{Label: text}},
}

var speechDetail = callback.Model{
	Name: "ResultDetail", Label: lang.Text{ZH: "逐句结果", EN: "Sentences"}, Many: true,
	Line: func(g *callback.Group) string {
		return clocks(callback.FormMilliseconds, g.Value("StartMs"), g.Value("EndMs"))
	},
	Fields: []callback.Row{
		{Name: "StartMs", Label: from, Form: callback.FormMilliseconds},
		{Name: "EndMs", Label: until, Form: callback.FormMilliseconds},
		{Name: "SpeakerId", Label: speaker},
		{Name: "FinalSentence", Label: sentence},
		{Name: "SliceSentence", Label: lang.Text{ZH: "分词后的句子", EN: "Sentence, word by word"}},
		{Name: "WordsNum", Label: lang.Text{ZH: "词数", EN: "Number of words"}},
		{Name: "SpeechSpeed", Label: lang.Text{ZH: "语速（字/秒）", EN: "Words a second"}},
	},
	Groups: []*callback.Model{{
		Name: "Words", Label: words, Many: true, Fields: []callback.Row{
			{Name: "Word", Label: word},
			{Name: "OffsetStartMs", Label: from, Form: callback.FormMilliseconds},
			{Name: "OffsetEndMs", Label: until, Form: callback.FormMilliseconds},
			{Name: "VoiceType", Label: lang.Text{ZH: "类型", EN: "Type"}},
		},
	}},
}

// flashResult is that of the fast mode, a channel each, whose names are in snake case.
var flashResult = callback.Model{
	Name: "FlashResult", Label: lang.Text{ZH: "极速识别结果", EN: "Fast recognition"}, Many: true,
	Fields: []callback.Row{
		{Name: "channel_id", Label: lang.Text{ZH: "声道", EN: "Channel"}},
		{Name: "text", Label: text},
	},
	Groups: []*callback.Model{{
		Name: "sentence_list", Label: lang.Text{ZH: "逐句结果", EN: "Sentences"}, Many: true,
		Line: func(g *callback.Group) string {
			return clocks(callback.FormMilliseconds, g.Value("start_time"), g.Value("end_time"))
		},
		Fields: []callback.Row{
			{Name: "start_time", Label: from, Form: callback.FormMilliseconds},
			{Name: "end_time", Label: until, Form: callback.FormMilliseconds},
			{Name: "speaker_id", Label: speaker},
			{Name: "text", Label: sentence},
		},
		Groups: []*callback.Model{{
			Name: "word_list", Label: words, Many: true, Fields: []callback.Row{
				{Name: "word", Label: word},
				{Name: "start_time", Label: from, Form: callback.FormMilliseconds},
				{Name: "end_time", Label: until, Form: callback.FormMilliseconds},
			},
		}},
	}},
}

// clocks says from when to when something is: 0:03.32–0:19.712.
func clocks(form callback.Form, from, to callback.Value) string {
	if !from.Set() || !to.Set() {
		return ""
	}
	begin, end := form.Say(from.Text), form.Say(to.Text)
	if begin == "" {
		begin = "0:00"
	}
	if end == "" {
		return ""
	}
	return begin + "–" + end
}
