//go:build !js

package folder

import (
	"bufio"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"
)

// A test site has pages that name all that they load, one a line below their
// version, so that whether a page is whole can be seen.
const assetsOf = "\n"

// version makes the site of a number, of which some assets stay from one to the
// next and some do not, in the order that it is written in.
func version(r *rand.Rand, n int) (files []File) {
	var loads []string
	for i := range 1 + r.IntN(4) {
		name := fmt.Sprintf("assets/a%d.%d.js", i, (n+i)/2)
		loads = append(loads, name)
		files = append(files, File{Name: name, Content: []byte("asset " + name)})
	}
	page := []byte(fmt.Sprintf("version %d", n) + assetsOf + strings.Join(loads, assetsOf))
	for _, name := range []string{"worker.js", "reference/en/index.html", "reference/zh/index.html", "index.html"} {
		files = append(files, File{Name: name, Content: page})
	}
	if n%2 == 1 {
		files = append(files, File{Name: "notices/index.html", Content: page})
	}
	return files
}

// half reports what is wrong with a served folder: pages that are of no site,
// or that load what is not there.
func half(served tree, sites ...[]File) error {
	pages := 0
	for name, content := range served {
		if strings.HasPrefix(name, "assets/") || !strings.HasPrefix(content, "version ") || strings.HasSuffix(name, ".new") {
			continue
		}
		pages++
		whole := false
		for _, site := range sites {
			for _, f := range site {
				whole = whole || f.Name == name && string(f.Content) == content
			}
		}
		if !whole {
			return fmt.Errorf("%s is of no site: %q", name, content)
		}
		_, loads, _ := strings.Cut(content, assetsOf)
		for load := range strings.SplitSeq(loads, assetsOf) {
			if served[load] != "asset "+load {
				return fmt.Errorf("%s loads %s, which is %q", name, load, served[load])
			}
		}
	}
	if len(sites) > 0 && pages == 0 {
		return errors.New("no page is there")
	}
	return nil
}

// strangers are files of others, at random.
func strangers(r *rand.Rand) tree {
	others := tree{}
	places := []string{"", "assets/", "reference/", "reference/en/", ".git/", ".git/refs/", "notes/", "notices/"}
	for i := range r.IntN(12) {
		name := fmt.Sprintf("%sother%d", places[r.IntN(len(places))], i)
		switch r.IntN(5) {
		case 0:
			others[name] = "-> ../index.html"
		case 1:
			others[name] = "/"
		case 2:
			others["."+strings.ReplaceAll(name, "/", "-")+".0a0b0c0d.new"] = "like a draft"
		default:
			others[name] = fmt.Sprint("other ", r.Uint64())
		}
	}
	return others
}

var errFault = errors.New("fault")

// faulty fails at one step, and may go on failing.
type faulty struct {
	disk
	steps, at int
	fails     func(steps, at int, writes bool) bool
}

// fails of a disk: once, from then on as if the process were killed, or in
// writing as a full disk does.
var faults = map[string]func(steps, at int, writes bool) bool{
	"once":   func(steps, at int, _ bool) bool { return steps == at },
	"killed": func(steps, at int, _ bool) bool { return steps >= at },
	"full":   func(steps, at int, writes bool) bool { return steps >= at && writes },
}

func (f *faulty) step(writes bool) error {
	f.steps++
	if f.fails(f.steps, f.at, writes) {
		return errFault
	}
	return nil
}

func (f *faulty) names() ([]string, error) {
	if err := f.step(false); err != nil {
		return nil, err
	}
	return f.disk.names()
}

func (f *faulty) lstat(name string) (fs.FileInfo, error) {
	if err := f.step(false); err != nil {
		return nil, err
	}
	return f.disk.lstat(name)
}

func (f *faulty) read(name string) ([]byte, error) {
	if err := f.step(false); err != nil {
		return nil, err
	}
	return f.disk.read(name)
}

func (f *faulty) sum(name string) (string, error) {
	if err := f.step(false); err != nil {
		return "", err
	}
	return f.disk.sum(name)
}

func (f *faulty) mkdir(name string) error {
	if err := f.step(true); err != nil {
		return err
	}
	return f.disk.mkdir(name)
}

// create leaves half a file behind when it fails, unless no process is left to
// have begun one.
func (f *faulty) create(name string, content []byte, mode fs.FileMode) error {
	dead := f.steps >= f.at
	if err := f.step(true); err != nil {
		if !dead {
			return errors.Join(f.disk.create(name, content[:len(content)/2], mode), err)
		}
		return err
	}
	return f.disk.create(name, content, mode)
}

