package reference

import "strings"

// foreignTags are the tags of other sets that a beginning of theirs would
// explain wrongly: in the Chinese Treebank CD is a cardinal number and PU
// punctuation, in Universal Dependencies PROPN is a proper noun. What they have
// in common with the published table cannot be told from it, and is not here.
var foreignTags = [...]string{
	// Chinese Treebank
	"as ba cc cd cs dec deg der dev dt em etc fw ic ij jj lb lc msp nn noi od on pn pu sb sp url va vc ve vv",
	// LTP; its other tags begin as those of the table do
	"wp ws",
	// Universal Dependencies
	"adj adp adv aux cconj det intj noun num part pron propn punct sconj sym verb",
	// Penn Treebank
	"ex in jjr jjs ls md nns nnp nnps pdt pos prp prp$ rb rbr rbs rp to uh vb vbd vbg vbn vbp vbz wdt wp$ wrb",
	// named entities
	"per person loc location org organization time date money percent quantity ordinal cardinal gpe fac " +
		"event product language law misc norp work_of_art",
	// words of taggers for what is no word of Chinese, and a name of jieba's that is
	// no surname
	"emoji email eng un nrfg",
}

// foreign reports whether tag is one of another set, in whatever case it is
// written.
func foreign(tag string) bool {
	tag = strings.ToLower(tag)
	for _, set := range foreignTags {
		for rest := set; rest != ""; {
			var one string
			one, rest, _ = strings.Cut(rest, " ")
			if one == tag {
				return true
			}
		}
	}
	return false
}
