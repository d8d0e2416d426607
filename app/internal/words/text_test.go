package words

import (
	"reflect"
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
