package reference

import "github.com/callbacklens/callbacklens/parser/lang"

// Code is an error code that the service may answer with.
type Code struct {
	Value string
	// Name is what the published table has beside a number.
	Name string
	// Status is the HTTP status that comes with it, empty where none is published.
	// Two of them are written "400, 413".
	Status string
	Text   lang.Text // what it means
}

// CodeTable is one published list of error codes.
type CodeTable struct {
	Anchor       string // the id of the table on the reference page
	Title, Intro lang.Text
	Codes        []Code
}

// CodeTables returns the published lists of error codes. Word segmentation has none
// of its own. They must not be changed.
func CodeTables() []CodeTable { return codeTables[:] }

// ErrorCode says what a code of an <Error> body or of a failed job means.
func ErrorCode(code string) (lang.Text, bool) {
	for t := range codeTables {
		for i := range codeTables[t].Codes {
			if c := &codeTables[t].Codes[i]; c.Value == code {
				return c.Text, true
			}
		}
	}
	return lang.Text{}, false
}

var codeTables = [...]CodeTable{
	{
		Anchor: "codes",
		Title:  lang.Text{ZH: "通用错误码", EN: "General error codes"},
		Intro: lang.Text{
			ZH: "接口拒绝请求时，Error.Code 的取值。失败任务的 Code 会取哪些值，没有文档，也没有官方示例。",
			EN: "Values of Error.Code in the response to a refused request. Which values Code takes in a failed job is " +
				"not documented, and no sample of one is published.",
		},
		Codes: generalCodes,
	},
	{
		Anchor: "codes-media",
		Title:  lang.Text{ZH: "媒体处理错误码", EN: "Error codes of media processing"},
		Intro: lang.Text{
			ZH: "数字错误码，旁边是官方表中的错误信息。官方表没有写处理办法，这里的是建议。",
			EN: "Numbers, with the error message of the published table. What to do is not published; this is advice.",
		},
		Codes: mediaCodes,
	},
	{
		Anchor: "codes-review",
		Title:  lang.Text{ZH: "内容审核错误码", EN: "Error codes of content review"},
		Intro: lang.Text{
			ZH: "官方表中没有列出的数字都是内部错误。",
			EN: "A number that the published table does not list is an internal error.",
		},
		Codes: reviewCodes,
	},
	{
		Anchor: "codes-preview",
		Title:  lang.Text{ZH: "文档预览错误码", EN: "Error codes of document preview"},
		Intro: lang.Text{
			ZH: "-3075 只列在图片下载的表中。",
			EN: "-3075 is listed in the table of image downloads alone.",
		},
		Codes: previewCodes,
	},
}

