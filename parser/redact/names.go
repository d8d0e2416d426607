package redact

// Kind is what the value is that has a name.
type Kind uint8

// The kinds of values. The first two are nothing to hide by their name.
const (
	// None is a value that its name says nothing of.
	None Kind = iota
	// PairKey is the name of something whose value stands beside it: Key in
	// {"Key": "x-cos-meta-token", "Value": "…"}.
	PairKey
	// PairValue is that value.
	PairValue
	// Marker tells that the names beside it are those of a request.
	Marker
	// Target is an address or a path if it stands beside a Marker.
	Target
	// Link is an address whose query is a secret, and the path as well in the
	// head of a message.
	Link
	// Address is an address of which the host alone may be seen.
	Address
	// Secret is a secret if it is a single value. In a list it is more likely
	// what a segmentation calls a token.
	Secret
	// Head is a secret in a list as well: a field of the head of a message.
	Head
	// Deep is a secret with all that is in it.
	Deep
)

// rule says what values are whose name ends in one way. Names are compared
// without case, blanks and signs between words.
type rule struct {
	name string
	how  fit
	kind Kind
	why  string // what it allows, or where it is described
}

// fit tells how much of a name a rule is about.
type fit uint8

const (
	whole fit = iota // the name is no other
	word             // it is the last word of the name
	end              // the name ends in it
)

var rules = [...]rule{
	{"authorization", end, Head, "RFC 9110, 11.6.2: credentials of a request"},
	{"proxyauthenticate", end, Head, "RFC 9110, 11.7.1: may repeat a nonce"},
	{"authenticationinfo", end, Head, "RFC 9110, 11.6.3"},
	{"cookie", end, Deep, "RFC 6265: the session of a visitor"},
	{"cookies", end, Deep, "the same, as frameworks list them"},
	{
		"token",
		end,
		Secret,
		"x-cos-security-token, X-Auth-Token, access_token, X-Amz-Security-Token: whoever has it is let in",
	},
	{"jwt", word, Secret, "RFC 7519"},
	{"bearer", word, Secret, "RFC 6750"},
	{"signature", end, Secret, "q-signature, X-Amz-Signature, X-Signature: a signed address works for whoever has it"},
	{"sign", word, Secret, "sign= of COS and CI: the whole signature in one parameter"},
	{"sig", word, Secret, "sig= of Azure's shared access signatures"},
	{"signingkey", end, Secret, "makes signatures"},
	{"signkey", end, Secret, "makes signatures"},
	{"qak", whole, Secret, "q-ak of COS: the SecretId"},
	{"ak", whole, Secret, "an access key by its short name"},
	{"sk", whole, Secret, "a secret key by its short name"},
	{"accesskey", end, Secret, "half of a pair of keys"},
	{"accesskeyid", end, Secret, "OSSAccessKeyId, AWSAccessKeyId: half of a pair of keys"},
	{"googleaccessid", end, Secret, "the same of Google's signed addresses"},
	{"secretid", end, Secret, "half of a pair of keys of Tencent Cloud"},
	{"secretkey", end, Secret, "the other half"},
	{"accesskeysecret", end, Secret, "the same elsewhere"},
	{"secret", end, Secret, "client_secret, app secret"},
	{"secrets", end, Deep, "several of them"},
	{"credential", end, Deep, "X-Amz-Credential names a key; as an object it holds them"},
	{"credentials", end, Deep, "the keys of a role, as the metadata service gives them"},
	{"apikey", end, Secret, "X-Api-Key"},
	{"appkey", end, Secret, "the key of an application"},
	{"authkey", end, Secret, "auth_key of signed CDN addresses"},
	{"privatekey", end, Secret, "the half of a key that is to be kept"},
	{"encryptionkey", end, Secret, "x-cos-server-side-encryption-customer-key and others"},
	{"encryptkey", end, Secret, "opens what it has closed"},
	{"customerkey", end, Secret, "x-cos-server-side-encryption-customer-key opens the object"},
	{"decryptkey", end, Secret, "opens what is encrypted"},
	{"uncompresskey", end, Secret, "UnCompressKey of FileUncompress: the password of an archive"},
	{"archivekey", end, Secret, "the password of an archive"},
	{"password", end, Secret, "DocPassword and others"},
	{"passwords", end, Deep, "several of them"},
	{"passwd", end, Secret, "the same"},
	{"passphrase", end, Secret, "the same"},
	{"passcode", end, Secret, "the same"},
	{"pwd", word, Secret, "the same"},
	{"pwd", end, Secret, "userpwd"},
	{"auth", word, Secret, "x-cos-meta-auth, sign=… auth=…"},
	{"session", word, Secret, "the session of a visitor"},
	{"sessionid", end, Secret, "the same: JSESSIONID"},
	{"sessid", end, Secret, "the same: PHPSESSID"},
	{"sessionkey", end, Secret, "of WeChat's login"},
	{"connectsid", end, Secret, "the same: connect.sid"},
	{"sid", whole, Secret, "the same"},
	{"ticket", word, Secret, "of WeChat and of CAS"},
	{"csrf", word, Secret, "lets somebody act for a visitor"},
	{"xsrf", word, Secret, "the same"},
	{"otp", word, Secret, "a password for one time"},
	{"webhook", end, Address, "whoever has the address may send to it"},

	{
		"callback",
		whole,
		Address,
		"CallBack of a job: callbacks are not signed, so people put a secret into the address",
	},
	{"callbackurl", end, Address, "the same"},
	{"notifyurl", end, Address, "the same"},
	{"referer", whole, Link, "RFC 9110, 10.1.3: the address of the page before, with its query"},
	{"referrer", whole, Link, "the same, spelled rightly"},
	{"location", whole, Link, "RFC 9110, 10.2.2: where a login leads to, often with a token"},
	{"contentlocation", whole, Link, "the same"},
	{"xoriginaluri", end, Address, "the target of a request, as proxies hand it on"},
	{"xoriginalurl", end, Address, "the same"},
	{"xforwardeduri", end, Address, "the same"},
	{"xrewriteurl", end, Address, "the same"},
	{"requesturi", whole, Address, "the target of a request, as servers log it"},
	{"requesturl", whole, Address, "the same"},
	{"rawpath", whole, Address, "the same in events of gateways"},
	{"originalurl", whole, Address, "the same in Express"},
	{"authority", whole, None, ":authority of HTTP/2, which is hidden with :path: it may hold a name and a password"},
	{"path", whole, Target, "the target of a request, in events of gateways and in logs"},
	{"uri", whole, Target, "the same"},
	{"url", whole, Target, "the same"},
	{"target", whole, Target, "the same"},
	{"querystring", end, Deep, "queryString of an API Gateway event"},
	{"querystringparameters", end, Deep, "the same, of an older kind"},
	{"pathparameters", whole, Deep, "the parts of the path that the callback was sent to"},

	{"httpmethod", whole, Marker, "a member of an API Gateway event"},
	{"requestcontext", whole, Marker, "the same"},
	{"requestmethod", whole, Marker, "a member of a log of requests"},
	{"method", whole, Marker, "the same"},
	{"headers", whole, Marker, "the same"},

	{"key", whole, PairKey, "CosHeaders.Key"},
	{"name", whole, PairKey, "the same in lists of fields elsewhere"},
	{"value", whole, PairValue, "CosHeaders.Value"},
	{"values", whole, PairValue, "the same"},
}

