package dom

import goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

// The icons, each one path on a ground of 16 by 16, drawn as a line.
const (
	IconCheck   = "M3 8.5l3.2 3.2L13 5"
	IconCross   = "M4 4l8 8M12 4l-8 8"
	IconDots    = "M3.5 8h.01M8 8h.01M12.5 8h.01"
	IconPause   = "M6 4v8M10 4v8"
	IconUnknown = "M6 6a2 2 0 1 1 2.6 1.9c-.4.2-.6.5-.6 1V9.5M8 12h.01"
	IconCopy    = "M5.5 5.5h7v8h-7zM10.5 5.5v-3h-7v8h2"
	IconTarget  = "M8 1.5v3M8 11.5v3M1.5 8h3M11.5 8h3M12 8a4 4 0 1 1-8 0 4 4 0 0 1 8 0"
	IconInfo    = "M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0M8 7.5V11M8 5h.01"
	IconWarning = "M8 2.5l6 11H2zM8 6.5v3.2M8 11.6h.01"
	IconError   = "M5.5 2h5L14 5.5v5L10.5 14h-5L2 10.5v-5zM8 5v3.5M8 11h.01"
	IconLock    = "M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5"
	IconFile    = "M4 2h5l3 3v9H4zM9 2v3h3"
	IconSun     = "M10.5 8a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0M8 1.5v1.6M8 12.9v1.6M1.5 8h1.6M12.9 8h1.6M3.4 3.4l1.1 1.1M11.5 11.5l1.1 1.1M12.6 3.4l-1.1 1.1M4.5 11.5l-1.1 1.1"
	IconMoon    = "M13 9.7A5.5 5.5 0 0 1 6.3 3a5.5 5.5 0 1 0 6.7 6.7"
	IconSystem  = "M2 3h12v8H2zM5.5 14h5M8 11v3"
	IconBook    = "M8 4C6.5 3 4 3 2 3.5v9C4 12 6.5 12 8 13c1.5-1 4-1 6-.5v-9C12 3 9.5 3 8 4zM8 4v9"
	IconKeys    = "M1.5 4h13v8h-13zM4 6.5h.01M6.7 6.5h.01M9.3 6.5h.01M12 6.5h.01M5 9.5h6"
	IconLens    = "M11.7 7.1a4.6 4.6 0 1 1-9.2 0 4.6 4.6 0 0 1 9.2 0M10.5 10.5L14 14M6.1 5.5L4.5 7.1l1.6 1.6M8.1 5.5l1.6 1.6-1.6 1.6"
	IconPen     = "M3 13l.7-3L11 2.7l2.3 2.3L6 12.3zM9.5 4.2l2.3 2.3"
	IconPaste   = "M6 3H4v11h8V3h-2M6 2h4v3H6z"
	IconTall    = "M8 2v12M5 4.5L8 1.5l3 3M5 11.5l3 3 3-3"
	IconCompare = "M2.5 3h4v10h-4zM9.5 3h4v10h-4z"
	IconTake    = "M8 2v8M4.5 6.5L8 10l3.5-3.5M2.5 13.5h11"
	IconPlus    = "M8 3v10M3 8h10"
)

const Svg = "http://www.w3.org/2000/svg"

// Icon draws one of the icons.
func Icon(path string) goapp.UI { return StIcon(path).UI() }

// StIcon draws one of the icons among still elements. It says nothing to
// those who do not see it: a text beside it does.
func StIcon(path string) *Still {
	return St("span", "icon").Aria("hidden", true).Body(
		St("svg").Attr("viewBox", "0 0 16 16").Attr("width", 16).Attr("height", 16).Body(St("path").Attr("d", path)))
}
