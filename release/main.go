//go:build !js

// Release makes the archives of a release: for each platform the command with the
// built program of the page beside it, so that it makes sites without Go; the site
// itself; and the checksums of all. The same commit and Go release give the same
// bytes, wherever they are made.
//
//	go run ./release -version v0.1.0 -out release-files
package main

import (
	"crypto/sha256"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/callbacklens/callbacklens/site"
)

// platforms are those that the command is compiled for.
var platforms = []string{"linux/amd64", "linux/arm64", "darwin/amd64", "darwin/arm64", "windows/amd64", "windows/arm64"}

// papers go into every archive of the command.
var papers = []string{"LICENSE", "README.md", "README.zh.md", "CHANGELOG.md", "SECURITY.md", "hosting/Caddyfile", "hosting/nginx.conf"}

func main() {
	version := flag.String("version", "", "name of the release, such as v0.1.0")
	out := flag.String("out", "release-files", "folder to write to; it must not exist")
	flag.Parse()
	if err := run(*version, *out); err != nil {
		fmt.Fprintln(os.Stderr, "release:", err)
		os.Exit(1)
	}
}

var versionPattern = regexp.MustCompile(`^v\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$`)

func run(version, out string) error {
	if !versionPattern.MatchString(version) {
		return fmt.Errorf("version %q: want one such as v0.1.0", version)
	}
	program, err := site.Compile()
	if err != nil {
		return err
	}
	if program.Notices, err = site.Notices(); err != nil {
		return err
	}
	notices, err := site.AllNotices()
	if err != nil {
		return err
	}
	built, err := site.Build(site.Options{Program: program})
	if err != nil {
		return err
	}
	shared, err := sharedFiles(program, notices)
	if err != nil {
		return err
	}
	archives, err := pack(version, built, shared, compile)
	if err != nil {
		return err
	}
	if err := os.Mkdir(out, 0o755); err != nil {
		return err
	}
	for _, a := range append(archives, checksums(archives)) {
		if err := os.WriteFile(filepath.Join(out, a.name), a.content, 0o644); err != nil {
			return err
		}
		fmt.Printf("%s  %d\n", a.name, len(a.content))
	}
	return nil
}

// pack makes the archives: that of the site first, then one for each platform, for
// which compile gives the command.
func pack(version string, built *site.Site, shared []file, compile func(system, machine string) ([]byte, error)) (archives []file, err error) {
	var files []file
	for name, content := range built.Files {
		files = append(files, file{name: name, content: content})
	}
	name := "callbacklens-" + version + "-site"
	content, err := zipped(name, files)
	if err != nil {
		return nil, err
	}
	archives = append(archives, file{name: name + ".zip", content: content})
	for _, platform := range platforms {
		system, machine, _ := strings.Cut(platform, "/")
		command, err := compile(system, machine)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", platform, err)
		}
		a, err := forPlatform(version, system, machine, append(slices.Clone(shared), file{"callbacklens", command, true}))
		if err != nil {
			return nil, err
		}
		archives = append(archives, a)
	}
	return archives, nil
}

// sharedFiles are those that the archives of all platforms have: papers, and the
// program of the page as build -wasm takes it.
func sharedFiles(program site.Program, notices []byte) ([]file, error) {
	files := []file{
		{name: "app.wasm", content: program.Wasm},
		{name: "wasm_exec.js", content: program.Support},
		{name: "notices.txt", content: program.Notices},
		{name: "licences.txt", content: notices},
	}
	for _, name := range papers {
		content, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		files = append(files, file{name: name, content: content})
	}
	return files, nil
}

// forPlatform packs files as people there are used to.
func forPlatform(version, system, machine string, files []file) (file, error) {
	archive, pack := ".tar.gz", tarball
	if system == "windows" {
		archive, pack = ".zip", zipped
		for i := range files {
			if files[i].program {
				files[i].name += ".exe"
			}
		}
	}
	folder := "callbacklens-" + version + "-" + system + "-" + machine
	content, err := pack(folder, files)
	return file{name: folder + archive, content: content}, err
}

// compile builds the command, without anything of this machine in it.
func compile(system, machine string) ([]byte, error) {
	dir, err := os.MkdirTemp("", "callbacklens")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	out := filepath.Join(dir, "command")
	cmd := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w -buildid=", "-o", out, ".")
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0", "GOOS="+system, "GOARCH="+machine, "GOFLAGS=")
	if said, err := cmd.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("%w\n%s", err, said)
	}
	return os.ReadFile(out)
}

// checksums lists the SHA-256 of each archive, as sha256sum -c reads it.
func checksums(archives []file) file {
	var b strings.Builder
	for _, a := range sorted(archives) {
		fmt.Fprintf(&b, "%x  %s\n", sha256.Sum256(a.content), a.name)
	}
	return file{name: "SHA256SUMS", content: []byte(b.String())}
}
