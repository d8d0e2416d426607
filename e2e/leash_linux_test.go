package e2e

import (
	"os/exec"
	"syscall"
)

// leash makes the system end a program with the tests, however those end.
func leash(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL} }
