//go:build !js

package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/callbacklens/callbacklens/site"
)

// TestArchivesAreTheSameTwice packs a small site and a stand-in for the command.
func TestArchivesAreTheSameTwice(t *testing.T) {
	t.Chdir("..")
	program := site.Program{
		Wasm: []byte("\x00asm\x01\x00\x00\x00"), Support: []byte("globalThis.Go = class {};"),
		Notices: []byte("-- example.com/m v1.0.0: LICENSE --\nAs you like.\n"),
	}
	made := func() []file {
		built, err := site.Build(site.Options{Program: program, Quick: true})
		if err != nil {
			t.Fatal(err)
		}
		shared, err := sharedFiles(program, []byte("all"))
		if err != nil {
			t.Fatal(err)
		}
		archives, err := pack("v1.2.3", built, shared, func(system, machine string) ([]byte, error) { return []byte(system + machine), nil })
		if err != nil {
			t.Fatal(err)
		}
		return append(archives, checksums(archives))
	}
	one, two := made(), made()
	for i := range one {
		if one[i].name != two[i].name || !bytes.Equal(one[i].content, two[i].content) {
			t.Errorf("%s and %s differ", one[i].name, two[i].name)
		}
	}
	holds(t, zipFiles(t, one[0].content), "callbacklens-v1.2.3-site/", "index.html", "worker.js", "404.html")
	for i, platform := range platforms {
		files, command := tarFiles, "callbacklens"
		if strings.HasPrefix(platform, "windows") {
			files, command = zipFiles, "callbacklens.exe"
		}
		holds(t, files(t, one[1+i].content), "callbacklens-v1.2.3-"+strings.ReplaceAll(platform, "/", "-")+"/",
			command, "app.wasm", "wasm_exec.js", "notices.txt", "LICENSE", "SECURITY.md", "hosting/Caddyfile")
	}
}

func holds(t *testing.T, files map[string][]byte, folder string, names ...string) {
	for name := range files {
		if !strings.HasPrefix(name, folder) {
			t.Errorf("%s is not in %s", name, folder)
		}
	}
	for _, name := range names {
		if len(files[folder+name]) == 0 {
			t.Errorf("%s%s is missing or empty", folder, name)
		}
	}
}

func zipFiles(t *testing.T, content []byte) map[string][]byte {
	r, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for _, f := range r.File {
		if !f.Modified.Equal(epoch) {
			t.Errorf("%s is of %v", f.Name, f.Modified)
		}
		entry, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if files[f.Name], err = io.ReadAll(entry); err != nil {
			t.Fatal(err)
		}
	}
	return files
}

func tarFiles(t *testing.T, content []byte) map[string][]byte {
	packed, err := gzip.NewReader(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for r := tar.NewReader(packed); ; {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			return files
		}
		if err != nil {
			t.Fatal(err)
		}
		if !h.ModTime.Equal(epoch) || h.Uid != 0 || h.Uname != "" {
			t.Errorf("%s is of %v, of %d %q", h.Name, h.ModTime, h.Uid, h.Uname)
		}
		if files[h.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
	}
}

func TestVersionsAreNamedAsTagsAre(t *testing.T) {
	for _, version := range []string{"", "1.0.0", "v1", "v1.0.0/../x", "v1.0.0 "} {
		if err := run(version, t.TempDir()); err == nil {
			t.Errorf("%q is taken", version)
		}
	}
}
