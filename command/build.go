//go:build !js

package command

import (
	"errors"
	"flag"
	"fmt"
	"strings"

	"github.com/callbacklens/callbacklens/site"
	"github.com/callbacklens/callbacklens/site/folder"
)

// build makes the static site.
func build(args []string, std Streams) int {
	flags := flag.NewFlagSet("callbacklens build", flag.ContinueOnError)
	flags.SetOutput(std.Err)
	out := flags.String("out", "dist", "folder to write the site to")
	prefix := flags.String("prefix", "", "path that the site will stand below, such as /viewer")
	address := flags.String("url", "", "whole address that the site will stand at, such as https://tools.example/viewer,\n"+
		"for search engines and chats; with it -prefix may be left out")
	parents := flags.String("parents", "", "origins whose pages may embed the viewer, with commas between, and self")
	docs := flags.String("docs", "", "folder of documentation to be made with the site")
	wasm := flags.String("wasm", "", "compiled program; without it the one beside this command, or the go command compiles one")
	beside := flags.Bool("beside", false, "begin in a folder that holds other files; they stay")
	plain := flags.Bool("plain", false, "compile with the modules as they are, a third larger")
	quick := flags.Bool("quick", false, "pack in an instant, a twentieth larger")
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		return exitOK
	} else if err != nil {
		return exitUsage
	}
	if flags.NArg() > 0 {
		return fail(std, "build", fmt.Errorf("unexpected argument %q", flags.Arg(0)))
	}
	opt := site.Options{Prefix: *prefix, Address: *address, Parents: origins(*parents), Quick: *quick}
	done, err := documented(&opt, *docs)
	if err != nil {
		return fail(std, "build", err)
	}
	defer done()
	s, err := buildSite(*wasm, *plain, opt)
	if err != nil {
		return fail(std, "build", err)
	}
	result, err := folder.Write(*out, s.Ordered(), folder.Options{Beside: *beside})
	if errors.Is(err, folder.ErrOthers) {
		err = fmt.Errorf("%w; name an empty folder, or write beside them with -beside", err)
	}
	if err != nil {
		return fail(std, "build", err)
	}
	fmt.Fprintf(std.Out, "%s: version %s, %d files\n", *out, s.Version, len(s.Files))
	sayKept(std, *out, result)
	return exitOK
}

// origins splits a list with commas.
func origins(list string) []string {
	return strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == ' ' })
}

// sayKept names what was left alone.
func sayKept(std Streams, dir string, result folder.Result) {
	for _, name := range result.Kept {
		fmt.Fprintf(std.Out, "%s: not deleted, as it was changed: %s\n", dir, name)
	}
	for _, name := range result.Yielded {
		fmt.Fprintf(std.Out, "%s: not written, as there is another: %s\n", dir, name)
	}
}

// clean deletes what build wrote.
func clean(args []string, std Streams) int {
	flags := flag.NewFlagSet("callbacklens clean", flag.ContinueOnError)
	flags.SetOutput(std.Err)
	dir := flags.String("dir", "dist", "folder of the built site")
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		return exitOK
	} else if err != nil {
		return exitUsage
	}
	if flags.NArg() > 0 {
		return fail(std, "clean", fmt.Errorf("unexpected argument %q", flags.Arg(0)))
	}
	result, err := folder.Clear(*dir)
	if err != nil {
		return fail(std, "clean", err)
	}
	sayKept(std, *dir, result)
	return exitOK
}

// notices prints the licences of what the page is made of.
func notices(args []string, std Streams) int {
	flags := flag.NewFlagSet("callbacklens notices", flag.ContinueOnError)
	flags.SetOutput(std.Err)
	all := flags.Bool("all", false, "also of what the command line is made of")
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		return exitOK
	} else if err != nil {
		return exitUsage
	}
	if flags.NArg() > 0 {
		return fail(std, "notices", fmt.Errorf("unexpected argument %q", flags.Arg(0)))
	}
	read := site.Notices
	if *all {
		read = site.AllNotices
	}
	text, err := read()
	if err != nil {
		return fail(std, "notices", err)
	}
	if _, err := std.Out.Write(text); err != nil {
		return fail(std, "notices", err)
	}
	return exitOK
}

func buildSite(wasm string, plain bool, opt site.Options) (_ *site.Site, err error) {
	if err := opt.Settle(); err != nil {
		return nil, err
	}
	if opt.Docs != nil { // its author need not wait for the program to hear what is wrong
		if err := site.CheckDocs(opt); err != nil {
			return nil, err
		}
	}
	if wasm == "" && !plain {
		wasm = programBeside()
	}
	switch {
	case wasm != "":
		opt.Program, err = site.ReadProgram(wasm)
	case plain:
		opt.Program, err = site.CompilePlain()
	default:
		opt.Program, err = site.Compile()
	}
	if err != nil {
		return nil, err
	}
	return site.Build(opt)
}
