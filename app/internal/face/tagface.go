package face

import (
	"slices"

	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/internal/visible"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/parser/reference"
)

// TagFace is how a part of speech that occurs among tokens is shown.
type TagFace struct {
	Tag    string // as written
	Below  string // what stands below a word: the tag, cut where it is long
	Name   lang.Text
	Anchor string // of its row in the reference, empty if it has none
	Note   lang.Text
	Family reference.Family
	Like   bool // that the table lacks the tag and the name is of one like it
	Count  int
}

// Label returns the tag with its name in l.
func (f *TagFace) Label(l lang.Lang) string {
	if f.Tag == "" {
		return words.Say.NoPos.In(l)
	}
	if name := f.Name.In(l); name != f.Tag {
		return f.Tag + " " + name
	}
	return f.Tag
}

// TagFaces returns the faces of the parts of speech of t, by their index in
// Tokens.Tags.
func TagFaces(t *parser.Tokens) []TagFace {
	if t == nil {
		return nil
	}
	faces := make([]TagFace, len(t.Tags()))
	for i, tag := range t.Tags() {
		p, exact := reference.PartOfSpeechOf(tag)
		faces[i] = TagFace{
			Tag: tag, Below: belowWord(tag), Count: t.TagCount(i),
			Name: p.Name, Anchor: p.Anchor, Note: p.Note, Family: p.Family,
		}
		if tag == "" {
			faces[i].Name = words.Say.NoPos
		} else if !exact && p.Anchor != "" {
			faces[i].Name, faces[i].Like = words.Say.PosLike.With(p.Name.ZH, p.Name.EN), true
		}
	}
	return faces
}

// belowWord returns a tag as it is drawn below a word.
func belowWord(tag string) string {
	const longest = 16
	begin, more := words.Clipped(tag, longest)
	if more {
		begin += "…"
	}
	return visible.Isolated(begin)
}

// ByCount returns the indices of faces, the most frequent first.
func ByCount(faces []TagFace) []int {
	order := make([]int, len(faces))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return faces[b].Count - faces[a].Count })
	return order
}

// ShownTags is how many parts of speech are listed; of more than that the
// filter finds each by its name.
const ShownTags = 60

// FamilyCount is how many tokens a family has.
type FamilyCount struct {
	Family reference.Family
	Count  int
}

// FamilyCounts returns the families that occur, in the order of the legend.
func FamilyCounts(faces []TagFace) []FamilyCount {
	var counts []FamilyCount
	for _, family := range reference.Families {
		n := 0
		for i := range faces {
			if faces[i].Family == family {
				n += faces[i].Count
			}
		}
		if n > 0 {
			counts = append(counts, FamilyCount{family, n})
		}
	}
	return counts
}

// familyClasses are the classes in which the style sheets colour the families.
var familyClasses = func() (classes [len(reference.Families)]string) {
	for i, f := range reference.Families {
		classes[i] = "pos-" + f.String()
	}
	return classes
}()

// FamilyClass returns the class in which the style sheets colour a family.
func FamilyClass(f reference.Family) string { return familyClasses[f] }
