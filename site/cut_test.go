//go:build !js

package site

import (
	"maps"
	"slices"
	"testing"
)

func TestCutDeclarations(t *testing.T) {
	const code = `package p

import (
	"fmt"
	"strings"
)

// T does.
type T interface {
	// Keep stays.
	Keep()
	// Drop goes,
	// with its words.
	Drop(a, b string) error // and more
}

// Drop goes.
func Drop() { fmt.Println() }

func keep() { strings.Clone("") }

func (t *t) Drop() {
	fmt.Println("}")
}
`
	const want = `package p

import (
	
	"strings"
)

// T does.
type T interface {
	// Keep stays.
	Keep()
	 // and more
}



func keep() { strings.Clone("") }


`
	found := map[string]bool{}
	got, err := cutDeclarations([]byte(code), []string{"Drop", "Other"}, found)
	if err != nil || string(got) != want {
		t.Errorf("%v, got\n%s", err, got)
	}
	if names := slices.Collect(maps.Keys(found)); !slices.Equal(names, []string{"Drop"}) {
		t.Errorf("found %q", names)
	}
	if same, err := cutDeclarations([]byte("package p\nimport \"fmt\"\n"), []string{"Drop"}, found); err != nil || string(same) != "package p\nimport \"fmt\"\n" {
		t.Errorf("%v: %s", err, same)
	}
	if _, err := cutDeclarations([]byte("not Go"), nil, found); err == nil {
		t.Error("no error")
	}
}
