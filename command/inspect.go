//go:build !js

package command

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"syscall"

	"golang.org/x/text/encoding/htmlindex"

	"github.com/callbacklens/callbacklens/internal/visible"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/export"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// inspect reads bodies and prints what is in them.
func inspect(args []string, std Streams) int {
	flags := flag.NewFlagSet("inspect", flag.ContinueOnError)
	flags.SetOutput(io.Discard) // what it says of a flag repeats it as it is
	format := flags.String("format", "text", listed(formatNames(), "or"))
	secrets := flags.Bool("secrets", false, "print tokens, signatures, passwords and the like, which are hidden")
	output := flags.String("o", "", "file to write to, which then replaces what is there; - for standard output")
	language := flags.String("lang", localeLang(), "zh or en")
	streamed := flags.Bool("stream", false, "read input of any size and print one line of JSON for each callback as it comes")
	record := flags.String("record", "32MB", "with -stream, how large a record may be")
	if err := flags.Parse(args); err != nil {
		return flagFailure(flags, err, std)
	}
	as, ok := export.Find(*format)
	if !ok {
		return fail(std, "inspect", fmt.Errorf("no format %q; there are %s", *format, listed(formatNames(), "and")))
	}
	if *language != "zh" && *language != "en" {
		return fail(std, "inspect", fmt.Errorf("no language %q; there are zh and en", *language))
	}
	names := flags.Args()
	if len(names) == 0 {
		names = []string{"-"}
	}
	if err := readOnce(names); err != nil {
		return fail(std, "inspect", err)
	}
	opt := parser.Options{Charset: decodeCharset, Redact: !*secrets, Limits: parser.DefaultLimits}
	return writing(*output, names, std, func(std Streams) int {
		if *streamed {
			return inspectStream(flags, *record, names, lang.Parse(*language), opt, std)
		}
		return inspectWhole(as, lang.Parse(*language), names, opt, std)
	})
}

// inspectWhole reads every input to its end and prints what is in them.
func inspectWhole(as export.Format, l lang.Lang, names []string, opt parser.Options, std Streams) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	reports, failed := inspectAll(ctx, names, std, opt)
	interrupted := ctx.Err() != nil
	stop() // from here on an interrupt ends the program
	if interrupted {
		fail(std, "inspect", errors.New("interrupted"))
		return exitInterrupted
	}
	if as.Color != nil && colored(std.Out) {
		as.Print = as.Color
	}
	return printed(as, l, reports, failed, std)
}

// colored reports whether what is printed may be in colour: on a terminal that is
// not dumb, unless NO_COLOR is set, see no-color.org; CLICOLOR_FORCE asks for it
// elsewhere too.
func colored(out io.Writer) bool {
	force := os.Getenv("CLICOLOR_FORCE")
	switch {
	case os.Getenv("NO_COLOR") != "":
		return false
	case force != "" && force != "0":
		return true
	case os.Getenv("TERM") == "dumb", runtime.GOOS == "windows" && os.Getenv("WT_SESSION") == "":
		return false // older consoles of Windows print the codes
	}
	file, ok := out.(*os.File)
	if !ok {
		return false
	}
	info, err := file.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// formatNames returns what the formats are called.
func formatNames() (names []string) {
	for _, f := range export.Formats() {
		names = append(names, f.Name)
	}
	return names
}

// listed joins words to a list of a sentence.
func listed(words []string, last string) string {
	n := len(words) - 1
	return strings.Join(words[:n], ", ") + " " + last + " " + words[n]
}

// flagFailure says what is wrong with the flags, or which there are.
func flagFailure(flags *flag.FlagSet, err error, std Streams) int {
	code := exitOK
	if !errors.Is(err, flag.ErrHelp) {
		code = fail(std, flags.Name(), errors.New(visible.Text(err.Error())))
	}
	flags.SetOutput(std.Err)
	flags.PrintDefaults()
	return code
}

// readOnce refuses to read standard input twice.
func readOnce(names []string) error {
	seen := false
	for _, name := range names {
		if name == "-" && seen {
			return errors.New("standard input can be read once; - is there twice")
		}
		seen = seen || name == "-"
	}
	return nil
}

// inspectAll reads every file that it can; failed tells that it could not read
// some.
func inspectAll(ctx context.Context, names []string, std Streams, opt parser.Options) (reports []*parser.Report, failed bool) {
	bytes := 0
	for _, name := range names {
		body, err := readBody(ctx, name, std.In, int64(opt.Limits.Input))
		if ctx.Err() != nil {
			return reports, true
		}
		if err != nil {
			fail(std, "inspect", err)
			failed = true
			continue
		}
		if opt.Name = name; name == "-" {
			opt.Name = ""
		}
		bytes += len(body)
		boundMemory(bytes)
		reports = append(reports, parser.Inspect(ctx, body, opt))
	}
	return reports, failed
}

// boundMemory collects garbage sooner where more than four times the bodies and
// 64 MB would be in use, unless the environment says how much may be.
func boundMemory(bodies int) {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(4*int64(bodies) + 64<<20)
	}
}

