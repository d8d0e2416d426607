//go:build !js

package command

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/callbacklens/callbacklens/kit"
)

// writeKit writes the kit for receivers into a folder: of one language its files, of all
// a folder for each.
func writeKit(args []string, std Streams) int {
	flags := flag.NewFlagSet("callbacklens kit", flag.ContinueOnError)
	flags.SetOutput(std.Err)
	language := flags.String("lang", "", strings.Join(kit.Languages, "|")+"; all without it")
	out := flags.String("o", "kit", "folder to write to")
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		return exitOK
	} else if err != nil {
		return exitUsage
	}
	var languages []string
	switch {
	case flags.NArg() > 0:
		return fail(std, "kit", fmt.Errorf("unexpected argument %q", flags.Arg(0)))
	case slices.Contains(kit.Languages, *language):
		languages = []string{*language}
	case *language != "":
		return fail(std, "kit", fmt.Errorf("no language %q; there are %s", *language, strings.Join(kit.Languages, ", ")))
	}
	for _, f := range kit.Files(languages...) {
		name := filepath.Join(*out, filepath.FromSlash(strings.TrimPrefix(f.Name, *language+"/")))
		if err := writeNew(name, f.Content); err != nil {
			return fail(std, "kit", err)
		}
		fmt.Fprintln(std.Out, name)
	}
	return exitOK
}

// writeNew writes a file with its folders. One of that name which has something else
// stays as it is: somebody may have gone on with it.
func writeNew(name string, content []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		there, err := os.ReadFile(name)
		if err == nil && !bytes.Equal(there, content) {
			err = fmt.Errorf("%s is there and says something else; it stays as it is", name)
		}
		return err
	}
	if err != nil {
		return err
	}
	if _, err = f.Write(content); err != nil {
		_ = f.Close() // the first error tells more
		return err
	}
	return f.Close()
}
