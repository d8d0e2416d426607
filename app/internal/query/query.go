// Package query reads what is typed to find tokens, and finds them. It knows no
// browser.
//
// What is typed is one or more terms with blanks between them; several stand for
// tokens that follow each other. A term is a part of a word, or the name of a part of
// speech; /v is a part of speech alone, 打车/v a word with its tag, "v" a word alone,
// and /^今/ an expression for words.
package query

import (
	"strings"

	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/parser/reference"
)

// Query is what a reader looks for among tokens.
type Query struct {
	Text  string // as typed
	Case  bool   // small letters and capitals differ
	Whole bool   // a word is to be all that is typed, and not just hold it
}

// Empty reports whether nothing is looked for.
func (q Query) Empty() bool { return strings.TrimSpace(q.Text) == "" }

// Quoted returns what finds a word alone, whatever stands in it.
func Quoted(word string) string { return `"` + strings.ReplaceAll(word, `"`, `""`) + `"` }

// term is what one token must be.
type term struct {
	word   []byte      // a part of the word, folded, or all of it where that is empty; nil for any
	find   *expression // that the word must fit; nil for none
	tags   []bool      // by index in Tokens.Tags, whether it may have that one; nil for all
	either bool        // that the word or the tag is enough
}

// Trouble is a query that can't be understood, as a sentence.
type Trouble = lang.Text

// parse reads a query for tokens.
func parse(q Query, t *parser.Tokens) (terms []term, trouble Trouble) {
	text := string(foldText(q.Text))
	for _, chunk := range chunks(text) {
		one, trouble := parseTerm(chunk, q.Case, t)
		if trouble != (Trouble{}) {
			return nil, trouble
		}
		terms = append(terms, one)
	}
	return terms, Trouble{}
}

// foldText makes narrow what is wide.
func foldText(text string) []byte { return Fold([]byte(text), true) }

// chunks divides a text at blanks that stand in no quotes.
func chunks(text string) (all []string) {
	for text = strings.TrimSpace(text); text != ""; text = strings.TrimSpace(text) {
		n := quoted(text)
		if i := strings.IndexFunc(text[n:], blank); i >= 0 {
			n += i
		} else {
			n = len(text)
		}
		all, text = append(all, text[:n]), text[n:]
	}
	return all
}

func blank(r rune) bool { return r == ' ' || '\t' <= r && r <= '\r' || r == 0x85 || r == 0xa0 }

// quoted returns how long the quoted word is that text begins with; 0 for none.
func quoted(text string) int {
	if !strings.HasPrefix(text, `"`) {
		return 0
	}
	for i := 1; i < len(text); i++ {
		switch {
		case text[i] != '"':
		case strings.HasPrefix(text[i:], `""`):
			i++
		default:
			return i + 1
		}
	}
	return 0
}

// parseTerm reads one term.
func parseTerm(text string, exact bool, t *parser.Tokens) (term, Trouble) {
	if name, ok := cutPrefixFold(text, "pos:"); ok {
		text = "/" + name
	}
	at := strings.LastIndexByte(text, '/')
	if at >= quoted(text) && at+1 < len(text) {
		if tags := tagsOf(text[at+1:], t); tags != nil {
			if at > 1 && text[0] == '/' {
				at++ // of an expression, whose end it is
			}
			one, trouble := parseWord(text[:at], exact)
			one.tags = tags
			return one, trouble
		}
		if at == 0 {
			return term{}, words.Say.QueryNoTag.With(text[1:])
		}
	}
	one, trouble := parseWord(text, exact)
	if one.find == nil && quoted(text) != len(text) {
		one.tags = tagsOf(text, t)
		one.either = one.tags != nil
	}
	return one, trouble
}

func cutPrefixFold(text, prefix string) (rest string, ok bool) {
	if len(text) > len(prefix) && strings.EqualFold(text[:len(prefix)], prefix) {
		return text[len(prefix):], true
	}
	return text, false
}

// parseWord reads what a word must hold: an expression, a word in quotes, or a part of
// it as it stands.
func parseWord(text string, exact bool) (one term, trouble Trouble) {
	n := len(text)
	switch {
	case n > 2 && text[0] == '/' && text[n-1] == '/':
		find, err := parseExpression(text[1 : n-1])
		if err != nil {
			return one, troubleOf(err)
		}
		return term{find: find}, Trouble{}
	case n == 0:
		return one, Trouble{}
	case n > 1 && quoted(text) == n:
		text = strings.ReplaceAll(text[1:n-1], `""`, `"`)
	}
	return term{word: Fold([]byte(text), exact)}, Trouble{}
}

// troubleOf says what is wrong with an expression.
func troubleOf(err error) Trouble {
	switch err {
	case errOpen:
		return words.Say.QueryOpen
	case errClose:
		return words.Say.QueryClose
	case errRepeat:
		return words.Say.QueryRepeat
	case errRange:
		return words.Say.QueryRange
	case errLong:
		return words.Say.QueryLong
	}
	return words.Say.QueryUnknown
}

// tagsOf returns which of the parts of speech of t are called name: by their tag, in
// any case, by their name in either language or the beginning of one, or by that of
// their family. It returns nil where nothing is called so, and all false where the
// tokens have none of what is.
func tagsOf(name string, t *parser.Tokens) []bool {
	tags, known := make([]bool, len(t.Tags())), false
	name = strings.ToLower(name)
	for i, tag := range t.Tags() {
		p, _ := reference.PartOfSpeechOf(tag)
		tags[i] = strings.EqualFold(tag, name) || tag != "" && called(&p, name)
		known = known || tags[i]
	}
	for i := range reference.PartsOfSpeech() {
		p := &reference.PartsOfSpeech()[i]
		known = known || strings.EqualFold(p.Tag, name) || called(p, name)
	}
	if !known {
		return nil
	}
	return tags
}

// called reports whether a part of speech or its family has a name, in small letters.
func called(p *reference.PartOfSpeech, name string) bool {
	return named(p.Name, name) || named(p.Family.Name(), name) || p.Family.String() == name
}

// named reports whether a text is a name, or begins with it as its first words, or is
// several with 与 or and between them of which it is one.
func named(t lang.Text, name string) bool {
	if t.ZH == name {
		return true
	}
	for _, part := range strings.Split(t.ZH, "与") {
		if part == name {
			return true
		}
	}
	for _, part := range strings.Split(t.EN, " and ") {
		rest, ok := strings.CutPrefix(part, name)
		if ok && len(name) > 2 && (rest == "" || rest == "s" || rest[0] == ' ' || rest[0] == '\'') {
			return true
		}
	}
	return false
}
