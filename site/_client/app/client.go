package app

import "strings"

// isRemoteLocation reports whether an address is of another host.
func isRemoteLocation(address string) bool {
	return strings.HasPrefix(address, "https://") || strings.HasPrefix(address, "http://")
}

// isStaticResourcePath reports whether a path is of the folder that a server
// of go-app's own would serve.
func isStaticResourcePath(path string) bool {
	return strings.HasPrefix(strings.TrimPrefix(path, "/"), "web/")
}

// internalURLChecker returns a function that knows of no other host as ours.
func internalURLChecker() func(string) bool {
	return func(string) bool { return false }
}
