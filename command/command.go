//go:build !js

// Package command is Callback Lens on the command line.
package command

import (
	"fmt"
	"io"
)

// Streams are what a command reads from and writes to.
type Streams struct {
	In       io.Reader
	Out, Err io.Writer
}

// The codes that a command ends with. For inspect, exitFound says that a
// diagnostic is an error.
const (
	exitOK    = 0
	exitFound = 1
	exitUsage = 2 // wrong use, or a file that cannot be read or written
)

const usage = `Callback Lens 回调透镜 reads callbacks of Tencent Cloud 数据万象 (CI).

  callbacklens inspect [-format text|json|csv|tsv|md|xml] [-lang zh|en] [FILE...]
        read callback bodies, from standard input without a file
  callbacklens build [-out DIR] [-prefix PATH] [-beside] [-plain] [-wasm FILE]
        make the static site
  callbacklens clean [-dir DIR]
        delete a static site, and nothing else in its folder
  callbacklens serve [-addr HOST:PORT] [-dir DIR] [-prefix PATH] [PORT]
        serve a built site on this machine

Exit status: 0 read, 1 an error was found in a body, 2 wrong use or a file
that cannot be read.
`

// Main runs the command that args begin with and returns its exit code.
func Main(args []string, std Streams) int {
	if len(args) == 0 {
		fmt.Fprint(std.Err, usage)
		return exitUsage
	}
	switch name, rest := args[0], args[1:]; name {
	case "inspect":
		return inspect(rest, std)
	case "build":
		return build(rest, std)
	case "clean":
		return clean(rest, std)
	case "serve":
		return serve(rest, std)
	case "help", "-h", "-help", "--help":
		fmt.Fprint(std.Out, usage)
		return exitOK
	default:
		fmt.Fprintf(std.Err, "callbacklens: no command %q\n\n%s", name, usage)
		return exitUsage
	}
}

// fail says what went wrong and returns the code for it.
func fail(std Streams, command string, err error) int {
	fmt.Fprintf(std.Err, "callbacklens %s: %v\n", command, err)
	return exitUsage
}
