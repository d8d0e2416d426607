package reference

import "github.com/callbacklens/callbacklens/parser/lang"

// Kind is a kind of body, as parser.Callback.Kind has it.
type Kind struct {
	Value string
	Name  lang.Text
	// Asked tells that it is not a callback, but a reply of the interface, or what is
	// sent to it.
	Asked bool
}

// The kinds that are told by more than their names: those of bodies with a model of
// their own, and those of jobs that have no Tag.
const (
	KindSegmentation = "WordsGeneralize"
	KindMediaInfo    = "MediaInfo"
	KindTask         = "Task"
	KindWorkflow     = "WorkflowFinish"
	KindReview       = "Review"
	KindSubmitted    = "SubmitResponse"
	KindQueried      = "QueryResponse"
	KindList         = "ListResponse"
	KindRequest      = "Request"
	KindError        = "Error"
)

// Kinds lists the kinds that have a name. The slice must not be changed.
func Kinds() []Kind { return kinds }

// KindName returns the name of a kind of body, or the kind itself where it is not
// known.
func KindName(kind string) lang.Text {
	for i := range kinds {
		if kinds[i].Value == kind {
			return kinds[i].Name
		}
	}
	return same(kind)
}

// Known reports whether a kind of body has a name.
func Known(kind string) bool {
	for i := range kinds {
		if kinds[i].Value == kind {
			return true
		}
	}
	return false
}

// Asked reports whether a kind of body is not a callback, but a reply of the interface,
// or what is sent to it.
func Asked(kind string) bool {
	for i := range kinds {
		if kinds[i].Value == kind {
			return kinds[i].Asked
		}
	}
	return false
}

