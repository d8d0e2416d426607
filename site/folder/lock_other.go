//go:build !js && !darwin && !dragonfly && !freebsd && !linux && !netbsd && !openbsd

package folder

import "os"

// lock does nothing on systems without locks that end with their process: two
// builds into one folder at the same moment are up to the person there.
func lock(*os.Root) (unlock func() error, err error) {
	return func() error { return nil }, nil
}