// exempt are names that end as those of secrets do.
var exempt = map[string]bool{
	"wordsgeneralizetoken":  true, // a word of a segmentation
	"nexttoken":             true, // where the next page of a list begins
	"continuationtoken":     true, // the same
	"nextcontinuationtoken": true,
	"pagetoken":             true,
	"nextpagetoken":         true,
	"publickey":             true,
}

// namesAs are what may follow the name of a secret and say nothing else of it.
var namesAs = [...]string{"value", "val", "string", "str", "header", "hash", "base", "raw", "plain"}

// byEnd has the rules by the last two letters of their names.
var byEnd = func() (table [letters * letters][]*rule) {
	for i := range rules {
		at := endOf([]byte(rules[i].name))
		table[at] = append(table[at], &rules[i])
	}
	return table
}()

const letters = 26

// endings has the last three letters of all names that mean something, so that
// most others are told by three bytes.
var endings = func() (table [letters * letters * letters]bool) {
	add := func(name string) {
		if at := endOf([]byte(name)); len(name) > 2 {
			table[letter(name[len(name)-3])*letters*letters+at] = true
		} else {
			for first := range letters {
				table[first*letters*letters+at] = true
			}
		}
	}
	for i := range rules {
		add(rules[i].name)
	}
	for _, name := range namesAs {
		add(name)
	}
	return table
}()

// letter returns the number of a letter of ASCII, of others any.
func letter(c byte) int {
	if c |= 0x20; c < 'a' || c > 'z' {
		return 0
	}
	return int(c - 'a')
}

// endOf numbers the last two letters of a name.
func endOf(name []byte) int {
	return letter(name[len(name)-2])*letters + letter(name[len(name)-1])
}

// mayMean is a quick look at whether a name could mean something.
func mayMean(name []byte) bool {
	n := len(name)
	if n < 3 || !isLetter(name[n-1]) || !isLetter(name[n-2]) || !isLetter(name[n-3]) {
		return n > 1
	}
	return endings[letter(name[n-3])*letters*letters+endOf(name)]
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// longestName is how many bytes of a name are looked at, those at its end.
const longestName = 64

// NameKind returns what the value is that has the given name: of a field of a
// head, a member, an element or a parameter.
func NameKind(name []byte) Kind {
	name = name[max(len(name)-longestName, 0):]
	for len(name) > 1 && !isLetter(name[len(name)-1]) {
		name = name[:len(name)-1] // the digits of token2, x-hub-signature-256
	}
	if !mayMean(name) {
		return None
	}
	var buf [longestName]byte
	short, last := fold(buf[:0], name)
	if k := lookUp(short, last); k != None {
		if k == Secret && len(name) > 2 && name[0]|0x20 == 'x' && name[1] == '-' {
			return Head // as fields of heads are named that no standard knows
		}
		return k
	}
	for _, more := range namesAs {
		if n := len(short) - len(more); n > 0 && string(short[n:]) == more {
			return lookUp(short[:n], 0)
		}
	}
	return None
}

// fold appends the letters and digits of a name in lower case, and returns
// where its last word begins in them.
func fold(dst, name []byte) (short []byte, last int) {
	lower := false
	for _, c := range name {
		switch {
		case c >= 'A' && c <= 'Z':
			if lower {
				last = len(dst)
			}
			dst, lower = append(dst, c|0x20), false
		case c == '-' || c == '_' || c == '.' || c == ' ':
			last, lower = len(dst), false
		default:
			dst, lower = append(dst, c), true
		}
	}
	return dst, last
}

// lookUp finds the rule for a folded name whose last word begins at last.
func lookUp(short []byte, last int) (kind Kind) {
	if len(short) < 2 {
		return None
	}
	for _, r := range byEnd[endOf(short)] {
		from := len(short) - len(r.name)
		if from < 0 || string(short[from:]) != r.name || r.kind <= kind {
			continue
		}
		if r.how == end || from == 0 || r.how == word && from == last {
			kind = r.kind
		}
	}
	if kind >= Secret && exempt[string(short)] {
		return None
	}
	return kind
}