// readBody reads a file, or in for "-", up to one byte more than limit: so much
// tells Inspect that there is too much. What blocks, as a pipe does that nobody
// writes to, is left behind when ctx ends.
func readBody(ctx context.Context, name string, in io.Reader, limit int64) ([]byte, error) {
	type result struct {
		body []byte
		err  error
	}
	done := make(chan result, 1)
	go func() {
		body, err := readFile(name, in, limit)
		done <- result{body, err}
	}()
	select {
	case r := <-done:
		return r.body, r.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func readFile(name string, in io.Reader, limit int64) ([]byte, error) {
	if name == "-" {
		body, err := readUpTo(in, 0, limit)
		if err != nil {
			return nil, fmt.Errorf("standard input: %w", cause(err))
		}
		return body, nil
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", visible.Text(name), cause(err))
	}
	defer func() { _ = f.Close() }() // it was only read
	size := int64(0)
	if info, err := f.Stat(); err == nil {
		size = info.Size()
	}
	body, err := readUpTo(f, size, limit)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", visible.Text(name), cause(err))
	}
	return body, nil
}

// readUpTo reads limit bytes of in and one more at the most; size is how many
// there seem to be.
func readUpTo(in io.Reader, size, limit int64) ([]byte, error) {
	var body bytes.Buffer
	body.Grow(int(min(size, limit+1)) + bytes.MinRead)
	_, err := body.ReadFrom(io.LimitReader(in, limit+1))
	return body.Bytes(), err
}

// cause is err without the name that it gives to the file.
func cause(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}

// printed prints the reports and returns the exit code. That nobody reads what
// is printed, as behind head or grep -q, changes nothing in what was found.
func printed(as export.Format, l lang.Lang, reports []*parser.Report, failed bool, std Streams) int {
	signal.Ignore(syscall.SIGPIPE) // writing fails instead
	if len(reports) > 0 {
		err := as.Print(std.Out, l, reports...)
		if err != nil && !errors.Is(err, syscall.EPIPE) && !errors.Is(err, io.ErrClosedPipe) {
			return fail(std, "inspect", fmt.Errorf("%s: %w", std.outName(), cause(err)))
		}
		sayHidden(std, l, reports)
		sayGuarded(std, l, as, reports)
		sayStream(std, l, reports)
		if as.Name == "text" && err == nil {
			sayMore(std, l, reports)
		}
	}
	if failed {
		return exitUsage
	}
	return verdict(reports)
}

// sayHidden tells how many secrets are not printed.
func sayHidden(std Streams, l lang.Lang, reports []*parser.Report) {
	n := 0
	for _, r := range reports {
		n += r.Hidden
	}
	if n == 0 {
		return
	}
	fmt.Fprintln(std.Err, "callbacklens inspect:", lang.Text{
		ZH: "已隐藏 {0} 处敏感信息，加 -secrets 显示",
		EN: "secrets hidden: {0}; -secrets shows them",
	}.With(strconv.Itoa(n)).In(l))
}

// sayGuarded tells in how many cells of a table a formula was kept from being one.
func sayGuarded(std Streams, l lang.Lang, as export.Format, reports []*parser.Report) {
	n := as.Guarded(reports...)
	said := export.GuardedCells.With(strconv.Itoa(n))
	if n == 1 {
		said = export.GuardedCell
	}
	if n > 0 {
		fmt.Fprintln(std.Err, "callbacklens inspect:", said.In(l))
	}
}

// sayStream tells what reads an input to its end that has too many bodies, or too much.
func sayStream(std Streams, l lang.Lang, reports []*parser.Report) {
	for _, r := range reports {
		for i := range r.Diagnostics {
			if code := r.Diagnostics[i].Code; code == "too-many-bodies" || code == "input-too-large" {
				fmt.Fprintln(std.Err, "callbacklens inspect:", lang.Text{
					ZH: "只解析了一部分；inspect -stream 可解析任意大小的日志",
					EN: "not all was read; inspect -stream reads logs of any size to their end",
				}.In(l))
				return
			}
		}
	}
}

// sayMore tells how to read what remarks rest on, by the first one that there is.
func sayMore(std Streams, l lang.Lang, reports []*parser.Report) {
	for _, r := range reports {
		if len(r.Diagnostics) > 0 {
			fmt.Fprintln(std.Err, "callbacklens inspect:", lang.Text{
				ZH: "callbacklens explain {0} 说明提示的依据与处理建议",
				EN: "callbacklens explain {0} tells what a remark rests on and what to do",
			}.With(r.Diagnostics[0].Code).In(l))
			return
		}
	}
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
