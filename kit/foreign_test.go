//go:build !js

package kit

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// language is how the tests run the code in one. Its driver in testdata reads names of
// files, a line each, and prints what it read of them as JSON, a line each; or it
// serves, and says at which port.
type language struct {
	name string
	// command makes the command of the driver; it skips the test where the language
	// is not here.
	command func(t *testing.T, mode string) *exec.Cmd
}

var languages = []language{
	{"java", compiledJava},
	{"python", interpreted("python3", "drive.py")},
	{"node", interpreted("node", "drive.mjs")},
	{"php", php},
}

// interpreted runs a driver by an interpreter.
func interpreted(program, driver string) func(t *testing.T, mode string) *exec.Cmd {
	return func(t *testing.T, mode string) *exec.Cmd {
		return exec.Command(here(t, program), "testdata/"+driver, mode)
	}
}

// php needs a part of PHP that Debian has in a package of its own, php-xml.
func php(t *testing.T, mode string) *exec.Cmd {
	t.Helper()
	parts, err := exec.Command(here(t, "php"), "-m").Output()
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Contains(strings.Fields(string(parts)), "xmlreader") {
		t.Skip("PHP is here without xmlreader")
	}
	return interpreted("php", "drive.php")(t, mode)
}

// jackson are the places of Jackson's reader of JSON: Debian's package
// libjackson2-core-java, and the repository of Maven.
var jackson = []string{
	"/usr/share/java/jackson-core.jar",
	os.ExpandEnv("$HOME/.m2/repository/com/fasterxml/jackson/core/jackson-core/*/jackson-core-*.jar"),
}

// javaClasses is where the code in Java was compiled to, in this run of the tests.
var javaClasses string

func compiledJava(t *testing.T, mode string) *exec.Cmd {
	t.Helper()
	javac, java := here(t, "javac"), here(t, "java")
	var jars []string
	for _, pattern := range jackson {
		found, _ := filepath.Glob(pattern) // the patterns are right
		jars = append(jars, found...)
	}
	if len(jars) == 0 {
		t.Skipf("jackson-core is not here; looked for were %q", jackson)
	}
	if javaClasses == "" {
		dir, err := os.MkdirTemp("", "kit-java")
		if err != nil {
			t.Fatal(err)
		}
		sources, _ := filepath.Glob("java/callback/*.java")
		args := append([]string{"-Xlint:all,-processing", "-Werror", "--release", "17", "-cp", jars[0], "-d", dir, "testdata/Drive.java"}, sources...)
		if out, err := exec.Command(javac, args...).CombinedOutput(); err != nil {
			t.Fatalf("%v\n%.4000s", err, out)
		}
		javaClasses = dir
	}
	return exec.Command(java, "-XX:TieredStopAtLevel=1", "-cp", javaClasses+string(os.PathListSeparator)+jars[0], "Drive", mode)
}

func TestMain(m *testing.M) {
	code := m.Run()
	if javaClasses != "" {
		_ = os.RemoveAll(javaClasses) // of this run alone
	}
	os.Exit(code)
}

// here returns the path of a program, and skips the test where there is none.
func here(t *testing.T, program string) string {
	t.Helper()
	path, err := exec.LookPath(program)
	if err != nil {
		t.Skipf("%s is not here", program)
	}
	return path
}

func TestEveryLanguageIsTested(t *testing.T) {
	tested := []string{"go"}
	for _, l := range languages {
		tested = append(tested, l.name)
	}
	if !slices.Equal(tested, Languages) {
		t.Errorf("tested are %q, there are %q", tested, Languages)
	}
}

func TestOthersReadWhatInspectReads(t *testing.T) {
	all := bodies(t)
	dir := t.TempDir()
	files, names := map[string]string{}, slices.Sorted(maps.Keys(all))
	var list strings.Builder
	for i, name := range names {
		files[name] = filepath.Join(dir, fmt.Sprint(i))
		if err := os.WriteFile(files[name], all[name], 0o600); err != nil {
			t.Fatal(err)
		}
		fmt.Fprintln(&list, files[name])
	}
	for _, l := range languages {
		t.Run(l.name, func(t *testing.T) {
			command := l.command(t, "decode")
			var complaints bytes.Buffer
			command.Stdin, command.Stderr = strings.NewReader(list.String()), &complaints
			out, err := command.Output()
			if err != nil {
				t.Fatalf("%v\n%.2000s", err, &complaints)
			}
			got, dec := map[string]read{}, json.NewDecoder(bytes.NewReader(out))
			for _, name := range names {
				var r read
				if err := dec.Decode(&r); err != nil {
					t.Fatalf("%s: %v\n%.2000s", name, err, &complaints)
				}
				got[name] = r
			}
			agree(t, all, func(name string) read { return got[name] })
		})
	}
}

func TestOthersReceive(t *testing.T) {
	for _, l := range languages {
		t.Run(l.name, func(t *testing.T) {
			command := l.command(t, "serve")
			begin, err := command.StdinPipe()
			if err != nil {
				t.Fatal(err)
			}
			out, err := command.StdoutPipe()
			if err != nil {
				t.Fatal(err)
			}
			var complaints bytes.Buffer
			command.Stderr = &complaints
			if err := command.Start(); err != nil {
				t.Fatal(err)
			}
			defer func() {
				_ = command.Process.Kill()
				_ = command.Wait() // it was killed
				if t.Failed() {
					t.Logf("%.2000s", &complaints)
				}
			}()
			says := bufio.NewScanner(out)
			if !says.Scan() {
				t.Fatal("it says no port")
			}
			receives(t, receiver{"http://127.0.0.1:" + says.Text(), begin, says})
		})
	}
}
