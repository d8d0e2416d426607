//go:build !js

package command

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"golang.org/x/text/encoding/htmlindex"

	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/export"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// inspect reads bodies and prints what is in them.
func inspect(args []string, std Streams) int {
	flags := flag.NewFlagSet("inspect", flag.ContinueOnError)
	flags.SetOutput(std.Err)
	format := flags.String("format", "text", "text, json, csv, tsv, md or xml")
	language := flags.String("lang", localeLang(), "zh or en")
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return exitOK
		}
		return exitUsage
	}
	print := export.Format(*format)
	if print == nil {
		return fail(std, "inspect", fmt.Errorf("no format %q; there are text, json, csv, tsv, md and xml", *format))
	}
	if *language != "zh" && *language != "en" {
		return fail(std, "inspect", fmt.Errorf("no language %q; there are zh and en", *language))
	}
	names := flags.Args()
	if len(names) == 0 {
		names = []string{"-"}
	}
	reports, failed := inspectAll(names, std)
	if len(reports) > 0 {
		if err := print(std.Out, lang.Parse(*language), reports...); err != nil {
			return fail(std, "inspect", err)
		}
	}
	if failed {
		return exitUsage
	}
	return verdict(reports)
}

// inspectAll reads every file that it can; failed tells that it could not read
// some.
func inspectAll(names []string, std Streams) (reports []*parser.Report, failed bool) {
	for _, name := range names {
		body, err := readFile(name, std.In)
		if err != nil {
			fail(std, "inspect", err)
			failed = true
			continue
		}
		opt := parser.Options{Name: name, Charset: decodeCharset}
		if name == "-" {
			opt.Name = ""
		}
		reports = append(reports, parser.Inspect(context.Background(), body, opt))
	}
	return reports, failed
}

func readFile(name string, in io.Reader) ([]byte, error) {
	if name != "-" {
		return os.ReadFile(name)
	}
	body, err := io.ReadAll(in)
	if err != nil {
		return nil, fmt.Errorf("reading standard input: %w", err)
	}
	return body, nil
}

// verdict is the exit code for what was found.
func verdict(reports []*parser.Report) int {
	for _, r := range reports {
		for i := range r.Diagnostics {
			if r.Diagnostics[i].Severity == parser.Error {
				return exitFound
			}
		}
	}
	return exitOK
}

// decodeCharset converts text by the names that the web gives to charsets.
func decodeCharset(name string, text []byte) ([]byte, error) {
	enc, err := htmlindex.Get(name)
	if err != nil {
		return nil, fmt.Errorf("charset %q: %w", name, err)
	}
	return enc.NewDecoder().Bytes(text)
}

// localeLang is the language of the user's locale.
func localeLang() string {
	for _, name := range [...]string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := os.Getenv(name); v != "" {
			return lang.Parse(v).String()
		}
	}
	return lang.EN.String()
}
