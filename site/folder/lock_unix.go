//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package folder

import (
	"errors"
	"os"
	"syscall"
	"time"
)

// patience is how long a call waits for another process to be done.
const patience = time.Minute

// lock keeps other processes of this program out of a folder. The system lifts
// it when the process ends, in whatever way. File systems that know no locks
// have none.
func lock(root *os.Root) (unlock func() error, err error) {
	f, err := root.Open(".")
	if err != nil {
		return nil, err
	}
	for deadline := time.Now().Add(patience); ; time.Sleep(20 * time.Millisecond) {
		err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
		if !errors.Is(err, syscall.EWOULDBLOCK) {
			return f.Close, nil
		}
		if time.Now().After(deadline) {
			f.Close()
			return nil, errors.New("another build is writing there")
		}
	}
}
