// Package json stands in for encoding/json where go-app writes an error down.
package json

import "fmt"

// Marshal writes a value for people.
func Marshal(v any) ([]byte, error) {
	if m, ok := v.(interface{ MarshalJSON() ([]byte, error) }); ok {
		return m.MarshalJSON()
	}
	return fmt.Appendf(nil, "%+v", v), nil
}

// MarshalIndent is Marshal.
func MarshalIndent(v any, _, _ string) ([]byte, error) { return Marshal(v) }
