package parser

import (
	"context"
	"encoding/base64"
	"fmt"
	"strings"
	"testing"

	"github.com/callbacklens/callbacklens/parser/internal/bodies"
)

func redacted(body string) *Report {
	return Inspect(context.Background(), []byte(body), Options{Charset: testCharset, Redact: true})
}

// What is hidden is gone from every text of the report, and the rest is what it
// was, at the place where it was.
func TestRedactedReport(t *testing.T) {
	request := "POST /cb/s3cret?token=abc HTTP/1.1\nHost: lens.example\nAuthorization: Bearer t0k3n\nCookie: sid=1\n\n"
	open, r := readString(request+bodies.SoundXML), redacted(request+bodies.SoundXML)
	want := strings.NewReplacer("/cb/s3cret?token=abc", strings.Repeat("*", 20), "Bearer t0k3n", strings.Repeat("*", 12), "sid=1", "*****").Replace(request + bodies.SoundXML)
	if got := string(r.Source.Text); got != want || r.Hidden != 3 {
		t.Errorf("%d are hidden in %q", r.Hidden, got)
	}
	if got := string(open.Source.Text); got != request+bodies.SoundXML || open.Hidden != 0 {
		t.Errorf("unasked, %d are hidden in %q", open.Hidden, got)
	}
	if a, b := fmt.Sprint(open.Diagnostics), fmt.Sprint(r.Diagnostics); len(r.Callbacks) != len(open.Callbacks) || len(a) != len(b) {
		t.Errorf("%s\n%s", a, b)
	}
}

// Secrets are hidden in what was packed as well, and counted once.
func TestRedactedInside(t *testing.T) {
	body := `{"headers":{"authorization":"Bearer hush"},"httpMethod":"POST","path":"/cb/hush","body":"{\"EventName\":\"TaskFinish\",\"JobsDetail\":[{\"JobId\":\"j\",\"State\":\"Success\",\"Operation\":{\"UserData\":\"token=hush\"}}]}"}`
	for name, c := range map[string]struct {
		body   string
		hidden int
	}{
		"as it is": {body, 3},
		"packed":   {base64.StdEncoding.EncodeToString([]byte(body)), 3},
		"quoted":   {fmt.Sprintf("%q", body), 3},
	} {
		r := redacted(c.body)
		if r.Hidden != c.hidden {
			t.Errorf("%s: %d are hidden", name, r.Hidden)
		}
		if len(r.Callbacks) != 1 {
			t.Fatalf("%s: %d callbacks", name, len(r.Callbacks))
		}
		if got := r.Callbacks[0].Jobs[0].Operation.UserData.Text; got != "token=****" {
			t.Errorf("%s: %q", name, got)
		}
		for _, d := range r.Documents {
			if strings.Contains(string(d.Text), "hush") {
				t.Errorf("%s: %s", name, d.Text)
			}
		}
		if strings.Contains(string(r.Source.Text), "hush") {
			t.Errorf("%s: %s", name, r.Source.Text)
		}
	}
}

// What a remark quotes is hidden as well.
func TestRedactedRemarks(t *testing.T) {
	r := redacted(`{"EventName":"TaskFinish","JobsDetail":[{"JobId":"j","State":"Success","token":hush1hush,"password": 'hush2\q',}]}`)
	if len(r.Diagnostics) < 3 {
		t.Fatalf("%v", r.Diagnostics)
	}
	for _, d := range r.Diagnostics {
		if e, _ := r.Excerpt(&d.Spot); strings.Contains(d.Text.EN+d.Text.ZH+e.Text, "hush") {
			t.Errorf("%s: %s", d.Text.EN, e.Text)
		}
	}
}
