//go:build !js

package command

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/callbacklens/callbacklens/internal/visible"
)

// outFile is what inspect -o writes: a file beside the one that is asked for, which
// takes its place once everything is in it. Whatever stood there stays until then.
type outFile struct {
	name string // empty for what nothing can take the place of
	*os.File
	written int
	failed  error // the first time that writing did
}

// Write writes, and remembers what came of it.
func (o *outFile) Write(p []byte) (int, error) {
	n, err := o.File.Write(p)
	o.written += n
	if o.failed == nil {
		o.failed = err
	}
	return n, err
}

// writing lets run print into the file of a name; without one, where it prints anyway.
func writing(name string, inputs []string, std Streams, run func(Streams) int) int {
	if name == "" || name == "-" {
		return run(std)
	}
	out, err := openOutput(name, inputs)
	if err != nil {
		return fail(std, "inspect", err)
	}
	to := std
	to.Out = out
	code := run(to)
	if err := out.finish(out.failed == nil && (out.written > 0 || code <= exitFound)); err != nil {
		return fail(std, "inspect", err)
	}
	return code
}

// outName is what is written to, as a complaint has it.
func (s Streams) outName() string {
	if f, ok := s.Out.(*outFile); ok {
		return visible.Text(cmp.Or(f.name, f.File.Name()))
	}
	return "standard output"
}

// openOutput begins the file of a name. None of the inputs may be the same one: they
// would be lost.
func openOutput(name string, inputs []string) (*outFile, error) {
	if there, err := os.Stat(name); err == nil {
		for _, input := range inputs {
			if info, err := os.Stat(input); err == nil && os.SameFile(there, info) {
				return nil, fmt.Errorf("-o %s: it is read, too", visible.Text(name))
			}
		}
		if !there.Mode().IsRegular() { // a pipe, or /dev/null: nothing can take its place
			f, err := os.OpenFile(name, os.O_WRONLY, 0)
			if err != nil {
				return nil, fmt.Errorf("-o %s: %w", visible.Text(name), cause(err))
			}
			return &outFile{File: f}, nil
		}
	}
	f, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*")
	if err != nil {
		return nil, fmt.Errorf("-o %s: %w", visible.Text(name), cause(err))
	}
	return &outFile{name: name, File: f}, nil
}

// finish puts the file in its place, with the rights of other new files, or throws it
// away where not all could be written.
func (o *outFile) finish(whole bool) error {
	err := o.Close()
	if o.name == "" {
		return err
	}
	if err == nil && whole {
		err = errors.Join(os.Chmod(o.File.Name(), 0o644), os.Rename(o.File.Name(), o.name))
		if err == nil {
			return nil
		}
	}
	_ = os.Remove(o.File.Name()) // it is of no use to anybody
	if err != nil {
		return fmt.Errorf("-o %s: %w", visible.Text(o.name), cause(err))
	}
	return nil
}
