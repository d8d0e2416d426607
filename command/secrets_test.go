//go:build !js

package command

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/callbacklens/callbacklens/internal/canary"
)

// No format prints a secret unasked, in whatever way it came, on neither stream,
// and the number of them is said. Asked for, they are in the tree.
func TestInspectPrintsNoSecret(t *testing.T) {
	for _, body := range canary.Bodies() {
		for _, format := range formatNames() {
			for _, l := range []string{"zh", "en"} {
				_, out, complaints := runWith(t, string(body.Text), "inspect", "-format", format, "-lang", l)
				if strings.Contains(out+complaints, body.Secret) {
					t.Errorf("%s, %s: it is printed:\n%s%s", body.Name, format, out, complaints)
				}
				if said := strings.Contains(complaints, "-secrets"); !said && !body.Packed {
					t.Errorf("%s, %s: it is not said that something is hidden: %s", body.Name, format, complaints)
				}
			}
		}
		if _, out, _ := runWith(t, string(body.Text), "inspect", "-format", "json", "-secrets"); body.Field && !strings.Contains(out, body.Secret) {
			t.Errorf("%s: asked for, it is not printed", body.Name)
		}
	}
}

// A file may be named after what is in it.
func TestInspectPrintsNoSecretOfAName(t *testing.T) {
	file := filepath.Join(t.TempDir(), "token=hush123.xml")
	if err := os.WriteFile(file, []byte(body), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, out, _ := runWith(t, "", "inspect", "-format", "json", file); strings.Contains(out, "hush") {
		t.Error(out)
	}
}
