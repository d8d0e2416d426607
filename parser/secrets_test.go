package parser

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/callbacklens/callbacklens/internal/canary"
	"github.com/callbacklens/callbacklens/parser/internal/flat"
)

// texts returns all that a report can show, whoever prints it.
func (r *Report) everyText() string {
	var b strings.Builder
	b.WriteString(r.Source.Name + "\n")
	b.Write(r.Source.Text)
	for _, l := range r.Layers {
		fmt.Fprintln(&b, l.Kind, l.Note.ZH, l.Note.EN)
	}
	for _, d := range r.Documents {
		b.Write(d.Text)
		for i := range d.Flat().Nodes {
			it := d.Item(flat.RefTo(int32(i)))
			fmt.Fprintln(&b, it.Name(), it.Value())
		}
	}
	for i := range r.Diagnostics {
		d := &r.Diagnostics[i]
		e, _ := r.Excerpt(&d.Spot)
		fmt.Fprintln(&b, d.Text.ZH, d.Text.EN, d.Path, d.Args, e.Text)
	}
	fmt.Fprintf(&b, "%+v", r.Callbacks)
	return b.String()
}

// No secret is in a report that was asked to hide them, in whatever way it came;
// what is none is still there, and everything else stays where it was.
func TestNoSecretIsInARedactedReport(t *testing.T) {
	for _, body := range canary.Bodies() {
		open := Inspect(context.Background(), body.Text, Options{})
		r := Inspect(context.Background(), body.Text, Options{Redact: true})
		if strings.Contains(r.everyText(), body.Secret) {
			t.Errorf("%s: it is there\n%s\n%s", body.Name, body.Text, r.Source.Text)
			continue
		}
		if !body.Packed && r.Hidden == 0 {
			t.Errorf("%s: nothing is counted", body.Name)
		}
		for _, word := range canary.Visible {
			if strings.Count(open.everyText(), word) != strings.Count(r.everyText(), word) {
				t.Errorf("%s: %s is hidden as well\n%s\n%s", body.Name, word, body.Text, r.Source.Text)
			}
		}
		if len(open.Documents) != len(r.Documents) || len(open.Diagnostics) != len(r.Diagnostics) || len(open.Source.Text) != len(r.Source.Text) {
			t.Errorf("%s: read differently", body.Name)
		}
		for i := range min(len(open.Diagnostics), len(r.Diagnostics)) {
			if open.Diagnostics[i].At != r.Diagnostics[i].At {
				t.Errorf("%s: %s is at %v, was at %v", body.Name, r.Diagnostics[i].Code, r.Diagnostics[i].At, open.Diagnostics[i].At)
			}
		}
	}
}

// Nothing is changed in what was handed over.
func TestRedactingLeavesTheBodyAlone(t *testing.T) {
	text, _ := canary.Everything()
	body := []byte(text)
	if Inspect(context.Background(), body, Options{Redact: true}); !bytes.Equal(body, []byte(text)) {
		t.Error("it was changed")
	}
}

// Each secret counts once.
func TestSecretsAreCounted(t *testing.T) {
	text, secrets := canary.Everything()
	if r := redacted(text); r.Hidden < len(secrets) {
		t.Errorf("%d are hidden, there are %d", r.Hidden, len(secrets))
	}
}
