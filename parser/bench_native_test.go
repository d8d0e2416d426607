//go:build !js

package parser

// browserReadings are none where there is no browser.
func browserReadings(bool) []reading { return nil }
