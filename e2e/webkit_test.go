//go:build !js

package e2e

import (
	"bufio"
	"encoding/json"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// startWebKit starts WebKit's own small browser, which has no other purpose
// than this one, with what it is told beside, on a screen that nobody sees.
func startWebKit(t testing.TB, args ...string) engine {
	driver, err := exec.LookPath("WebKitWebDriver")
	if err != nil {
		absent(t, "WebKit cannot be tested without WebKitWebDriver, of the package webkit2gtk-driver")
	}
	found, _ := filepath.Glob("/usr/lib/*/webkit*gtk-*/MiniBrowser")
	if len(found) == 0 {
		absent(t, "WebKit cannot be tested without MiniBrowser, of the package libwebkit2gtk-4.1-0")
	}
	dir, port := scratch(t), freePort(t)
	// The window may be narrower than its bar with the address.
	put(t, filepath.Join(dir, "gtk-3.0", "gtk.css"),
		`headerbar, toolbar, entry, button, box, notebook * { min-width: 0; padding: 0; margin: 0; font-size: 4px; }`)
	cmd := exec.Command(driver, fmt.Sprint("--port=", port))
	cmd.Env = append(os.Environ(), "HOME="+dir, "XDG_CONFIG_HOME="+dir, "XDG_DATA_HOME="+dir, "XDG_CACHE_HOME="+dir,
		"DISPLAY="+screen(t), "GDK_BACKEND=x11", "NO_AT_BRIDGE=1", "LANG=en_US.UTF-8", "LANGUAGE=en_US",
		"WEBKIT_DISABLE_DMABUF_RENDERER=1") // which takes twice the time where there is no graphics card
	run(t, cmd)
	address := "http://" + net.JoinHostPort("127.0.0.1", fmt.Sprint(port))
	session := newSession(t, address, fields{
		"webkitgtk:browserOptions": fields{"binary": found[0], "args": append([]string{"--automation"}, args...)},
	})
	return webDriver{overHTTP{session}}
}

// newSession waits for a driver to listen and makes it start its browser.
func newSession(t testing.TB, driver string, browser fields) (address string) {
	t.Helper()
	var started json.RawMessage
	var err error
	for end := time.Now().Add(stamina); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		started, err = ask("POST", driver+"/session", fields{"capabilities": fields{"alwaysMatch": browser}})
		if err == nil {
			break
		}
	}
	var session struct{ SessionID string }
	if err == nil {
		err = json.Unmarshal(started, &session)
	}
	if err != nil {
		t.Fatalf("start a browser by %s: %v", driver, err)
	}
	address = driver + "/session/" + session.SessionID
	t.Cleanup(func() { _, _ = ask("DELETE", address, nil) })
	return address
}

// screen starts a display in memory and returns its name.
func screen(t testing.TB) string {
	path, err := exec.LookPath("Xvfb")
	if err != nil {
		absent(t, "WebKit cannot be tested without Xvfb, of the package xvfb")
	}
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer read.Close()
	cmd := exec.Command(path, "-displayfd", "3", "-screen", "0", "2000x1600x24", "-nolisten", "tcp")
	cmd.ExtraFiles = []*os.File{write}
	run(t, cmd)
	write.Close()
	number, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		t.Fatalf("start Xvfb: %v", err)
	}
	return ":" + strings.TrimSpace(number)
}

// run starts a program that is ended when the test is over, or the tests are.
func run(t testing.TB, cmd *exec.Cmd) {
	t.Helper()
	leash(cmd)
	if err := cmd.Start(); err != nil {
		t.Fatalf("start %s: %v", cmd.Path, err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Signal(os.Interrupt)
		late := time.AfterFunc(5*time.Second, func() { _ = cmd.Process.Kill() })
		_ = cmd.Wait()
		late.Stop()
	})
}
