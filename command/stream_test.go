//go:build !js && !windows

package command

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"
)

// streamLine is a line that inspect -stream prints.
type streamLine struct {
	Record, Line, Offset int64
	File, Charset        string
	Callback             map[string]any
	Diagnostics          []map[string]any
}

func streamLines(t *testing.T, out string) (lines []streamLine) {
	t.Helper()
	for text := range strings.Lines(out) {
		var line streamLine
		if err := json.Unmarshal([]byte(text), &line); err != nil {
			t.Fatalf("%v: %q", err, text)
		}
		lines = append(lines, line)
	}
	return lines
}

func summaryOf(t *testing.T, complaints string) (sum summary) {
	t.Helper()
	line, _, _ := strings.Cut(complaints, "\n")
	said := struct{ Summary *summary }{&sum}
	if err := json.Unmarshal([]byte(line), &said); err != nil {
		t.Fatalf("%v: %q", err, complaints)
	}
	return sum
}

// A line says of a callback what inspect says of it, and where it stands.
func TestStreamSaysWhatInspectSays(t *testing.T) {
	mended := strings.Replace(body, "</Tag>", "<Tag>", 1)
	log := "2024-03-01 08:00:00 INFO started\n" +
		"2024-03-01 08:00:01 INFO got " + body + "\n" + mended + "\n" + `{"EventName":"TaskFinish"` + "\n"
	code, out, complaints := runWith(t, log, "inspect", "-stream", "-lang", "en")
	lines := streamLines(t, out)
	if code != exitFound || len(lines) != 2 { // the last body is cut
		t.Fatalf("exit %d, %s", code, out)
	}
	for i, alone := range []string{body, mended} {
		_, want, _ := runWith(t, alone, "inspect", "-format", "json", "-lang", "en")
		var report struct {
			Callbacks, Diagnostics []map[string]any
		}
		if err := json.Unmarshal([]byte(want), &report); err != nil {
			t.Fatal(err)
		}
		delete(report.Callbacks[0], "document")
		line := lines[i]
		if !reflect.DeepEqual(line.Callback, report.Callbacks[0]) {
			t.Errorf("%v\nwant %v", line.Callback, report.Callbacks[0])
		}
		start := int64(strings.Index(log, alone))
		if line.Record != int64(i+1) || line.Line != int64(i+2) || line.Offset != start {
			t.Errorf("%+v stands at %d", line, start)
		}
		if len(line.Diagnostics) != len(report.Diagnostics) {
			t.Errorf("%v\nwant %v", line.Diagnostics, report.Diagnostics)
		}
		for k, d := range line.Diagnostics {
			of := report.Diagnostics[k]
			if d["message"] != of["message"] || d["offset"] != of["offset"].(float64)+float64(start) || d["line"] != float64(line.Line) {
				t.Errorf("%v\nwant %v", d, of)
			}
		}
	}
	sum := summaryOf(t, complaints)
	if sum.Callbacks != 2 || sum.Bytes != int64(len(log)) || sum.Lines != 4 || sum.Skipped.Lines != 2 ||
		len(sum.Skipped.Places) != 2 || sum.Skipped.Places[0].Reason != "no-body" || sum.Skipped.Places[1].Line != 4 {
		t.Errorf("%+v", sum)
	}
}

// Each callback of a record has its own line, with the remarks on it.
func TestStreamPartsTheCallbacksOfARecord(t *testing.T) {
	array := `[{"EventName":"TaskFinish","JobsDetail":[{"JobId":"a","State":"Success","Tag":"Snapshot"}]},` + "\n" +
		`{"EventName":"TaskFinish","JobsDetail":[{"JobId":"b","State":"Success","Tag":"Snapshot","EndTime":"never"}]}]` + "\n"
	code, out, _ := runWith(t, array+array, "inspect", "-stream")
	lines := streamLines(t, out)
	if code != exitOK || len(lines) != 4 || lines[3].Line != 4 || lines[3].Record != 4 {
		t.Fatalf("exit %d: %s", code, out)
	}
	for i, line := range lines {
		want := i % 2 // of the second one the time cannot be read
		if len(line.Diagnostics) != want || want == 1 && line.Diagnostics[0]["job"] != float64(0) {
			t.Errorf("line %d: %v", i+1, line.Diagnostics)
		}
	}
}

