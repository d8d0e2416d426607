package app

// BrowserStorage is what a browser keeps for a site. The page keeps nothing
// there by way of go-app, so nothing can be done with one.
type BrowserStorage interface{ isLeftOut() }

func newJSStorage(string) BrowserStorage { return nil }

func newMemoryStorage() BrowserStorage { return nil }

// store would hold states. There are none, so that the browser's storage and
// its channels to other tabs are not touched.
type store struct{}

func newStore(Dispatcher) *store { return nil }

// Cleanup has nothing to forget.
func (*store) Cleanup() {}

// Close has nothing to close.
func (*store) Close() {}
