//go:build !js

package command

import (
	"cmp"
	"errors"
	"flag"
	"fmt"
	"io"
	"regexp"
	"strings"

	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/export"
	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/parser/reference"
	"github.com/callbacklens/callbacklens/parser/reference/advice"
	"github.com/callbacklens/callbacklens/parser/reference/practice"
	"github.com/callbacklens/callbacklens/parser/reference/sources"
)

// explain prints what the reference has of each name: the code of a remark, an
// error code, a field, a part of speech, a value or a kind. Without a name it lists
// the codes of remarks.
func explain(args []string, std Streams) int {
	flags := flag.NewFlagSet("explain", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	language := flags.String("lang", localeLang(), "zh or en")
	args, names := apart(args)
	if err := flags.Parse(args); err != nil {
		return flagFailure(flags, err, std)
	}
	if *language != "zh" && *language != "en" {
		return fail(std, "explain", fmt.Errorf("no language %q; there are zh and en", *language))
	}
	l, code := lang.Parse(*language), exitOK
	if names = append(names, flags.Args()...); len(names) == 0 {
		for _, r := range parser.Remarks() {
			fmt.Fprintf(std.Out, "%-22s %s: %s\n", r.Code, export.SeverityName(r.Severity).In(l), blanked(r.Text.In(l)))
		}
		return exitOK
	}
	printed := 0
	for _, name := range names {
		found := entries(name)
		if len(found) == 0 {
			code = fail(std, "explain", errors.New(nothingOn.With(name).In(l)))
		}
		for _, e := range found {
			if printed++; printed > 1 {
				fmt.Fprintln(std.Out)
			}
			e.print(std.Out, l)
		}
	}
	return code
}

// apart parts error codes that look like flags, as -65007 does, from other arguments.
func apart(args []string) (others, codes []string) {
	for _, arg := range args {
		if len(arg) > 1 && arg[0] == '-' && '0' <= arg[1] && arg[1] <= '9' {
			codes = append(codes, arg)
		} else {
			others = append(others, arg)
		}
	}
	return others, codes
}

var nothingOn = lang.Text{
	ZH: "参考中没有 {0}；不带名称运行 callbacklens explain 可列出全部提示码",
	EN: "the reference has nothing on {0}; callbacklens explain without a name lists the codes of remarks",
}

// entry is what the reference says of one thing.
type entry struct {
	name, anchor string
	what         lang.Text
	lines        []line
}

// line is a labelled text of an entry.
type line struct{ label, text lang.Text }

// The labels of lines.
var (
	labelSays   = lang.Text{ZH: "内容", EN: "Says"}
	labelBasis  = lang.Text{ZH: "依据", EN: "Rests on"}
	labelSample = lang.Text{ZH: "示例", EN: "Example"}
	labelDo     = lang.Text{ZH: "建议", EN: "What to do"}
	labelType   = lang.Text{ZH: "类型", EN: "Type"}
	labelParent = lang.Text{ZH: "父节点", EN: "Parent"}
	labelNote   = lang.Text{ZH: "说明", EN: "Note"}
	labelHTTP   = lang.Text{ZH: "HTTP 状态码", EN: "HTTP status"}
	labelTable  = lang.Text{ZH: "官方表", EN: "Published as"}
	labelSource = lang.Text{ZH: "来源", EN: "Source"}
	labelMore   = lang.Text{ZH: "参考", EN: "Reference"}
)

// print writes e, leaving out lines without a text.
func (e *entry) print(w io.Writer, l lang.Lang) {
	fmt.Fprintf(w, "%s · %s\n", e.name, e.what.In(l))
	more := "reference/" + l.String() + "/#" + e.anchor
	if e.anchor == "" {
		more = ""
	}
	for _, n := range append(e.lines, line{labelMore, same(more)}) {
		if text := n.text.In(l); text != "" {
			fmt.Fprint(w, "  ", n.label.In(l), lang.Text{ZH: "：", EN: ": "}.In(l), strings.ReplaceAll(text, "\n", "\n    "), "\n")
		}
	}
}

// entries returns what there is on a name, remarks first.
func entries(name string) (found []*entry) {
	for _, look := range [...]func(string) []*entry{onRemark, onCode, onFields, onTag, onValues, onKind} {
		found = append(found, look(name)...)
	}
	if len(found) == 0 {
		return onGuess(name)
	}
	return found
}

// placeholder stands for what a sentence quotes.
var placeholder = regexp.MustCompile(`\{\d\}`)

// blanked is a sentence with an ellipsis for what it quotes.
func blanked(sentence string) string { return placeholder.ReplaceAllString(sentence, "…") }

func same(s string) lang.Text { return lang.Text{ZH: s, EN: s} }

func onRemark(name string) []*entry {
	for _, r := range parser.Remarks() {
		if !strings.EqualFold(r.Code, name) {
			continue
		}
		a, _ := advice.Of(r.Code)
		example := a.Case
		if a.Example != "" {
			example = same(a.Example)
		}
		return []*entry{{r.Code, advice.Anchor(r.Code), export.SeverityName(r.Severity), []line{
			{labelSays, lang.Text{ZH: blanked(r.Text.ZH), EN: blanked(r.Text.EN)}},
			{labelBasis, a.Basis}, {labelSample, example}, {labelDo, a.Do},
		}}}
	}
	return nil
}

func onCode(name string) (found []*entry) {
	for _, t := range reference.CodeTables() {
		for _, c := range t.Codes {
			if !strings.EqualFold(c.Value, name) && !strings.EqualFold(c.Name, name) {
				continue
			}
			title := c.Value
			if c.Name != "" {
				title += " " + c.Name
			}
			found = append(found, &entry{title, "code." + c.Value, t.Title, []line{
				{labelSays, c.Text}, {labelHTTP, same(c.Status)}, {labelDo, practice.DoAbout(c.Value)},
			}})
		}
	}
	return found
}

// onFields finds fields by path, by anchor, or by name: of these there may be some.
func onFields(name string) (found []*entry) {
	at, known := reference.Lookup(name)
	for _, t := range reference.Tables() {
		for i := range t.Fields {
			f := &t.Fields[i]
			named := strings.EqualFold(f.Name, name) || strings.EqualFold(f.Anchor, name)
			if f.Path == at.Path || !known && named {
				found = append(found, onField(f))
			}
		}
	}
	return found
}

func onField(f *reference.Field) *entry {
	source := lang.Text{ZH: "官方表之外，见于示例或 SDK", EN: "in no published table; seen in samples or SDKs"}
	switch {
	case f.Published:
		s := sources.Of(f.Path)
		source = lang.Text{ZH: "{0}（{1}，副本日期 {2}）", EN: "{0} ({1}, copy of {2})"}
		source = lang.Text{
			ZH: source.With(s.What.ZH, s.Address, cmp.Or(s.Copy, "未注明")).ZH,
			EN: source.With(s.What.EN, s.Address, cmp.Or(s.Copy, "an unknown date")).EN,
		}
	case f.Elsewhere != (lang.Text{}):
		source = f.Elsewhere
	}
	return &entry{f.Path, f.Anchor, f.Description, []line{
		{labelParent, same(f.Parent)}, {labelType, f.TypeText}, {labelNote, practice.NoteOn(f.Anchor)}, {labelSource, source},
	}}
}

func onTag(name string) []*entry {
	if p, exact := reference.PartOfSpeechOf(name); exact {
		return []*entry{ofTag(p.Tag, &p)}
	}
	return nil
}

// onGuess finds what a part of speech is read as that no table has.
func onGuess(name string) []*entry {
	const longest = 6 // of tags that any set has
	p, exact := reference.PartOfSpeechOf(name)
	if exact || p.Anchor == "" || len(name) > longest {
		return nil
	}
	e := ofTag(name, &p)
	e.lines = append([]line{{labelBasis, lang.Text{
		ZH: "不在官方词性表中，按最长的已知前缀 {0} 归类", EN: "not in the published table; read by its longest known prefix, {0}",
	}.With(p.Tag)}}, e.lines...)
	return []*entry{e}
}

func ofTag(name string, p *reference.PartOfSpeech) *entry {
	what, meaning := lang.Text{ZH: "词性：{0}", EN: "part of speech: {0}"}, reference.MeaningOf(name)
	return &entry{name, p.Anchor, lang.Text{ZH: what.With(meaning.ZH).ZH, EN: what.With(meaning.EN).EN}, []line{
		{labelTable, p.Printed}, {labelNote, p.Note},
	}}
}

func onValues(name string) (found []*entry) {
	for _, s := range reference.States() {
		if strings.EqualFold(s.Value, name) {
			found = append(found, &entry{"State " + s.Value, "state." + s.Value, s.Name, []line{{labelNote, s.Note}}})
		}
	}
	for _, m := range reference.Methods() {
		if strings.EqualFold(m.Value, name) {
			found = append(found, &entry{m.Field + " " + m.Value, m.Field + "." + m.Value, m.Name, nil})
		}
	}
	return found
}

func onKind(name string) []*entry {
	for _, k := range reference.Kinds() {
		if strings.EqualFold(k.Value, name) {
			return []*entry{{k.Value, "", k.Name, nil}}
		}
	}
	return nil
}
