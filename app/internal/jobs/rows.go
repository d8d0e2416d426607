package jobs

import (
	"strconv"
	"strings"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/face"
	"github.com/callbacklens/callbacklens/app/internal/list"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/internal/visible"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// heads names the columns.
var heads = [...]struct {
	class string
	name  *lang.Text
}{
	columnNumber:  {"job-number", &words.Say.ColumnNumber},
	columnStatus:  {"job-status", &words.Say.JobStatus},
	columnKind:    {"job-kind", &words.Say.JobKind},
	columnFile:    {"job-file", &words.Say.SourceName},
	columnObject:  {"job-name", &words.Say.JobObject},
	columnID:      {"job-detail", &words.Say.JobID},
	columnTime:    {"job-time", &words.Say.JobTime},
	columnTook:    {"job-took", &words.Say.Duration},
	columnTokens:  {"job-tokens", &words.Say.JobTokens},
	columnRemarks: {"job-remarks", &words.Say.ViewRemarks},
}

// head draws the names of the columns, which sort by them.
func (c *View) head(s *state) goapp.UI {
	cells := make([]*dom.Still, len(heads))
	for i, h := range heads {
		sorted := "none"
		switch {
		case s.by != column(i) || i == 0 && !s.descending:
		case s.descending:
			sorted = "descending"
		default:
			sorted = "ascending"
		}
		name := c.say(*h.name)
		if column(i) == columnTime && s.year != "" {
			name += " (" + strings.TrimSuffix(s.year, "-") + ")" // which the rows leave out
		}
		cells[i] = dom.St("div", h.class).Role("columnheader").Aria("sort", sorted).Body(
			dom.StButton().DataSet("column", i).Title(c.say(words.Say.SortBy)).Body(
				dom.StText(name), dom.St("span", "sort-mark", sorted).Aria("hidden", true)))
	}
	return dom.St("div", "job-head").Role("row").Body(cells...).UI()
}

// rows draws the entries in sight, between what stands for the others.
func (c *View) rows(s *state, current int) []goapp.UI {
	first, last := c.pane.Slice()
	above, below := c.pane.Spacers()
	rows := make([]goapp.UI, 0, last-first)
	for row := first; row < last; row++ {
		i := s.at(row)
		rows = append(rows, c.row(s, row, i, i == current).UI())
	}
	if s.len() == 0 {
		rows = append(rows, dom.St("p", "jobs-none").Text(c.say(words.Say.NoJobFits)).UI())
	}
	return []goapp.UI{list.Spacer(above), dom.El("div").Role("rowgroup").Body(rows...), list.Spacer(below)}
}

func (c *View) rowID(row int) string {
	if row < c.pane.First || row >= c.pane.Last {
		return ""
	}
	return "job-row-" + strconv.Itoa(row)
}

// row draws an entry.
func (c *View) row(s *state, row, i int, current bool) *dom.Still {
	e := &s.all[i]
	class, sign := c.look(s, e)
	return dom.St("div", "job", class).ID(c.rowID(row)).DataSet("do", s.action(i)).
		Role("row").Aria("rowindex", row+2).Aria("current", current).Aria("selected", current).
		Body(
			cell(columnNumber).Text(strconv.Itoa(i+1)),
			cell(columnStatus).Body(dom.StIcon(sign)).Foreign(s.word(c.P, e)),
			cell(columnKind).Foreign(words.Headline(face.KindName(s.callback(e)).In(c.P.Lang))),
			cell(columnFile).Foreign(s.bodies[e.body].Given.Name),
			c.name(s, e),
			c.id(s, i),
			cell(columnTime).Title(visible.Isolated(s.time(e).Text)).Foreign(strings.TrimPrefix(moment(s.time(e)), s.year)),
			c.took(s, e),
			cell(columnTokens).Text(words.NumberText(s.tokens(e))),
			cell(columnRemarks).Body(c.flag(s, e), c.beside(s, e, current)),
		)
}

func cell(at column) *dom.Still { return dom.St("div", heads[at].class).Role("gridcell") }

// look returns class and sign of the status of an entry.
func (c *View) look(s *state, e *entry) (class, sign string) {
	if j := s.job(e); j != nil {
		return face.StatusLook(c.P, j)
	}
	o, _ := s.outcome(e)
	return face.OutcomeLook(o)
}

// name draws the object, or what kind it is where none is named.
func (c *View) name(s *state, e *entry) *dom.Still {
	if object := s.object(e); object.Set() {
		return cell(columnObject).Title(visible.Isolated(object.Text)).Foreign(object.Text)
	}
	return cell(columnObject).Body(
		dom.St("span", "faint").Foreign(words.Headline(face.KindName(s.callback(e)).In(c.P.Lang))))
}

// id draws the id, and whether it came before.
func (c *View) id(s *state, i int) *dom.Still {
	e := &s.all[i]
	id := s.id(e).Text
	is := cell(columnID).Title(visible.Isolated(id)).Body(dom.St("code").Foreign(id))
	text, why := "", ""
	switch {
	case e.exactly:
		text, why = "= "+strconv.Itoa(int(e.as)+1), c.say(words.Say.RepeatOf.With(strconv.Itoa(int(e.as)+1)))
	case e.as >= 0:
		text, why = "≈ "+strconv.Itoa(int(e.as)+1), c.say(words.Say.SameID.With(strconv.Itoa(int(e.as)+1)))
	case s.times[int32(i)] > 0:
		n := words.Count(s.times[int32(i)] + 1)
		text, why = "×"+n, c.say(words.Say.RepeatTimes.With(n))
	default:
		return is
	}
	return is.Body(dom.St("span", "job-again").Title(why).Body(
		dom.St("span").Aria("hidden", true).Text(text), dom.St("span", "heard").Text(why)))
}

// moment writes a time as the body does, without the zone of the service.
func moment(t parser.Time) string {
	if !t.Known {
		return t.Text
	}
	return strings.TrimSuffix(strings.TrimSuffix(strings.Replace(t.Text, "T", " ", 1), "+0800"), "+08:00")
}

func (c *View) took(s *state, e *entry) *dom.Still {
	if d, ok := s.took(e); ok {
		return cell(columnTook).Text(c.say(words.Spell(d)))
	}
	return cell(columnTook).Text("–")
}

// beside draws what compares an entry with the shown one. From the keyboard that is done
// by the key of comparing.
func (c *View) beside(s *state, e *entry, current bool) *dom.Still {
	if current || !c.P.CanCompare() || s.bodies[e.body].Unread() == model.UnreadComing {
		return nil
	}
	name := c.say(words.Say.CompareWith)
	return dom.StButton("job-compare").DataSet("do", model.ToCompare(int(e.callback), int(e.job), int(e.body))).
		TabIndex(-1).Aria("label", name).Title(name).Body(dom.StIcon(dom.IconCompare))
}

// flag tells how many remarks are on a job, and how grave they are; nil for none.
func (c *View) flag(s *state, e *entry) *dom.Still {
	said := s.remarks(e)
	if len(said) == 0 {
		return nil
	}
	class, sign, word := face.SeverityLook(s.bodies[e.body].Report.Diagnostics[said[0]].Severity)
	told := word.In(c.P.Lang) + " · " + c.say(words.Numbered(words.Say.RemarkOne, words.Say.RemarkMany, len(said)))
	return dom.St("span", "job-flag", class).Title(told).Body(
		dom.StIcon(sign), dom.St("span").Aria("hidden", true).Text(words.Count(len(said))),
		dom.St("span", "heard").Text(told))
}

// mostOthers is how many files without a callback are listed.
const mostOthers = 200

// others says of each file that holds no callback why.
func (c *View) others() goapp.UI {
	all := c.P.Body.Others()
	if len(all) == 0 {
		return nil
	}
	lines := make([]*dom.Still, 0, min(len(all), mostOthers)+1)
	for _, o := range all[:min(len(all), mostOthers)] {
		lines = append(lines, dom.St("li").Body(
			dom.St("code").Foreign(o.Name), dom.StText(" "), dom.DrawPhrase(o.Why, c.P.Lang)))
	}
	if more := len(all) - mostOthers; more > 0 {
		lines = append(lines, dom.St("li").Text(c.say(words.Say.FilesMore.With(words.Count(more)))))
	}
	return dom.El("details", "jobs-others").Body(
		dom.El("summary").Text(c.say(words.Numbered(words.Say.FilesOtherOne, words.Say.FilesOther, len(all)))),
		dom.St("ul").Body(lines...).UI())
}
