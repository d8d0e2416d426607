//go:build !js

package kit

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	callback "github.com/callbacklens/callbacklens/kit/go"
)

// receiver is a running one. It says what it handled, a line each, and waits for a
// line before it begins with each.
type receiver struct {
	address string
	begin   io.Writer
	says    *bufio.Scanner
}

// receives holds a receiver to what all of them promise.
func receives(t *testing.T, r receiver) {
	t.Helper()
	body := func(name string) []byte {
		text, err := os.ReadFile("testdata/" + name)
		if err != nil {
			t.Fatal(err)
		}
		return text
	}
	post := func(path string, body []byte, want int) {
		t.Helper()
		client := http.Client{Timeout: 30 * time.Second}
		answer, err := client.Post(r.address+path, "application/xml", bytes.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		_ = answer.Body.Close()
		if answer.StatusCode != want {
			t.Errorf("POST %s: %s, want %d", path, answer.Status, want)
		}
	}
	many := body("many.json")
	// All are answered while the first one is still waiting to be handled.
	post("/secret", body("words.xml"), 200)
	post("/secret", body("words.xml"), 200)
	post("/secret", many, 200)
	post("/secret", body("refused-unclosed.xml"), 200)
	post("/secret", many, 200)
	post("/secret", body("run.xml"), 200)
	post("/secret", body("words.xml"), 200)
	post("/secret", bytes.Replace(body("words.xml"), []byte("0001</JobId>"), []byte("0009</JobId>"), 1), 200)
	post("/guess", many, 404)
	if answer, err := http.Get(r.address + "/secret"); err != nil || answer.StatusCode != 405 {
		t.Errorf("GET: %v, %v", answer, err)
	}
	if _, err := io.WriteString(r.begin, strings.Repeat("\n", 20)); err != nil {
		t.Fatal(err)
	}
	want := []string{
		"job akit0000000000000000000000000000001 Success",
		"job akit0000000000000000000000000000003 Success",
		"job akit0000000000000000000000000000004 Failed",
		"job 17 Success",
		"job  ", // who has no ID cannot be told from others
		"failed",
		"job  ",
		"run ikit2 Failed",
		"job akit0000000000000000000000000000009 Success",
	}
	var got []string
	for len(got) < len(want) && r.says.Scan() {
		got = append(got, r.says.Text())
	}
	if !slices.Equal(got, want) {
		t.Errorf("handled were %q, want %q", got, want)
	}
}

func TestGoReceives(t *testing.T) {
	begin, first := io.Pipe()
	says, out := io.Pipe()
	turns := bufio.NewScanner(begin)
	r := &callback.Receiver{
		Secret: "secret",
		Handle: func(j callback.Job) error {
			turns.Scan()
			fmt.Fprintln(out, "job", j.ID, j.Outcome())
			return nil
		},
		HandleRun: func(run callback.Run) error { fmt.Fprintln(out, "run", run.ID, run.State); return nil },
		Failed:    func([]byte, error) { fmt.Fprintln(out, "failed") },
	}
	server := httptest.NewServer(r)
	defer server.Close()
	receives(t, receiver{server.URL, first, bufio.NewScanner(says)})
}

// What could not be kept is not said to be taken, and what could not be handled is
// handled when it comes again.
func TestGoTriesAgain(t *testing.T) {
	failing := errors.New("the disk is full")
	handled, tries := make(chan string, 10), 0
	r := &callback.Receiver{
		Store: func([]byte) error { return failing },
		Handle: func(j callback.Job) error {
			handled <- j.ID
			if tries++; tries == 1 {
				return errors.New("no database")
			}
			return nil
		},
	}
	post := func(id string) int {
		w := httptest.NewRecorder()
		body := `{"JobId":"` + id + `","State":"Success"}`
		r.ServeHTTP(w, httptest.NewRequest(http.MethodPost, "/any", strings.NewReader(body)))
		return w.Code
	}
	if code := post("lost"); code != http.StatusServiceUnavailable {
		t.Errorf("what was not stored is answered %d", code)
	}
	failing = nil
	for _, id := range []string{"first", "first", "first", "last"} {
		if code := post(id); code != http.StatusOK {
			t.Errorf("answered %d", code)
		}
	}
	for _, want := range []string{"first", "first", "last"} {
		if got := <-handled; got != want {
			t.Errorf("handled was %s, want %s", got, want)
		}
	}
}
