package decode

import (
	"bytes"
	"sync"

	"github.com/callbacklens/callbacklens/parser/callback"
	"github.com/callbacklens/callbacklens/parser/document"
	"github.com/callbacklens/callbacklens/parser/internal/chars"
	"github.com/callbacklens/callbacklens/parser/internal/flat"
	"github.com/callbacklens/callbacklens/parser/internal/recast"
)

// containers are names of what holds fields; the tables have the fields.
var containers = [...]string{
	"Response", "EventName", "JobsDetail", "Input", "Operation", "Output", "Workflow", "WorkflowExecution", "Tasks",
	"CosHeaders", "WordsGeneralize", "WordsGeneralizeResult", "WordsGeneralizeLable", "WordsGeneralizeToken", "Word",
	"Pos", "Offset", "Length", "Category", "MediaInfo", "MediaResult", "SpeechRecognition", "SpeechRecognitionResult",
	"Transcode", "Snapshot", "Key", "Value", "Error", "Request", "NextToken", "NonExistJobIds", "ResultInfo",
}

// spellings are the names that are known, by their folded forms.
var spellings = sync.OnceValue(func() map[string]string {
	all := make(map[string]string)
	spell(all, callback.JobFields)
	spell(all, callback.InputFields)
	spell(all, callback.WorkflowFields)
	spell(all, callback.OperationFields)
	spell(all, callback.LabelFields)
	spell(all, callback.ExecutionFields)
	spell(all, callback.TaskFields)
	for _, name := range containers {
		all[recast.Fold(name)] = name
	}
	return all
})

func spell[T any](all map[string]string, fields []callback.Field[T]) {
	for i := range fields {
		all[recast.Fold(fields[i].Name)] = fields[i].Name
	}
}

// Spelling returns the right form of a name that is known, by its folded form.
func Spelling(folded string) (string, bool) {
	name, ok := spellings()[folded]
	return name, ok
}

// Bent reports whether root is a callback that a converter or a mapper may have bent:
// names in another case, values in objects of their own, numbers with a fraction,
// values with blanks around them or in several pieces. Known tells that it is one as
// it stands.
func Bent(root document.Item, known bool, beat func()) bool {
	const often = 4 << 10
	f := root.Document().Flat()
	first := int(root.Ref().Node)
	for i := first; i < int(f.Nodes[first].Next); i++ {
		if i%often == often-1 {
			beat()
		}
		n := &f.Nodes[i]
		if n.Kind == flat.KindTable && known && !f.XML && fractions(f, n) {
			return true
		}
		if n.Name.Len() < 3 || n.Name.Len() > 40 {
			continue
		}
		name := f.BytesOf(n.Name)
		if !known && renamed(name) || known && (f.XML && bentXML(f, int32(i), name) || !f.XML && bentJSON(f, n, name)) {
			return true
		}
	}
	return false
}

// renamed reports whether a name is that of what only callbacks have, written in
// another way.
func renamed(name []byte) bool {
	if c := name[len(name)-1] | 0x20; c != 'l' && c != 'n' {
		return false
	}
	if string(name) == "JobsDetail" || string(name) == "WorkflowExecution" {
		return false
	}
	folded := recast.Fold(string(name))
	return folded == "jobsdetail" || folded == "workflowexecution"
}

func bentXML(f *flat.Doc, i int32, name []byte) bool {
	n := &f.Nodes[i]
	if n.Kind != flat.KindElement || n.Next <= i+1 {
		return false
	}
	if n.Next > i+2 && f.Nodes[n.Next-1].Flags&flat.FlagPartial == 0 && inPieces(f.Nodes[i+1:n.Next]) {
		return true // but for what the end of the body cut
	}
	if f.Nodes[i+1].Kind == flat.KindAttribute && attributed(f.Nodes[i+1:n.Next]) {
		_, ok := Spelling(recast.Fold(string(name)))
		return ok
	}
	switch string(name) {
	case "EventName", "JobId", "State", "Code", "Tag", "StartTime":
		text := f.BytesOf(f.Nodes[i+1].Value)
		own := bytes.TrimSpace(text)
		return len(own) > 0 && len(own) < len(text)
	case "Object":
		text := f.BytesOf(f.Nodes[i+1].Value)
		own := bytes.TrimSpace(text)
		return len(own) > 0 && (text[0] == '\n' || text[0] == '\r') && chars.IsSpace(text[len(text)-1])
	}
	return false
}

// attributed reports whether nodes are attributes, and a text behind them.
func attributed(nodes []flat.Node) bool {
	for i := range nodes {
		if k := nodes[i].Kind; k != flat.KindAttribute && (k != flat.KindText && k != flat.KindCData || i != len(nodes)-1) {
			return false
		}
	}
	return nodes[len(nodes)-1].Kind != flat.KindAttribute
}

// inPieces reports whether nodes are parts of a text, and what may stand between them.
func inPieces(nodes []flat.Node) bool {
	for i := range nodes {
		switch nodes[i].Kind {
		case flat.KindText, flat.KindCData, flat.KindComment, flat.KindProcInst:
		default:
			return false
		}
	}
	return true
}

func bentJSON(f *flat.Doc, n *flat.Node, name []byte) bool {
	switch string(name) {
	case "EventName", "JobId", "State", "Code", "Tag":
		return n.Kind == flat.KindObject
	case "Offset", "Length":
		return n.Kind == flat.KindObject || bent(f.BytesOf(n.Value))
	case "WordsGeneralizeToken":
		return n.Kind == flat.KindObject && n.Next > 0
	}
	return false
}

// bent reports whether a number is written as no service writes it.
func bent(number []byte) bool {
	return bytes.ContainsAny(number, ".eE+ ") || len(number) > 1 && number[0] == '0'
}

// fractions reports whether the offsets of a table have a fraction.
func fractions(f *flat.Doc, n *flat.Node) bool {
	t := &f.Tables[n.Value.Start]
	c := t.Find("Offset")
	return c >= 0 && bent(f.BytesOf(t.Cell(0, c)))
}
