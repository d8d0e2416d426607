//go:build !js

// Callback Lens reads the callbacks that Tencent Cloud 数据万象 (Cloud
// Infinite) posts when a job has finished. In a browser it is a page, on a
// desktop the commands inspect, build and serve.
package main

import (
	"os"

	"github.com/callbacklens/callbacklens/command"
)

func main() {
	os.Exit(command.Main(os.Args[1:], command.Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr}))
}
