package app

import (
	"slices"

	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/parser/reference"
	"github.com/callbacklens/callbacklens/parser/visible"
)

// tagFace is how a part of speech that occurs among tokens is shown.
type tagFace struct {
	tag    string // as written
	below  string // what stands below a word: the tag, cut where it is long
	name   lang.Text
	anchor string // of its row in the reference, empty if it has none
	family reference.Family
	like   bool // that the table lacks the tag and the name is of one like it
	count  int
}

// label returns the tag with its name in l.
func (f *tagFace) label(l lang.Lang) string {
	if f.tag == "" {
		return say.NoPos.In(l)
	}
	if name := f.name.In(l); name != f.tag {
		return f.tag + " " + name
	}
	return f.tag
}

// tagFaces returns the faces of the parts of speech of t, by their index in
// Tokens.Tags.
func tagFaces(t *parser.Tokens) []tagFace {
	if t == nil {
		return nil
	}
	faces := make([]tagFace, len(t.Tags()))
	for i, tag := range t.Tags() {
		p, exact := reference.PartOfSpeechOf(tag)
		faces[i] = tagFace{tag: tag, below: belowWord(tag), name: p.Name, anchor: p.Anchor, family: p.Family, count: t.TagCount(i)}
		if tag == "" {
			faces[i].name = say.NoPos
		} else if !exact && p.Anchor != "" {
			faces[i].name, faces[i].like = say.PosLike.With(p.Name.ZH, p.Name.EN), true
		}
	}
	return faces
}

// belowWord returns a tag as it is drawn below a word.
func belowWord(tag string) string {
	const longest = 16
	begin, more := clipped(tag, longest)
	if more {
		begin += "…"
	}
	return visible.Isolated(begin)
}

// byCount returns the indices of faces, the most frequent first.
func byCount(faces []tagFace) []int {
	order := make([]int, len(faces))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return faces[b].count - faces[a].count })
	return order
}

// shownTags is how many parts of speech are listed; of more than that the
// filter finds each by its name.
const shownTags = 60

// familyCount is how many tokens a family has.
type familyCount struct {
	family reference.Family
	count  int
}

// familyCounts returns the families that occur, in the order of the legend.
func familyCounts(faces []tagFace) []familyCount {
	var counts []familyCount
	for _, family := range reference.Families {
		n := 0
		for i := range faces {
			if faces[i].family == family {
				n += faces[i].count
			}
		}
		if n > 0 {
			counts = append(counts, familyCount{family, n})
		}
	}
	return counts
}
