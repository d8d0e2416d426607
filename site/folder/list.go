//go:build !js

package folder

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// The list of files, and the name that it is first written under. The dot keeps
// it from being served, and out of what the shell's * copies.
const (
	listName  = ".callbacklens-files.json"
	draftName = listName + ".new"
)

// list is what this package knows of a folder.
type list struct {
	About string `json:"about"`
	Files sums   `json:"files"`
	// Before is what stood there before, and Mark is part of the names of
	// drafts, while files are being written.
	Before sums   `json:"before,omitempty"`
	Mark   string `json:"mark,omitempty"`
}

// sums are files in the order in which they come into place.
type sums []entry

// entry is a file and its SHA-256 in hexadecimal.
type entry struct {
	Name string `json:"name"`
	Sum  string `json:"sha256"`
}

// of returns the sum of a file, or nothing.
func (s sums) of(name string) string {
	if i := s.index(name); i >= 0 {
		return s[i].Sum
	}
	return ""
}

func (s sums) index(name string) int {
	return slices.IndexFunc(s, func(e entry) bool { return e.Name == name })
}

// about begins every list, and tells a draft of one from files of others.
const about = "callbacklens build wrote these files. It replaces or deletes them only while they have this SHA-256."

func (l list) isNone() bool { return l.Files == nil }

// owns reports whether a file is one of the list and unchanged.
func (l list) owns(name, sum string) bool {
	return sum != "" && (l.Files.of(name) == sum || l.Before.of(name) == sum)
}

// names lists what is or was listed, each after what it refers to: in an order
// that agrees with those of both lists.
func (l list) names() (all []string) {
	before := l.Before
	for _, e := range l.Files {
		if i := before.index(e.Name); i >= 0 {
			all = appendNames(all, before[:i])
			before = before[i+1:]
		}
		all = appendNames(all, sums{e})
	}
	return appendNames(all, before)
}

func appendNames(all []string, s sums) []string {
	for _, e := range s {
		if !slices.Contains(all, e.Name) {
			all = append(all, e.Name)
		}
	}
	return all
}

// draft is the name that a file has until it takes its place.
func (l list) draft(name string) string {
	dir, base := path.Split(name)
	return dir + "." + base + "." + l.Mark + ".new"
}

func (l list) encode() ([]byte, error) {
	l.About = about
	b, err := json.MarshalIndent(l, "", "  ")
	return append(b, '\n'), err
}

// readList returns the list of a folder, or none.
func readList(d disk) (list, error) {
	kind, err := look(d, listName)
	if err != nil || kind == nothing {
		return list{}, err
	}
	if kind != regular {
		return list{}, fmt.Errorf("nothing is changed, as %s is not a file", listName)
	}
	b, err := d.read(listName)
	if err != nil {
		return list{}, err
	}
	var l list
	if err = json.Unmarshal(b, &l); err == nil {
		err = l.check()
	}
	if err != nil {
		return list{}, fmt.Errorf("nothing is changed, as %s cannot be understood (%w); "+
			"without it, all files there count as others'", listName, err)
	}
	return l, nil
}

// check reports what cannot have been written by this package.
func (l list) check() error {
	if l.Files == nil {
		return errors.New("it lists no files")
	}
	if l.Mark != "" && !isHex(l.Mark, markLen) {
		return fmt.Errorf("mark %q", l.Mark)
	}
	for _, e := range slices.Concat(l.Files, l.Before) {
		if err := checkName(e.Name); err != nil {
			return err
		}
		if !isHex(e.Sum, sha256.Size) {
			return fmt.Errorf("%q is not a SHA-256", e.Sum)
		}
	}
	return nil
}

func isHex(s string, size int) bool {
	b, err := hex.DecodeString(s)
	return err == nil && len(b) == size
}

// checkName refuses names that leave the folder, and hidden ones, which belong
// to others: .git, .htaccess.
func checkName(name string) error {
	if !fs.ValidPath(name) || strings.HasPrefix(name, ".") || strings.Contains(name, "/.") {
		return fmt.Errorf("%q is not a name for a file of the site", name)
	}
	return nil
}

// writeList puts a list in the place of the one before.
func writeList(d disk, l list) error {
	b, err := l.encode()
	if err != nil {
		return err
	}
	if err := dropDraft(d); err != nil {
		return err
	}
	if err := d.create(draftName, b, fileMode); err != nil {
		return err
	}
	if err := d.sync(draftName); err != nil {
		return err
	}
	if err := d.rename(draftName, listName); err != nil {
		return err
	}
	return d.sync(".")
}

// dropDraft deletes what is left of a list that was not written to its end.
func dropDraft(d disk) error {
	there, err := hasDraft(d)
	if err != nil || !there {
		return err
	}
	return d.remove(draftName)
}

// hasDraft reports whether such a rest is there, and fails if something else
// has its name.
func hasDraft(d disk) (bool, error) {
	kind, err := look(d, draftName)
	if err != nil || kind == nothing {
		return false, err
	}
	foreign := fmt.Errorf("nothing is changed, as %s is there and not of a build", draftName)
	if kind != regular {
		return false, foreign
	}
	b, err := d.read(draftName)
	if err != nil {
		return false, err
	}
	start, err := list{}.encode()
	if err != nil {
		return false, err
	}
	start = start[:strings.Index(string(start), about)+len(about)]
	if n := min(len(b), len(start)); string(b[:n]) != string(start[:n]) {
		return false, foreign
	}
	return true, nil
}
