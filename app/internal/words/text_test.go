package words

import (
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/callbacklens/callbacklens/parser/lang"
)

func TestEveryTextIsInBothLanguages(t *testing.T) {
	v := reflect.ValueOf(Say)
	for i := range v.NumField() {
		name, text := v.Type().Field(i).Name, v.Field(i).Interface().(lang.Text)
		if strings.TrimSpace(text.ZH) == "" || strings.TrimSpace(text.EN) == "" {
			t.Errorf("Say.%s = %+v, want a text in each language", name, text)
		}
		if zh, en := placeholders(text.ZH), placeholders(text.EN); zh != en {
			t.Errorf("Say.%s has %d places to fill in Chinese and %d in English", name, zh, en)
		}
	}
}

func placeholders(s string) int {
	n := 0
	for _, p := range []string{"{0}", "{1}", "{2}", "{3}"} {
		n += strings.Count(s, p)
	}
	return n
}

// retired are words that people took for something else, or that nobody says
// today, and what is said instead.
var retired = map[string]string{
	"正文": "回调内容", "读取": "解析", "原文": "原始内容", "字符集": "字符编码", "头部": "Header", "节点任务": "任务列表",
	"分类标签": "智能分类结果", "凭什么": "如何", "换一个": "新的", "取入": "载入", "取到": "加载", "读完": "解析完成", "读出": "识别",
	"状态不明": "状态未知", "贴进来": "粘贴", "等待": "排队", "剥去": "去除", "给出的": "原始", "「树」": "「结构树」", "诊断": "提示",
	"taken off": "removed", "Taking in": "Loading", "to the start": "home", "as printed": "as published",
	"New body": "New callback", "Something in": "an internal error", "as given": "as received", "Nothing to remark": "No problems found",
	"no UTF-8": "not UTF-8", "passed over": "ignored",
}

// segmented is how English calls the text that was segmented.
var segmented = regexp.MustCompile(`(?i)(your|original|another|from the|the) text|text that was segmented`)

// TestRetiredWordsDoNotComeBack looks for them in every text of the page.
func TestRetiredWordsDoNotComeBack(t *testing.T) {
	v := reflect.ValueOf(Say)
	for i := range v.NumField() {
		text := v.Field(i).Interface().(lang.Text)
		for word, instead := range retired {
			name := v.Type().Field(i).Name
			if word == "原文" && segmented.MatchString(text.EN) {
				continue // 原文 is that text, and no other
			}
			if strings.Contains(strings.ReplaceAll(text.ZH, "还原文本", "")+"\n"+text.EN, word) {
				t.Errorf("Say.%s says %q, not %q: %s / %s", name, word, instead, text.ZH, text.EN)
			}
		}
	}
}

// A number of one thing is not said of several.
func TestOneIsNotSeveral(t *testing.T) {
	for n, want := range map[int]string{1: "1 token", 2: "2 tokens", 1234: "1,234 tokens"} {
		if got := Numbered(Say.TokensOne, Say.TokensAll, n).EN; got != want {
			t.Errorf("%d are %q", n, got)
		}
	}
}
