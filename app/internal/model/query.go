package model

import (
	"slices"

	"github.com/callbacklens/callbacklens/app/internal/query"
	"github.com/callbacklens/callbacklens/parser"
)

// Query returns what a reader looks for among the tokens of the shown job.
func (b *Body) Query() query.Query { return b.query }

// Tags returns the parts of speech, as written, that are chosen to look among; none
// for all. The slice must not be changed.
func (b *Body) Tags() []string { return b.tags }

// HasTag reports whether a part of speech is among Tags.
func (b *Body) HasTag(tag string) bool { return slices.Contains(b.tags, tag) }

// Among reports whether these are the parts of speech that are chosen, in any order.
func (b *Body) Among(tags []string) bool {
	return len(tags) == len(b.tags) && !slices.ContainsFunc(tags, func(t string) bool { return !b.HasTag(t) })
}

// Only returns the remark that the tokens are reduced to those of, -1 for none.
func (b *Body) Only() int { return b.only - 1 }

// Sifted reports whether tokens are looked for by anything: a query, parts of speech,
// or a remark.
func (b *Body) Sifted() bool { return !b.query.Empty() || len(b.tags) > 0 || b.only > 0 }

// Matcher returns what finds the tokens of the shown job that are looked for.
func (b *Body) Matcher() *query.Matcher {
	return query.New(b.query, b.tags, b.TokensOf(b.Only()), b.Tokens())
}

// Hits are the tokens that are looked for.
type Hits struct {
	*query.Set
	of *parser.Tokens
}

// NewHits returns hits among t, which must not change any more.
func NewHits(found *query.Set, t *parser.Tokens) *Hits { return &Hits{found, t} }

// Hits returns the tokens of the shown job that are looked for; nil where nothing is,
// and until they are found. The table of tokens finds them; who shows them is told by
// Heed.
func (b *Body) Hits() *Hits {
	if b.hits == nil || b.hits.of != b.Tokens() || !b.Sifted() {
		return nil
	}
	return b.hits
}

// Seek looks for tokens. The page is not drawn again for it, as somebody types: those
// that show it are told, see Heed.
func (p *Page) Seek(q query.Query) {
	if p.Body != nil && p.Body.query != q {
		p.Body.query, p.Body.hits = q, nil
		p.tell()
	}
}

// StepHit chooses the next token that is looked for, or the one before.
func (p *Page) StepHit(back bool) {
	h := p.Body.Hits()
	if h == nil || h.Len() == 0 {
		return
	}
	if i := p.Body.Token(); back {
		p.SelectToken(h.Previous(max(i, 0)))
	} else {
		p.SelectToken(h.Next(i))
	}
}

// Found takes over what was found of what is looked for in b, nil if nothing is
// looked for, and tells those who heed it.
func (p *Page) Found(b *Body, h *Hits) {
	b.hits = h
	p.tell()
}

// Heed has fn called whenever another query is looked for and whenever its hits are found,
// where the page may be changed, until forget is called. It may be in the midst of a
// change: fn does no more than ask to be drawn.
func (p *Page) Heed(fn func()) (forget func()) {
	entry := &fn
	p.heeds = append(p.heeds, entry)
	return func() {
		p.heeds = slices.DeleteFunc(slices.Clone(p.heeds), func(e *func()) bool { return e == entry })
	}
}

func (p *Page) tell() {
	for _, fn := range p.heeds {
		(*fn)()
	}
}

// ChooseTags looks among parts of speech, as written; none for all.
func (p *Page) ChooseTags(tags ...string) {
	if p.Body == nil {
		return
	}
	p.Body.tags, p.Body.only, p.Body.hits = tags, 0, nil
	p.Rev++
}

// LookFor looks for tokens by a query and among parts of speech, and brings the table of
// them in front; for what is looked for already it looks no longer.
func (p *Page) LookFor(q query.Query, tags ...string) {
	if p.Body == nil {
		return
	}
	if p.Body.query == q && p.Body.Among(tags) {
		q, tags = query.Query{}, nil
	}
	p.Seek(q)
	p.ChooseTags(tags...)
	p.View = ViewTokens
}

// ToggleTags adds parts of speech to those that are chosen, or takes them away if all of
// them are.
func (p *Page) ToggleTags(tags ...string) {
	if p.Body == nil {
		return
	}
	others := slices.DeleteFunc(slices.Clone(p.Body.tags), func(t string) bool { return slices.Contains(tags, t) })
	if len(others)+len(tags) > len(p.Body.tags) {
		others = append(others, tags...)
	}
	p.ChooseTags(others...)
}

// reveal drops what would keep a token of the shown job from being listed, as far as
// is known.
func (b *Body) reveal(token int) {
	if h := b.Hits(); h == nil || !h.Has(token) {
		b.query = query.Query{}
	}
	if len(b.tags) > 0 && !b.HasTag(b.Tokens().Pos(token)) {
		b.tags = nil
	}
	if !b.TokensOf(b.Only()).Has(token) {
		b.only = 0
	}
	b.hits = nil
}
