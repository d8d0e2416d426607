//go:build !js

package command

import (
	"errors"
	"flag"
	"fmt"

	"github.com/callbacklens/callbacklens/site"
)

// build makes the static site.
func build(args []string, std Streams) int {
	flags := flag.NewFlagSet("callbacklens build", flag.ContinueOnError)
	flags.SetOutput(std.Err)
	out := flags.String("out", "dist", "folder to write the site to")
	prefix := flags.String("prefix", "", "path that the site will stand below, such as /viewer")
	wasm := flags.String("wasm", "", "compiled program; without it the go command compiles one")
	plain := flags.Bool("plain", false, "compile with the modules as they are, a third larger")
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		return exitOK
	} else if err != nil {
		return exitUsage
	}
	if flags.NArg() > 0 {
		return fail(std, "build", fmt.Errorf("unexpected argument %q", flags.Arg(0)))
	}
	s, err := buildSite(*prefix, *wasm, *plain)
	if err != nil {
		return fail(std, "build", err)
	}
	if err := s.Write(*out); err != nil {
		return fail(std, "build", err)
	}
	fmt.Fprintf(std.Out, "%s: version %s, %d files\n", *out, s.Version, len(s.Files))
	return exitOK
}

func buildSite(prefix, wasm string, plain bool) (*site.Site, error) {
	if err := site.CheckPrefix(prefix); err != nil {
		return nil, err
	}
	var program site.Program
	var err error
	switch {
	case wasm != "":
		program, err = site.ReadProgram(wasm)
	case plain:
		program, err = site.CompilePlain()
	default:
		program, err = site.Compile()
	}
	if err != nil {
		return nil, err
	}
	return site.Build(site.Options{Prefix: prefix, Program: program})
}
