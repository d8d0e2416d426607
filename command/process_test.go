//go:build !js && !windows

package command

import (
	"bufio"
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// asProgram, in the environment, makes the test binary the program itself, for
// what only a process of its own shows: signals, pipes, exit codes.
const asProgram = "CALLBACKLENS_AS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		os.Exit(Main(os.Args[1:], Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr}))
	}
	os.Exit(m.Run())
}

func program(t *testing.T, args ...string) (cmd *exec.Cmd, complaints *bytes.Buffer) {
	t.Helper()
	complaints = new(bytes.Buffer)
	cmd = exec.CommandContext(t.Context(), os.Args[0], args...)
	cmd.Env = append(os.Environ(), asProgram+"=1")
	cmd.Stderr = complaints
	return cmd, complaints
}

func exitCode(t *testing.T, cmd *exec.Cmd) int {
	t.Helper()
	if err := cmd.Wait(); err != nil && !errors.As(err, new(*exec.ExitError)) {
		t.Fatal(err)
	}
	return cmd.ProcessState.ExitCode() // -1 where a signal ended it
}

// Behind head or grep -q nobody reads the rest. That is no failure, and says
// nothing of the body.
func TestAClosedPipeEndsQuietly(t *testing.T) {
	long := filepath.Join(t.TempDir(), "long.json")
	body := `{"EventName":"TaskFinish","JobsDetail":[{"JobId":"a","State":"Success","Tag":"WordsGeneralize","Operation":{"WordsGeneralizeResult":{"WordsGeneralizeToken":[` +
		strings.Repeat(`{"Word":"a","Pos":"n","Offset":"0","Length":"1"},`, 20_000) + `{"Word":"a"}]}}}]}`
	if err := os.WriteFile(long, []byte(body), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, format := range formatNames() {
		cmd, complaints := program(t, "inspect", "-format", format, long)
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		if _, err := bufio.NewReaderSize(out, 16).ReadString('\n'); err != nil && format != "json" {
			t.Error(err)
		}
		_ = out.Close()
		if code := exitCode(t, cmd); code != exitOK || complaints.Len() > 0 {
			t.Errorf("%s: exit %d, %q", format, code, complaints)
		}
	}
}

func TestAFullDiskIsSaid(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("no /dev/full here")
	}
	defer func() { _ = full.Close() }()
	cmd, complaints := program(t, "inspect")
	cmd.Stdin, cmd.Stdout = strings.NewReader(body), full
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if code := exitCode(t, cmd); code != exitUsage || !strings.Contains(complaints.String(), "standard output: no space left") {
		t.Errorf("exit %d, %q", code, complaints)
	}
}

// An interrupt ends the program also while it waits for what never comes.
func TestAnInterruptEndsWaiting(t *testing.T) {
	fifo := filepath.Join(t.TempDir(), "fifo")
	if err := syscall.Mkfifo(fifo, 0o600); err != nil {
		t.Skip("no named pipes here:", err)
	}
	for _, name := range []string{"-", fifo} {
		// Before it listens, an interrupt ends a process in its own way, with
		// the code -1.
		code, complaints := -1, ""
		for wait := 50 * time.Millisecond; code < 0 && wait < 10*time.Second; wait *= 2 {
			code, complaints = interruptedAfter(t, wait, name)
		}
		if code != exitInterrupted || complaints != "callbacklens inspect: interrupted\n" {
			t.Errorf("%s: exit %d, %q", name, code, complaints)
		}
	}
}

// interruptedAfter reads name, with a standard input that does not end.
func interruptedAfter(t *testing.T, wait time.Duration, name string) (code int, said string) {
	t.Helper()
	in, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _, _ = in.Close(), w.Close() }()
	cmd, complaints := program(t, "inspect", name)
	cmd.Stdin = in
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(wait)
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	code = exitCode(t, cmd)
	return code, complaints.String()
}
