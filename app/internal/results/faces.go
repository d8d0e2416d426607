package results

import (
	"github.com/callbacklens/callbacklens/app/internal/card"
	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/face"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/callback"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// faceOf returns how groups of a model are drawn that deserve more than the lists and
// tables that any of them gets; nil for the others.
func faceOf(model string) func(*column, []callback.Group) *dom.Still {
	switch model {
	case "OutputFile", "SpriteOutputFile":
		return (*column).files
	case "ResultDetail":
		return columnsOf("StartMs", "EndMs", "SpeakerId", "FinalSentence")
	case "sentence_list":
		return columnsOf("start_time", "end_time", "speaker_id", "text")
	case "PageInfo":
		return (*column).pages
	case "PicProcessResult":
		return (*column).pictures
	case "Translation":
		return (*column).translation
	}
	return nil
}

// pages lists what the pages of a document became: number, file and its address, which
// the place that was asked for tells.
func (c *column) pages(run []callback.Group) *dom.Still {
	output := c.Body.CurrentJob().DetailNamed("Output")
	in := parser.Input{Bucket: output.Value("Bucket"), Region: output.Value("Region")}
	address := func(i int) *dom.Still {
		in.Object = run[i].Value("TgtUri")
		if !in.Object.Set() || in.Address() == "" {
			return nil
		}
		return dom.St("span", "tools", "always").Body(face.CopyButton(c.Page, in.Address(), words.Say.Address.In(c.Lang)))
	}
	return c.groupTable(run, usedRows(run), card.Col{Head: c.ColumnHead(words.Say.Address), Cell: address})
}

// translation says from which language to which.
func (c *column) translation(run []callback.Group) *dom.Still {
	all := dom.St("div", "group")
	j := c.Body.CurrentJob()
	for i := range run {
		if from, to := j.Input.Lang, run[i].Value("Lang"); from.Set() && to.Set() {
			all.Body(dom.St("p", "line").Foreign(from.Text + " → " + to.Text))
		}
		all.Body(c.group(&run[i]))
	}
	return all
}

// columnsOf is a face that is a table of these rows; all else stands folded below.
func columnsOf(names ...string) func(*column, []callback.Group) *dom.Still {
	return func(c *column, run []callback.Group) *dom.Still {
		var columns []int
		for _, k := range usedRows(run) {
			for _, name := range names {
				if run[0].Model.Fields[k].Name == name {
					columns = append(columns, k)
				}
			}
		}
		return c.groupTable(run, columns)
	}
}

// files lists what was written: whole names, checksums and addresses.
func (c *column) files(run []callback.Group) *dom.Still {
	all := dom.St("div", "group")
	for i := range run {
		c.filesOf(&run[i], all)
	}
	return all
}

func (c *column) filesOf(g *callback.Group, to *dom.Still) {
	sums := map[string]parser.Value{}
	for sum := range g.All("Md5Info") {
		sums[sum.Value("ObjectName").Text] = sum.Value("Md5")
	}
	for _, run := range runs(g.Groups) {
		if run[0].Model.Name == "ObjectName" {
			to.Body(c.fileTable(g, run, sums))
		}
	}
	var facts []*dom.Still
	for k := range g.Model.Fields {
		if g.Values[k].Ok() {
			facts = append(facts, c.rowFact(&g.Model.Fields[k], g.Values[k]))
		}
	}
	to.Body(card.Lines(facts))
	for _, run := range runs(g.Groups) {
		if name := run[0].Model.Name; name != "ObjectName" && (name != "Md5Info" || !c.inFiles(run)) {
			to.Body(c.inner(run))
		}
	}
	to.Body(card.Lines(c.LeftOf(g.Rest)))
}

// inFiles reports whether rows of files have all of the checksums.
func (c *column) inFiles(sums []callback.Group) bool {
	for i := range sums {
		if inRow, _ := c.Told(sums[i].Value("Md5").Item); !inRow || len(sums[i].Rest) > 0 {
			return false
		}
	}
	for i := range sums {
		c.Tell(sums[i].Item)
	}
	return true
}

// fileTable has a row for each file.
func (c *column) fileTable(g *callback.Group, names []callback.Group, sums map[string]parser.Value) *dom.Still {
	c.Open()
	n := c.Take(len(names))
	label := names[0].Model.Label
	name := func(i int) parser.Value { return names[i].Values[0] }
	prefix := g.Value("ObjectPrefix").Text
	cols := []card.Col{{Head: c.WireHead(label, "ObjectName"), Cell: func(i int) *dom.Still {
		return c.fileName(prefix, name(i), label.In(c.Lang))
	}}}
	if len(sums) > 0 {
		cols = append(cols, card.Col{Head: c.ColumnHead(lang.Text{ZH: "MD5", EN: "MD5"}), Cell: func(i int) *dom.Still {
			v := sums[name(i).Text]
			if !v.Ok() {
				v = sums[prefix+name(i).Text]
			}
			if !v.Ok() {
				return nil
			}
			return dom.StOf("span", "address", c.Value(v), c.Tools("MD5", v))
		}})
	}
	cols = append(cols, card.Col{Head: c.ColumnHead(words.Say.Address), Cell: func(i int) *dom.Still {
		in := parser.Input{Bucket: g.Value("Bucket"), Region: g.Value("Region")}
		if in.Object.Text = prefix + name(i).Text; !name(i).Set() || in.Address() == "" {
			return nil
		}
		return dom.St("span", "tools", "always").Body(face.CopyButton(c.Page, in.Address(), words.Say.Address.In(c.Lang)))
	}})
	return dom.StOf("div", "",
		c.Grid(card.Grid{Label: label.In(c.Lang), Cols: cols, Rows: firstOf(n)}), c.moreGroups(names[n:]))
}

// fileName draws the whole name of a file, the prefix quieter.
func (c *column) fileName(prefix string, v parser.Value, label string) *dom.Still {
	if v.Text == "" {
		return c.Value(v)
	}
	c.Tell(v.Item)
	return dom.StOf("span", "address",
		dom.StOf("bdi", "value", dom.St("span", "prefix").Edged(prefix)).Edged(v.Text),
		dom.StOf("span", "tools", c.CopyTool(label, prefix+v.Text), c.ShowButton(v.Item)))
}

// firstOf returns the indices of the first n rows of a table.
func firstOf(n int) []int {
	rows := make([]int, n)
	for i := range rows {
		rows[i] = i
	}
	return rows
}

// pictures shows each picture before and after.
func (c *column) pictures(run []callback.Group) *dom.Still {
	all := dom.St("div", "group")
	for i := range run {
		g := &run[i]
		if c.Full() {
			return all.Body(c.moreGroups(run[i:]))
		}
		if line := g.Line(); line != "" && len(run) > 1 {
			all.Body(dom.St("p", "line").Foreign(line))
		}
		var facts []*dom.Still
		for k := range g.Model.Fields {
			if g.Values[k].Ok() {
				c.Take(1)
				facts = append(facts, c.rowFact(&g.Model.Fields[k], g.Values[k]))
			}
		}
		all.Body(card.Lines(facts), c.beforeAfter(g), card.Lines(c.Left(g.Item)))
	}
	return all
}

// beforeAfter sets what a picture was beside what it became.
func (c *column) beforeAfter(g *callback.Group) *dom.Still {
	original, after := g.First("OriginalInfo"), g.First("ProcessResult")
	before := original.First("ImageInfo")
	if before == nil || after == nil {
		return nil
	}
	var fields []*callback.Row
	for _, of := range []*callback.Group{after, before, original} {
		for k := range of.Model.Fields {
			f := &of.Model.Fields[k]
			known := false
			for _, other := range fields {
				known = known || other.Name == f.Name
			}
			if !known && of.Values[k].Ok() {
				fields = append(fields, f)
			}
		}
	}
	side := func(of ...*callback.Group) func(i int) *dom.Still {
		return func(i int) *dom.Still {
			for _, in := range of {
				if v := in.Value(fields[i].Name); v.Ok() {
					return c.Flagged(c.rowValue(fields[i], v), v.Item)
				}
			}
			return nil
		}
	}
	return c.Grid(card.Grid{
		Label: g.Model.Label.In(c.Lang), Rows: firstOf(len(fields)),
		Cols: []card.Col{
			{Head: dom.St("td"), Cell: func(i int) *dom.Still {
				return c.Wired(dom.StText(fields[i].Label.In(c.Lang)), fields[i].Label, fields[i].Name)
			}},
			{Head: c.WireHead(original.Model.Label, original.Model.Name), Cell: side(before, original)},
			{Head: c.WireHead(after.Model.Label, after.Model.Name), Cell: side(after)},
		},
	})
}
