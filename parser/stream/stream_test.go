package stream

import (
	"context"
	"errors"
	"io"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"testing/iotest"
	"time"
)

const sample = `{"EventName":"TaskFinish","JobsDetail":[{"JobId":"ID","State":"Success","Tag":"Snapshot"}]}` + "\n"

func sampleOf(id string) string { return strings.Replace(sample, "ID", id, 1) }

// ids returns the jobs of each record, "-" for a record without any and "large" for
// one that is too large.
func ids(r *Record) string {
	switch {
	case r.Report == nil:
		return "large"
	case len(r.Report.Callbacks) == 0:
		return "-"
	}
	return jobOf(&r.Report.Callbacks[0])
}

func TestOrderIsThatOfTheInput(t *testing.T) {
	var text strings.Builder
	for n := range 5000 {
		text.WriteString(sampleOf(strconv.Itoa(n)))
	}
	for _, workers := range []int{1, 2, 7} {
		n := 0
		for id, err := range Map(t.Context(), strings.NewReader(text.String()), Options{Workers: workers}, ids) {
			if err != nil || id != strconv.Itoa(n) {
				t.Fatalf("record %d is %q, %v", n, id, err)
			}
			n++
		}
		if n != 5000 {
			t.Errorf("%d workers found %d records", workers, n)
		}
	}
}

// What is too large is handed out without a report, in its place, and what follows is
// read.
func TestARecordThatIsTooLarge(t *testing.T) {
	large := strings.Replace(sample, "ID", strings.Repeat("x", 300_000), 1)
	lines := "{\n" + strings.Repeat(`"a": "b",`+"\n", 40_000) + `"c": "d"` + "\n}\n"
	text := sampleOf("a") + large + sampleOf("b") + lines + sampleOf("c")
	var got []string
	var bytes, count int64
	for r, err := range Map(t.Context(), strings.NewReader(text), Options{Record: 200_000}, func(r *Record) Record {
		return Record{Offset: r.Offset, Line: r.Line, Bytes: r.Bytes, Lines: r.Lines, Report: r.Report}
	}) {
		if err != nil || r.Offset != bytes || r.Line != count+1 {
			t.Fatalf("%+v stands behind %d bytes and %d lines: %v", r, bytes, count, err)
		}
		bytes, count = bytes+r.Bytes, count+r.Lines
		got = append(got, ids(&r))
	}
	if want := "a large b large c"; strings.Join(got, " ") != want {
		t.Errorf("%q, want %q", got, want)
	}
	if bytes != int64(len(text)) || count != int64(strings.Count(text, "\n")) {
		t.Errorf("%d bytes and %d lines of %d", bytes, count, len(text))
	}
}

// A record is there as soon as its body is closed, though the input goes on.
func TestARecordIsThereAsItComes(t *testing.T) {
	in, w := io.Pipe()
	defer func() { _ = w.Close() }()
	write := func(n int) {
		if _, err := io.WriteString(w, sampleOf(strconv.Itoa(n))); err != nil && !errors.Is(err, io.ErrClosedPipe) {
			t.Error(err)
		}
	}
	go write(0)
	n := 0
	for id, err := range Map(t.Context(), in, Options{}, ids) {
		if err != nil || id != strconv.Itoa(n) {
			t.Fatal(id, err)
		}
		if n++; n == 5 {
			break
		}
		go write(n)
	}
}

// When the context ends, what was read whole is there and then its error, though a
// Read waits.
func TestStoppingKeepsWhatWasRead(t *testing.T) {
	in, w := io.Pipe()
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	go func() { _, _ = io.WriteString(w, sampleOf("a")+sampleOf("b")+sample[:20]) }()
	var got []string
	for id, err := range Map(ctx, in, Options{}, ids) {
		if err != nil {
			id = err.Error()
		}
		got = append(got, id)
		stop()
	}
	if want := "a b context canceled"; strings.Join(got, " ") != want {
		t.Errorf("%q, want %q", got, want)
	}
	_ = w.Close()
}

func TestAnErrorComesBehindWhatWasRead(t *testing.T) {
	broken := io.MultiReader(strings.NewReader(sampleOf("a")+sample[:30]), iotest.ErrReader(errors.New("unplugged")))
	var got []string
	for id, err := range Map(t.Context(), broken, Options{}, ids) {
		if err != nil {
			id = err.Error()
		}
		got = append(got, id)
	}
	if want := "a unplugged"; strings.Join(got, " ") != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// Whoever breaks off leaves no goroutine behind.
func TestBreakingOffEndsTheWork(t *testing.T) {
	before := runtime.NumGoroutine()
	for range Map(t.Context(), &repeat{text: sample, left: 1 << 40}, Options{}, ids) {
		break
	}
	for range 100 {
		if runtime.NumGoroutine() <= before {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Errorf("%d goroutines more", runtime.NumGoroutine()-before)
}

// repeat gives a text again and again.
type repeat struct {
	text string
	at   int
	left int64
}

func (r *repeat) Read(to []byte) (n int, err error) {
	if r.left <= 0 {
		return 0, io.EOF
	}
	for n < len(to) {
		k := copy(to[n:], r.text[r.at:])
		n, r.at = n+k, (r.at+k)%len(r.text)
	}
	r.left -= int64(n)
	return n, nil
}

// Memory does not grow with the input.
func TestMemoryIsConstant(t *testing.T) {
	text := sampleOf(strings.Repeat("x", 2000)) + "2024-01-01 INFO noise\n"
	most := func(size int64) uint64 {
		var most uint64
		n := 0
		for range Map(t.Context(), &repeat{text: text, left: size}, Options{Workers: 2}, ids) {
			if n++; n%100 == 0 {
				var m runtime.MemStats
				runtime.ReadMemStats(&m)
				most = max(most, m.HeapInuse)
			}
		}
		return most
	}
	few, many := most(1<<20), most(*size<<20)
	if many > 2*few+16<<20 {
		t.Errorf("%d MB in use for 1 MB, %d MB for %d MB", few>>20, many>>20, *size)
	}
}
