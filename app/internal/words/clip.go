package words

import (
	"github.com/callbacklens/callbacklens/internal/visible"
)

// Clipped returns the first characters of text, at most limit of them, and
// whether there are more. What is drawn as one is not divided.
func Clipped(text string, limit int) (begin string, more bool) {
	if len(text) <= limit {
		return text, false
	}
	n := 0
	for at := 0; at < len(text); n++ {
		if n == limit {
			return text[:at], true
		}
		size, _ := visible.Cluster(text[at:min(at+LongestCluster, len(text))])
		at += size
	}
	return text, false
}

// LongestCluster is how many bytes of what is drawn as one are looked at.
const LongestCluster = 96
