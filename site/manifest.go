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
	ShareTarget     shareTarget   `json:"share_target"`
	Shortcuts       []shortcut    `json:"shortcuts"`
	Screenshots     []screenshot  `json:"screenshots"`
}

// shareTarget says where what is shared goes: to the service worker, which keeps it
// from leaving, as no server has that address.
type shareTarget struct {
	Action  string      `json:"action"`
	Method  string      `json:"method"`
	Enctype string      `json:"enctype"`
	Params  shareParams `json:"params"`
}

type shareParams struct {
	Title string      `json:"title"`
	Text  string      `json:"text"`
	URL   string      `json:"url"`
	Files []shareFile `json:"files"`
}

type shareFile struct {
	Name   string   `json:"name"`
	Accept []string `json:"accept"`
}

type shortcut struct {
	Name string `json:"name"`
	URL  string `json:"url"`
}

// screenshot is what a browser shows when it offers to install the page. No visit
// loads it.
type screenshot struct {
	Src        string `json:"src"`
	Sizes      string `json:"sizes"`
	Type       string `json:"type"`
	FormFactor string `json:"form_factor"`
	Label      string `json:"label"`
}

// shares are the kinds of files that others can share with the page.
var shares = []string{"application/json", "text/xml", "application/xml", "text/plain", ".xml", ".json", ".log", ".txt"}

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
		ShareTarget: shareTarget{"./share", "POST", "multipart/form-data", shareParams{"title", "text", "url", []shareFile{{"files", shares}}}},
		Shortcuts: []shortcut{
			{"新的回调 · New callback", "./"}, {"字段参考", "./reference/zh/"}, {"Reference", "./reference/en/"},
		},
		Screenshots: s.screenshots(),
	}
	if prefix != "" {
		root := prefix + "/"
		m.ID, m.StartURL, m.Scope = root, root, root
		m.FileHandlers[0].Action = root
		m.ShareTarget.Action = root + "share"
		for i := range m.Shortcuts {
			m.Shortcuts[i].URL = root + m.Shortcuts[i].URL[len("./"):]
		}
	}
	return json.Marshal(m)
}

// screenshots lists the pictures of the page.
func (s *Site) screenshots() []screenshot {
	return []screenshot{
		{s.assets["wide.png"], "1280x800", "image/png", "wide", "分词回调 · A callback of a segmentation job"},
		{s.assets["narrow.png"], "400x800", "image/png", "narrow", "分词回调 · A callback of a segmentation job"},
	}
}
