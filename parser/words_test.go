package parser

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/parser/reference"
	"github.com/callbacklens/callbacklens/parser/reference/advice"
	"github.com/callbacklens/callbacklens/parser/reference/practice"
)

// retired are words that people took for something else, or that nobody says
// today, and what is said instead.
var retired = map[string]string{
	"正文": "回调内容", "读取": "解析", "字符集": "字符编码", "个分词": "个词", "分类词": "智能分类结果", "跟踪 ID": "追踪 ID",
	"自定义头部": "自定义 Header", "透传信息": "透传用户信息", "表外": "分词页未列", "凭什么": "依据", "任务标识": "任务 Tag",
	"passed over": "ignored", "taken off": "removed", "no business": "not allowed", "one too many": "unmatched",
	"it is no ": "it is not", "this is no ": "this is not", "no RFC": "not RFC 3339", "the greater the earlier": "higher runs first",
	"as it stands": "as it is", "by its first letter": "by its longest known prefix", "unlisted": "in no table",
	"has not come": "unset", "passed through": "pass-through", "organisation": "organization",
}

// TestRetiredWordsDoNotComeBack looks for them in every remark, and in the rows
// of the reference.
func TestRetiredWordsDoNotComeBack(t *testing.T) {
	look := func(where string, texts ...lang.Text) {
		for _, text := range texts {
			for word, instead := range retired {
				if strings.Contains(text.ZH+"\n"+text.EN, word) {
					t.Errorf("%s says %q, not %q: %s / %s", where, word, instead, text.ZH, text.EN)
				}
			}
		}
	}
	for _, r := range Remarks() {
		look(r.Code, r.Text)
	}
	for _, table := range reference.Tables() {
		look(table.Anchor, table.Title, table.Intro)
		for _, f := range table.Fields {
			look(f.Anchor, f.Description, practice.NoteOn(f.Anchor), f.Elsewhere)
		}
	}
	for _, c := range reference.CodeTables() {
		look(c.Anchor, c.Title, c.Intro)
		for _, c := range c.Codes {
			look(c.Value, c.Text, practice.DoAbout(c.Value))
		}
	}
	for _, k := range reference.Kinds() {
		look(k.Value, k.Name)
	}
	for _, r := range Remarks() {
		a, _ := advice.Of(r.Code)
		look(r.Code, a.Basis, a.Case, a.Do)
	}
	for _, s := range reference.States() {
		look(s.Value, s.Name, s.Note)
	}
	for _, e := range practice.Envelopes() {
		look(e.Number, e.Where)
	}
	for _, p := range reference.PartsOfSpeech() {
		look(p.Tag, p.Name, p.Note)
	}
}

// TestPapersSayTheSameWords looks for what left in the papers that users read; of
// files and input they may say other things than of a body.
func TestPapersSayTheSameWords(t *testing.T) {
	names, err := filepath.Glob("../docs/*.zh.md")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	for _, name := range append(names, "../README.zh.md") {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, word := range []string{"正文", "诊断", "字符集", "自定义头部", "透传信息", "凭什么", "贴进来", "剥去", "任务标识"} {
			if strings.Contains(string(text), word) {
				t.Errorf("%s says %s", name, word)
			}
		}
	}
}
