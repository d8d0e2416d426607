//go:build !js

package site

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path"
	"slices"
	"strconv"
)

// cutDeclarations takes functions, and methods of types and interfaces, out of
// a Go file by their names, and then the imports that are no longer needed. It
// notes in found which ones there were.
func cutDeclarations(code []byte, names []string, found map[string]bool) ([]byte, error) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "", code, parser.ParseComments)
	if err != nil {
		return nil, err
	}
	var cuts []span
	cut := func(name string, doc *ast.CommentGroup, n ast.Node) {
		if !slices.Contains(names, name) {
			return
		}
		found[name] = true
		from := n.Pos()
		if doc != nil {
			from = doc.Pos()
		}
		cuts = append(cuts, span{fset.Position(from).Offset, fset.Position(n.End()).Offset})
	}
	for n := range ast.Preorder(file) {
		switch n := n.(type) {
		case *ast.FuncDecl:
			cut(n.Name.Name, n.Doc, n)
		case *ast.InterfaceType:
			for _, method := range n.Methods.List {
				if len(method.Names) == 1 {
					cut(method.Names[0].Name, method.Doc, method)
				}
			}
		}
	}
	if cuts == nil {
		return code, nil
	}
	return dropImports(without(code, cuts))
}

// span is a piece of a file.
type span struct{ from, to int }

// without returns code without some of its pieces, which follow each other.
func without(code []byte, cuts []span) []byte {
	var rest []byte
	at := 0
	for _, c := range cuts {
		rest = append(rest, code[at:c.from]...)
		at = c.to
	}
	return append(rest, code[at:]...)
}

// dropImports takes out the imports that a file does not refer to.
func dropImports(code []byte) ([]byte, error) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "", code, parser.SkipObjectResolution)
	if err != nil {
		return nil, fmt.Errorf("after cutting: %w", err)
	}
	used := map[string]bool{}
	for n := range ast.Preorder(file) {
		if s, ok := n.(*ast.SelectorExpr); ok {
			if of, ok := s.X.(*ast.Ident); ok {
				used[of.Name] = true
			}
		}
	}
	var cuts []span
	for _, spec := range file.Imports {
		address, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			return nil, err
		}
		if spec.Name == nil && !used[path.Base(address)] {
			cuts = append(cuts, span{fset.Position(spec.Pos()).Offset, fset.Position(spec.End()).Offset})
		}
	}
	return bytes.Clone(without(code, cuts)), nil
}
