package reference

import (
	"strings"
	"testing"
)

// published is the column of tags as the documentation prints it.
const published = "A AD AN B C D E F G H I J K L M N NR NRF NRG NS NT NZ NX O P Q R S T U V VD VN W X Y Z " +
	"AG BG DG MG NG QG RG TG VG YG ZG UNK"

func TestPartsOfSpeech(t *testing.T) {
	tags := strings.Fields(published)
	rows := PartsOfSpeech()
	if len(tags) != 49 || len(rows) != len(tags) {
		t.Fatalf("%d tags and %d rows, want 49", len(tags), len(rows))
	}
	zh, en := map[string]string{}, map[string]string{}
	for i, p := range rows {
		if p.Tag != tags[i] {
			t.Errorf("row %d is %s, want %s", i, p.Tag, tags[i])
		}
		if !whole(p.Name) || !consistent(p.Printed) || !consistent(p.Note) {
			t.Errorf("%s is not whole", p.Tag)
		}
		if other := zh[p.Name.ZH] + en[p.Name.EN]; other != "" {
			t.Errorf("%s and %s have the same name", p.Tag, other)
		}
		zh[p.Name.ZH], en[p.Name.EN] = p.Tag, p.Tag
		for _, tag := range []string{p.Tag, strings.ToLower(p.Tag)} {
			if got, exact := PartOfSpeechOf(tag); got != p || !exact {
				t.Errorf("PartOfSpeechOf(%q) = %q, %v", tag, got.Tag, exact)
			}
		}
	}
}

func TestPartOfSpeechFallsBackToTheLongestKnownBeginning(t *testing.T) {
	for tag, want := range map[string]string{
		"nrt": "NR", "nsf": "NS", "nrfx": "NRF", "ntc": "NT", "mq": "M", "uj": "U", "Vshi": "V", "xx": "X", "vgx": "VG",
		"n人": "N", "unknown": "UNK",
		// ICTCLAS
		"nr1": "NR", "nrj": "NR", "nl": "N", "vshi": "V", "vyou": "V", "vx": "V", "al": "A", "bl": "B", "rr": "R", "rzt": "R",
		"ryv": "R", "qv": "Q", "pba": "P", "ude1": "U", "uzhe": "U", "ulian": "U", "wkz": "W", "wyy": "W", "wj": "W", "dl": "D",
		// jieba
		"ul": "U", "ud": "U", "uv": "U", "df": "D", "vq": "V", "vi": "V", "rz": "R", "nrt2": "NR",
		// THULAC
		"np": "N", "ni": "N",
	} {
		if p, exact := PartOfSpeechOf(tag); exact || p.Tag != want {
			t.Errorf("PartOfSpeechOf(%q) = %q, %v, want %s", tag, p.Tag, exact, want)
		}
	}
	for _, tag := range []string{"", "1", "词", "?", " n"} {
		wantNoMeaning(t, tag)
	}
}

func wantNoMeaning(t *testing.T, tag string) {
	t.Helper()
	p, exact := PartOfSpeechOf(tag)
	if exact || p.Family != FamilyOther || p.Name.ZH != tag || p.Anchor != "" {
		t.Errorf("PartOfSpeechOf(%q) = %+v, %v", tag, p, exact)
	}
}

// TestForeignTagsAreNotGuessed holds the sets in which a first letter says
// something else: CTB's CD is a number, LTP's ws a foreign word, PER a person.
func TestForeignTagsAreNotGuessed(t *testing.T) {
	for _, set := range []string{
		"CD PU VV NN JJ LC SB BA DEC DEG ETC MSP OD PN SP DT FW AS CC CS DER DEV IJ LB ON VA VC VE",
		"ws wp", "NOUN PROPN PUNCT ADP SCONJ ADV", "RB PRP$ WDT IN MD", "PER LOC ORG TIME DATE",
		"eng emoji un nrfg", "ADJ AUX CCONJ DET INTJ NUM PART PRON SYM VERB", "PERSON GPE NORP FAC LANGUAGE ORDINAL",
	} {
		for _, tag := range strings.Fields(set) {
			wantNoMeaning(t, tag)
			wantNoMeaning(t, strings.ToLower(tag))
		}
	}
	for _, set := range foreignTags {
		for _, tag := range strings.Fields(set) {
			if rowOf(tag) >= 0 {
				t.Errorf("%s is in the published table", tag)
			}
		}
	}
}

func TestAGuessIsMarked(t *testing.T) {
	for tag, want := range map[string]string{"nr": "人名", "NRT": "≈ 人名", "CD": "CD", "": ""} {
		if got := MeaningOf(tag).ZH; got != want {
			t.Errorf("MeaningOf(%q) = %q, want %q", tag, got, want)
		}
	}
}

func TestPrintedOnlyWhereTheTableSlipped(t *testing.T) {
	for _, p := range PartsOfSpeech() {
		if slipped := p.Tag == "TG" || p.Tag == "VG"; slipped != whole(p.Printed) {
			t.Errorf("%s: printed as %q", p.Tag, p.Printed.ZH)
		}
	}
}

func TestFamilies(t *testing.T) {
	used, names := map[Family]bool{}, map[string]bool{}
	for _, p := range PartsOfSpeech() {
		used[p.Family] = true
	}
	for _, f := range Families {
		if !used[f] || !whole(f.Name()) || names[f.String()] {
			t.Errorf("family %s is empty, has no name or shares its name with another", f.String())
		}
		names[f.String()] = true
	}
	if len(used) != len(Families) {
		t.Errorf("%d families are used, %d are listed", len(used), len(Families))
	}
}
