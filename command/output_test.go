//go:build !js

package command

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/callbacklens/callbacklens/parser/export"
)

// What -o writes is, byte for byte, what would be printed; what the command says
// beside it, it says as before.
func TestOutputIsWhatWouldBePrinted(t *testing.T) {
	file := filepath.Join(t.TempDir(), "out")
	for _, f := range export.Formats() {
		_, printed, said := runWith(t, body, "inspect", "-format", f.Name, "-lang", "en")
		code, nothing, complaints := runWith(t, body, "inspect", "-format", f.Name, "-lang", "en", "-o", file)
		got, err := os.ReadFile(file)
		if err != nil || string(got) != printed || nothing != "" || code != exitOK || complaints != said {
			t.Errorf("%s: %v, code %d, printed %q, said %q, written\n%s", f.Name, err, code, nothing, complaints, got)
		}
	}
	_, printed, _ := runWith(t, body, "inspect", "-stream")
	if code, _, _ := runWith(t, body, "inspect", "-stream", "-o", file); code != exitOK {
		t.Error("with -stream it ends with", code)
	}
	if got, _ := os.ReadFile(file); string(got) != printed || printed == "" {
		t.Errorf("with -stream it writes %q", got)
	}
}

// A file that is read is not written over, and one that nothing comes for stays.
func TestOutputDestroysNothing(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "body.xml")
	if err := os.WriteFile(file, []byte(body), 0o600); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(dir, "link.xml")
	if err := os.Symlink(file, link); err != nil {
		t.Skip(err)
	}
	for _, args := range [][]string{{"-o", link, file}, {"-stream", "-o", file, link}, {"-o", file, filepath.Join(dir, "none")},
		{"-o", filepath.Join(dir, "no", "folder"), file}} {
		if code, _, said := run(append([]string{"inspect"}, args...)...); code != exitUsage || said == "" {
			t.Errorf("%v: code %d, %q", args, code, said)
		}
		if got, _ := os.ReadFile(file); string(got) != body {
			t.Fatalf("%v: the file is %q now", args, got)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// It is said in how many cells of a table a formula was kept from being one.
func TestGuardedCellsAreCounted(t *testing.T) {
	const guarded = `{"JobsDetail":{"JobId":"=1+1","Tag":"WordsGeneralize","Operation":{"WordsGeneralizeResult":{` +
		`"WordsGeneralizeToken":[{"Word":"=A1","Pos":"w","Offset":0,"Length":3},{"Word":"3","Pos":"m","Offset":3,"Length":1}]}}}}`
	_, table, said := runWith(t, guarded, "inspect", "-format", "csv", "-lang", "en")
	if n := strings.Count(table, ",'="); n == 0 || !strings.Contains(said, ": "+string(rune('0'+n))+" cells begin with = + - @: an apostrophe") {
		t.Errorf("%d cells are guarded, it says %q of\n%s", n, said, table)
	}
	if _, _, said := runWith(t, guarded, "inspect", "-format", "tsv", "-lang", "en"); strings.Contains(said, "computed") {
		t.Errorf("of TSV it says %q", said)
	}
}
