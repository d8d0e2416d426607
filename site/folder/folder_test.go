//go:build !js

package folder

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// tree is what a folder holds: contents by name, "-> target" for links, "/" for
// empty folders.
type tree map[string]string

// lay puts a tree into a folder.
func lay(t *testing.T, dir string, files tree) {
	t.Helper()
	for name, content := range files {
		to := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			t.Fatal(err)
		}
		var err error
		if target, ok := strings.CutPrefix(content, "-> "); ok {
			err = os.Symlink(target, to)
		} else if content == "/" {
			err = os.Mkdir(to, 0o755)
		} else {
			err = os.WriteFile(to, []byte(content), 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

// take reads a folder.
func take(t *testing.T, dir string) tree {
	t.Helper()
	found := tree{}
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || path == dir {
			return err
		}
		name, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		switch {
		case e.Type()&fs.ModeSymlink != 0:
			target, err := os.Readlink(path)
			found[filepath.ToSlash(name)] = "-> " + target
			return err
		case e.IsDir():
			if entries, err := os.ReadDir(path); err != nil || len(entries) > 0 {
				return err
			}
			found[filepath.ToSlash(name)] = "/"
		default:
			b, err := os.ReadFile(path)
			found[filepath.ToSlash(name)] = string(b)
			return err
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// filesOf puts a site in the order that it is written in.
func filesOf(site tree) (files []File) {
	for _, name := range slices.Sorted(maps.Keys(site)) {
		files = append(files, File{Name: name, Content: []byte(site[name])})
	}
	return files
}

// union is several trees in one.
func union(trees ...tree) tree {
	all := tree{}
	for _, one := range trees {
		maps.Copy(all, one)
	}
	return all
}

// differences reports how a tree differs from another, but for the list.
func differences(got, want tree) (all []string) {
	got = maps.Clone(got)
	delete(got, listName)
	for name, content := range want {
		if have, ok := got[name]; !ok {
			all = append(all, name+" is missing")
		} else if have != content {
			all = append(all, name+" is "+have)
		}
	}
	for name := range got {
		if _, ok := want[name]; !ok {
			all = append(all, name+" is left")
		}
	}
	slices.Sort(all)
	return all
}

// listOf is a list with a file.
func listOf(name string) string {
	return `{"files": [{"name": "` + name + `", "sha256": "` + strings.Repeat("0", 64) + `"}]}`
}

var (
	siteA = tree{"assets/one.1.js": "one", "assets/two.1.js": "two", "index.html": "A", "reference/zh/index.html": "A zh", "worker.js": "A"}
	siteB = tree{"assets/one.1.js": "one", "assets/two.2.js": "two, new", "index.html": "B", "notices/index.html": "B", "worker.js": "B"}
)

func mustWrite(t *testing.T, dir string, site tree, opt Options) Result {
	t.Helper()
	result, err := Write(dir, filesOf(site), opt)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

func TestWriteReplacesWhatItWrote(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new", "dist")
	mustWrite(t, dir, siteA, Options{})
	if d := differences(take(t, dir), siteA); d != nil {
		t.Error(d)
	}
	mustWrite(t, dir, siteB, Options{})
	if d := differences(take(t, dir), siteB); d != nil {
		t.Error("after another build", d)
	}
	before := take(t, dir)
	mustWrite(t, dir, siteB, Options{})
	if !maps.Equal(take(t, dir), before) {
		t.Error("the same build changed something")
	}
}

func TestWriteLeavesOthersAlone(t *testing.T) {
	others := tree{
		".git":                      "gitdir: elsewhere",
		".nojekyll":                 "",
		"CNAME":                     "lens.example.com",
		"notes/todo.txt":            "mine",
		"assets/mine.js":            "mine",
		"reference/zh/draft":        "mine",
		"assets/link":               "-> ../notes/todo.txt",
		"empty":                     "/",
		".well-known/acme/token":    "mine",
		".index.html.0badcafe.new":  "a name such as drafts have",
		"assets/.x.0badcafe.new":    "another",
		".callbacklens-files.json~": "an editor's",
	}
	dir := t.TempDir()
	mustWrite(t, dir, siteA, Options{})
	lay(t, dir, others)
	mustWrite(t, dir, siteB, Options{})
	if d := differences(take(t, dir), union(others, siteB)); d != nil {
		t.Error(d)
	}
	if _, err := Clear(dir); err != nil {
		t.Fatal(err)
	}
	if d := differences(take(t, dir), others); d != nil {
		t.Error("after clearing", d)
	}
}

func TestFirstWriteWantsAFolderOfItsOwn(t *testing.T) {
	for name, c := range map[string]struct {
		holds tree
		ok    bool
	}{
		"empty":                 {tree{}, true},
		"a new branch":          {tree{".git": "gitdir: x", ".nojekyll": "", "CNAME": "a.example"}, true},
		"notes":                 {tree{"mine.txt": ""}, false},
		"sources":               {tree{"start.js": "", "worker.js": ""}, false},
		"folders":               {tree{"stories/one.txtar": ""}, false},
		"a build before lists":  {tree{"index.html": "A", "worker.js": "callbacklens"}, false},
		"an empty folder in it": {tree{"mine": "/"}, false},
	} {
		dir := t.TempDir()
		lay(t, dir, c.holds)
		_, err := Write(dir, filesOf(siteA), Options{})
		if (err == nil) != c.ok || err != nil && !errors.Is(err, ErrOthers) {
			t.Errorf("%s: %v", name, err)
		}
		want := c.holds
		if c.ok {
			want = union(c.holds, siteA)
		}
		if d := differences(take(t, dir), want); d != nil {
			t.Errorf("%s: %q", name, d)
		}
	}
}

func TestWriteBesideOthers(t *testing.T) {
	dir := t.TempDir()
	others := tree{"robots.txt": "mine", "blog/index.html": "mine"}
	lay(t, dir, others)
	mustWrite(t, dir, siteA, Options{Beside: true})
	mustWrite(t, dir, siteB, Options{}) // the list is there now
	if d := differences(take(t, dir), union(others, siteB)); d != nil {
		t.Error(d)
	}
}

// TestWriteGivesWay: a host has one robots.txt, and it may be somebody else's, or
// become that.
func TestWriteGivesWay(t *testing.T) {
	robots := func(text string) []File {
		return append(filesOf(siteA), File{Name: "robots.txt", Content: []byte(text), Yields: true})
	}
	dir := t.TempDir()
	write := func(text string, yielded, kept bool, left string) {
		t.Helper()
		got, err := Write(dir, robots(text), Options{Beside: true})
		if err != nil || len(got.Yielded) == 1 != yielded || len(got.Kept) == 1 != kept {
			t.Errorf("%+v, error %v", got, err)
		}
		if there := take(t, dir)["robots.txt"]; there != left {
			t.Errorf("robots.txt is %q, want %q", there, left)
		}
	}
	lay(t, dir, tree{"robots.txt": "mine"})
	write("first", true, false, "mine")
	if err := os.Remove(filepath.Join(dir, "robots.txt")); err != nil {
		t.Fatal(err)
	}
	write("first", false, false, "first")
	write("second", false, false, "second")
	lay(t, dir, tree{"robots.txt": "changed"})
	write("third", true, true, "changed")
	write("third", true, false, "changed")
	if _, err := Clear(dir); err != nil {
		t.Fatal(err)
	}
	if d := differences(take(t, dir), tree{"robots.txt": "changed"}); d != nil {
		t.Error(d)
	}
}

func TestWriteStopsBeforeItTouchesAnything(t *testing.T) {
	for story, c := range map[string]struct {
		holds tree
		names string
	}{
		"a file of others":                     {tree{"notices/index.html": "mine"}, "notices/index.html"},
		"a file changed by hand":               {tree{"index.html": "A, better"}, "index.html"},
		"a folder in the place of a file":      {tree{"worker.js/x": "mine"}, "worker.js"},
		"a file in the place of a folder":      {tree{"notices": "mine"}, "notices/index.html"},
		"a link in the place of a file":        {tree{"worker.js": "-> ../elsewhere"}, "worker.js"},
		"a link to nowhere":                    {tree{"notices/index.html": "-> nowhere"}, "notices/index.html"},
		"a link in the place of a folder":      {tree{"notices": "-> ../elsewhere"}, "notices/index.html"},
		"a list that cannot be read":           {tree{listName: "<<<<<<< HEAD\n"}, listName},
		"a list of nothing":                    {tree{listName: "{}"}, listName},
		"a list of files outside":              {tree{listName: listOf("../x")}, "../x"},
		"a list of hidden files":               {tree{listName: listOf(".git/config")}, ".git/config"},
		"a list in the place of another thing": {tree{listName: "-> index.html"}, listName},
		"a draft of a list, of others":         {tree{draftName: "mine"}, draftName},
	} {
		base := t.TempDir()
		dir := filepath.Join(base, "dist")
		lay(t, base, tree{"elsewhere/index.html": "mine"})
		mustWrite(t, dir, siteA, Options{})
		for name := range c.holds {
			if err := os.Remove(filepath.Join(dir, strings.TrimSuffix(name, "/x"))); err != nil && !errors.Is(err, fs.ErrNotExist) {
				t.Fatal(err)
			}
		}
		lay(t, dir, c.holds)
		before := take(t, base)
		_, err := Write(dir, filesOf(siteB), Options{Beside: true})
		if err == nil || !strings.Contains(err.Error(), c.names) || !strings.Contains(err.Error(), "nothing is changed") {
			t.Errorf("%s: %v", story, err)
		}
		if after := take(t, base); !maps.Equal(after, before) {
			t.Errorf("%s: %q", story, differences(after, before))
		}
	}
}

func TestChangedFileThatIsNoLongerWantedStays(t *testing.T) {
	dir := t.TempDir()
	mustWrite(t, dir, siteA, Options{})
	lay(t, dir, tree{"assets/two.1.js": "two, with a patch"})
	result := mustWrite(t, dir, siteB, Options{})
	if !slices.Equal(result.Kept, []string{"assets/two.1.js"}) {
		t.Errorf("kept %q", result.Kept)
	}
	if d := differences(take(t, dir), union(siteB, tree{"assets/two.1.js": "two, with a patch"})); d != nil {
		t.Error(d)
	}
	if result := mustWrite(t, dir, siteB, Options{}); result.Kept != nil {
		t.Errorf("it is still listed: %q", result.Kept)
	}
}

func TestMissingFilesComeBack(t *testing.T) {
	dir := t.TempDir()
	mustWrite(t, dir, siteA, Options{})
	if err := os.RemoveAll(filepath.Join(dir, "assets")); err != nil {
		t.Fatal(err)
	}
	mustWrite(t, dir, siteA, Options{})
	if d := differences(take(t, dir), siteA); d != nil {
		t.Error(d)
	}
}

func TestFolderThatIsALink(t *testing.T) {
	base := t.TempDir()
	dir := filepath.Join(base, "dist")
	lay(t, base, tree{"www/CNAME": "mine", "dist": "-> www"})
	mustWrite(t, dir, siteA, Options{})
	mustWrite(t, dir, siteB, Options{})
	if d := differences(take(t, filepath.Join(base, "www")), union(siteB, tree{"CNAME": "mine"})); d != nil {
		t.Error(d)
	}
	if got := take(t, base)["dist"]; got != "-> www" {
		t.Errorf("the link is %q", got)
	}
}

func TestNoFolder(t *testing.T) {
	base := t.TempDir()
	lay(t, base, tree{"file": "mine", "link": "-> nowhere"})
	before := take(t, base)
	for _, dir := range []string{"", filepath.Join(base, "file"), filepath.Join(base, "file", "below"), filepath.Join(base, "link")} {
		if _, err := Write(dir, filesOf(siteA), Options{Beside: true}); err == nil {
			t.Errorf("%q was written to", dir)
		}
	}
	if after := take(t, base); !maps.Equal(after, before) {
		t.Error(differences(after, before))
	}
}

func TestReadOnlyFolder(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may write everywhere")
	}
	dir := t.TempDir()
	mustWrite(t, dir, siteA, Options{})
	if err := os.Chmod(filepath.Join(dir, "assets"), 0o555); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(filepath.Join(dir, "assets"), 0o755)
	before := take(t, dir)
	if _, err := Write(dir, filesOf(siteB), Options{}); err == nil {
		t.Error("no error")
	}
	if after := take(t, dir); !maps.Equal(after, before) {
		t.Error(differences(after, before))
	}
}

func TestPermissionsStay(t *testing.T) {
	dir := t.TempDir()
	mustWrite(t, dir, siteA, Options{})
	page := filepath.Join(dir, "index.html")
	if err := os.Chmod(page, 0o664); err != nil {
		t.Fatal(err)
	}
	mustWrite(t, dir, siteB, Options{})
	if info, err := os.Stat(page); err != nil || info.Mode().Perm() != 0o664 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
}

func TestClearWantsAList(t *testing.T) {
	dir := t.TempDir()
	lay(t, dir, tree{"index.html": "mine"})
	if _, err := Clear(dir); err == nil || !strings.Contains(err.Error(), listName) {
		t.Errorf("%v", err)
	}
	if d := differences(take(t, dir), tree{"index.html": "mine"}); d != nil {
		t.Error(d)
	}
	if _, err := Clear(filepath.Join(dir, "nowhere")); err != nil {
		t.Error(err)
	}
}

func TestClearRemovesTheFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "dist")
	mustWrite(t, dir, siteA, Options{})
	if _, err := Clear(dir); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Lstat(dir); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("%v: %q", err, take(t, dir))
	}
}
