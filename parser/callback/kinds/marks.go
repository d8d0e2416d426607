package kinds

import (
	"github.com/callbacklens/callbacklens/parser/callback"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// What several tables of findings call the same.
var (
	confidence = lang.Text{ZH: "置信度", EN: "Confidence"}
	score      = lang.Text{ZH: "评分", EN: "Score"}
	name       = lang.Text{ZH: "名称", EN: "Name"}
	kind       = lang.Text{ZH: "类型", EN: "Type"}
	version    = lang.Text{ZH: "版本", EN: "Version"}
	area       = lang.Text{ZH: "区域坐标", EN: "Area"}
	markText   = lang.Text{ZH: "水印内容", EN: "Text of the watermark"}
)

// watermark is the mark that a video got.
var watermark = callback.Model{
	Name: "DigitalWatermark", Label: lang.Text{ZH: "数字水印", EN: "Digital watermark"}, Fields: []callback.Row{
		stateRow,
		{Name: "Message", Label: markText},
		{Name: "Type", Label: kind},
		{Name: "Version", Label: version},
		{Name: "IgnoreError", Label: lang.Text{ZH: "忽略水印失败", EN: "Failure is ignored"}},
	},
}

// extracted is the mark that was found in one.
var extracted = callback.Model{
	Name: "ExtractDigitalWatermark", Label: lang.Text{ZH: "提取的数字水印", EN: "Watermark found"}, Fields: []callback.Row{
		{Name: "Message", Label: markText},
		{Name: "Type", Label: kind},
		{Name: "Version", Label: version},
	},
}

// estimate is how good a video is.
var estimate = callback.Model{
	Name: "QualityEstimate", Label: lang.Text{ZH: "视频质量评分", EN: "Video quality"},
	Fields: []callback.Row{{Name: "Score", Label: score}},
	Groups: []*callback.Model{{
		Name: "VqaPlusResult", Label: lang.Text{ZH: "质检结果", EN: "Flaws"}, Fields: []callback.Row{
			{Name: "NoAudio", Label: lang.Text{ZH: "无音频", EN: "No audio"}},
			{Name: "NoVideo", Label: lang.Text{ZH: "无视频", EN: "No video"}},
		},
		Groups: []*callback.Model{{
			Name: "DetailedResult", Label: lang.Text{ZH: "详细结果", EN: "Each flaw"}, Many: true,
			Fields: []callback.Row{{Name: "Type", Label: kind}},
			Groups: []*callback.Model{{
				Name: "Items", Label: lang.Text{ZH: "出现时间", EN: "Where"}, Many: true, Fields: []callback.Row{
					{Name: "StartTimeOffset", Label: from, Form: callback.FormSeconds},
					{Name: "EndTimeOffset", Label: until, Form: callback.FormSeconds},
					{Name: "Confidence", Label: confidence},
				},
				Groups: []*callback.Model{{
					Name: "AreaCoordSet", Label: area, Many: true, Fields: []callback.Row{{Label: area}},
				}},
			}},
		}},
	}},
}

// videoTags is what a video shows.
var videoTags = callback.Model{
	Name: "VideoTagResult", Label: lang.Text{ZH: "视频标签结果", EN: "Video tags"},
	Groups: []*callback.Model{{
		Name: "StreamData", Label: lang.Text{ZH: "视频流", EN: "Stream"}, Fields: []callback.Row{
			{Name: "SubErrCode", Label: lang.Text{ZH: "错误码", EN: "Code"}},
			{Name: "SubErrMsg", Label: lang.Text{ZH: "错误描述", EN: "Message"}},
		},
		Groups: []*callback.Model{{
			Name: "Data", Label: lang.Text{ZH: "结果", EN: "Result"},
			Groups: []*callback.Model{&tags, &personTags, &placeTags, &actionTags, &objectTags},
		}},
	}},
}

var tags = callback.Model{
	Name: "Tags", Label: lang.Text{ZH: "标签", EN: "Tags"}, Many: true, Fields: []callback.Row{
		{Name: "Tag", Label: lang.Text{ZH: "标签", EN: "Tag"}},
		{Name: "TagCls", Label: lang.Text{ZH: "类别", EN: "Class"}},
		{Name: "Confidence", Label: confidence},
	},
}

var personTags = callback.Model{
	Name: "PersonTags", Label: lang.Text{ZH: "人物标签", EN: "Persons"}, Many: true, Fields: []callback.Row{
		{Name: "Name", Label: name},
		{Name: "Confidence", Label: confidence},
		{Name: "Count", Label: lang.Text{ZH: "出现次数", EN: "Times"}},
	},
	Groups: []*callback.Model{{
		Name: "DetailPerSecond", Label: lang.Text{ZH: "逐秒结果", EN: "By second"}, Many: true, Fields: []callback.Row{
			{Name: "TimeStamp", Label: from, Form: callback.FormSeconds},
			{Name: "Name", Label: name},
			{Name: "Confidence", Label: confidence},
		},
		Groups: []*callback.Model{&box},
	}},
}

// box is where something is in the picture, in parts of its width and height.
var box = callback.Model{
	Name: "BBox", Label: lang.Text{ZH: "位置", EN: "Place"}, Many: true, Fields: []callback.Row{
		{Name: "X1", Label: lang.Text{ZH: "左", EN: "Left"}},
		{Name: "Y1", Label: lang.Text{ZH: "上", EN: "Top"}},
		{Name: "X2", Label: lang.Text{ZH: "右", EN: "Right"}},
		{Name: "Y2", Label: lang.Text{ZH: "下", EN: "Bottom"}},
	},
}

var placeTags = callback.Model{
	Name: "PlaceTags", Label: lang.Text{ZH: "场景标签", EN: "Places"}, Many: true, Line: taggedLine,
	Fields: []callback.Row{
		startRow, endRow,
		{Name: "StartIndex", Label: lang.Text{ZH: "起始帧", EN: "First frame"}},
		{Name: "EndIndex", Label: lang.Text{ZH: "结束帧", EN: "Last frame"}},
	},
	Groups: []*callback.Model{&tags, {
		Name: "ClipFrameResult", Label: lang.Text{ZH: "逐帧结果", EN: "By frame"}, Many: true,
		Fields: []callback.Row{{Label: lang.Text{ZH: "逐帧结果", EN: "By frame"}}},
	}},
}

var actionTags = callback.Model{
	Name: "ActionTags", Label: lang.Text{ZH: "动作标签", EN: "Actions"}, Many: true, Line: taggedLine,
	Fields: []callback.Row{startRow, endRow}, Groups: []*callback.Model{&tags},
}

// startRow and endRow are when something is seen or heard.
var (
	startRow = callback.Row{Name: "StartTime", Label: from, Form: callback.FormSeconds}
	endRow   = callback.Row{Name: "EndTime", Label: until, Form: callback.FormSeconds}
)

// taggedLine says when something is seen.
func taggedLine(g *callback.Group) string {
	return clocks(callback.FormSeconds, g.Value("StartTime"), g.Value("EndTime"))
}

var objectTags = callback.Model{
	Name: "ObjectTags", Label: lang.Text{ZH: "物体标签", EN: "Objects"}, Many: true,
	Fields: []callback.Row{{Name: "TimeStamp", Label: from, Form: callback.FormSeconds}},
	Groups: []*callback.Model{{
		Name: "Objects", Label: lang.Text{ZH: "物体", EN: "Objects"}, Many: true, Fields: []callback.Row{
			{Name: "Name", Label: name},
			{Name: "Confidence", Label: confidence},
		},
		Groups: []*callback.Model{&box},
	}},
}

// songs are those that a sound may be.
var songs = callback.Model{
	Name: "SoundHoundResult", Label: lang.Text{ZH: "听歌识曲结果", EN: "Songs recognized"},
	Groups: []*callback.Model{{
		Name: "SongList", Label: lang.Text{ZH: "歌曲列表", EN: "Songs"}, Many: true, Fields: []callback.Row{
			{Name: "SongName", Label: lang.Text{ZH: "歌曲名", EN: "Song"}},
			{Name: "SingerName", Label: lang.Text{ZH: "歌手名", EN: "Singer"}},
			{Name: "Inlier", Label: lang.Text{ZH: "匹配程度", EN: "How well it fits"}},
		},
	}},
}

// vocal is how well somebody sang.
var vocal = callback.Model{
	Name: "VocalScoreResult", Label: lang.Text{ZH: "音乐评分结果", EN: "Vocal score"},
	Groups: []*callback.Model{
		{
			Name: "PitchScore", Label: lang.Text{ZH: "音准评分", EN: "Pitch"},
			Fields: []callback.Row{total}, Groups: []*callback.Model{&sentenceScores},
		},
		{
			Name: "RhythemScore", Label: lang.Text{ZH: "节奏评分", EN: "Rhythm"},
			Fields: []callback.Row{total}, Groups: []*callback.Model{&sentenceScores},
		},
	},
}

var total = callback.Row{Name: "TotalScore", Label: lang.Text{ZH: "总分", EN: "Total"}}

var sentenceScores = callback.Model{
	Name: "SentenceScores", Label: lang.Text{ZH: "逐句评分", EN: "By sentence"}, Many: true,
	Fields: []callback.Row{startRow, endRow, {Name: "Score", Label: score}},
}

// videoParts is where a video was split.
var videoParts = callback.Model{
	Name: "SplitVideoInfoResult", Label: lang.Text{ZH: "视频拆条结果", EN: "Parts of the video"},
	Groups: []*callback.Model{{
		Name: "TimeInfo", Label: lang.Text{ZH: "片段", EN: "Parts"}, Many: true, Fields: []callback.Row{
			{Name: "Index", Label: lang.Text{ZH: "序号", EN: "Number"}},
			{Name: "PartBegin", Label: from},
			{Name: "PartEnd", Label: until},
		},
	}},
}
