package reference

import "strings"

// reviewNames are the names that the pages on review callbacks and the models of the
// SDKs have, below JobsDetail or data, without case and underscores: the Detail version
// writes HitFlag, the Simple one hit_flag.
const reviewNames = " abuseinfo adsinfo algorithm appid audiosection audiotext bucket bucketid category code " +
	"compressionresult content contexttext cosheaders count creationtime dataid deviceid duration encryption end " +
	"endtime entity event forbiddenstatus forbidstate gender height highlighthtml hitflag hitinfos illegalinfo " +
	"imageid imageresults ip iv jobid key keyid keytype keywords label labels languageresults level libname " +
	"libresults libtype listinfo listname listresults listtype liveinfo location maskinfo message msg name " +
	"nickname object objectresults ocrresults offsettime output pagecount pagenumber pagesegment politicsinfo " +
	"porninfo positions qualityinfo receivetokenid recognitionresults recordinfo region result results role room " +
	"rotate score section sectioncount sheetnumber snapshot snapshotcount snapshottime spaminfo speakerresults " +
	"start startbyte starttime state sublabel suggestion teenagerinfo terrorisminfo terroristinfo text " +
	"textresults tokenid traceid type url userinfo valueinfo width x y "

// OfReview reports whether a field of a content review is called so.
func OfReview(name []byte) bool {
	const longest = 32
	var plain [longest + 2]byte
	plain[0] = ' '
	n := 1
	for _, c := range name {
		switch {
		case c == '_':
			continue
		case n > longest:
			return false
		case c >= 'A' && c <= 'Z':
			c += 'a' - 'A'
		}
		plain[n] = c
		n++
	}
	plain[n] = ' '
	return strings.Contains(reviewNames, string(plain[:n+1]))
}
