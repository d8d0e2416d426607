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
