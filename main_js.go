//go:build js

package main

import "github.com/callbacklens/callbacklens/app"

func main() { app.Run() }
