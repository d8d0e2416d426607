package app

import (
	"runtime"
	"testing"
	"weak"

	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// Nothing holds on to a body that another one has taken the place of, or that
// was put away, whatever was chosen in it.
func TestABodyThatIsGoneIsLetGo(t *testing.T) {
	for name, leave := range map[string]func(*Session){
		"another body": func(s *Session) { s.show(resultOf(t, "failed", lang.EN).Report) },
		"put away":     func(s *Session) { s.Clear(false) },
	} {
		s := resultOf(t, "xml", lang.EN)
		body := lookedAt(s)
		leave(s)
		runtime.GC()
		if body.Value() != nil {
			t.Errorf("%s: the one before is still held", name)
		}
		runtime.KeepAlive(s)
	}
}

// lookedAt does to a body what a reader does, with each view mounted once.
func lookedAt(s *Session) weak.Pointer[parser.Document] {
	s.SelectToken(1)
	s.ShowSource(s.Place)
	k := s.keeps()
	k.tree = newTree(s.Report.Documents, nil)
	return weak.Make(s.Place.Document())
}
