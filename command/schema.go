//go:build !js

package command

import (
	"errors"
	"flag"
	"fmt"

	report "github.com/callbacklens/callbacklens/parser/export/schema"
)

// schema prints the JSON Schema of what inspect prints as JSON.
func schema(args []string, std Streams) int {
	flags := flag.NewFlagSet("callbacklens schema", flag.ContinueOnError)
	flags.SetOutput(std.Err)
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		return exitOK
	} else if err != nil {
		return exitUsage
	}
	if flags.NArg() > 0 {
		return fail(std, "schema", fmt.Errorf("unexpected argument %q", flags.Arg(0)))
	}
	if err := report.Write(std.Out); err != nil {
		return fail(std, "schema", err)
	}
	return exitOK
}
