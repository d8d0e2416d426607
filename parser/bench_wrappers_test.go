package parser

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

// BenchmarkWrapper reads one body of 1,000 and of 16,000 words in each wrapper: what is
// linear takes as long for each byte of both.
func BenchmarkWrapper(b *testing.B) {
	for _, n := range []int{1_000, 16_000} {
		body := string(benchBody(n, false))
		for i, w := range wrappers {
			b.Run(fmt.Sprintf("%s-%d/%d", w.kind, i, n), func(b *testing.B) {
				text := []byte(w.wrap(body))
				b.SetBytes(int64(len(text)))
				b.ReportAllocs()
				for b.Loop() {
					if r := Inspect(context.Background(), text, Options{}); len(r.Callbacks) != 1 {
						b.Fatalf("%d callbacks; layers %v", len(r.Callbacks), kindsOf(r))
					}
				}
			})
		}
	}
}

// BenchmarkTree does so for trees of names and lists of paths.
func BenchmarkTree(b *testing.B) {
	for _, n := range []int{1_000, 16_000} {
		body := asTree(string(benchBody(n, false)))
		for _, kind := range slices.Sorted(maps.Keys(treeWriters)) {
			b.Run(fmt.Sprintf("%s/%d", strings.ReplaceAll(kind, " ", "-"), n), func(b *testing.B) {
				text := []byte(treeWriters[kind](body))
				b.SetBytes(int64(len(text)))
				b.ReportAllocs()
				for b.Loop() {
					if r := Inspect(context.Background(), text, Options{}); len(r.Callbacks) != 1 {
						b.Fatalf("%d callbacks; layers %v", len(r.Callbacks), kindsOf(r))
					}
				}
			})
		}
	}
}

// BenchmarkDump does so for dumps of bytes.
func BenchmarkDump(b *testing.B) {
	for _, n := range []int{1_000, 16_000} {
		body := string(benchBody(n, false))
		for _, kind := range slices.Sorted(maps.Keys(dumpers)) {
			b.Run(fmt.Sprintf("%s/%d", strings.ReplaceAll(kind, " ", ""), n), func(b *testing.B) {
				text := []byte(dumpers[kind].write(body))
				b.SetBytes(int64(len(text)))
				b.ReportAllocs()
				for b.Loop() {
					if r := Inspect(context.Background(), text, Options{}); len(r.Callbacks) != 1 {
						b.Fatalf("%d callbacks; layers %v", len(r.Callbacks), kindsOf(r))
					}
				}
			})
		}
	}
}

// BenchmarkLog reads 10,000 bodies in a log, each in a line of its own.
func BenchmarkLog(b *testing.B) {
	for i, w := range wrappers {
		record := strings.TrimRight(w.wrap(string(benchBody(5, false))), "\n")
		if strings.Contains(record, "\n") {
			continue // takes more lines than one
		}
		b.Run(fmt.Sprintf("%s-%d", w.kind, i), func(b *testing.B) {
			text := []byte(strings.Repeat("2024-05-06 07:08:09 INFO "+record+"\n", 10_000))
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				if r := Inspect(context.Background(), text, Options{}); len(r.Callbacks) == 0 {
					b.Fatalf("layers %v", kindsOf(r))
				}
			}
		})
	}
}
