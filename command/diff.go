//go:build !js

package command

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strconv"
	"strings"
	"syscall"

	"github.com/callbacklens/callbacklens/internal/visible"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/compare"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// diff compares the callbacks of two files.
func diff(args []string, std Streams) int {
	flags := flag.NewFlagSet("diff", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	format := flags.String("format", "text", "text or json")
	secrets := flags.Bool("secrets", false, "print tokens, signatures, passwords and the like, which are hidden")
	language := flags.String("lang", localeLang(), "zh or en")
	if err := flags.Parse(args); err != nil {
		return flagFailure(flags, err, std)
	}
	switch {
	case *format != "text" && *format != "json":
		return fail(std, "diff", fmt.Errorf("no format %q; there are text and json", *format))
	case *language != "zh" && *language != "en":
		return fail(std, "diff", fmt.Errorf("no language %q; there are zh and en", *language))
	case flags.NArg() != 2:
		return fail(std, "diff", errors.New("two files are compared"))
	}
	if err := readOnce(flags.Args()); err != nil {
		return fail(std, "diff", err)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	var sides [2]inspected
	for i, name := range flags.Args() {
		var err error
		if sides[i], err = inspectExactly(ctx, name, std.In, *secrets); err != nil && ctx.Err() == nil {
			return fail(std, "diff", err)
		}
	}
	results := compareAll(ctx, sides)
	if ctx.Err() != nil {
		fail(std, "diff", errors.New("interrupted"))
		return exitInterrupted
	}
	return printDiff(std, *format, lang.Parse(*language), flags.Args(), results)
}

// inspected is a body with its secrets, and as it is printed.
type inspected struct {
	exact, shown *parser.Report
}

// inspectExactly reads a file that must hold a callback.
func inspectExactly(ctx context.Context, name string, in io.Reader, secrets bool) (inspected, error) {
	opt := parser.Options{Charset: decodeCharset, Redact: !secrets, Limits: parser.DefaultLimits, Name: name}
	body, err := readBody(ctx, name, in, int64(opt.Limits.Input))
	if err != nil {
		return inspected{}, err
	}
	shown := parser.Inspect(ctx, body, opt)
	if len(shown.Callbacks) == 0 {
		return inspected{}, fmt.Errorf("%s: no callback could be read", visible.Text(name))
	}
	exact := shown
	if shown.Hidden > 0 {
		opt.Redact = false
		exact = parser.Inspect(ctx, body, opt)
	}
	return inspected{exact, shown}, nil
}

// compared is a pair with what differs; nil where one side stands alone.
type compared struct {
	left, right *compare.Side
	*compare.Result
}

// compareAll compares what belongs together.
func compareAll(ctx context.Context, sides [2]inspected) (all []compared) {
	if ctx.Err() != nil {
		return nil
	}
	as := func(s *compare.Side, r *parser.Report) *compare.Side {
		if s == nil {
			return nil
		}
		return &compare.Side{Report: r, Callback: s.Callback, Job: s.Job}
	}
	for _, p := range compare.Pairs(sides[0].exact, sides[1].exact) {
		c := compared{left: as(p.Left, sides[0].shown), right: as(p.Right, sides[1].shown)}
		if p.Left != nil && p.Right != nil {
			c.Result = compare.Jobs(*p.Left, *p.Right, func() bool { return ctx.Err() == nil })
			if c.Result == nil {
				return nil
			}
			c.Result, _ = c.Shown(*c.left, *c.right, nil)
		}
		all = append(all, c)
	}
	return all
}

func printDiff(std Streams, format string, l lang.Lang, names []string, all []compared) int {
	signal.Ignore(syscall.SIGPIPE) // writing fails instead
	out := bufio.NewWriter(std.Out)
	if format == "json" {
		writeDiffJSON(out, names, all)
	} else {
		d := differ{out, l}
		for i := range all {
			d.pair(names, &all[i])
		}
	}
	if err := out.Flush(); err != nil && !errors.Is(err, syscall.EPIPE) && !errors.Is(err, io.ErrClosedPipe) {
		return fail(std, "diff", fmt.Errorf("standard output: %w", cause(err)))
	}
	for i := range all {
		if all[i].Result == nil || !all[i].Equal() {
			return exitFound
		}
	}
	return exitOK
}

// differ prints differences as text.
type differ struct {
	w io.Writer
	l lang.Lang
}

func (d differ) say(t lang.Text, args ...string) string { return t.With(args...).In(d.l) }

// diffAlone is said of a job that only one of the files has.
var diffAlone = lang.Text{ZH: "没有对应的任务", EN: "has no counterpart"}

// pair prints what differs between two jobs, each with its file, number and id.
func (d differ) pair(names []string, c *compared) {
	if c.left != nil {
		fmt.Fprintln(d.w, "-", head(names[0], c.left), d.alone(c.right))
	}
	if c.right != nil {
		fmt.Fprintln(d.w, "+", head(names[1], c.right), d.alone(c.left))
	}
	switch {
	case c.Result == nil:
	case c.Equal():
		fmt.Fprintln(d.w, " ", d.say(compare.NoDifference))
	default:
		d.fields(c.Result)
		d.tokens(c.Result)
	}
	fmt.Fprintln(d.w)
}

func (d differ) alone(other *compare.Side) string {
	if other != nil {
		return ""
	}
	return "(" + d.say(diffAlone) + ")"
}

func head(name string, s *compare.Side) string {
	parts := []string{visible.Text(name)}
	number, all := 0, 0
	for c := range s.Report.Callbacks {
		if c == s.Callback {
			number = all + s.Job + 1
		}
		all += max(len(s.Report.Callbacks[c].Jobs), 1)
	}
	if all > 1 {
		parts = append(parts, "#"+strconv.Itoa(number))
	}
	if id := s.ID(); id != "" {
		parts = append(parts, visible.Text(id))
	}
	return strings.Join(parts, " · ")
}

// counts sums up by sort.
func (d differ) counts(what lang.Text, counts [compare.Sorts]int) {
	var parts []string
	for s, n := range counts {
		if n > 0 {
			parts = append(parts, compare.Sort(s).Name().In(d.l)+" "+strconv.Itoa(n))
		}
	}
	if len(parts) > 0 {
		fmt.Fprintln(d.w, " ", d.say(what)+":", strings.Join(parts, " · "))
	}
}

func (d differ) fields(r *compare.Result) {
	d.counts(compare.FieldsTitle, r.FieldCounts)
	for i := range r.Fields {
		f := &r.Fields[i]
		path, left, right := visible.Text(f.Path), visible.Text(f.Left.Text), visible.Text(f.Right.Text)
		switch f.Sort {
		case compare.Changed:
			fmt.Fprintf(d.w, "    ~ %s: %s → %s\n", path, left, right)
		case compare.Gone:
			fmt.Fprintf(d.w, "    - %s: %s\n", path, left)
		case compare.Added:
			fmt.Fprintf(d.w, "    + %s: %s\n", path, right)
		}
	}
}

func (d differ) tokens(r *compare.Result) {
	d.counts(compare.TokensTitle, r.TokenCounts)
	if r.ByText {
		fmt.Fprintln(d.w, "   ", d.say(compare.TextsDiffer))
	}
	for i := range r.Tokens {
		c := &r.Tokens[i]
		if c.Sort == compare.Same {
			continue
		}
		left, right := r.LeftTokens(c), r.RightTokens(c)
		at := "?"
		if n, ok := r.Offset(c); ok {
			at = strconv.Itoa(n)
		}
		said := tagged(r.Left.Tokens(), left)
		switch {
		case len(left) == 0:
			said = tagged(r.Right.Tokens(), right)
		case len(right) > 0:
			said += " → " + tagged(r.Right.Tokens(), right)
		}
		fmt.Fprintf(d.w, "    %s @%s  %s\n", c.Sort.Name().In(d.l), at, said)
	}
}

// tagged writes tokens as word/tag.
func tagged(t *parser.Tokens, tokens []int32) string {
	words := make([]string, len(tokens))
	for i, k := range tokens {
		words[i] = visible.Word(t.Word(int(k))) + "/" + visible.Text(t.Pos(int(k)))
	}
	return strings.Join(words, " ")
}