func TestStreamOfSeveralFiles(t *testing.T) {
	dir := t.TempDir()
	first, second := filepath.Join(dir, "a.log"), filepath.Join(dir, "b.log")
	for _, name := range []string{first, second} {
		if err := os.WriteFile(name, []byte(body+"\n"+strings.Repeat("x", 2000)+"\n"+body+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	code, out, complaints := runWith(t, body, "inspect", "-stream", "-record", "1KB", first, filepath.Join(dir, "none"), second, "-")
	var got []string
	for _, line := range streamLines(t, out) {
		got = append(got, fmt.Sprint(filepath.Base(line.File), line.Record, line.Line))
	}
	if want := "a.log1 1 a.log2 3 b.log1 1 b.log2 3 .1 1"; strings.Join(got, " ") != want {
		t.Errorf("%q, want %q", got, want)
	}
	_, text, _ := strings.Cut(complaints, "\n") // behind that a file is missing
	sum := summaryOf(t, text)
	if code != exitUsage || sum.Skipped.Reasons[reasonTooLarge] != 2 || sum.Skipped.Places[0].File != first || sum.Skipped.Places[0].Line != 2 {
		t.Errorf("exit %d, %+v", code, sum)
	}
}

func TestStreamExitCodes(t *testing.T) {
	for _, c := range []struct {
		in   string
		args []string
		want int
	}{
		{body, nil, exitOK},
		{body + "\nnoise\n", nil, exitOK},
		{"noise\n", nil, exitFound},
		{"", nil, exitFound},
		{body + "\n" + strings.Repeat("x", 70<<10), []string{"-record", "64KB"}, exitFound},
		{body, []string{"-format", "json"}, exitOK},
		{body, []string{"-format", "csv"}, exitUsage},
		{body, []string{"-record", "many"}, exitUsage},
		{body, []string{"-record", "2GB"}, exitUsage},
		{"\x1f\x8bno gzip", nil, exitUsage},
	} {
		code, out, complaints := runWith(t, c.in, append([]string{"inspect", "-stream"}, c.args...)...)
		if code != c.want {
			t.Errorf("%.20q %q: exit %d, want %d\n%s%s", c.in, c.args, code, c.want, out, complaints)
		}
	}
}

// Secrets are asterisks unless they are asked for.
func TestStreamHidesSecrets(t *testing.T) {
	secret := strings.Replace(body, "<JobId>", "<UserData>password=hunter2hunter2</UserData><JobId>", 1)
	if _, out, complaints := runWith(t, secret, "inspect", "-stream"); strings.Contains(out, "hunter2") || summaryOf(t, complaints).Hidden != 1 {
		t.Errorf("%s%s", out, complaints)
	}
	if _, out, _ := runWith(t, secret, "inspect", "-stream", "-secrets"); !strings.Contains(out, "hunter2hunter2") {
		t.Error(out)
	}
}

// Where nobody reads on, the stream ends, however much there is to read.
func TestAStreamIntoAClosedPipeEndsQuietly(t *testing.T) {
	cmd, complaints := program(t, "inspect", "-stream")
	cmd.Stdin = endlessly(body + "\n")
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if line, err := bufio.NewReaderSize(out, 16).ReadString('\n'); err != nil || !strings.HasPrefix(line, `{"record":1,`) {
		t.Error(line, err)
	}
	_ = out.Close()
	done := make(chan int)
	go func() { _ = cmd.Wait(); done <- cmd.ProcessState.ExitCode() }()
	select {
	case code := <-done:
		if code != exitOK || complaints.Len() > 0 {
			t.Errorf("exit %d, %q", code, complaints)
		}
	case <-time.After(time.Minute):
		t.Fatal("it goes on")
	}
}

// endlessly gives a line again and again, until the program that reads it is gone.
func endlessly(line string) io.Reader { return &again{line: []byte(strings.Repeat(line, 100))} }

type again struct {
	line []byte
	at   int
}

func (a *again) Read(to []byte) (int, error) {
	n := copy(to, a.line[a.at:])
	a.at = (a.at + n) % len(a.line)
	return n, nil
}

// An interrupt ends a stream that waits: what came whole is printed, and summed up.
func TestAnInterruptEndsAStream(t *testing.T) {
	in, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _, _ = in.Close(), w.Close() }()
	cmd, complaints := program(t, "inspect", "-stream")
	cmd.Stdin = in
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(w, body+"\n"+body+"\n"+body[:50]); err != nil {
		t.Fatal(err)
	}
	r := bufio.NewReader(out)
	for n := range 2 {
		if line, err := r.ReadString('\n'); err != nil || !strings.HasPrefix(line, fmt.Sprintf(`{"record":%d,`, n+1)) {
			t.Fatal(line, err)
		}
	}
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	rest, _ := io.ReadAll(r)
	code := exitCode(t, cmd)
	if code != exitInterrupted || len(rest) > 0 || !bytes.HasSuffix(complaints.Bytes(), []byte("callbacklens inspect: interrupted\n")) {
		t.Errorf("exit %d, %q, %q", code, rest, complaints)
	}
	if sum := summaryOf(t, complaints.String()); !sum.Stopped || sum.Callbacks != 2 {
		t.Errorf("%+v", sum)
	}
}

// What inspect does not read to its end leads to what does.
func TestInspectOfTooMuchLeadsToStream(t *testing.T) {
	_, _, complaints := runWith(t, strings.Repeat(body+"\n", 10_001), "inspect", "-format", "csv", "-lang", "en")
	if !strings.Contains(complaints, "inspect -stream") {
		t.Error(complaints)
	}
}
