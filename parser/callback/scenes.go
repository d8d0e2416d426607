package callback

import (
	"strings"

	"github.com/callbacklens/callbacklens/parser/lang"
)

// scenes are what content review looks for, by the word in Label and before Info in
// the name of a node. The page names the first four of them, SDKs and bodies the others.
var scenes = []struct {
	word string
	name lang.Text
}{
	{"Normal", lang.Text{ZH: "正常", EN: "normal"}},
	{"Porn", lang.Text{ZH: "色情", EN: "pornography"}},
	{"Ads", lang.Text{ZH: "广告", EN: "advertising"}},
	{"Quality", lang.Text{ZH: "低质量", EN: "low quality"}},
	{"Terrorism", lang.Text{ZH: "暴恐", EN: "terrorism"}},
	{"Terrorist", lang.Text{ZH: "暴恐", EN: "terrorism"}},
	{"Politics", lang.Text{ZH: "政治敏感", EN: "politics"}},
	{"Illegal", lang.Text{ZH: "违法", EN: "illegal"}},
	{"Abuse", lang.Text{ZH: "谩骂", EN: "abuse"}},
	{"Teenager", lang.Text{ZH: "不适宜未成年人", EN: "not for minors"}},
}

// SceneName says what content review looked for, by a value of Label or by the name
// of the node that tells of it, such as PornInfo or porn_info. It is the name itself
// where that is not known.
func SceneName(name string) lang.Text {
	word := strings.TrimSuffix(strings.TrimSuffix(name, "Info"), "_info")
	for i := range scenes {
		if strings.EqualFold(scenes[i].word, word) {
			return scenes[i].name
		}
	}
	return lang.Text{ZH: name, EN: name}
}
