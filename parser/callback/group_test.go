package callback

import "testing"

func TestNamesInJSON(t *testing.T) {
	for name, want := range map[string]string{
		"ObjectName": "objectName", "Md5": "md5", "MD5": "md5", "SHA256": "sha256", "BBox": "bBox",
		"TtsConfig": "ttsConfig", "start_time": "startTime", "text": "text", "X1": "x1", "": "",
	} {
		if got := camel(name); got != want {
			t.Errorf("%s is %s in JSON, want %s", name, got, want)
		}
	}
}

func TestFormsAreEasyToRead(t *testing.T) {
	for _, c := range []struct {
		form        Form
		value, want string
	}{
		{FormSeconds, "13.654000", "0:13.654"},
		{FormSeconds, "3723.5", "1:02:03.5"},
		{FormSeconds, "0.000000", ""},
		{FormSeconds, "-1", ""},
		{FormMilliseconds, "3320", "0:03.32"},
		{FormMilliseconds, "soon", ""},
		{FormBytes, "999", "999 B"},
		{FormBytes, "1424687", "1.4 MB"},
		{FormBytes, "999999", "1 MB"},
		{FormBytes, "1e300", ""},
		{FormKilobits, "834.736000", "834.7 kbit/s"},
		{FormHertz, "44100", "44.1 kHz"},
		{FormText, "1", ""},
	} {
		if got := c.form.Say(c.value); got != c.want {
			t.Errorf("%s in form %d is %q, want %q", c.value, c.form, got, c.want)
		}
	}
}
