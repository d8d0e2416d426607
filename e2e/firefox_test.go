//go:build !js

package e2e

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// TestFirefox does the main job in the other engine: the page opens, takes a
// paste and shows it, and asks no server for anything after that.
func TestFirefox(t *testing.T) {
	fox := startFirefox(t)
	h := serve(t, built, "")
	fox.navigate(h.url("/"))
	fox.wait(`document.documentElement.dataset.state === "running"`)
	fox.wait(`navigator.serviceWorker.controller !== null`)
	time.Sleep(settle)
	mark := h.mark()
	// Firefox's own way to make such an event with something in it.
	fox.eval(`document.body.dispatchEvent(new ClipboardEvent("paste", {
		dataType: "text/plain", data: ` + quote(job("a0firefox")) + `, bubbles: true, cancelable: true }))`)
	fox.wait(`document.body.innerText.includes("a0firefox")`)
	time.Sleep(settle)
	if got := h.since(mark); len(got) > 0 {
		t.Errorf("requests after a body: %q", got)
	}
	h.close()
	fox.navigate(h.url("/?x=1"))
	fox.wait(`document.documentElement.dataset.state === "running"`)
}

// firefox is a browser driven through Marionette, its own remote protocol:
// JSON arrays over TCP, each preceded by its length and a colon.
type firefox struct {
	t    *testing.T
	conn net.Conn
	in   *bufio.Reader
	last int
}

func startFirefox(t *testing.T) *firefox {
	path, err := exec.LookPath("firefox-esr")
	if err != nil {
		path, err = exec.LookPath("firefox")
	}
	if err != nil {
		t.Skip("no Firefox on PATH")
	}
	port := freePort(t)
	dir := t.TempDir()
	prefs := fmt.Sprintf(`user_pref("marionette.port", %d);
user_pref("app.update.enabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
`, port)
	if err := os.WriteFile(filepath.Join(dir, "user.js"), []byte(prefs), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(path, "--headless", "--marionette", "--no-remote", "--profile", dir)
	cmd.Env = append(os.Environ(), "HOME="+dir, "MOZ_CRASHREPORTER_DISABLE=1")
	if err := cmd.Start(); err != nil {
		t.Skipf("start Firefox: %v", err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Signal(os.Interrupt)
		done := time.AfterFunc(5*time.Second, func() { _ = cmd.Process.Kill() })
		_ = cmd.Wait()
		done.Stop()
	})
	f := &firefox{t: t}
	f.connect(port)
	f.call("WebDriver:NewSession", map[string]any{})
	return f
}

func freePort(t *testing.T) int {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port
}

// connect waits for the browser to listen and reads its greeting.
func (f *firefox) connect(port int) {
	f.t.Helper()
	var err error
	for end := time.Now().Add(2 * patience); time.Now().Before(end); time.Sleep(100 * time.Millisecond) {
		if f.conn, err = net.Dial("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(port))); err == nil {
			f.t.Cleanup(func() { f.conn.Close() })
			f.in = bufio.NewReader(f.conn)
			if _, err = f.read(); err == nil {
				return
			}
		}
	}
	f.t.Fatalf("reach Firefox: %v", err)
}

func (f *firefox) read() (json.RawMessage, error) {
	length, err := f.in.ReadString(':')
	if err != nil {
		return nil, err
	}
	n, err := strconv.Atoi(strings.TrimSuffix(length, ":"))
	if err != nil {
		return nil, err
	}
	message := make([]byte, n)
	_, err = io.ReadFull(f.in, message)
	return message, err
}

// call sends a command and returns its result.
func (f *firefox) call(command string, params map[string]any) json.RawMessage {
	f.t.Helper()
	result, err := f.try(command, params)
	if err != nil {
		f.t.Fatalf("%s: %v", command, err)
	}
	return result
}

func (f *firefox) try(command string, params map[string]any) (json.RawMessage, error) {
	f.last++
	message, err := json.Marshal([]any{0, f.last, command, params})
	if err != nil {
		return nil, err
	}
	if err := f.conn.SetDeadline(time.Now().Add(2 * patience)); err != nil {
		return nil, err
	}
	if _, err := fmt.Fprintf(f.conn, "%d:%s", len(message), message); err != nil {
		return nil, err
	}
	reply, err := f.read()
	if err != nil {
		return nil, err
	}
	var parts [4]json.RawMessage // kind, number, error, result
	if err := json.Unmarshal(reply, &parts); err != nil {
		return nil, err
	}
	if string(parts[2]) != "null" {
		return nil, errors.New(string(parts[2]))
	}
	return parts[3], nil
}

func (f *firefox) navigate(address string) {
	f.t.Helper()
	f.call("WebDriver:Navigate", map[string]any{"url": address})
}

// eval runs the body of a function in the page and returns what it returns.
func (f *firefox) eval(script string) string {
	f.t.Helper()
	return string(f.call("WebDriver:ExecuteScript", map[string]any{"script": script, "args": []any{}}))
}

func (f *firefox) wait(condition string) {
	f.t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		if f.eval(`return Boolean(`+condition+`)`) == `{"value":true}` {
			return
		}
	}
	f.t.Fatalf("in vain waited for: %s\n%s", condition, f.eval(`return location.href + JSON.stringify(document.documentElement.dataset) + document.body.innerText`))
}
