//go:build !js

package command

import (
	"errors"
	"flag"
	"fmt"

	"github.com/callbacklens/callbacklens/kit"
	report "github.com/callbacklens/callbacklens/parser/export/schema"
)

// schema prints the JSON Schema of what inspect prints as JSON, or a schema of what is
// received.
func schema(args []string, std Streams) int {
	flags := flag.NewFlagSet("callbacklens schema", flag.ContinueOnError)
	flags.SetOutput(std.Err)
	xsd := flags.Bool("xsd", false, "the XML Schema of callbacks")
	callback := flags.Bool("callback", false, "the JSON Schema of callbacks")
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		return exitOK
	} else if err != nil {
		return exitUsage
	}
	if flags.NArg() > 0 {
		return fail(std, "schema", fmt.Errorf("unexpected argument %q", flags.Arg(0)))
	}
	if *xsd && *callback {
		return fail(std, "schema", errors.New("-xsd and -callback name two schemas"))
	}
	if *xsd || *callback {
		if _, err := std.Out.Write(kit.Schema(*xsd)); err != nil {
			return fail(std, "schema", err)
		}
		return exitOK
	}
	if err := report.Write(std.Out); err != nil {
		return fail(std, "schema", err)
	}
	return exitOK
}
