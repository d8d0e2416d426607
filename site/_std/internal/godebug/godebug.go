// Package godebug has the settings of GODEBUG, which a page has none of: each is
// as it is by default, and nobody counts what departs from that.
package godebug

// Setting is a setting that is as it is by default.
type Setting struct{ name string }

// New returns the setting of a name.
func New(name string) *Setting { return &Setting{name} }

// Name returns the setting's name.
func (s *Setting) Name() string { return s.name }

// Undocumented reports whether the setting is one of those that have no papers.
func (s *Setting) Undocumented() bool { return s.name != "" && s.name[0] == '#' }

func (s *Setting) String() string { return s.name + "=" }

// IncNonDefault counts nothing.
func (s *Setting) IncNonDefault() {}

// Value returns what the setting is: nothing.
func (s *Setting) Value() string { return "" }
