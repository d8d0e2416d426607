package sheet

import (
	"io"
	"strconv"

	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/chart"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// The measures of a picture, in its own unit, which is a pixel where nothing is scaled.
const (
	pictureWidth = 720
	labelWidth   = 240
	barWidth     = 340
	rowHeight    = 24
)

// SVG writes the pictures of every segmentation below each other, each bar with its
// number, in one file. What has no form of its own is shown by a sign.
func SVG(out io.Writer, l lang.Lang, reports ...*parser.Report) error {
	w := newWriter(out, l)
	height := rowHeight
	for _, r := range reports {
		eachJob(r, func(j *parser.Job) { height += heightOf(chartsOf(j)) + rowHeight })
	}
	w.raw(`<svg xmlns="http://www.w3.org/2000/svg" width="`, strconv.Itoa(pictureWidth), `" height="`, strconv.Itoa(height),
		`" viewBox="0 0 `, strconv.Itoa(pictureWidth), " ", strconv.Itoa(height), "\">\n<style>", pictureStyle, "</style>\n")
	y := rowHeight
	for _, r := range reports {
		eachJob(r, func(j *parser.Job) {
			if charts := chartsOf(j); len(charts) > 0 {
				w.line(8, y, "t", j.ID.Text)
				y = w.charts(charts, y+rowHeight)
			}
		})
	}
	if y == rowHeight {
		w.line(8, y-8, "t", lang.Text{ZH: "没有分词，没有图表", EN: "There are no tokens, and no pictures"}.In(l))
	}
	w.raw("</svg>\n")
	return w.Flush()
}

// eachJob calls do for each job of a report.
func eachJob(r *parser.Report, do func(*parser.Job)) {
	for i := range r.Callbacks {
		for k := range r.Callbacks[i].Jobs {
			do(&r.Callbacks[i].Jobs[k])
		}
	}
}

// chartsOf returns the pictures of a job, none where it has no tokens.
func chartsOf(j *parser.Job) (all []chart.Chart) {
	t := j.Tokens
	if t.Len() == 0 {
		return nil
	}
	counts := chart.NewCounts(t)
	counts.Add(0, t.Len())
	for _, ch := range append(chart.Shares(t), chart.Words(t, counts, j.Labels)...) {
		if len(ch.Bars) > 0 {
			all = append(all, ch)
		}
	}
	return all
}

func heightOf(charts []chart.Chart) (h int) {
	for i := range charts {
		h += (len(charts[i].Bars) + 2) * rowHeight
	}
	return h
}

// charts draws pictures from a height on, and returns where they end.
func (w *writer) charts(charts []chart.Chart, y int) int {
	for i := range charts {
		ch := &charts[i]
		w.line(8, y, "t", ch.Title.In(w.lang))
		most := 1
		for k := range ch.Bars {
			most = max(most, ch.Bars[k].N)
		}
		for k := range ch.Bars {
			y += rowHeight
			w.bar(&ch.Bars[k], y, most)
		}
		y += 2 * rowHeight
	}
	return y
}

func (w *writer) bar(b *chart.Bar, y, most int) {
	label := b.Label.In(w.lang)
	if b.Worded {
		label = b.Word
	}
	label = fitting(label)
	if len(b.Tags) == 1 && b.Tags[0] != "" {
		label += " " + b.Tags[0]
	}
	w.line(8, y, "", label)
	w.raw(`<rect class="f`, strconv.Itoa(int(b.Family)), `" x="`, strconv.Itoa(labelWidth), `" y="`, strconv.Itoa(y-rowHeight/2),
		`" width="`, strconv.Itoa(barWidth*b.N/most), "\" height=\"14\"/>\n")
	w.line(labelWidth+barWidth*b.N/most+8, y, "", strconv.Itoa(b.N))
}

// fitting returns as much of a label as there is room for beside its tag: a letter takes
// half of the room of a character of Chinese.
func fitting(label string) string {
	const columns = 27
	n, end := 0, 0
	for at, r := range label {
		if n < columns { // and the sign for what is left out
			end = at
		}
		if n++; r >= 0x1100 {
			n++
		}
		if n > columns {
			return label[:end] + "…"
		}
	}
	return label
}

// line writes a line of text.
func (w *writer) line(x, y int, class, text string) {
	tag := `text x="` + strconv.Itoa(x) + `" y="` + strconv.Itoa(y) + `"`
	if class != "" {
		tag += ` class="` + class + `"`
	}
	w.element(tag, text)
}
