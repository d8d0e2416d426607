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

// startFirefox starts a Firefox with preferences of its own, which takes no
// command over HTTP without a program that Debian lacks, and drives it
// through Marionette.
func startFirefox(t testing.TB) engine {
	path, err := exec.LookPath("firefox-esr")
	if err != nil {
		path, err = exec.LookPath("firefox")
	}
	if err != nil {
		absent(t, "Firefox cannot be tested without it, of the package firefox-esr")
	}
	port, dir := freePort(t), scratch(t)
	put(t, filepath.Join(dir, "user.js"), fmt.Sprintf(`user_pref("marionette.port", %d);
user_pref("app.update.enabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("intl.accept_languages", "en-US");
user_pref("toolkit.legacyUserProfileCustomizations.stylesheets", true);
`, port))
	// The window may be narrower than its bar with the address.
	put(t, filepath.Join(dir, "chrome", "userChrome.css"), `* { min-width: 0 !important; }`)
	cmd := exec.Command(path, "--headless", "--marionette", "--remote-allow-system-access", "--no-remote", "--profile", dir)
	cmd.Env = append(os.Environ(), "HOME="+dir, "MOZ_CRASHREPORTER_DISABLE=1")
	run(t, cmd)
	m := &marionette{}
	if err := m.connect(port); err != nil {
		t.Fatalf("reach Firefox: %v", err)
	}
	t.Cleanup(func() { m.conn.Close() })
	if _, err := m.call(command{marionette: "WebDriver:NewSession"}, nil); err != nil {
		t.Fatal(err)
	}
	return webDriver{m}
}

// scratch returns a folder for what a browser keeps. Some of its processes may
// still write there for a moment when it has ended.
func scratch(t testing.TB) string {
	dir, err := os.MkdirTemp("", "callbacklens-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	return dir
}

// put writes a file with the folders above it.
func put(t testing.TB, path, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}

func freePort(t testing.TB) int {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port
}

// marionette is Firefox's own protocol for the commands of the standard: JSON
// arrays over TCP, each preceded by its length and a colon.
type marionette struct {
	conn net.Conn
	in   *bufio.Reader
	last int
}

// connect waits for the browser to listen and reads its greeting.
func (m *marionette) connect(port int) (err error) {
	for end := time.Now().Add(stamina); time.Now().Before(end); time.Sleep(100 * time.Millisecond) {
		if m.conn, err = net.Dial("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(port))); err == nil {
			m.in = bufio.NewReader(m.conn)
			if _, err = m.read(); err == nil {
				return nil
			}
		}
	}
	return err
}

func (m *marionette) read() (json.RawMessage, error) {
	length, err := m.in.ReadString(':')
	if err != nil {
		return nil, err
	}
	n, err := strconv.Atoi(strings.TrimSuffix(length, ":"))
	if err != nil {
		return nil, err
	}
	message := make([]byte, n)
	_, err = io.ReadFull(m.in, message)
	return message, err
}

func (m *marionette) call(c command, params fields) (json.RawMessage, error) {
	if params == nil {
		params = fields{}
	}
	m.last++
	message, err := json.Marshal([]any{0, m.last, c.marionette, params})
	if err != nil {
		return nil, err
	}
	if err := m.conn.SetDeadline(time.Now().Add(stamina)); err != nil {
		return nil, err
	}
	if _, err := fmt.Fprintf(m.conn, "%d:%s", len(message), message); err != nil {
		return nil, err
	}
	reply, err := m.read()
	if err != nil {
		return nil, err
	}
	var parts [4]json.RawMessage // kind, number, error, result
	if err := json.Unmarshal(reply, &parts); err != nil {
		return nil, err
	}
	if string(parts[2]) != "null" {
		return nil, fmt.Errorf("%s: %s", c.marionette, parts[2])
	}
	return only(parts[3]), nil
}

// only takes a result out of an object that holds nothing but it.
func only(result json.RawMessage) json.RawMessage {
	var holder map[string]json.RawMessage
	if json.Unmarshal(result, &holder) == nil && len(holder) == 1 && holder["value"] != nil {
		return holder["value"]
	}
	return result
}

// prefer sets a preference of the browser, null for what it is by itself.
func (w webDriver) prefer(name string, value any) error {
	context := command{marionette: "Marionette:SetContext"}
	if err := w.do(context, fields{"value": "chrome"}); err != nil {
		return err
	}
	err := w.do(command{marionette: "WebDriver:ExecuteScript"}, fields{
		"script": `const [name, value] = arguments;
			if (value === null) Services.prefs.clearUserPref(name); else Services.prefs.setIntPref(name, value);`,
		"args": []any{name, value},
	})
	return errors.Join(err, w.do(context, fields{"value": "content"}))
}
