package callback

import (
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/callbacklens/callbacklens/parser/internal/flat"
)

func TestMeasureText(t *testing.T) {
	for _, s := range []string{"", "a", "今", "今天", "😀", "a今😀b", "😀😀😀", "12345678", "1234567今", strings.Repeat("今a😀", 20)} {
		for _, behind := range []string{"", "<", "</Word>…"} {
			want := measure{utf8.RuneCountInString(s), len(utf16.Encode([]rune(s))), len(s)}
			if got := measureText([]byte("今"+s+behind), flat.SpanOf(3, 3+len(s))); got != want {
				t.Errorf("%q is %v, want %v", s, got, want)
			}
		}
	}
}
