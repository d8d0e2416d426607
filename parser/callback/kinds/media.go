package kinds

import (
	"cmp"
	"slices"
	"strings"

	"github.com/callbacklens/callbacklens/parser/callback"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// mediaInfo is what a sound or a video is, as the job found it.
var mediaInfo = callback.Model{
	Name: "MediaInfo", Label: lang.Text{ZH: "媒体信息", EN: "Media information"},
	Line: mediaLine,
	Groups: []*callback.Model{
		{Name: "Format", Label: lang.Text{ZH: "容器", EN: "Container"}, Fields: []callback.Row{
			{Name: "FormatName", Label: lang.Text{ZH: "容器格式", EN: "Format"}},
			{Name: "FormatLongName", Label: lang.Text{ZH: "容器格式全称", EN: "Format in full"}},
			{Name: "Duration", Label: duration, Form: callback.FormSeconds},
			{Name: "Bitrate", Label: bitrate, Form: callback.FormKilobits},
			{Name: "Size", Label: size, Form: callback.FormBytes},
			{Name: "NumStream", Label: lang.Text{ZH: "流数量", EN: "Streams"}},
			{Name: "NumProgram", Label: lang.Text{ZH: "节目数量", EN: "Programs"}},
			{Name: "StartTime", Label: begins, Form: callback.FormSeconds},
		}},
		{
			Name: "Stream", Label: lang.Text{ZH: "流", EN: "Streams"},
			Groups: []*callback.Model{&videoStream, &audioStream, &subtitleStream},
		},
	},
}

// What several tables call the same.
var (
	duration = lang.Text{ZH: "时长", EN: "Duration"}
	bitrate  = lang.Text{ZH: "码率", EN: "Bit rate"}
	begins   = lang.Text{ZH: "起始时间", EN: "Begins at"}
	index    = lang.Text{ZH: "流序号", EN: "Stream number"}
	language = lang.Text{ZH: "语言", EN: "Language"}
	size     = lang.Text{ZH: "大小", EN: "Size"}
	width    = lang.Text{ZH: "宽度", EN: "Width"}
	height   = lang.Text{ZH: "高度", EN: "Height"}
	codec    = lang.Text{ZH: "编码格式", EN: "Codec"}
	inFull   = lang.Text{ZH: "编码格式全称", EN: "Codec in full"}
	codecTag = lang.Text{ZH: "编码标签", EN: "Codec tag"}
	tagText  = lang.Text{ZH: "编码标签名", EN: "Codec tag as text"}
	tick     = lang.Text{ZH: "编码时间基", EN: "Codec time base"}
	timebase = lang.Text{ZH: "时间基", EN: "Time base"}
)

var videoStream = callback.Model{
	Name: "Video", Label: lang.Text{ZH: "视频流", EN: "Video"}, Many: true, Line: videoLine,
	Fields: slices.Concat([]callback.Row{
		{Name: "CodecName", Label: codec},
		{Name: "CodecLongName", Label: inFull},
		{Name: "Profile", Label: lang.Text{ZH: "编码档次", EN: "Profile"}},
		{Name: "Level", Label: lang.Text{ZH: "编码级别", EN: "Level"}},
		{Name: "Width", Label: width},
		{Name: "Height", Label: height},
		{Name: "Sar", Label: lang.Text{ZH: "采样宽高比", EN: "Sample aspect ratio"}},
		{Name: "Dar", Label: lang.Text{ZH: "显示宽高比", EN: "Display aspect ratio"}},
		{Name: "Fps", Label: lang.Text{ZH: "帧率", EN: "Frames a second"}},
		{Name: "AvgFps", Label: lang.Text{ZH: "平均帧率", EN: "Average frames a second"}},
		{Name: "NumFrames", Label: lang.Text{ZH: "总帧数", EN: "Frames"}},
		{Name: "Duration", Label: duration, Form: callback.FormSeconds},
		{Name: "Bitrate", Label: bitrate, Form: callback.FormKilobits},
		{Name: "Rotation", Label: lang.Text{ZH: "旋转角度", EN: "Rotation"}},
		{Name: "PixFormat", Label: lang.Text{ZH: "像素格式", EN: "Pixel format"}},
		{Name: "ColorPrimaries", Label: lang.Text{ZH: "色域", EN: "Colour primaries"}},
		{Name: "ColorRange", Label: lang.Text{ZH: "色彩范围", EN: "Colour range"}},
		{Name: "ColorTransfer", Label: lang.Text{ZH: "色彩传输特性", EN: "Colour transfer"}},
		{Name: "FieldOrder", Label: lang.Text{ZH: "场序", EN: "Field order"}},
		{Name: "HasBFrame", Label: lang.Text{ZH: "B 帧", EN: "B-frames"}},
		{Name: "RefFrames", Label: lang.Text{ZH: "参考帧数", EN: "Reference frames"}},
	}, streamRows),
}

// streamRows are the last rows of pictures and sound alike.
var streamRows = []callback.Row{
	{Name: "CodecTag", Label: codecTag},
	{Name: "CodecTagString", Label: tagText},
	{Name: "CodecTimeBase", Label: tick},
	{Name: "Timebase", Label: timebase},
	{Name: "StartTime", Label: begins, Form: callback.FormSeconds},
	{Name: "Index", Label: index},
	{Name: "Language", Label: language},
}

var audioStream = callback.Model{
	Name: "Audio", Label: lang.Text{ZH: "音频流", EN: "Audio"}, Many: true, Line: audioLine,
	Fields: slices.Concat([]callback.Row{
		{Name: "CodecName", Label: codec},
		{Name: "CodecLongName", Label: inFull},
		{Name: "SampleRate", Label: lang.Text{ZH: "采样率", EN: "Sample rate"}, Form: callback.FormHertz},
		{Name: "Channel", Label: lang.Text{ZH: "声道数", EN: "Channels"}},
		{Name: "ChannelLayout", Label: lang.Text{ZH: "声道布局", EN: "Channel layout"}},
		{Name: "SampleFmt", Label: lang.Text{ZH: "采样格式", EN: "Sample format"}},
		{Name: "Duration", Label: duration, Form: callback.FormSeconds},
		{Name: "Bitrate", Label: bitrate, Form: callback.FormKilobits},
	}, streamRows),
}

var subtitleStream = callback.Model{
	Name: "Subtitle", Label: lang.Text{ZH: "字幕流", EN: "Subtitles"}, Many: true,
	Fields: []callback.Row{
		{Name: "Index", Label: index},
		{Name: "Language", Label: language},
	},
}

// mediaLine says what a medium is: mov · 0:13.654 · 544×960 · h264 + aac · 834.7
// kbit/s · 1.4 MB.
func mediaLine(g *callback.Group) string {
	format, stream := g.First("Format"), g.First("Stream")
	video, audio := stream.First("Video"), stream.First("Audio")
	name, _, _ := strings.Cut(format.Value("FormatName").Text, ",")
	length := cmp.Or(
		format.Value("Duration").Text, video.Value("Duration").Text, audio.Value("Duration").Text,
	)
	rate := cmp.Or(format.Value("Bitrate").Text, video.Value("Bitrate").Text, audio.Value("Bitrate").Text)
	return dotted(
		name,
		callback.FormSeconds.Say(length),
		frame(video),
		joined(" + ", video.Value("CodecName").Text, audio.Value("CodecName").Text),
		callback.FormKilobits.Say(rate),
		callback.FormBytes.Say(format.Value("Size").Text),
	)
}

func videoLine(g *callback.Group) string {
	fps := ""
	if v := g.Value("Fps"); v.Set() {
		fps = trimZeros(v.Text) + " fps"
	}
	return dotted(g.Value("CodecName").Text, frame(g), fps, callback.FormKilobits.Say(g.Value("Bitrate").Text))
}

func audioLine(g *callback.Group) string {
	return dotted(
		g.Value("CodecName").Text,
		callback.FormHertz.Say(g.Value("SampleRate").Text),
		g.Value("ChannelLayout").Text,
		callback.FormKilobits.Say(g.Value("Bitrate").Text),
	)
}

// frame says how large a picture is.
func frame(g *callback.Group) string {
	return joined("×", g.Value("Width").Text, g.Value("Height").Text)
}

// trimZeros takes the zeros away that tell nothing: 25.000000 is 25.
func trimZeros(number string) string {
	if strings.IndexByte(number, '.') < 0 {
		return number
	}
	return strings.TrimSuffix(strings.TrimRight(number, "0"), ".")
}

// dotted joins what is not empty for a line.
func dotted(parts ...string) string { return joined(" · ", parts...) }

func joined(by string, parts ...string) string {
	line := ""
	for _, p := range parts {
		if p != "" && line != "" {
			line += by
		}
		line += p
	}
	return line
}
