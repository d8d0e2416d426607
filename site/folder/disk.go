//go:build !js

package folder

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"syscall"
)

// The permissions of what is new, from which the umask takes away.
const (
	fileMode fs.FileMode = 0o644
	dirMode  fs.FileMode = 0o755
)

// disk is what is done to a folder, one step of the file system each. Names
// count from the folder.
type disk interface {
	names() ([]string, error) // of what is directly in the folder
	lstat(name string) (fs.FileInfo, error)
	read(name string) ([]byte, error)
	sum(name string) (string, error) // SHA-256
	mkdir(name string) error
	create(name string, content []byte, mode fs.FileMode) error // fails if it is there
	chmod(name string, mode fs.FileMode) error
	rename(from, to string) error
	remove(name string) error
	sync(name string) error
}

// rooted is a folder of this machine. Nothing outside it can be reached, not
// even by links.
type rooted struct{ root *os.Root }

func (r rooted) names() ([]string, error) {
	entries, err := fs.ReadDir(r.root.FS(), ".")
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names, err
}

func (r rooted) lstat(name string) (fs.FileInfo, error)    { return r.root.Lstat(name) }
func (r rooted) read(name string) ([]byte, error)          { return r.root.ReadFile(name) }
func (r rooted) mkdir(name string) error                   { return r.root.Mkdir(name, dirMode) }
func (r rooted) chmod(name string, mode fs.FileMode) error { return r.root.Chmod(name, mode) }
func (r rooted) rename(from, to string) error              { return r.root.Rename(from, to) }
func (r rooted) remove(name string) error                  { return r.root.Remove(name) }

func (r rooted) sum(name string) (string, error) {
	f, err := r.root.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	_, err = io.Copy(h, f)
	return hex.EncodeToString(h.Sum(nil)), err
}

func (r rooted) create(name string, content []byte, mode fs.FileMode) error {
	f, err := r.root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	return errors.Join(err, f.Close())
}

// sync makes a file, or what was renamed in a folder, outlast a loss of power.
// Some file systems cannot do that, which is no reason not to write.
func (r rooted) sync(name string) error {
	f, err := r.root.Open(name)
	if err != nil {
		return err
	}
	f.Sync()
	return f.Close()
}

// kind is what has a name.
type kind int

const (
	nothing kind = iota
	regular      // a file
	other        // a folder, a link, a device, or something below what is no folder
)

// look tells what has a name. Links on the way are not followed: what they lead
// to is others'.
func look(d disk, name string) (kind, error) {
	for _, dir := range parents(name) {
		info, err := d.lstat(dir)
		if isMissing(err) {
			return nothing, nil
		}
		if err != nil {
			return other, err
		}
		if !info.IsDir() {
			return other, nil
		}
	}
	info, err := d.lstat(name)
	switch {
	case isMissing(err):
		return nothing, nil
	case err != nil:
		return other, err
	case info.Mode().IsRegular():
		return regular, nil
	default:
		return other, nil
	}
}

func isMissing(err error) bool {
	return errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR)
}

// parents lists the folders that a file lies in, the outer first, without the
// one that all names count from.
func parents(name string) []string {
	dir := path.Dir(name)
	if dir == "." {
		return nil
	}
	return append(parents(dir), dir)
}
