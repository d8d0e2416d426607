//go:build !js

package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/callbacklens/callbacklens/web"
)

// addAsset puts content under assets/ with a hash of it in the name, before
// the first dot's extension, and returns the name.
func (s *Site) addAsset(name string, content []byte) string {
	stem, ext, _ := strings.Cut(path.Base(name), ".")
	sum := sha256.Sum256(content)
	hashed := "assets/" + stem + "." + hex.EncodeToString(sum[:])[:12] + "." + ext
	s.Files[hashed] = content
	s.known[hashed] = known{types[path.Ext(hashed)], base64.StdEncoding.EncodeToString(sum[:])}
	return hashed
}

// addPacked is addAsset for content that travels gzipped. Some hosts declare
// that as an encoding, so that the content itself arrives.
func (s *Site) addPacked(name string, content []byte) (string, error) {
	packed, err := s.pack(content)
	if err != nil {
		return "", fmt.Errorf("compress %s: %w", name, err)
	}
	hashed := s.addAsset(name, packed)
	k := s.known[hashed]
	k.Sums += " " + base64Sum(content)
	s.known[hashed] = k
	return hashed, nil
}

// base64Sum is the SHA-256 of content as browsers and pages write it.
func base64Sum(content []byte) string {
	sum := sha256.Sum256(content)
	return base64.StdEncoding.EncodeToString(sum[:])
}

// known is what an asset must be when it arrives: a file of that media type
// with one of the SHA-256 sums, which are in base64 with spaces between.
type known struct {
	Type string `json:"type"`
	Sums string `json:"sums"`
}

// integrity is the sum of an asset as an attribute of what loads it.
func (s *Site) integrity(name string) string { return "sha256-" + s.known[s.assets[name]].Sums }

// stylesheet joins the style sheets, base.css first as the others build on it,
// then by name.
func stylesheet() ([]byte, error) {
	names, err := fs.Glob(web.Files, "css/*.css")
	if err != nil {
		return nil, err
	}
	slices.SortFunc(names, func(a, b string) int {
		if first := "css/base.css"; a == first || b == first {
			if a == b {
				return 0
			}
			if a == first {
				return -1
			}
			return 1
		}
		return strings.Compare(a, b)
	})
	var all []byte
	for _, name := range names {
		css, err := web.Files.ReadFile(name)
		if err != nil {
			return nil, err
		}
		all = append(all, denseStyle(css)...)
	}
	return all, nil
}

// aside matches what a style sheet or a script can do without: comments that
// begin a line, indentation and empty lines.
var aside = regexp.MustCompile(`(?m)^[ \t]*(//.*|/\*(?s:.*?)\*/[ \t]*)?\n|^[ \t]+`)

// dense leaves out of a style sheet or a script what only its authors need. In
// texts of several lines it would change something; there are none.
func dense(code []byte) []byte { return aside.ReplaceAll(code, nil) }

// licence matches the comment that a script of others begins with.
var licence = regexp.MustCompile(`^(//.*\n)+`)

// denseForeign does so with a script of others, whose licence stays.
func denseForeign(code []byte) []byte {
	first := licence.Find(code)
	return append(bytes.Clone(first), dense(code[len(first):])...)
}

// spare matches what stands around the marks of a style sheet for the eye: the
// space before a block and after the name of a property, and the line breaks.
var spare = regexp.MustCompile(`(?m) ?(\{)\n|([;,}])\n|^([a-z-]+:) `)

// denseStyle does so with a style sheet, where lines mean nothing.
func denseStyle(css []byte) []byte {
	return bytes.ReplaceAll(spare.ReplaceAll(dense(css), []byte("$1$2$3")), []byte(";}"), []byte("}"))
}