var kinds = []Kind{
	{KindSegmentation, lang.Text{ZH: "分词", EN: "word segmentation"}, false},
	{"Translation", lang.Text{ZH: "翻译", EN: "translation"}, false},
	{"SpeechRecognition", lang.Text{ZH: "语音识别", EN: "speech recognition"}, false},
	{"Transcode", lang.Text{ZH: "转码", EN: "transcoding"}, false},
	{"TranscodePro", lang.Text{ZH: "音视频转码 Pro", EN: "transcoding Pro (broadcast formats)"}, false},
	{"HighSpeedHd", lang.Text{ZH: "极速高清转码", EN: "top speed codec transcoding"}, false},
	{"Snapshot", lang.Text{ZH: "视频截帧", EN: "video frame capture"}, false},
	{"Animation", lang.Text{ZH: "视频转动图", EN: "video to animated image"}, false},
	{"Concat", lang.Text{ZH: "音视频拼接", EN: "audio and video splicing"}, false},
	{"VideoMontage", lang.Text{ZH: "精彩集锦", EN: "video montage"}, false},
	{"VideoProcess", lang.Text{ZH: "视频增强", EN: "video enhancement"}, false},
	{"VideoEnhance", lang.Text{ZH: "画质增强", EN: "video quality enhancement"}, false},
	{"SDRtoHDR", lang.Text{ZH: "SDR 转 HDR", EN: "SDR to HDR"}, false},
	{"SuperResolution", lang.Text{ZH: "超分辨率", EN: "super resolution"}, false},
	{"Segment", lang.Text{ZH: "转封装（音视频分段）", EN: "remuxing (audio and video segmentation)"}, false},
	{"SmartCover", lang.Text{ZH: "智能封面", EN: "smart cover"}, false},
	{"StreamExtract", lang.Text{ZH: "音视频流分离", EN: "stream extraction"}, false},
	{"VoiceSeparate", lang.Text{ZH: "人声分离", EN: "voice separation"}, false},
	{"DigitalWatermark", lang.Text{ZH: "添加数字水印", EN: "digital watermark"}, false},
	{"ExtractDigitalWatermark", lang.Text{ZH: "提取数字水印", EN: "digital watermark extraction"}, false},
	{"Watermark", lang.Text{ZH: "视频明水印", EN: "visible video watermark"}, false},
	{KindMediaInfo, lang.Text{ZH: "媒体信息", EN: "media information"}, false},
	{"QualityEstimate", lang.Text{ZH: "视频质量评分", EN: "video quality assessment"}, false},
	{"NoiseReduction", lang.Text{ZH: "音频降噪", EN: "noise reduction"}, false},
	{"Tts", lang.Text{ZH: "语音合成", EN: "speech synthesis"}, false},
	{"VideoTag", lang.Text{ZH: "视频标签", EN: "video tagging"}, false},
	{"PicProcess", lang.Text{ZH: "图片处理", EN: "image processing"}, false},
	{"DocProcess", lang.Text{ZH: "文档预览", EN: "document preview"}, false},
	{"DocWatermark", lang.Text{ZH: "文档水印", EN: "document watermark"}, false},
	{"DocAIGCMetadata", lang.Text{ZH: "文档 AIGC 元数据", EN: "AIGC metadata of documents"}, false},
	{"DNA", lang.Text{ZH: "视频 DNA", EN: "video DNA"}, false},
	{"SoundHound", lang.Text{ZH: "听歌识曲", EN: "song recognition"}, false},
	{"VocalScore", lang.Text{ZH: "音乐评分", EN: "vocal scoring"}, false},
	{"ImageInspect", lang.Text{ZH: "异常图片检测", EN: "abnormal image detection"}, false},
	{"ImageOCR", lang.Text{ZH: "图片文字识别", EN: "text recognition in images"}, false},
	{"VideoTargetRec", lang.Text{ZH: "视频目标检测", EN: "object detection in video"}, false},
	{"SplitVideoParts", lang.Text{ZH: "视频拆条", EN: "video splitting"}, false},
	{"SegmentVideoBody", lang.Text{ZH: "视频人像分割", EN: "portrait segmentation in video"}, false},
	{"VideoSynthesis", lang.Text{ZH: "视频合成", EN: "video synthesis"}, false},
	{"FillConcat", lang.Text{ZH: "填充拼接", EN: "filling and splicing"}, false},
	{"PosterProduction", lang.Text{ZH: "海报合成", EN: "poster production"}, false},
	{"GeneratePlayList", lang.Text{ZH: "生成播放列表", EN: "playlist generation"}, false},
	{"FileHashCode", lang.Text{ZH: "哈希值计算", EN: "file hashing"}, false},
	{"FileUncompress", lang.Text{ZH: "文件解压", EN: "file decompression"}, false},
	{"FileCompress", lang.Text{ZH: "多文件打包压缩", EN: "file compression"}, false},
	{KindWorkflow, lang.Text{ZH: "工作流完成", EN: "workflow finished"}, false},
	{"ReviewImage", lang.Text{ZH: "图片审核", EN: "image review"}, false},
	{"ReviewText", lang.Text{ZH: "文本审核", EN: "text review"}, false},
	{"ReviewAudio", lang.Text{ZH: "音频审核", EN: "audio review"}, false},
	{"ReviewVideo", lang.Text{ZH: "视频审核", EN: "video review"}, false},
	{"ReviewDocument", lang.Text{ZH: "文档审核", EN: "document review"}, false},
	{"ReviewHtml", lang.Text{ZH: "网页审核", EN: "web page review"}, false},
	{KindSubmitted, lang.Text{ZH: "提交任务的响应", EN: "response to a submission"}, true},
	{KindQueried, lang.Text{ZH: "查询任务的响应", EN: "response to a query"}, true},
	{KindList, lang.Text{ZH: "批量拉取任务的响应", EN: "list of jobs"}, true},
	{KindRequest, lang.Text{ZH: "提交任务的请求", EN: "request to submit a job"}, true},
	{KindError, lang.Text{ZH: "错误响应", EN: "error response"}, true},
}
