package trees

import (
	"bytes"

	"github.com/callbacklens/callbacklens/parser/internal/chars"
	"github.com/callbacklens/callbacklens/parser/internal/outset"
	"github.com/callbacklens/callbacklens/parser/internal/scribe"
)

// plistBegins knows a property list of Apple in XML, with or without what stands before its
// root.
func plistBegins(t []byte, i int) bool {
	ahead := t[i:min(len(t), i+2*scribe.LookAhead)]
	if bytes.HasPrefix(ahead, []byte("<?xml")) || bytes.HasPrefix(ahead, []byte("<!DOCTYPE plist")) {
		n := bytes.Index(ahead, []byte("<plist"))
		return n > 0 && bytes.Index(ahead[:n], []byte("<!DOCTYPE plist"))+bytes.IndexByte(ahead[:n], '\n') > 0
	}
	return bytes.HasPrefix(ahead, []byte("<plist>")) || bytes.HasPrefix(ahead, []byte("<plist "))
}

// plist reads the value in the root.
func (w *tree) plist() {
	n := bytes.Index(w.Text[w.I:], []byte("<plist"))
	w.I += n
	if _, empty := w.tag("plist"); empty || !w.Alive() {
		w.Broken = true
		return
	}
	w.property(nil)
	w.skip()
	if !w.Has("</plist>") {
		w.Broken = true
		return
	}
	w.I += len("</plist>")
	w.end = w.I
}

// skip passes over blanks and comments.
func (w *tree) skip() {
	for w.I = scribe.Blanks(w.Text, w.I); w.Has("<!--"); w.I = scribe.Blanks(w.Text, w.I) {
		n := bytes.Index(w.Text[w.I:], []byte("-->"))
		if n < 0 {
			w.Broken = true
			return
		}
		w.I += n + len("-->")
	}
}

// tag passes over the start tag at w.I, and returns its name and whether the element is
// empty. What has another name than that which is wanted breaks the list; "" is any.
func (w *tree) tag(wanted string) (name string, empty bool) {
	if !w.At('<') {
		w.Broken = true
		return "", true
	}
	name = string(outset.NameAt(w.Text, w.I+1))
	n := bytes.IndexByte(w.Text[w.I:min(len(w.Text), w.I+scribe.LookAhead)], '>')
	if n < 2 || name == "" || wanted != "" && name != wanted {
		w.Broken = true
		return name, true
	}
	w.I += n + 1
	return name, w.Text[w.I-2] == '/'
}

// property reads the value at w.I of that name, nil for the root.
func (w *tree) property(name []byte) {
	w.skip()
	start := w.I
	kind, empty := w.tag("")
	switch {
	case w.Broken:
	case kind == "dict":
		if name != nil {
			w.open(name, start)
		}
		for !empty && w.another("dict") {
			w.tag("key")
			key := w.content("key")
			w.property(key)
		}
		w.end = w.I
		if name != nil {
			w.close(name)
		}
	case kind == "array":
		if name == nil {
			name = []byte(response)
		}
		for !empty && w.another("array") {
			w.property(name)
		}
	case name == nil:
		w.Broken = true
	case kind == "true" || kind == "false":
		w.open(name, start)
		w.values++
		w.Out.Put(kind, start, w.I)
		w.close(name)
	case kind == "string" || kind == "integer" || kind == "real" || kind == "date" || kind == "data":
		w.open(name, start)
		w.values++
		if from := w.I; !empty {
			own := w.content(kind)
			w.Out.Copy(w.Text, from, from+len(own))
		}
		w.close(name)
	default:
		w.Broken = true
	}
}

// another reports whether another item follows, and passes over the end tag where none does.
func (w *tree) another(kind string) bool {
	w.skip()
	if !w.Alive() {
		return false
	}
	if end := "</" + kind + ">"; w.Has(end) {
		w.I += len(end)
		return false
	}
	return true
}

