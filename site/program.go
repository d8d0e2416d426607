//go:build !js

package site

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/callbacklens/callbacklens/site/slim"
	"github.com/callbacklens/callbacklens/site/squeeze"
)

// module is the path of the module that holds the program.
const module = "github.com/callbacklens/callbacklens"

// Program is what runs in the browser: WebAssembly, and the script of the same
// Go release that such a program needs around it.
type Program struct {
	Wasm, Support []byte
	// Notices are those of what the program is made of, as Notices gives them.
	// Without them Build looks for them itself.
	Notices []byte
}

// Where the packages of the page stand, and those that take off what is around a body.
const (
	rooms   = module + "/app/internal/"
	parsing = module + "/parser/"
	peeled  = parsing + "internal/"
)

// unhurried are packages compiled without inlining: smaller, and not measurably
// slower, as what they do waits for the browser, or is done once, as taking off what
// is rare around a body is. The atomic operations are many and small, yet reading and
// collecting garbage take as long.
var unhurried = []string{
	rooms + "beside", rooms + "card", rooms + "charts", rooms + "comparison", rooms + "face", rooms + "facts", rooms + "frame", rooms + "intake",
	rooms + "jobs", rooms + "list", rooms + "model", rooms + "original", rooms + "palette", rooms + "paper",
	rooms + "query", rooms + "reference", rooms + "remarks", rooms + "results", rooms + "source", rooms + "share", rooms + "split", rooms + "takeaway", rooms + "tree",
	peeled + "brackets", peeled + "mojibake", peeled + "tags",
	peeled + "dump", peeled + "hint", peeled + "lines", peeled + "pieces", peeled + "printed", peeled + "recast",
	peeled + "scribe", peeled + "trees", peeled + "literals",
	peeled + "unescape", peeled + "outset", peeled + "charset", peeled + "packed",
	parsing + "compare", parsing + "callback/kinds", parsing + "export", parsing + "export/rows", parsing + "export/replay", parsing + "export/sheet",
	framework + "/...", "context", "fmt", "internal/runtime/atomic", "net/url", "os", "reflect", "syscall", "time",
}

// Compile builds the program with the go command, from the module that the
// working directory is in, and leaves out what only a server needs: a third of
// its size. Its data is put into few pieces: another twelfth; and goes without
// the tables of lines: as much again.
func Compile() (Program, error) {
	p, err := compile(func(dir string) ([]string, error) {
		modfile, err := leanModfile(dir)
		if err != nil {
			return nil, err
		}
		standIns, err := overlay(dir)
		if err != nil {
			return nil, err
		}
		// The build's own note of what it was made from would name dir.
		args := []string{"-modfile", modfile, "-overlay", standIns, "-ldflags=-s -w -buildid= -X runtime.modinfo="}
		for _, packages := range unhurried {
			args = append(args, "-gcflags="+packages+"=-l")
		}
		return args, nil
	})
	if err != nil {
		return Program{}, err
	}
	if p.Wasm, err = slim.Slim(p.Wasm); err != nil {
		return Program{}, unslimmed(err)
	}
	return p, nil
}

// CompilePlain builds the program with the modules as they are.
func CompilePlain() (Program, error) {
	return compile(func(string) ([]string, error) {
		return []string{"-ldflags=-s -w -buildid="}, nil
	})
}

// compile builds the program in a folder for the time being. The flags of the
// build may refer to files that they put there.
func compile(flags func(dir string) ([]string, error)) (Program, error) {
	if _, err := exec.LookPath("go"); err != nil {
		return Program{}, errors.New("the page is compiled with the go command, and there is none on PATH; install Go, or give a compiled program with -wasm")
	}
	if _, err := goCommand("list", module); err != nil {
		return Program{}, fmt.Errorf("the page is compiled from its source: run this inside a checkout of %s, or give a compiled program with -wasm (%w)", module, err)
	}
	if err := checkModules(); err != nil {
		return Program{}, fmt.Errorf("check the modules: %w", err)
	}
	// When the person stops it, the folder goes too.
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	dir, err := os.MkdirTemp("", "callbacklens")
	if err != nil {
		return Program{}, err
	}
	defer os.RemoveAll(dir)
	out := filepath.Join(dir, "app.wasm")
	args := []string{"build", "-trimpath", "-buildvcs=false", "-o", out}
	more, err := flags(dir)
	if err != nil {
		return Program{}, unslimmed(err)
	}
	_, err = runGo(ctx, forBrowser, append(append(args, more...), module)...)
	if ctx.Err() != nil {
		return Program{}, errors.New("stopped")
	}
	if err != nil {
		return Program{}, fmt.Errorf("compile the page: %w", err)
	}
	return ReadProgram(out)
}

// unslimmed tells what stood in the way of a small program, and what to do.
func unslimmed(err error) error {
	return fmt.Errorf("make the page small: %w (-plain builds it without that)", err)
}

// ReadProgram reads a compiled program and checks that it is whole. Its script
// is the file wasm_exec.js beside it or, without that, the one of the Go release
// on PATH.
func ReadProgram(name string) (p Program, err error) {
	if p.Wasm, err = os.ReadFile(name); err != nil {
		return Program{}, err
	}
	if p.Support, err = supportOf(name); err != nil {
		return Program{}, err
	}
	if p.Notices, err = os.ReadFile(filepath.Join(filepath.Dir(name), noticesName)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return Program{}, err
	}
	if err := slim.Check(p.Wasm, p.Support, module); err != nil {
		return Program{}, fmt.Errorf("%s is not the page's program: %w", name, err)
	}
	return p, nil
}

// supportOf reads the script of a program.
func supportOf(name string) ([]byte, error) {
	beside := filepath.Join(filepath.Dir(name), "wasm_exec.js")
	support, err := os.ReadFile(beside)
	if err == nil || !errors.Is(err, fs.ErrNotExist) {
		return support, err
	}
	root, err := goCommand("env", "GOROOT")
	if err != nil {
		return nil, fmt.Errorf("find wasm_exec.js: neither %s nor a Go installation: %w", beside, err)
	}
	return os.ReadFile(filepath.Join(root, "lib", "wasm", "wasm_exec.js"))
}

// goCommand runs the go command for the browser's platform and returns what it
// prints; its complaints make the error.
func goCommand(args ...string) (string, error) {
	return runGo(context.Background(), forBrowser, args...)
}

// forBrowser is the environment of the go command for the browser's platform.
var forBrowser = []string{"GOOS=js", "GOARCH=wasm"}

// runGo runs the go command in an environment with more in it.
func runGo(ctx context.Context, env []string, args ...string) (string, error) {
	cmd := exec.CommandContext(ctx, "go", args...)
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) } // it has files of its own to delete
	cmd.WaitDelay = 5 * time.Second
	cmd.Env = append(append(os.Environ(), "GOWORK=off"), env...)
	var complaints strings.Builder
	cmd.Stderr = &complaints
	out, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("go %s: %w\n%s", args[0], err, strings.TrimSpace(complaints.String()))
	}
	return strings.TrimSpace(string(out)), nil
}

// packSmall compresses with gzip, which has neither a name nor a time then.
func packSmall(content []byte) ([]byte, error) { return squeeze.Gzip(content), nil }

// packQuickly is packSmall in a tenth of the time.
func packQuickly(content []byte) ([]byte, error) {
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(content); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
