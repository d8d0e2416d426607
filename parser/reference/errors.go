package reference

import "github.com/callbacklens/callbacklens/parser/lang"

// Code is an error code that the API of the service may answer with.
type Code struct {
	Value string
	Text  lang.Text
}

// Codes returns the general error codes. Word segmentation has none of its
// own. The slice must not be changed.
func Codes() []Code { return codes }

// ErrorCode says what a code of an <Error> body or of a failed job means.
func ErrorCode(code string) (lang.Text, bool) {
	for i := range codes {
		if codes[i].Value == code {
			return codes[i].Text, true
		}
	}
	return lang.Text{}, false
}

var codes = []Code{
	{"InvalidArgument", lang.Text{ZH: "请求参数不合法", EN: "an argument of the request is not valid"}},
	{"MissingContent", lang.Text{ZH: "请求体缺少内容", EN: "the request lacks a body"}},
	{"InvalidContent", lang.Text{ZH: "请求体内容不合法", EN: "the body of the request is not valid"}},
	{"InvalidHost", lang.Text{ZH: "请求域名不合法", EN: "the host of the request is not valid"}},
	{"InvalidUrl", lang.Text{ZH: "URL 不合法", EN: "a URL is not valid"}},
	{"ResourceNotFound", lang.Text{ZH: "资源不存在", EN: "the resource does not exist"}},
	{"ResourceAccessDenied", lang.Text{ZH: "无权访问资源", EN: "access to the resource is denied"}},
	{"ResourceDownloadFailed", lang.Text{ZH: "资源下载失败", EN: "the resource could not be downloaded"}},
	{"ResourceNotSupported", lang.Text{ZH: "不支持该资源", EN: "the resource is not supported"}},
	{"CIRoleNotExist", lang.Text{ZH: "数据万象服务角色不存在", EN: "the service role of Cloud Infinite does not exist"}},
	{"MissingAuthorization", lang.Text{ZH: "请求缺少签名", EN: "the request lacks its authorization"}},
	{"InvalidAuthorization", lang.Text{ZH: "签名不合法", EN: "the authorization is not valid"}},
	{"AccessDenied", lang.Text{ZH: "拒绝访问", EN: "access is denied"}},
	{"SecretidNotExist", lang.Text{ZH: "SecretId 不存在", EN: "the SecretId does not exist"}},
	{"SignatureExpired", lang.Text{ZH: "签名已过期", EN: "the signature has expired"}},
	{"MediaBucketAlreadyBinded", lang.Text{ZH: "存储桶已绑定媒体处理服务", EN: "the bucket is bound to media processing already"}},
	{"QueueSaturated", lang.Text{ZH: "队列已满", EN: "the queue is full"}},
	{"QueuePaused", lang.Text{ZH: "队列已暂停", EN: "the queue is paused"}},
	{"AuditingJobNotFound", lang.Text{ZH: "审核任务不存在", EN: "the review job does not exist"}},
	{"MissingContentLength", lang.Text{ZH: "请求缺少 Content-Length", EN: "the request lacks Content-Length"}},
	{"SlowDown", lang.Text{ZH: "请求过于频繁", EN: "requests come too fast"}},
	{"UnavailableForLegalReasons", lang.Text{ZH: "因法律原因不可用", EN: "unavailable for legal reasons"}},
	{"InternalError", lang.Text{ZH: "服务内部错误", EN: "internal error of the service"}},
	{"NotImplemented", lang.Text{ZH: "功能未实现", EN: "not implemented"}},
	{"ServiceUnavailable", lang.Text{ZH: "服务暂不可用", EN: "the service is not available"}},
}
