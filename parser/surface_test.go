package parser_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"slices"
	"strings"
	"testing"
)

// surface is what the library offers, in the order of the alphabet: what a program
// that imports it may name. A name that is added here is there to stay.
const surface = `
Callback DefaultLimits Diagnostic Document Error Excerpt Execution Fault
Format FormatJSON FormatNone FormatXML Header Info Input Inspect IsXMLName Item
Job Kind KindArray KindAttribute KindBool KindCData KindComment KindDirective KindDocument
KindElement KindNone KindNull KindNumber KindObject KindProcInst KindString KindText
Label Layer LayerName Limits Operation Options Outcome OutcomeCancel OutcomeFailed
OutcomePause OutcomeRunning OutcomeSubmitted OutcomeSuccess OutcomeUnknown
OutcomeAbsent OutcomeEmpty OutcomeNormal OutcomePartial OutcomeRequest OutcomeSuspected OutcomeViolation
Finding Group Model Part Review Verdict
Piece Place Position Progress Remark Remarks Report Severity Source Span Spot Stage TokenSet
StageBody StageCheck StageText Task Text Time Tokens Unit UnitAny UnitBytes
UnitRunes UnitUTF16 UnitUnknown Value Warning Workflow XMLComment XMLName
`

func TestTheSurfaceOfTheLibrary(t *testing.T) {
	var names []string
	files, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if !strings.HasSuffix(f.Name(), ".go") || strings.HasSuffix(f.Name(), "_test.go") {
			continue
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), f.Name(), nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		for _, decl := range parsed.Decls {
			for _, name := range exported(decl) {
				names = append(names, name)
				if !documented(decl) {
					t.Errorf("%s has no comment", name)
				}
			}
		}
	}
	slices.Sort(names)
	want := strings.Fields(surface)
	slices.Sort(want)
	for _, name := range names {
		if !slices.Contains(want, name) {
			t.Errorf("%s is not in the list", name)
		}
	}
	for _, name := range want {
		if !slices.Contains(names, name) {
			t.Errorf("%s is gone", name)
		}
	}
}

// exported returns the exported names that a declaration makes, of methods none.
func exported(decl ast.Decl) (names []string) {
	add := func(id *ast.Ident) {
		if id.IsExported() {
			names = append(names, id.Name)
		}
	}
	switch d := decl.(type) {
	case *ast.FuncDecl:
		if d.Recv == nil {
			add(d.Name)
		}
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			switch s := spec.(type) {
			case *ast.TypeSpec:
				add(s.Name)
			case *ast.ValueSpec:
				for _, id := range s.Names {
					add(id)
				}
			}
		}
	}
	return names
}

func documented(decl ast.Decl) bool {
	switch d := decl.(type) {
	case *ast.FuncDecl:
		return d.Doc != nil
	case *ast.GenDecl:
		return d.Doc != nil
	}
	return false
}
