package sheet

import (
	"io"
	"strconv"

	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/parser/reference"
)

// How much of what may be long is printed; what is left out is said.
const (
	mostTokens = 2000
	mostSource = 64 << 10 // bytes
)

// HTML writes reports as one file that needs nothing else: facts, the text coloured by
// families of words with its legend, tokens, pictures, remarks with their places, and
// the source, folded. It has no script, and a policy in it lets nothing be loaded.
func HTML(out io.Writer, l lang.Lang, reports ...*parser.Report) error {
	w := newWriter(out, l)
	w.raw("<!DOCTYPE html>\n<html lang=\"", l.Tag(), "\">\n<head>\n<meta charset=\"utf-8\">\n",
		"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n",
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
	title := lang.Text{ZH: "回调报告", EN: "Report on a callback"}.In(l)
	w.element("title", title)
	w.raw("<style>\n", sheetStyle, pictureStyle, "</style>\n</head>\n<body>\n<main>\n")
	w.element("h1", title)
	for _, r := range reports {
		w.report(r)
	}
	w.raw("</main>\n</body>\n</html>\n")
	return w.Flush()
}

func (w *writer) report(r *parser.Report) {
	if r.Source.Name != "" {
		w.element("h2", r.Source.Name)
	}
	if r.Hidden > 0 {
		w.element("p", lang.Text{ZH: "已隐藏 {0} 处敏感信息", EN: "Secrets that are hidden: {0}"}.With(strconv.Itoa(r.Hidden)).In(w.lang))
	}
	w.remarks(r)
	for i := range r.Callbacks {
		c := &r.Callbacks[i]
		w.element("h2", reference.KindName(c.Kind).In(w.lang))
		if beside := Around(r, c); len(beside) > 0 {
			w.fields(nil, beside...)
		}
		for k := range c.Jobs {
			w.job(&c.Jobs[k])
		}
		switch {
		case len(c.Jobs) > 0:
		case c.Execution != nil:
			w.fields(nil, c.Execution.Item)
		default:
			w.fields(nil, c.Root)
		}
	}
	w.source(r)
}

// head begins a table with its caption and the names of its columns.
func (w *writer) head(caption lang.Text, columns ...string) {
	w.raw("<table>\n")
	w.element("caption", caption.In(w.lang))
	w.raw("<thead><tr>")
	for _, c := range columns {
		w.element(`th scope="col"`, c)
	}
	w.raw("</tr></thead>\n<tbody>\n")
}

func (w *writer) row(first string, cells ...string) {
	w.raw("<tr>")
	w.element(`th scope="row"`, first)
	for _, c := range cells {
		w.element("td", c)
	}
	w.raw("</tr>\n")
}

func (w *writer) foot() { w.raw("</tbody>\n</table>\n") }

func (w *writer) remarks(r *parser.Report) {
	if len(r.Diagnostics) == 0 {
		return
	}
	w.head(lang.Text{ZH: "提示", EN: "Remarks"}, lang.Text{ZH: "位置", EN: "Place"}.In(w.lang),
		lang.Text{ZH: "级别", EN: "Severity"}.In(w.lang), lang.Text{ZH: "说明", EN: "Remark"}.In(w.lang), "Code")
	for i := range r.Diagnostics {
		d := &r.Diagnostics[i]
		at := d.Path
		if d.At.Known() {
			at = strconv.Itoa(d.At.Line) + ":" + strconv.Itoa(d.At.Column) + " " + at
		}
		says := d.Text.In(w.lang)
		if d.Count > 1 {
			says += " ×" + strconv.Itoa(d.Count)
		}
		w.row(at, SeverityName(d.Severity).In(w.lang), says, d.Code)
	}
	w.foot()
}

// SeverityName says a severity in words.
func SeverityName(s parser.Severity) lang.Text {
	switch s {
	case parser.Error:
		return lang.Text{ZH: "错误", EN: "error"}
	case parser.Warning:
		return lang.Text{ZH: "警告", EN: "warning"}
	}
	return lang.Text{ZH: "说明", EN: "info"}
}

func (w *writer) job(j *parser.Job) {
	outcome, by := j.Status()
	title := outcome.Name().In(w.lang)
	if by != "" && outcome == parser.OutcomeUnknown {
		title = j.State.Text
	}
	w.element("h3", title+" · "+j.ID.Text)
	w.fields(j.Tokens, j.Item)
	if j.Tokens.Len() > 0 {
		w.sentence(j.Tokens)
		w.tokens(j.Tokens)
		w.picture(j)
	}
}

// fields writes every leaf of items, but for those of the tokens.
func (w *writer) fields(tokens *parser.Tokens, items ...parser.Item) {
	w.head(lang.Text{ZH: "字段", EN: "Fields"}, lang.Text{ZH: "字段", EN: "Field"}.In(w.lang), lang.Text{ZH: "值", EN: "Value"}.In(w.lang))
	for _, it := range items {
		w.leaves(it, tokens)
	}
	w.foot()
}

func (w *writer) leaves(it parser.Item, tokens *parser.Tokens) {
	switch {
	case Notation(it):
	case tokens != nil && it == tokens.Item:
	case it.Leaf():
		w.row(it.Path(), it.Value())
	default:
		for c := range it.Children() {
			w.leaves(c, tokens)
		}
	}
}

// sentence writes the words one behind the other, each in the colour of its family,
// with gaps where the offsets have some, and the legend of the colours.
func (w *writer) sentence(t *parser.Tokens) {
	w.element("h4", lang.Text{ZH: "文本", EN: "Text"}.In(w.lang))
	w.raw(`<p class="text" lang="zh-CN">`)
	var used [len(reference.Families)]bool
	end, known := 0, false
	for i := range min(t.Len(), mostTokens) {
		at, ok := t.Offset(i)
		if length, has := t.Length(i); ok && has {
			if known && at > end {
				w.raw(" ")
			}
			end, known = at+length, true
		}
		p, _ := reference.PartOfSpeechOf(t.Pos(i))
		used[p.Family] = true
		w.raw(`<span class="f`, strconv.Itoa(int(p.Family)), `" title="`)
		w.text(t.Pos(i) + " " + reference.MeaningOf(t.Pos(i)).In(w.lang))
		w.raw(`">`)
		w.text(t.Word(i))
		w.raw("</span>")
	}
	w.raw("</p>\n<ul class=\"legend\">\n")
	for i, f := range reference.Families {
		if used[i] {
			w.element(`li class="f`+strconv.Itoa(i)+`"`, f.Name().In(w.lang))
		}
	}
	w.raw("</ul>\n")
	w.unlisted(t)
}

// unlisted says how many tokens are left out.
func (w *writer) unlisted(t *parser.Tokens) {
	if t.Len() > mostTokens {
		w.element("p", lang.Text{ZH: "仅列出前 {0} 个词，共 {1} 个", EN: "The first {0} of {1} tokens are listed"}.
			With(strconv.Itoa(mostTokens), strconv.Itoa(t.Len())).In(w.lang))
	}
}

func (w *writer) tokens(t *parser.Tokens) {
	w.head(lang.Text{ZH: "分词", EN: "Tokens"}, "#", "Word", "Pos", lang.Text{ZH: "词性", EN: "Part of speech"}.In(w.lang), "Offset", "Length")
	number := func(n int, ok bool) string {
		if !ok {
			return "–"
		}
		return strconv.Itoa(n)
	}
	for i := range min(t.Len(), mostTokens) {
		w.row(strconv.Itoa(i), t.Word(i), t.Pos(i), reference.MeaningOf(t.Pos(i)).In(w.lang), number(t.Offset(i)), number(t.Length(i)))
	}
	w.foot()
}

// picture draws the pictures of a job within the page.
func (w *writer) picture(j *parser.Job) {
	charts := chartsOf(j)
	size := strconv.Itoa(pictureWidth) + " " + strconv.Itoa(heightOf(charts))
	w.raw(`<svg viewBox="0 0 `, size, `" role="img" aria-label="`)
	w.say(lang.Text{ZH: "图表", EN: "Charts"})
	w.raw("\">\n")
	w.charts(charts, rowHeight)
	w.raw("</svg>\n")
}

// source writes what was given, folded.
func (w *writer) source(r *parser.Report) {
	w.raw("<details>\n")
	w.element("summary", lang.Text{ZH: "原始内容", EN: "Source"}.In(w.lang))
	if text := r.Source.Text; len(text) > mostSource || r.Part.Ok() {
		w.element("p", lang.Text{ZH: "原始内容共 {0} 字节，未附在报告中", EN: "The source has {0} bytes; it is not part of this report"}.
			With(strconv.Itoa(len(text))).In(w.lang))
	} else {
		w.raw("<pre>")
		for _, line := range lines(string(text)) {
			w.text(line)
			w.raw("\n")
		}
		w.raw("</pre>\n")
	}
	w.raw("</details>\n")
}
