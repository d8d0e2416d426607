//go:build !js

package site

import (
	"encoding/base64"
	"encoding/json"
)

// manifest is the web app manifest. Its addresses are relative to itself, and
// so to the site's root.
type manifest struct {
	ID              string        `json:"id,omitempty"`
	Name            string        `json:"name"`
	ShortName       string        `json:"short_name"`
	Description     string        `json:"description"`
	StartURL        string        `json:"start_url"`
	Scope           string        `json:"scope"`
	Display         string        `json:"display"`
	ThemeColor      string        `json:"theme_color"`
	BackgroundColor string        `json:"background_color"`
	Categories      []string      `json:"categories"`
	Icons           []icon        `json:"icons"`
	FileHandlers    []fileHandler `json:"file_handlers"`
}

type icon struct {
	Src     string `json:"src"`
	Sizes   string `json:"sizes"`
	Type    string `json:"type"`
	Purpose string `json:"purpose,omitempty"`
}

type fileHandler struct {
	Action string              `json:"action"`
	Accept map[string][]string `json:"accept"`
}

// dataURL holds a small file in its address. The icons are such, as the locked
// page lets no image load, not even for the browser's own installing.
func dataURL(mediaType string, content []byte) string {
	return "data:" + mediaType + ";base64," + base64.StdEncoding.EncodeToString(content)
}

// manifest describes the site as an application that can be installed. Where
// the site is to stand is known with a prefix only; without, the browser takes
// the address that it was installed from as the id.
func (s *Site) manifest(prefix, description string) ([]byte, error) {
	m := manifest{
		Name:            "Callback Lens 回调透镜",
		ShortName:       "Callback Lens",
		Description:     description,
		StartURL:        "./",
		Scope:           "./",
		Display:         "standalone",
		ThemeColor:      lightPaper,
		BackgroundColor: lightPaper,
		Categories:      []string{"developer", "utilities"},
		Icons: []icon{
			{Src: dataURL("image/svg+xml", s.icons["icon.svg"]), Sizes: "any", Type: "image/svg+xml"},
			{Src: dataURL("image/png", s.icons["icon-192.png"]), Sizes: "192x192", Type: "image/png"},
			{Src: dataURL("image/png", s.icons["icon-512.png"]), Sizes: "512x512", Type: "image/png"},
			{Src: dataURL("image/png", s.icons["maskable-512.png"]), Sizes: "512x512", Type: "image/png", Purpose: "maskable"},
		},
		FileHandlers: []fileHandler{{Action: "./", Accept: map[string][]string{
			"application/json": {".json"},
			"text/plain":       {".txt", ".log"},
			"text/xml":         {".xml"},
		}}},
	}
	if prefix != "" {
		root := prefix + "/"
		m.ID, m.StartURL, m.Scope = root, root, root
		m.FileHandlers[0].Action = root
	}
	return json.Marshal(m)
}
