//go:build !js

// Package kit holds what a receiver of callbacks can begin with: a decoder and an
// HTTP receiver in each of several languages, to be copied. README.md in it tells what
// they do.
package kit

import (
	"embed"
	"io/fs"
	"path"
	"slices"
	"strings"
)

//go:embed README.md README.zh.md callback.xsd callback.schema.json go/*.go java/pom.xml java/callback/*.java python/*.py node/*.mjs php/*.php
var files embed.FS

// Languages are the names of the languages, which are those of their folders.
var Languages = []string{"go", "java", "python", "node", "php"}

// File is one file of the kit. Its name counts from the folder of the kit, with
// slashes.
type File struct {
	Name    string
	Content []byte
}

// Address returns where a site has the file, from its root: PHP gets a name that no
// server runs.
func (f *File) Address() string {
	address := "/kit/" + f.Name
	if path.Ext(f.Name) == ".php" {
		address += ".txt"
	}
	return address
}

// Files lists the files for the given languages, or for all without one, by name;
// what tells of them is among these.
func Files(languages ...string) (list []File) {
	// Walking what is embedded cannot fail.
	_ = fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		language, _, inside := strings.Cut(name, "/")
		if err != nil || entry.IsDir() || inside && len(languages) > 0 && !slices.Contains(languages, language) {
			return err
		}
		content, err := files.ReadFile(name)
		list = append(list, File{name, content})
		return err
	})
	return list
}

// Schema returns the XML Schema of callbacks, or their JSON Schema.
func Schema(xml bool) []byte {
	name := "callback.schema.json"
	if xml {
		name = "callback.xsd"
	}
	content, _ := files.ReadFile(name) // it is embedded
	return content
}