func (f *faulty) chmod(name string, mode fs.FileMode) error {
	if err := f.step(false); err != nil {
		return err
	}
	return f.disk.chmod(name, mode)
}

func (f *faulty) rename(from, to string) error {
	if err := f.step(false); err != nil {
		return err
	}
	return f.disk.rename(from, to)
}

func (f *faulty) remove(name string) error {
	if err := f.step(false); err != nil {
		return err
	}
	return f.disk.remove(name)
}

func (f *faulty) sync(name string) error {
	if err := f.step(false); err != nil {
		return err
	}
	return f.disk.sync(name)
}

// TestFaults builds beside files of others, again and again, each time with a
// fault one step later: whatever it was, all files of others are there, every
// page is whole, and the next build succeeds and leaves nothing behind.
func TestFaults(t *testing.T) {
	for seed := range uint64(30) {
		for fault, fails := range faults {
			for at := 1; ; at++ {
				if faultAt(t, seed, at, fails, fmt.Sprintf("seed %d, %s, step %d", seed, fault, at)) {
					break
				}
			}
		}
	}
}

// faultAt tells one such story, and reports whether no fault came to pass.
func faultAt(t *testing.T, seed uint64, at int, fails func(steps, at int, writes bool) bool, story string) (through bool) {
	r := rand.New(rand.NewPCG(seed, 8))
	others := strangers(r)
	m := inMemory(others)
	build := func(d disk, files []File) error {
		_, err := write(d, files, Options{Beside: true})
		return err
	}
	served := [][]File{version(r, 2)}
	next, last := served[0], version(r, 3)
	if seed%3 > 0 { // there was a build before
		served = append(served, version(r, 1))
		if err := build(m, served[1]); err != nil {
			t.Fatal(err)
		}
	}
	if seed%3 > 1 { // and another one, which was stopped
		served = append(served, version(r, 0))
		build(&faulty{disk: m, at: 60 + r.IntN(120), fails: faults["killed"]}, served[2])
	}
	// Others may come at any time, also into folders of ours.
	for name, content := range strangers(r) {
		if _, err := m.lstat(name); isMissing(err) {
			others[name] = content
			maps.Copy(m.files, inMemory(tree{name: content}).files)
		}
	}

	d := &faulty{disk: m, at: at, fails: fails}
	err := build(d, next)
	through = err == nil && d.steps < at
	after := m.tree()
	for name, content := range others {
		if got := after[name]; got != content {
			t.Fatalf("%s: %s of others is %q", story, name, got)
		}
	}
	if seed%3 == 0 && !hasPage(after) {
		served = nil // nothing was served before
	}
	if err := half(after, served...); err != nil {
		t.Fatalf("%s: %v\n%q", story, err, after)
	}
	if err := build(m, last); err != nil {
		t.Fatalf("%s: the next build: %v", story, err)
	}
	want := union(others)
	for _, f := range last {
		want[f.Name] = string(f.Content)
	}
	if d := differences(m.tree(), want); d != nil {
		t.Fatalf("%s: after the next build %q", story, d)
	}
	return through
}

// memory is a disk that is quick to test on.
type memory struct{ files fstest.MapFS }

func inMemory(files tree) memory {
	m := memory{fstest.MapFS{}}
	for name, content := range files {
		for _, dir := range parents(name) {
			m.files[dir] = &fstest.MapFile{Mode: fs.ModeDir | dirMode}
		}
		file := &fstest.MapFile{Data: []byte(content), Mode: fileMode}
		if target, ok := strings.CutPrefix(content, "-> "); ok {
			file = &fstest.MapFile{Data: []byte(target), Mode: fs.ModeSymlink | 0o777}
		} else if content == "/" {
			file = &fstest.MapFile{Mode: fs.ModeDir | dirMode}
		}
		m.files[name] = file
	}
	return m
}

// tree is what the disk holds, but for folders with something in them.
func (m memory) tree() tree {
	all := tree{}
	for name, file := range m.files {
		switch {
		case file.Mode&fs.ModeSymlink != 0:
			all[name] = "-> " + string(file.Data)
		case !file.Mode.IsDir():
			all[name] = string(file.Data)
		case !m.full(name):
			all[name] = "/"
		}
	}
	return all
}

func (m memory) full(dir string) bool {
	for name := range m.files {
		if strings.HasPrefix(name, dir+"/") {
			return true
		}
	}
	return false
}

func (m memory) names() (all []string, err error) {
	entries, err := m.files.ReadDir(".")
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return all, err
}

