package bodies

import "strings"

// SamplesXML are small bodies that reach every branch of the reader.
var SamplesXML = []string{
	`<a/>`, `<a></a>`, `<a>x</a>`, "\n<a> x </a>\n", `<?xml version="1.0" encoding="utf-8"?><a b="1" c='2'/>`,
	`<a b="x&amp;&lt;&#65;&#x42;"/>`, "<a>\r\n1\r2\n</a>", "<a b='\r\n'/>", `<a><![CDATA[x<y]]>z<![CDATA[]]></a>`, "<a><![CDATA[\r\n]]></a>",
	`<!-- c --><a><!--d--></a><!-- e -->`, `<a><?pi some data?></a>`, `<!DOCTYPE a [<!ENTITY b "c">]><a/>`, `<!DOCTYPE a SYSTEM "x>y"><a/>`,
	`<n:a n:b="1" xmlns:n="u"><n:c/></n:a>`, `<:a/>`, `<a:/>`, `<a>]]</a>`, `<a>x]y</a>`, `<a b="]]>"/>`, `<名 前="值">文</名>`,
	`<a><b>1</b><b>2</b> <b/></a>`, "<a\n b = \"1\"\t></a >", `<a>&apos;&quot;</a>`, `<a b="1" b="2"/>`,
	"<r>" + strings.Repeat("<t><w>x</w><p>&lt;</p></t>\n", 9) + "</r>",
	"<r>" + strings.Repeat("<t><w/><p>y\r\n</p></t>", 12) + "tail<t><w>1</w></t></r>",
	"<r>" + strings.Repeat("<t> <w>今天</w> <p>t</p> </t>", 8) + "<!--x-->" + strings.Repeat("<t><w>2</w></t>", 20) + "</r>",
	"<r>" + strings.Repeat("<t><w>a</w></t>", 8) + "<t a='1'><w>a</w></t>" + strings.Repeat("<t><w>a</w></t>", 8) + "</r>",
}

// SamplesJSON are the same for the reader of JSON.
var SamplesJSON = []string{
	`{}`, `[]`, `"x"`, `1`, `-0.5e+3`, `true`, `null`, ` { "a" : 1 , "b" : [ ] } `, `{"a":{"b":[1,"2",null,true,{}]}}`,
	`"\u0041\n\"\\\/\ud83d\ude00\ud83d"`, `{"\u0041":1}`, `{"a":1,"a":2}`, `[[[]]]`, `1e400`, `123456789012345678901234567890`,
	"[" + strings.Repeat(`{"w":"x","n":1},`, 9) + `{"w":"x","n":1}]`,
	"[" + strings.Repeat("{\n \"w\" : \"今\\n天\", \"n\" : -1.5e3 , \"b\":false, \"z\":null } ,\n", 12) + `{"w":2}, 7]`,
	"[" + strings.Repeat(`{"w":"x"},`, 8) + `{"v":"x"},` + strings.Repeat(`{"w":"y"},`, 8) + `[]]`,
	"{\"a\":\"\xff\xfe\"}",
}
