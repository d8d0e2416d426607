package app

import (
	"errors"
	"fmt"
	"reflect"
	"testing"
)

func TestSentenceOnWhyAFileCannotBeRead(t *testing.T) {
	for _, c := range []struct {
		err  error
		want phrase
	}{
		{refusal{"NotFoundError", "gone"}, quoting(say.FileGone)},
		{fmt.Errorf("slice 2: %w", refusal{"NotFoundError", "gone"}), quoting(say.FileGone)},
		{refusal{"NotReadableError", "changed"}, quoting(say.FileLocked)},
		{refusal{"NotAllowedError", "no"}, quoting(say.FileLocked)},
		{refusal{"EncodingError", "odd"}, quoting(say.NoFile, "EncodingError: odd")},
		{errors.New("odd"), quoting(say.NoFile, "odd")},
	} {
		if got := unreadable(c.err); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%v: %q, want %q", c.err, got, c.want)
		}
	}
	if got := noticeOf(parcel{problem: "NotFoundError", name: "a.json"}); !reflect.DeepEqual(got, quoting(say.FileGone)) {
		t.Errorf("a file that the system opened and that is gone: %q", got)
	}
}
