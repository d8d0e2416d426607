package callback

import "time"

// timeLayouts are the ways in which the service writes times, see
// docs/format.md#times: strftime's %z has no colon, content review has one,
// and workflows have a blank in the middle.
var timeLayouts = [...]string{
	"2006-01-02T15:04:05-0700",
	"2006-01-02T15:04:05Z07:00",
	"2006-01-02 15:04:05-0700",
	"2006-01-02 15:04:05Z07:00",
	"2006-01-02T15:04:05",
	"2006-01-02 15:04:05",
}

// serviceZone is the zone of times that name none: China has no summer time.
var serviceZone = time.FixedZone("UTC+8", 8*60*60)

// ReadTime reads the moment that v tells.
func ReadTime(v Value) Time {
	t := Time{Value: v}
	if !v.Set() {
		return t
	}
	for _, layout := range timeLayouts {
		if at, err := time.ParseInLocation(layout, v.Text, serviceZone); err == nil {
			t.At, t.Known = at, true
			return t
		}
	}
	return t
}

// FormatTime writes a moment as the service does.
func FormatTime(at time.Time) string { return at.In(serviceZone).Format(timeLayouts[0]) }
