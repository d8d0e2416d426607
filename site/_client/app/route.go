package app

// routes leads from paths to what makes their pages. There are no patterns, so
// that regular expressions stay out of the program.
var routes = router{}

type router map[string]func() Composer

// RouteFunc makes newComponent the maker of the page at path.
func RouteFunc(path string, newComponent func() Composer) { routes[path] = newComponent }

func (r router) createComponent(path string) (Composer, bool) {
	newComponent, ok := r[path]
	if !ok {
		return nil, false
	}
	return newComponent(), true
}
