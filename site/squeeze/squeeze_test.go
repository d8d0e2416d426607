package squeeze

import (
	"bytes"
	"compress/gzip"
	"io"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
)

// inflated returns what a reader that is not ours makes of packed.
func inflated(t *testing.T, packed []byte) []byte {
	t.Helper()
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	if !r.ModTime.IsZero() || r.Name != "" {
		t.Errorf("header %+v", r.Header)
	}
	content, err := io.ReadAll(r)
	if err != nil {
		t.Fatalf("%d bytes, then %v", len(content), err)
	}
	return content
}

func TestEveryContentComesBack(t *testing.T) {
	random := make([]byte, 70_000)
	source := rand.NewChaCha8([32]byte{1})
	source.Read(random)
	few := bytes.Clone(random)
	for i := range few {
		few[i] &= 3
	}
	for name, content := range map[string][]byte{
		"nothing":                     {},
		"a byte":                      {7},
		"two bytes":                   []byte("ab"),
		"one byte, longer than match": bytes.Repeat([]byte{0}, 3*maxLen+1),
		"one byte, over stretches":    bytes.Repeat([]byte{'x'}, 2*stretchLen+5),
		"random":                      random,
		"four bytes at random":        few,
		"at the greatest distance":    slices.Concat(random[:maxDistance], random[:maxDistance]),
		"beyond it":                   slices.Concat(random[:maxDistance+1], random[:300]),
		"a match over stretches":      slices.Concat(bytes.Repeat([]byte("ab"), (stretchLen-100)/2), random[:100], random[:200]),
		"every length of match":       everyLength(random),
		"words":                       []byte(strings.Repeat("今天打车去机场，", 999) + strings.Repeat("went to the airport ", 99)),
	} {
		if got := inflated(t, Gzip(content)); !bytes.Equal(got, content) {
			t.Errorf("%s: %d bytes become %d", name, len(content), len(got))
		}
	}
}

// everyLength holds matches of each length.
func everyLength(random []byte) (content []byte) {
	for n := minLen; n <= maxLen+1; n++ {
		at := n * 7
		content = slices.Concat(content, random[at:at+n], []byte{byte(n)}, random[at:at+n], random[n:n+2])
	}
	return content
}

// A program, such as this one, is what the site packs.
func TestProgramsAreSmallerThanByCompressGzip(t *testing.T) {
	path, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	program, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	program = program[:min(len(program), stretchLen)]
	var usual bytes.Buffer
	w, _ := gzip.NewWriterLevel(&usual, gzip.BestCompression)
	w.Write(program)
	w.Close()
	packed := Gzip(program)
	if !bytes.Equal(inflated(t, packed), program) {
		t.Error("it does not come back")
	}
	if !bytes.Equal(Gzip(program), packed) {
		t.Error("packed again, it differs")
	}
	if ours, theirs := len(packed), usual.Len(); ours*100 > theirs*97 {
		t.Errorf("%d bytes, %d by compress/gzip: less than 3 %% are saved", ours, theirs)
	}
}

// Codes of Huffman's own method, which knows no limit, are the least there are.
func TestCodesAreTheShortest(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		count := make([]uint32, 2+r.IntN(284))
		for i := range count {
			count[i] = uint32(r.IntN(1 << r.IntN(12)))
		}
		length := codeLengths(count, 30)
		if got, want := cost(count, length), huffman(count); got != want {
			t.Fatalf("%v: %d bits, want %d", count, got, want)
		}
	}
}

func TestCodesKeepTheLimit(t *testing.T) {
	count := []uint32{1, 1}
	for len(count) < 40 {
		count = append(count, count[len(count)-1]+count[len(count)-2])
	}
	for _, limit := range []int{7, 15} {
		sum := 0
		for _, n := range codeLengths(count, limit) {
			if n < 1 || int(n) > limit {
				t.Fatalf("a code of %d bits, of at most %d", n, limit)
			}
			sum += 1 << (limit - int(n))
		}
		if sum != 1<<limit {
			t.Errorf("limit %d: %d of %d codes are used", limit, sum, 1<<limit)
		}
	}
}

func cost(count []uint32, length []uint8) (sum int) {
	for i, n := range count {
		sum += int(n) * int(length[i])
	}
	return sum
}

// huffman returns what the best code without a limit costs. One symbol alone
// takes a bit.
func huffman(count []uint32) (sum int) {
	var left []int
	for _, n := range count {
		if n > 0 {
			left = append(left, int(n))
		}
	}
	if len(left) == 1 {
		return left[0]
	}
	for len(left) > 1 {
		slices.Sort(left)
		both := left[0] + left[1]
		sum += both
		left = append(left[2:], both)
	}
	return sum
}

func FuzzEveryContentComesBack(f *testing.F) {
	f.Add([]byte("aaaaaaaaaaaaaaaaaaaaaaab"), uint8(3))
	f.Fuzz(func(t *testing.T, content []byte, times uint8) {
		content = bytes.Repeat(content, int(times))
		if got := inflated(t, Gzip(content)); !bytes.Equal(got, content) {
			t.Errorf("%d bytes become %d", len(content), len(got))
		}
	})
}
