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
	{"Submitted", lang.Text{ZH: "已提交", EN: "submitted"}, lang.Text{ZH: "提交任务的响应即为此状态，时间字段可能是 -。", EN: "What the response to a submission says; times may be - still."}},
	{"Running", lang.Text{ZH: "执行中", EN: "running"}, lang.Text{ZH: "查询接口可见。", EN: "Seen when a job is queried."}},
	{"Success", lang.Text{ZH: "成功", EN: "success"}, lang.Text{ZH: "任务回调可见，此时带有结果节点。", EN: "Reaches a callback, and the result is there."}},
	{"Failed", lang.Text{ZH: "失败", EN: "failed"}, lang.Text{ZH: "任务回调可见，此时 Code 与 Message 才有意义，且没有结果节点。", EN: "Reaches a callback; Code and Message mean something then, and there is no result."}},
	{"Pause", lang.Text{ZH: "已暂停", EN: "paused"}, lang.Text{ZH: "查询接口可见。", EN: "Seen when a job is queried."}},
	{"Cancel", lang.Text{ZH: "已取消", EN: "cancelled"}, lang.Text{ZH: "查询接口可见。", EN: "Seen when a job is queried."}},
	{"Auditing", lang.Text{ZH: "审核中", EN: "under review"}, lang.Text{ZH: "仅内容审核。", EN: "Content review only."}},
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
	{"NerMethod", "NerBasic", lang.Text{ZH: "可选的 NER 方式，文档只给出名称", EN: "an NER method; the documentation gives no more than its name"}},
	{"NerMethod", "DL", lang.Text{ZH: "默认的 NER 方式，文档只给出名称", EN: "the default NER method; the documentation gives no more than its name"}},
	{"SegMethod", "SegBasic", lang.Text{ZH: "可选的分词粒度，文档只给出名称", EN: "a granularity; the documentation gives no more than its name"}},
	{"SegMethod", "MIX", lang.Text{ZH: "默认的分词粒度，文档只给出名称", EN: "the default granularity; the documentation gives no more than its name"}},
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

// KindName returns the name of a kind of body, as parser.Callback.Kind has it,
// or the kind itself where it is not known.
func KindName(kind string) lang.Text {
	for i := range kinds {
		if kinds[i].kind == kind {
			return kinds[i].name
		}
	}
	return same(kind)
}

var kinds = []struct {
	kind string
	name lang.Text
}{
	{"WordsGeneralize", lang.Text{ZH: "分词", EN: "word segmentation"}},
	{"Translation", lang.Text{ZH: "翻译", EN: "translation"}},
	{"SpeechRecognition", lang.Text{ZH: "语音识别", EN: "speech recognition"}},
	{"Transcode", lang.Text{ZH: "转码", EN: "transcoding"}},
	{"Snapshot", lang.Text{ZH: "视频截帧", EN: "video frame capture"}},
	{"Animation", lang.Text{ZH: "视频转动图", EN: "video to animated image"}},
	{"Concat", lang.Text{ZH: "音视频拼接", EN: "audio and video splicing"}},
	{"VideoMontage", lang.Text{ZH: "精彩集锦", EN: "video montage"}},
	{"VideoProcess", lang.Text{ZH: "视频增强", EN: "video enhancement"}},
	{"VideoEnhance", lang.Text{ZH: "画质增强", EN: "video quality enhancement"}},
	{"SDRtoHDR", lang.Text{ZH: "SDR 转 HDR", EN: "SDR to HDR"}},
	{"SuperResolution", lang.Text{ZH: "超分辨率", EN: "super resolution"}},
	{"Segment", lang.Text{ZH: "音视频分段", EN: "audio and video segmentation"}},
	{"SmartCover", lang.Text{ZH: "智能封面", EN: "smart cover"}},
	{"StreamExtract", lang.Text{ZH: "音视频流分离", EN: "stream extraction"}},
	{"VoiceSeparate", lang.Text{ZH: "人声分离", EN: "voice separation"}},
	{"DigitalWatermark", lang.Text{ZH: "添加数字水印", EN: "digital watermark"}},
	{"ExtractDigitalWatermark", lang.Text{ZH: "提取数字水印", EN: "digital watermark extraction"}},
	{"Watermark", lang.Text{ZH: "视频水印", EN: "video watermark"}},
	{"MediaInfo", lang.Text{ZH: "媒体信息", EN: "media information"}},
	{"QualityEstimate", lang.Text{ZH: "视频质量评分", EN: "video quality assessment"}},
	{"NoiseReduction", lang.Text{ZH: "音频降噪", EN: "noise reduction"}},
	{"Tts", lang.Text{ZH: "语音合成", EN: "speech synthesis"}},
	{"VideoTag", lang.Text{ZH: "视频标签", EN: "video tagging"}},
	{"PicProcess", lang.Text{ZH: "图片处理", EN: "image processing"}},
	{"DocProcess", lang.Text{ZH: "文档预览", EN: "document preview"}},
	{"SoundHound", lang.Text{ZH: "听歌识曲", EN: "song recognition"}},
	{"VocalScore", lang.Text{ZH: "音乐评分", EN: "vocal scoring"}},
	{"ImageInspect", lang.Text{ZH: "黑产图片检测", EN: "suspicious image detection"}},
	{"ImageOCR", lang.Text{ZH: "图片文字识别", EN: "text recognition in images"}},
	{"VideoTargetRec", lang.Text{ZH: "视频目标检测", EN: "object detection in video"}},
	{"SplitVideoParts", lang.Text{ZH: "视频拆条", EN: "video splitting"}},
	{"SegmentVideoBody", lang.Text{ZH: "视频人像抠图", EN: "body segmentation in video"}},
	{"VideoSynthesis", lang.Text{ZH: "视频合成", EN: "video synthesis"}},
	{"FillConcat", lang.Text{ZH: "填充拼接", EN: "filling and splicing"}},
	{"PosterProduction", lang.Text{ZH: "海报合成", EN: "poster production"}},
	{"GeneratePlayList", lang.Text{ZH: "生成播放列表", EN: "playlist generation"}},
	{"FileHashCode", lang.Text{ZH: "哈希值计算", EN: "file hashing"}},
	{"FileUncompress", lang.Text{ZH: "文件解压", EN: "file decompression"}},
	{"FileCompress", lang.Text{ZH: "多文件打包压缩", EN: "file compression"}},
	{"WorkflowFinish", lang.Text{ZH: "工作流完成", EN: "workflow finished"}},
	{"ReviewImage", lang.Text{ZH: "图片审核", EN: "image review"}},
	{"ReviewText", lang.Text{ZH: "文本审核", EN: "text review"}},
	{"ReviewAudio", lang.Text{ZH: "音频审核", EN: "audio review"}},
	{"ReviewVideo", lang.Text{ZH: "视频审核", EN: "video review"}},
	{"ReviewDocument", lang.Text{ZH: "文档审核", EN: "document review"}},
	{"ReviewHtml", lang.Text{ZH: "网页审核", EN: "web page review"}},
	{"SubmitResponse", lang.Text{ZH: "提交任务的响应", EN: "response to a submission"}},
	{"QueryResponse", lang.Text{ZH: "查询任务的响应", EN: "response to a query"}},
	{"ListResponse", lang.Text{ZH: "批量拉取任务的响应", EN: "list of jobs"}},
	{"Request", lang.Text{ZH: "提交任务的请求", EN: "request to submit a job"}},
	{"Error", lang.Text{ZH: "错误响应", EN: "error response"}},
}

// same is the text for a value that has no other name.
func same(value string) lang.Text { return lang.Text{ZH: value, EN: value} }
