//go:build !js

// Package folder writes a set of files into a folder that others may use too,
// such as the root of a web server or a branch that is checked out.
//
// It keeps a list of what it wrote in the folder, and replaces or deletes
// nothing but files that the list names and that have not changed since.
// Everything else stays as it is; where it is in the way, nothing is written at
// all. New files are written under other names first and renamed one by one, so
// that a reader finds each either old or new, whenever the program is stopped.
package folder

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
)

// File is one file to write. Its name counts from the folder, with slashes.
type File struct {
	Name    string
	Content []byte
	// Yields keeps the file away where somebody else has its name.
	Yields bool
}

// Options are the choices of Write.
type Options struct {
	// Beside lets Write begin in a folder that holds files of others. Without
	// it only hidden files and CNAME may be there before the first time.
	Beside bool
}

// ErrOthers is the error of a first writing into a folder of others.
var ErrOthers = errors.New("nothing is written, as the folder holds other files " +
	"and no list (" + listName + ") that tells a build's from them")

// Result tells what a call has left alone.
type Result struct {
	// Kept are files that were listed and are no longer wanted, but that were
	// changed since they were written. They are not listed any more.
	Kept []string
	// Yielded are files that were not written, as somebody else has their names.
	Yielded []string
}

// Write makes files the ones that this package has in the folder dir, which is
// made if it is not there. They come into place in the order given: what others
// refer to goes first. What an earlier call wrote and files lack is deleted last.
//
// If a file or folder of others has a name that is needed, or one of the files
// was changed since it was written, nothing is touched. After any other error,
// and after the program was stopped at any point, the next call goes on.
func Write(dir string, files []File, opt Options) (Result, error) {
	if dir == "" {
		return Result{}, errors.New("the folder to write to has no name")
	}
	info, err := os.Stat(dir)
	if err == nil && !info.IsDir() {
		return Result{}, fmt.Errorf("%s is a file, not a folder", dir)
	}
	made := errors.Is(err, fs.ErrNotExist)
	if made {
		err = os.MkdirAll(dir, dirMode)
	}
	if err != nil {
		return Result{}, err
	}
	result, err := within(dir, func(d disk) (Result, error) { return write(d, files, opt) })
	if err != nil && made {
		os.Remove(dir) // only if it is empty
	}
	return result, err
}

// Clear deletes what Write wrote, and the folder itself if nothing else is in
// it. A folder that is not there is clear.
func Clear(dir string) (Result, error) {
	if _, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) {
		return Result{}, nil
	}
	result, err := within(dir, clearAll)
	if err == nil {
		os.Remove(dir) // only if it is empty
	}
	return result, err
}

// within calls do with the folder dir while no other process is in there.
func within(dir string, do func(disk) (Result, error)) (Result, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return Result{}, err
	}
	defer root.Close()
	unlock, err := lock(root)
	if err != nil {
		return Result{}, fmt.Errorf("%s: %w", dir, err)
	}
	defer unlock()
	result, err := do(rooted{root})
	if err != nil {
		err = fmt.Errorf("%s: %w", dir, err)
	}
	return result, err
}

func write(d disk, files []File, opt Options) (Result, error) {
	old, err := readList(d)
	if err != nil {
		return Result{}, err
	}
	if old.isNone() && !opt.Beside {
		if err := onlyOurs(d); err != nil {
			return Result{}, err
		}
	}
	u, err := plan(d, old, files)
	if err != nil {
		return Result{}, err
	}
	return Result{u.kept, u.others}, u.run()
}

func clearAll(d disk) (Result, error) {
	old, err := readList(d)
	if err != nil {
		return Result{}, err
	}
	if old.isNone() {
		if names, err := d.names(); err != nil || len(names) == 0 {
			return Result{}, err
		}
		return Result{}, fmt.Errorf("nothing is deleted, as there is no list (%s) that tells a build's files from others",
			listName)
	}
	u, err := plan(d, old, nil)
	if err != nil {
		return Result{}, err
	}
	if err := u.run(); err != nil {
		return Result{}, err
	}
	return Result{Kept: u.kept}, d.remove(listName)
}

// onlyOurs reports what a folder holds that speaks against a first writing.
func onlyOurs(d disk) error {
	names, err := d.names()
	if err != nil {
		return err
	}
	names = slices.DeleteFunc(names, func(name string) bool {
		return strings.HasPrefix(name, ".") || name == "CNAME"
	})
	if len(names) == 0 {
		return nil
	}
	return fmt.Errorf("%w: %s", ErrOthers, enumerate(names))
}

// enumerate names the first of many.
func enumerate(names []string) string {
	const most = 8
	if len(names) > most {
		return fmt.Sprintf("%s and %d more", strings.Join(names[:most], ", "), len(names)-most)
	}
	return strings.Join(names, ", ")
}
