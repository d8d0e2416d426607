//go:build !js

package folder

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
)

// update is the way of a folder from one set of files to another.
type update struct {
	disk     disk
	old, new list
	files    []File // all that is to be there

	write  []File   // those that are not there yet, in order
	remove []string // what is there, ours and no longer wanted
	kept   []string // the same, but changed by others
	others []string // what gives way to files of others
	made   []string // folders that were made, the outer first
}

const markLen = 4

// plan finds out what is to be done, and fails if that would touch anything of
// others. Nothing is changed.
func plan(d disk, old list, files []File) (*update, error) {
	mark := make([]byte, markLen)
	rand.Read(mark)
	u := &update{disk: d, old: old, new: list{Files: sums{}, Mark: hex.EncodeToString(mark)}}
	if _, err := hasDraft(d); err != nil {
		return nil, err
	}
	for _, f := range files {
		if err := checkName(f.Name); err != nil {
			return nil, err
		}
		sum := sha256.Sum256(f.Content)
		e := entry{f.Name, hex.EncodeToString(sum[:])}
		if gives, err := u.givesWay(f, e.Sum); err != nil {
			return nil, err
		} else if gives {
			u.others = append(u.others, f.Name)
			continue
		}
		u.files = append(u.files, f)
		u.new.Files = append(u.new.Files, e)
	}
	return u, u.compare()
}

// givesWay reports whether a file stays away, as others have its name.
func (u *update) givesWay(f File, sum string) (bool, error) {
	if !f.Yields {
		return false, nil
	}
	kind, there, err := u.look(f.Name)
	return kind != nothing && there != sum && !u.old.owns(f.Name, there), err
}

// compare looks at every file that is to be written or was.
func (u *update) compare() error {
	u.write, u.remove, u.kept, u.new.Before = nil, nil, nil, nil
	var inTheWay []string
	for i, f := range u.files {
		kind, sum, err := u.look(f.Name)
		switch {
		case err != nil:
			return err
		case kind == regular && sum == u.new.Files[i].Sum:
		case kind == nothing || u.old.owns(f.Name, sum):
			u.write = append(u.write, f)
		default:
			inTheWay = append(inTheWay, f.Name)
		}
	}
	if len(inTheWay) > 0 {
		return fmt.Errorf("nothing is changed, as the names of these are needed, "+
			"and they are not of a build or were changed since: %s; move them away, or choose another folder", enumerate(inTheWay))
	}
	for _, name := range u.old.names() {
		kind, sum, err := u.look(name)
		if err != nil {
			return err
		}
		owned, wanted := u.old.owns(name, sum), u.new.Files.index(name) >= 0
		if owned {
			u.new.Before = append(u.new.Before, entry{name, sum})
		}
		if owned && !wanted {
			u.remove = append(u.remove, name)
		} else if kind != nothing && !wanted {
			u.kept = append(u.kept, name)
		}
	}
	return nil
}

// look tells what has a name, and the sum of a file.
func (u *update) look(name string) (kind, string, error) {
	kind, err := look(u.disk, name)
	if err != nil || kind != regular {
		return kind, "", err
	}
	sum, err := u.disk.sum(name)
	return kind, sum, err
}

// run does what was planned. The list names old and new files alike from before
// the first of them is touched until after the last, so that the next call can
// go on from wherever this one ends.
func (u *update) run() error {
	if err := u.tidy(); err != nil {
		return err
	}
	if err := writeList(u.disk, u.new); err != nil {
		return errors.Join(err, dropDraft(u.disk))
	}
	err := u.stage()
	if err == nil {
		err = u.compare() // that took a while, and others may have been here
	}
	if err != nil {
		u.withdraw()
		return err
	}
	if err := u.replace(); err != nil {
		return fmt.Errorf("%w; some files are new and some old, each is whole: build once more", err)
	}
	return writeList(u.disk, list{Files: u.new.Files})
}

// tidy deletes the drafts of a call that was stopped.
func (u *update) tidy() error {
	if u.old.Mark == "" {
		return nil
	}
	for _, name := range u.old.names() {
		if err := u.drop(u.old.draft(name)); err != nil {
			return err
		}
	}
	return nil
}

// drop deletes a file if it is there.
func (u *update) drop(name string) error {
	kind, err := look(u.disk, name)
	if err != nil || kind != regular {
		return err
	}
	return u.disk.remove(name)
}

// stage writes all drafts, each in the folder where it will be renamed: another
// one may lie on another file system.
func (u *update) stage() error {
	for _, f := range u.write {
		if err := u.makeParents(f.Name); err != nil {
			return err
		}
		draft := u.new.draft(f.Name)
		if err := u.disk.create(draft, f.Content, fileMode); err != nil {
			return err
		}
		if err := u.disk.sync(draft); err != nil {
			return err
		}
		// Whoever changed the permissions of a file wants them to stay.
		if info, err := u.disk.lstat(f.Name); err == nil && info.Mode().Perm() != fileMode {
			if err := u.disk.chmod(draft, info.Mode().Perm()); err != nil {
				return err
			}
		}
	}
	return u.syncAll(u.write)
}

func (u *update) makeParents(name string) error {
	for _, dir := range parents(name) {
		err := u.disk.mkdir(dir)
		if err == nil {
			u.made = append(u.made, dir)
		} else if !errors.Is(err, fs.ErrExist) {
			return err
		}
	}
	return nil
}

// syncAll makes the folders of files outlast a loss of power.
func (u *update) syncAll(files []File) error {
	dirs := map[string]bool{".": true}
	for _, f := range files {
		for _, dir := range parents(f.Name) {
			dirs[dir] = true
		}
	}
	for _, dir := range slices.Sorted(maps.Keys(dirs)) {
		if err := u.disk.sync(dir); err != nil {
			return err
		}
	}
	return nil
}

// withdraw takes back what stage did. What it cannot take back, the next call
// does, as the list tells.
func (u *update) withdraw() {
	clean := true
	for _, f := range u.files {
		clean = u.drop(u.new.draft(f.Name)) == nil && clean
	}
	for _, dir := range slices.Backward(u.made) {
		u.disk.remove(dir)
	}
	if !clean {
		return
	}
	if u.old.isNone() {
		u.disk.remove(listName)
	} else {
		writeList(u.disk, u.old)
	}
}

// replace renames the drafts and deletes what is no longer wanted.
func (u *update) replace() error {
	for i, f := range u.write {
		if err := u.disk.rename(u.new.draft(f.Name), f.Name); err != nil {
			return err
		}
		if dir := path.Dir(f.Name); i+1 == len(u.write) || path.Dir(u.write[i+1].Name) != dir {
			if err := u.disk.sync(dir); err != nil {
				return err
			}
		}
	}
	// What refers to others goes before them.
	for _, name := range slices.Backward(u.remove) {
		if err := u.disk.remove(name); err != nil {
			return err
		}
	}
	u.removeEmpty()
	return nil
}

// removeEmpty removes the folders that held only files that are gone.
func (u *update) removeEmpty() {
	needed, gone := map[string]bool{}, map[string]bool{}
	for _, f := range u.files {
		for _, dir := range parents(f.Name) {
			needed[dir] = true
		}
	}
	for _, name := range u.old.names() {
		for _, dir := range parents(name) {
			gone[dir] = !needed[dir]
		}
	}
	// The inner ones first.
	for _, dir := range slices.SortedFunc(maps.Keys(gone), func(a, b string) int { return strings.Compare(b, a) }) {
		if info, err := u.disk.lstat(dir); gone[dir] && err == nil && info.IsDir() {
			u.disk.remove(dir) // fails if anything is in it
		}
	}
}
