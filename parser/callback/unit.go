package callback

import (
	"github.com/callbacklens/callbacklens/parser/internal/chars"
	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/parser/reference"
)

// Unit is what Offset and Length of the tokens count. No document says which,
// see docs/format.md#offset-and-length; Inspect finds the one that fits.
type Unit uint8

// The units. UnitAny means that characters and UTF-16 units fit alike, as they
// do for every text without characters beyond U+FFFF.
const (
	UnitUnknown Unit = iota
	UnitAny
	UnitRunes
	UnitUTF16
	UnitBytes
)

func (u Unit) String() string {
	return chars.NameIn(u, "unknown", "runes-or-utf16", "runes", "utf16", "bytes")
}

// Name says the unit in words.
func (u Unit) Name() lang.Text {
	switch u {
	case UnitAny:
		return lang.Text{
			ZH: "字符与 UTF-16 单元都符合，这份内容里无法区分",
			EN: "characters or UTF-16 units; this body cannot tell them apart",
		}
	case UnitRunes, UnitUTF16, UnitBytes:
		return reference.UnitName(u.String())
	}
	return lang.Text{
		ZH: "与字符、UTF-16 单元、字节都不一致，无法判断",
		EN: "neither characters nor UTF-16 units nor bytes as far as these tokens tell",
	}
}