func (m memory) lstat(name string) (fs.FileInfo, error) { return m.files.Lstat(name) }
func (m memory) read(name string) ([]byte, error)       { return m.files.ReadFile(name) }
func (m memory) chmod(string, fs.FileMode) error        { return nil }
func (m memory) sync(string) error                      { return nil }

func (m memory) sum(name string) (string, error) {
	b, err := m.files.ReadFile(name)
	return fmt.Sprintf("%x", sha256.Sum256(b)), err
}

// add puts a file or folder where there is none.
func (m memory) add(name string, file *fstest.MapFile) error {
	if m.files[name] != nil {
		return fs.ErrExist
	}
	if dir := path.Dir(name); dir != "." && m.files[dir] == nil {
		return fs.ErrNotExist
	}
	m.files[name] = file
	return nil
}

func (m memory) mkdir(name string) error {
	return m.add(name, &fstest.MapFile{Mode: fs.ModeDir | dirMode})
}

func (m memory) create(name string, content []byte, mode fs.FileMode) error {
	return m.add(name, &fstest.MapFile{Data: content, Mode: mode})
}

func (m memory) rename(from, to string) error {
	if m.files[from] == nil || m.files[to] != nil && m.files[to].Mode.IsDir() {
		return fs.ErrInvalid
	}
	m.files[to] = m.files[from]
	delete(m.files, from)
	return nil
}

func (m memory) remove(name string) error {
	if m.files[name] == nil || m.full(name) {
		return fs.ErrInvalid
	}
	delete(m.files, name)
	return nil
}

func hasPage(served tree) bool {
	for name, content := range served {
		if strings.HasPrefix(content, "version ") && !strings.HasSuffix(name, ".new") {
			return true
		}
	}
	return false
}

// TestKilled does so with a process that is killed at random, and the disk of
// this machine.
func TestKilled(t *testing.T) {
	if dir := os.Getenv("CALLBACKLENS_TEST_WRITE"); dir != "" {
		fmt.Println("ready")
		for n := 0; ; n++ {
			if _, err := Write(dir, version(rand.New(rand.NewPCG(1, 1)), n%4), Options{Beside: true}); err != nil {
				fmt.Println(err)
				os.Exit(1)
			}
		}
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(uint64(time.Now().UnixNano()), 8))
	dir := filepath.Join(t.TempDir(), "dist")
	others := tree{"assets/mine.js": "mine", "CNAME": "mine", ".git/HEAD": "mine", "index.txt": "mine"}
	var all [][]File
	for n := range 4 {
		all = append(all, version(rand.New(rand.NewPCG(1, 1)), n))
	}
	for i := range 15 {
		cmd := exec.Command(self, "-test.run", "^TestKilled$")
		cmd.Env = append(os.Environ(), "CALLBACKLENS_TEST_WRITE="+dir)
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		said := bufio.NewScanner(out)
		said.Scan()
		time.Sleep(time.Duration(r.IntN(60_000)) * time.Microsecond)
		cmd.Process.Kill()
		if said.Scan() {
			t.Fatalf("kill %d: %s", i, said.Text())
		}
		cmd.Wait()
		served := take(t, dir)
		if hasPage(served) {
			if err := half(served, all...); err != nil {
				t.Fatalf("kill %d: %v", i, err)
			}
		}
		if i == 0 {
			lay(t, dir, others)
		}
		for name, content := range others {
			if got := take(t, dir)[name]; got != content {
				t.Fatalf("kill %d: %s of others is %q", i, name, got)
			}
		}
	}
	if _, err := Write(dir, all[1], Options{Beside: true}); err != nil {
		t.Fatal(err)
	}
	want := maps.Clone(others)
	for _, f := range all[1] {
		want[f.Name] = string(f.Content)
	}
	if d := differences(take(t, dir), want); d != nil {
		t.Error(d)
	}
}

// TestTwoAtOnce lets several builds write into one folder.
func TestTwoAtOnce(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "dist")
	var all sync.WaitGroup
	for n := range 3 {
		all.Go(func() {
			for range 3 {
				if _, err := Write(dir, version(rand.New(rand.NewPCG(1, 1)), n), Options{}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	served := take(t, dir)
	var is []File
	for n := range 4 {
		files := version(rand.New(rand.NewPCG(1, 1)), n)
		if page := files[len(files)-1]; string(page.Content) == served["index.html"] {
			is = files
		}
	}
	want := tree{}
	for _, f := range is {
		want[f.Name] = string(f.Content)
	}
	if d := differences(served, want); d != nil {
		t.Error(d)
	}
}