var generalCodes = []Code{
	{"PermanentRedirect", "", "301", lang.Text{ZH: "资源已永久移动", EN: "the resource has moved for good"}},
	{"TemporaryRedirect", "", "307", lang.Text{ZH: "资源已临时移动", EN: "the resource has moved for now"}},
	{"InvalidArgument", "", "400", lang.Text{ZH: "部分参数不符合要求", EN: "a parameter is not valid"}},
	{"MissingContent", "", "400", lang.Text{ZH: "缺少请求体", EN: "the request has no body"}},
	{"InvalidContent", "", "400, 413", lang.Text{
		ZH: "400：请求体格式不正确，或与 Content-MD5 不符；413：请求体过大",
		EN: "400: the body is malformed or does not match Content-MD5; 413: the body is too large",
	}},
	{"InvalidHost", "", "400", lang.Text{ZH: "Host 验证失败", EN: "the host was refused"}},
	{"ResourceNotFound", "", "400", lang.Text{ZH: "输入的资源不存在", EN: "the input does not exist"}},
	{"ResourceAccessDenied", "", "400", lang.Text{
		ZH: "没有权限操作输入的资源", EN: "no permission for the input",
	}},
	{"ResourceDownloadFailed", "", "400", lang.Text{
		ZH: "输入的资源下载失败", EN: "the input could not be downloaded",
	}},
	{"CIRoleNotExist", "", "400", lang.Text{
		ZH: "数据万象的角色 CI_QCSRole 不存在", EN: "the role CI_QCSRole of Cloud Infinite does not exist",
	}},
	{"ResourceNotSupported", "", "400", lang.Text{
		ZH: "文件有问题或不支持", EN: "the file is damaged or not supported",
	}},
	{"MissingAuthorization", "", "401", lang.Text{ZH: "缺少 Authorization", EN: "there is no Authorization"}},
	{"InvalidAuthorization", "", "401", lang.Text{
		ZH: "Authorization 格式不正确", EN: "the Authorization is malformed",
	}},
	{"AccessDenied", "", "401, 403", lang.Text{
		ZH: "401：没有权限；403：禁止此操作", EN: "401: no permission; 403: the operation is forbidden",
	}},
	{"SecretidNotExist", "", "401", lang.Text{ZH: "密钥不存在", EN: "the key does not exist"}},
	{"SignatureExpired", "", "401", lang.Text{ZH: "签名已过期", EN: "the signature has expired"}},
	{"MediaBucketAlreadyBinded", "", "403", lang.Text{
		ZH: "存储桶已绑定", EN: "the bucket is bound already",
	}},
	{"QueueSaturated", "", "403", lang.Text{ZH: "队列已满", EN: "the queue is full"}},
	{"QueuePaused", "", "403", lang.Text{ZH: "队列已暂停", EN: "the queue is paused"}},
	{"InvalidUrl", "", "404", lang.Text{ZH: "URL 格式不正确", EN: "the URL is malformed"}},
	{"AuditingJobNotFound", "", "404", lang.Text{ZH: "审核任务不存在", EN: "the review job does not exist"}},
	{"MissingContentLength", "", "411", lang.Text{
		ZH: "缺少 Content-Length", EN: "there is no Content-Length",
	}},
	{"SlowDown", "", "429", lang.Text{ZH: "请求过于频繁", EN: "too many requests"}},
	{"UnavailableForLegalReasons", "", "451", lang.Text{
		ZH: "因法律原因不可用", EN: "not available for legal reasons",
	}},
	{"InternalError", "", "500", lang.Text{ZH: "服务内部错误", EN: "internal error of the service"}},
	{"NotImplemented", "", "501", lang.Text{ZH: "请求尚未实现", EN: "not implemented"}},
	{"ServiceUnavailable", "", "503", lang.Text{ZH: "服务暂不可用", EN: "the service is not available for now"}},
}

