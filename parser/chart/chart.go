// Package chart makes pictures of a report: what they show, as rows with a number each.
// How a row looks is left to who draws it.
package chart

import (
	"slices"
	"strconv"
	"strings"

	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/parser/reference"
)

// Chart is one picture: bars that have one scale.
type Chart struct {
	Title lang.Text
	Bars  []Bar
	Of    int // what the bars are a share of
	More  int // how many bars were left out
}

// Bar is a row of a chart. What it counts are the tokens with one of its tags, or all if
// it has none, whose word is Word, or as long as Length says, if these are set.
type Bar struct {
	Label  lang.Text // empty where it is the word
	Family reference.Family
	N      int

	Tags   []string // parts of speech, as written
	Word   string
	Worded bool // that Word is set
	Length int  // of a word in characters; Longest is that or more
}

// The titles.
var (
	families = lang.Text{ZH: "词类", EN: "Families"}
	tags     = lang.Text{ZH: "词性", EN: "Parts of speech"}
	labelled = lang.Text{ZH: "智能分类结果在分词中的次数", EN: "Labels, and how often they are tokens"}
	common   = lang.Text{ZH: "高频词（含虚词、标点）", EN: "Frequent words, all of them"}
	content  = lang.Text{ZH: "高频实词", EN: "Frequent content words"}
	lengths  = lang.Text{ZH: "词长（字符）", EN: "Lengths of words, in characters"}
)

// names are the parts of speech of names, each a picture of its own.
var names = [...]string{"NR", "NS", "NT", "NZ"}

// Rows is how many bars a picture has at most.
const Rows = 20

// Shares returns the pictures that need no counting: of families and of tags.
func Shares(t *parser.Tokens) []Chart {
	bars := make([]Bar, 0, len(t.Tags()))
	groups := [len(reference.Families)]Bar{}
	for i, tag := range t.Tags() {
		p, _ := reference.PartOfSpeechOf(tag)
		n := t.TagCount(i)
		bars = append(bars, Bar{Label: reference.MeaningOf(tag), Family: p.Family, N: n, Tags: []string{tag}})
		g := &groups[p.Family]
		g.Label, g.Family, g.N, g.Tags = p.Family.Name(), p.Family, g.N+n, append(g.Tags, tag)
	}
	return []Chart{sorted(families, groups[:], t.Len()), sorted(tags, bars, t.Len())}
}

// sorted returns a chart of the greatest bars that belong to some tag or word.
func sorted(title lang.Text, bars []Bar, of int) Chart {
	chart := Chart{Title: title, Of: of}
	var order []int // which is sorted as other lists of numbers are: no code of its own
	for i := range bars {
		if bars[i].Worded || len(bars[i].Tags) > 0 {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return bars[b].N - bars[a].N })
	for _, i := range order[:min(len(order), Rows)] {
		chart.Bars = append(chart.Bars, bars[i])
	}
	chart.More = len(order) - len(chart.Bars)
	return chart
}

// Words returns the pictures of what was counted, those that would be empty left out.
func Words(t *parser.Tokens, c *Counts, labels []parser.Label) []Chart {
	all := []Chart{c.common(content, func(tag int) bool { return contentWord(t.Tags()[tag]) })}
	for _, name := range names {
		p, _ := reference.PartOfSpeechOf(name)
		all = append(all, c.common(p.Name, func(tag int) bool { return strings.EqualFold(t.Tags()[tag], name) }))
	}
	all = append(all, c.labels(labels), c.byLength(), c.common(common, func(int) bool { return true }))
	var charts []Chart
	for _, ch := range all {
		if len(ch.Bars) > 0 {
			charts = append(charts, ch)
		}
	}
	return charts
}

// contentWord reports whether words with a tag say something by themselves.
func contentWord(tag string) bool {
	p, _ := reference.PartOfSpeechOf(tag)
	return p.Family <= reference.FamilyAdjective || p.Family == reference.FamilyOther && p.Anchor != "" && tag != "x"
}

func (c *Counts) common(title lang.Text, want func(tag int) bool) Chart {
	chart := Chart{Title: title, Of: c.t.Len()}
	for _, w := range c.Top(Rows, want) {
		tag := c.t.Pos(w.First)
		p, _ := reference.PartOfSpeechOf(tag)
		chart.Bars = append(chart.Bars, Bar{
			Family: p.Family, N: w.N, Tags: []string{tag}, Word: c.t.Word(w.First), Worded: true,
		})
	}
	return chart
}

func (c *Counts) byLength() Chart {
	chart, counts := Chart{Title: lengths, Of: c.t.Len()}, c.lengths()
	for n := 1; n <= Longest; n++ {
		label := strconv.Itoa(n)
		if n == Longest {
			label += "+"
		}
		if counts[n] > 0 {
			chart.Bars = append(chart.Bars, Bar{
				Label: lang.Text{ZH: label, EN: label}, Family: reference.FamilyOther, N: counts[n], Length: n,
			})
		}
	}
	return chart
}

func (c *Counts) labels(labels []parser.Label) Chart {
	const most = 10 * Rows
	bars, at := make([]Bar, 0, min(len(labels), most)), map[string]int{}
	for i := range labels {
		word := labels[i].Word.Text
		if _, seen := at[word]; seen || !labels[i].Word.Set() {
			continue
		}
		if len(bars) == most {
			break
		}
		at[word] = len(bars)
		bars = append(bars, Bar{Family: reference.FamilyNoun, Word: word, Worded: true})
	}
	if len(bars) == 0 {
		return Chart{}
	}
	for k := range c.words { // of which each word may be several, by its parts of speech
		if i, is := at[string(c.letters(&c.words[k]))]; is {
			bars[i].N += c.words[k].N
		}
	}
	return sorted(labelled, bars, c.t.Len())
}
