package intake

import (
	"errors"
	"fmt"
	"reflect"
	"testing"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/words"
)

func TestSentenceOnWhyAFileCannotBeRead(t *testing.T) {
	for _, c := range []struct {
		err  error
		want words.Phrase
	}{
		{dom.Refusal{Name: "NotFoundError", Message: "gone"}, words.Quoting(words.Say.FileGone)},
		{fmt.Errorf("slice 2: %w", dom.Refusal{Name: "NotFoundError", Message: "gone"}), words.Quoting(words.Say.FileGone)},
		{dom.Refusal{Name: "NotReadableError", Message: "changed"}, words.Quoting(words.Say.FileLocked)},
		{dom.Refusal{Name: "NotAllowedError", Message: "no"}, words.Quoting(words.Say.FileLocked)},
		{dom.Refusal{Name: "EncodingError", Message: "odd"}, words.Quoting(words.Say.NoFile, "EncodingError: odd")},
		{errors.New("odd"), words.Quoting(words.Say.NoFile, "odd")},
	} {
		if got := unreadable(c.err); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%v: %q, want %q", c.err, got, c.want)
		}
	}
	if got := noticeOf(parcel{problem: "NotFoundError", name: "a.json"}); !reflect.DeepEqual(got, words.Quoting(words.Say.FileGone)) {
		t.Errorf("a file that the system opened and that is gone: %q", got)
	}
}
