package callback

import (
	"strconv"
	"strings"
	"time"
)

// Form is how the value of a Row is written, so that it can be said in a form that
// is easier to read.
type Form uint8

// The forms.
const (
	FormText         Form = iota
	FormSeconds           // 13.654000
	FormMilliseconds      // 3320
	FormBytes             // 1424687
	FormKilobits          // a second: 834.736000
	FormHertz             // 44100
	FormAddress           // of the web
	FormObject            // the name of an object in a bucket
	FormHash              // digits of a checksum
)

// Say returns a value in a form that is easier to read, "" where that is no help:
// 0:13.654, 1.4 MB, 834.7 kbit/s. It is the same in both languages.
func (f Form) Say(value string) string {
	n, err := strconv.ParseFloat(value, 64)
	switch {
	case err != nil, n < 0, n > 1e15, n == 0 && f != FormMilliseconds:
		return ""
	}
	switch f {
	case FormSeconds:
		return Clock(time.Duration(n * float64(time.Second)))
	case FormMilliseconds:
		return Clock(time.Duration(n * float64(time.Millisecond)))
	case FormBytes:
		return scaled(n, "B")
	case FormKilobits:
		return scaled(n*1000, "bit/s")
	case FormHertz:
		return scaled(n, "Hz")
	}
	return ""
}

// Clock writes a time from a beginning on as a clock does, with milliseconds where
// it has some: 0:13.654, 1:02:03.
func Clock(d time.Duration) string {
	d = d.Round(time.Millisecond)
	hours, minutes := int(d/time.Hour), int(d/time.Minute)%60
	clock := strconv.Itoa(minutes) + ":"
	if hours > 0 {
		clock = strconv.Itoa(hours) + ":" + two(minutes) + ":"
	}
	clock += two(int(d/time.Second) % 60)
	if ms := int(d/time.Millisecond) % 1000; ms > 0 {
		clock += "." + strings.TrimRight(strconv.Itoa(1000 + ms)[1:], "0")
	}
	return clock
}

func two(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

// scaled writes a number with the prefix of its unit that makes it short, in
// powers of 1000: 1.4 MB.
func scaled(n float64, unit string) string {
	prefixes := [...]string{"", "k", "M", "G", "T", "P"}
	i := 0
	for n >= 999.95 && i < len(prefixes)-1 {
		n, i = n/1000, i+1
	}
	return strings.TrimSuffix(strconv.FormatFloat(n, 'f', 1, 64), ".0") + " " + prefixes[i] + unit
}
