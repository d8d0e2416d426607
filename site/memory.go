//go:build !js

package site

import (
	"bytes"
	"io/fs"
	"path"
	"strings"
	"time"
)

// FS returns the files of the site, to be served without being written. Folders in
// it cannot be listed.
func (s *Site) FS() fs.FS {
	m := memory{s.Files, map[string]bool{".": true}}
	for name := range s.Files {
		for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
			m.folders[dir] = true
		}
	}
	return m
}

type memory struct {
	files   map[string][]byte
	folders map[string]bool
}

func (m memory) Stat(name string) (fs.FileInfo, error) {
	content, there := m.files[name]
	if !there && !m.folders[name] {
		return nil, &fs.PathError{Op: "stat", Path: name, Err: fs.ErrNotExist}
	}
	return memoryInfo{path.Base(name), int64(len(content)), !there}, nil
}

func (m memory) ReadFile(name string) ([]byte, error) {
	content, there := m.files[name]
	if !there {
		return nil, &fs.PathError{Op: "read", Path: name, Err: fs.ErrNotExist}
	}
	return bytes.Clone(content), nil
}

func (m memory) Open(name string) (fs.File, error) {
	info, err := m.Stat(name)
	if err != nil {
		return nil, err
	}
	return memoryFile{strings.NewReader(string(m.files[name])), info}, nil
}

type memoryFile struct {
	*strings.Reader
	info fs.FileInfo
}

func (f memoryFile) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f memoryFile) Close() error               { return nil }

type memoryInfo struct {
	name   string
	size   int64
	folder bool
}

func (i memoryInfo) Name() string       { return i.name }
func (i memoryInfo) Size() int64        { return i.size }
func (i memoryInfo) ModTime() time.Time { return time.Time{} }
func (i memoryInfo) IsDir() bool        { return i.folder }
func (i memoryInfo) Sys() any           { return nil }
func (i memoryInfo) Mode() fs.FileMode {
	if i.folder {
		return fs.ModeDir | 0o555
	}
	return 0o444
}
