package parser

import "testing"

// TestAttributesOfXML2 reads lines of xml2 among which attributes stand: they part nothing.
func TestAttributesOfXML2(t *testing.T) {
	r := readString("/Response/@xmlns=u\n/Response/EventName=TaskFinish\n/Response/JobsDetail/@type=x\n" +
		"/Response/JobsDetail/JobId=a1\n/Response/JobsDetail/State=Success\n/Response/JobsDetail/Tag=Snapshot\n")
	if len(r.Callbacks) != 1 || r.Callbacks[0].Event.Text != "TaskFinish" || len(r.Callbacks[0].Jobs) != 1 || r.Callbacks[0].Jobs[0].ID.Text != "a1" {
		t.Errorf("%d callbacks, said %s", len(r.Callbacks), codes(r))
	}
	for _, odd := range []string{"/Response/EventName=a\n/Response/=x\n/Response/JobsDetail/\n", "/Response/@=u\n/Response/JobsDetail/@/@a=1\n", "/Response/EventName/=x\n/Response/@"} {
		readString(odd) // and does not panic
	}
}