// content returns what stands up to the end tag of that name, and passes over both.
func (w *tree) content(kind string) []byte {
	end := []byte("</" + kind + ">")
	for from := w.I; w.Alive(); {
		n := bytes.Index(w.Text[w.I:min(len(w.Text), w.I+scribe.PulseEvery)], end)
		if n < 0 {
			w.I = max(w.I+1, min(len(w.Text), w.I+scribe.PulseEvery)-len(end))
			continue
		}
		own := w.Text[from : w.I+n]
		w.I += n + len(end)
		return own
	}
	return nil
}

// linesBegin knows what xml2 writes: /Response/JobsDetail/JobId=a.
func linesBegin(t []byte, i int) bool {
	steps, _ := pathOfLine(t, i)
	count := bytes.Count(steps, []byte("/"))
	return lineBegins(t, i) && count > 1 && rootName(steps[1:stepEnd(steps, 1)]) != notRoot
}

// pathOfLine returns the path at i, and where it ends; nil where the line has none.
func pathOfLine(t []byte, i int) (steps []byte, end int) {
	const longest = 4 * scribe.LookAhead
	end = i
	for end < len(t) && end-i < longest &&
		(t[end] == '/' || outset.IsNameByte(t[end]) || t[end] == '@' && end > i && t[end-1] == '/') {
		end++
	}
	if end == i || t[i] != '/' || end < len(t) && t[end] != '=' && t[end] != '\n' && t[end] != '\r' {
		return nil, i
	}
	return t[i:end], end
}

// stepEnd returns where the step at i of a path ends.
func stepEnd(path []byte, i int) int {
	if n := bytes.IndexByte(path[i:], '/'); n >= 0 {
		return i + n
	}
	return len(path)
}

// lines reads lines with a path each. One that has the path of the line before goes on with
// its value; one without a value begins another element. An attribute, whose name has a @
// before it, is written as an element.
func (w *tree) lines() {
	var open []byte // the path of what is open
	root, _ := pathOfLine(w.Text, w.I)
	root = root[:stepEnd(root, 1)]
	valued := false // what is open has a value
	for w.more() {
		path, end := pathOfLine(w.Text, w.I)
		if path == nil || !bytes.HasPrefix(path, root) || len(path) > len(root) && path[len(root)] != '/' {
			break
		}
		stop := end
		for stop < len(w.Text) && w.Text[stop] != '\n' {
			stop++
		}
		own := end < stop && w.Text[end] == '='
		if again := bytes.Equal(path, open); again && own && valued {
			w.Out.Put("\n", w.end, end)
		} else if !again || !own {
			w.shut(&open, path, own)
			w.openAll(&open, path)
		}
		if valued = own; own {
			w.values++
			w.value(end+1, stop-chars.One(stop > end+1 && w.Text[stop-1] == '\r'))
		}
		w.I, w.end = min(stop+1, len(w.Text)), stop
	}
	w.I = w.end
	w.shut(&open, nil, true)
}

// shut closes elements up to those that path is in, and path itself where it begins again.
func (w *tree) shut(open *[]byte, path []byte, keep bool) {
	for len(*open) > 0 {
		same := bytes.HasPrefix(path, *open) && (len(path) == len(*open) && keep || len(path) > len(*open) && path[len(*open)] == '/')
		if same {
			return
		}
		cut := bytes.LastIndexByte(*open, '/')
		w.Out.Put("</"+string(bytes.TrimPrefix((*open)[cut+1:], []byte("@")))+">", w.end, w.end)
		w.Depth--
		*open = (*open)[:cut]
	}
}

// openAll opens what path has and is not open.
func (w *tree) openAll(open *[]byte, path []byte) {
	for len(*open) < len(path) && !w.Broken {
		from := len(*open) + 1
		to := stepEnd(path, from)
		attribute := chars.One(bytes.HasPrefix(path[from:to], []byte("@")))
		w.open(path[from+attribute:to], w.I+from+attribute)
		*open = path[:to]
	}
}
