// Package practice holds what practice adds to the published tables of package
// reference: notes on fields, what to do about error codes, envelopes, times and the
// sample. The reference page and the command line show it; the page that reads bodies
// does without, so that its program need not hold it.
package practice

import "github.com/callbacklens/callbacklens/parser/lang"

// Moment is one way in which the service writes a time.
type Moment struct {
	Written string
	Where   lang.Text
}

// TimeFormat is how a language reads the times of callbacks.
type TimeFormat struct {
	Language, Format string
	Note             lang.Text
}

// TimeFormats lists one format a language, for times as 2022-07-25T16:35:39+0800. The
// slice must not be changed.
func TimeFormats() []TimeFormat { return timeFormats }

var timeFormats = []TimeFormat{
	{"Go", `time.Parse("2006-01-02T15:04:05-0700", s)`, lang.Text{
		ZH: "time.RFC3339 解析不了",
		EN: "time.RFC3339 does not match",
	}},
	{"Java", `OffsetDateTime.parse(s, DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssZ"))`, lang.Text{
		ZH: "不带格式的 OffsetDateTime.parse(s) 会拒绝",
		EN: "OffsetDateTime.parse(s) without a format refuses",
	}},
	{"JavaScript", `new Date(s)`, lang.Text{
		ZH: "Node 20 可以解析",
		EN: "Node 20 accepts it",
	}},
	{"Python", `datetime.strptime(s, "%Y-%m-%dT%H:%M:%S%z")`, lang.Text{
		ZH: "3.11 起也可用 datetime.fromisoformat(s)",
		EN: "from 3.11 on datetime.fromisoformat(s) will do",
	}},
	{"PHP", `DateTime::createFromFormat("Y-m-d\TH:i:sO", $s)`, lang.Text{
		ZH: "DATE_ISO8601 是同一格式",
		EN: "DATE_ISO8601 is the same format",
	}},
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
		EN: "WorkflowExecution and Tasks; a space in the middle",
	}},
	{"2022-07-25T16:35:39+08:00", lang.Text{
		ZH: "内容审核，以及 2021 年的一份示例；时区带冒号",
		EN: "Content review, and a sample of 2021; a colon in the zone",
	}},
	{"-", lang.Text{
		ZH: "尚未发生；空节点同义",
		EN: "Unset; an empty node means the same",
	}},
}