var mediaCodes = []Code{
	{"1007", "InternalError", "", lang.Text{ZH: "内部错误", EN: "internal error"}},
	{"1010", "InvalidUrl", "", lang.Text{ZH: "无效的 URL", EN: "invalid URL"}},
	{"1011", "InvalidContent", "", lang.Text{ZH: "无效的请求体", EN: "invalid body"}},
	{"1012", "MissingAuthorization", "", lang.Text{ZH: "缺少签名", EN: "no signature"}},
	{"1013", "InvalidAuthorization", "", lang.Text{ZH: "无效的签名", EN: "invalid signature"}},
	{"1014", "SignatureExpired", "", lang.Text{ZH: "签名已过期", EN: "the signature has expired"}},
	{"1015", "InvalidArgument", "", lang.Text{ZH: "无效的参数", EN: "invalid parameter"}},
	{"1016", "MissingContent", "", lang.Text{ZH: "缺少请求体", EN: "no body"}},
	{"1017", "InvalidHost", "", lang.Text{ZH: "无效的 Host", EN: "invalid host"}},
	{"1018", "AccessDenied", "", lang.Text{ZH: "拒绝访问", EN: "access denied"}},
	{"1019", "SecretidNotExist", "", lang.Text{ZH: "密钥不存在", EN: "the key does not exist"}},
	{"1020", "SlowDown", "", lang.Text{ZH: "频率控制", EN: "too many requests"}},
	{"1021", "InvalidContentType", "", lang.Text{ZH: "请求体类型无效", EN: "invalid type of the body"}},
	{"1100", "BucketAlreadyBinded", "", lang.Text{ZH: "存储桶已绑定", EN: "the bucket is bound already"}},
	{"1103", "ResourceNotFound", "", lang.Text{ZH: "资源未找到", EN: "resource not found"}},
	{"1106", "QueueNotFound", "", lang.Text{ZH: "队列未找到", EN: "queue not found"}},
	{"1107", "TemplateNotFound", "", lang.Text{ZH: "模板未找到", EN: "template not found"}},
	{"1109", "BindedBucketNumLimit", "", lang.Text{
		ZH: "绑定的存储桶数量超过上限", EN: "too many buckets are bound",
	}},
	{"1110", "CreatedTemplateNumLimit", "", lang.Text{ZH: "模板数量超过上限", EN: "too many templates"}},
	{"1111", "MediaBucketUnBinded", "", lang.Text{ZH: "存储桶未绑定", EN: "the bucket is not bound"}},
	{"1112", "TemplateNameDuplicate", "", lang.Text{ZH: "模板名称重复", EN: "duplicate template name"}},
	{"1114", "ActiveWorkflowForbiddenUpdate", "", lang.Text{
		ZH: "已开启的工作流不能更新", EN: "an active workflow cannot be updated",
	}},
	{"1120", "WorkFlowNumLimit", "", lang.Text{ZH: "工作流数量超过上限", EN: "too many workflows"}},
	{"1124", "WriteTargetBucketDenied", "", lang.Text{
		ZH: "禁止写入存储桶", EN: "writing to the bucket is not allowed",
	}},
	{"1145", "QueueNumLimit", "", lang.Text{ZH: "队列数量超过上限", EN: "too many queues"}},
}

var reviewCodes = []Code{
	{"-61011", "", "", lang.Text{ZH: "文件不存在", EN: "the file does not exist"}},
	{"-65007", "", "", lang.Text{
		ZH: "文件内容错误，解码失败", EN: "the content of the file cannot be decoded",
	}},
	{"-65010", "", "", lang.Text{ZH: "下载文件失败", EN: "the file could not be downloaded"}},
	{"-65011", "", "", lang.Text{ZH: "文件过大，无法处理", EN: "the file is too large"}},
	{"-65012", "", "", lang.Text{ZH: "图片分辨率过小", EN: "the resolution of the image is too low"}},
	{"-65013", "", "", lang.Text{
		ZH: "不符合要求（例如后缀不支持、文件过大），未处理",
		EN: "the file does not meet the requirements (suffix, size) and was not processed",
	}},
	{"-65014", "", "", lang.Text{
		ZH: "没有数据万象的角色 CI_QCSRole", EN: "there is no role CI_QCSRole of Cloud Infinite",
	}},
	{"-65015", "", "", lang.Text{ZH: "没有启用审核场景", EN: "no scene of review is chosen"}},
	{"-65016", "", "", lang.Text{ZH: "BizType 不存在", EN: "the BizType does not exist"}},
}

var previewCodes = []Code{
	{"-3006", "", "", lang.Text{ZH: "文档已加密，无法解析", EN: "the document is encrypted"}},
	{"-3008", "", "", lang.Text{ZH: "文档为空", EN: "the document is empty"}},
	{"-3011", "", "", lang.Text{ZH: "文档类型不支持", EN: "the type of document is not supported"}},
	{"-3015", "", "", lang.Text{ZH: "页码超过总页数", EN: "the page number is beyond the last page"}},
	{"-3075", "", "", lang.Text{ZH: "文档超过 100 MB", EN: "the document is larger than 100 MB"}},
}
