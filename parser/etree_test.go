package parser

import (
	"context"
	"io"
	"testing"

	"github.com/beevik/etree"
	"github.com/callbacklens/callbacklens/parser/internal/bodies"
)

// FuzzEtreeIsReadAgain writes the document of whatever was read, mended or not,
// and has etree read it.
func FuzzEtreeIsReadAgain(f *testing.F) {
	for _, s := range append(bodies.SamplesXML, bodies.SamplesJSON...) {
		f.Add([]byte(s))
	}
	for _, s := range []string{
		"<a =1><!-- x -- y ---><b:c:d/>&nope;<x y='1' y='2'/>\x01</a>", "<?xml version='2'?><a><?xml?></a>", "<?a:b?><a><?xml version='1.1'?></a>",
		"<!DOCTYPE a [<!ENTITY b 'c><a/>", "<a><!x \"></a>", "<a\u202e><é\u200d b\xff='\xff'/>", "text<a/>text<b/>", "<a :='1' b:='2' :c='3'/>", "<a><!-- \x00\xff --></a>",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		for _, d := range Inspect(context.Background(), b, Options{}).Documents {
			written, err := d.Etree().WriteToBytes()
			if err != nil {
				t.Fatal(err)
			}
			again := etree.NewDocument()
			again.ReadSettings.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
			if err := again.ReadFromBytes(written); err != nil {
				t.Fatalf("%v\n%q", err, written)
			}
		}
	})
}
