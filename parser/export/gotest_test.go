//go:build !js

package export

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strconv"

	lens "github.com/callbacklens/callbacklens/parser"
)

func init() { checks["gotest"] = checkGoTest }

// checkGoTest reads the file with the parser of Go and joins its strings.
func checkGoTest(r *lens.Report) error {
	text := export("gotest", r)
	file, err := parser.ParseFile(token.NewFileSet(), "received_test.go", text, 0)
	if err != nil {
		return err
	}
	var got []string
	ast.Inspect(file, func(n ast.Node) bool {
		if kv, ok := n.(*ast.KeyValueExpr); ok {
			if key, ok := kv.Key.(*ast.Ident); ok && key.Name == "body" {
				got = append(got, literal(kv.Value))
			}
		}
		return true
	})
	if err := hides(text); err != nil {
		return err
	}
	return differ(got, replayed(r))
}

func literal(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.BinaryExpr:
		return literal(e.X) + literal(e.Y)
	case *ast.BasicLit:
		if s, err := strconv.Unquote(e.Value); err == nil {
			return s
		}
	}
	return "no literal"
}
