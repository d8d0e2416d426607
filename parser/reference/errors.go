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
	Do     lang.Text // what to do about it
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

// What several codes ask for.
var (
	doArguments = lang.Text{ZH: "对照接口文档检查参数。", EN: "Check the parameters against the page of the API."}
	doBody      = lang.Text{ZH: "补上请求体。", EN: "Send the body."}
	doHost      = lang.Text{
		ZH: "Host 应为 <BucketName-APPID>.ci.<Region>.myqcloud.com。",
		EN: "The host is <BucketName-APPID>.ci.<Region>.myqcloud.com.",
	}
	doURL  = lang.Text{ZH: "检查 URL 的格式。", EN: "Check the format of the URL."}
	doFind = lang.Text{
		ZH: "检查存储桶、地域与文件名，注意大小写和编码。",
		EN: "Check bucket, region and name of the file, with its case and encoding.",
	}
	doSign   = lang.Text{ZH: "按请求签名文档加上 Authorization。", EN: "Add an Authorization as the page on signatures has it."}
	doResign = lang.Text{
		ZH: "检查 Authorization 的格式：各项参数是否齐全。",
		EN: "Check the format of Authorization: whether all its parts are there.",
	}
	doGrant = lang.Text{
		ZH: "检查子账号的授权，异步任务需要 ci:CreateMediaJobs 与 cam:passrole。",
		EN: "Check what the sub-account may do; asynchronous jobs need ci:CreateMediaJobs and cam:passrole.",
	}
	doKey    = lang.Text{ZH: "检查 SecretId 是否有误、已删除或已禁用。", EN: "Check the SecretId: mistyped, deleted or disabled?"}
	doExpire = lang.Text{ZH: "检查本机时钟，重新签名。", EN: "Check the clock of the machine and sign again."}
	doSlow   = lang.Text{ZH: "降低请求频率后重试。", EN: "Send fewer requests at a time, then try again."}
	doRole   = lang.Text{
		ZH: "在控制台授权数据万象使用角色 CI_QCSRole。",
		EN: "Authorize Cloud Infinite in the console to use the role CI_QCSRole.",
	}
	doRetry = lang.Text{
		ZH: "稍后重试；一再出现时带上 RequestId 提交工单。",
		EN: "Try again later; if it stays, open a ticket with the RequestId.",
	}
	doFollow = lang.Text{ZH: "按响应头 Location 重新请求。", EN: "Send the request to what the header Location says."}
	doTicket = lang.Text{ZH: "提交工单。", EN: "Open a ticket."}
	doLimit  = lang.Text{ZH: "删除不用的，或提交工单提高上限。", EN: "Delete what is not used, or ask for more in a ticket."}
	doFormat = lang.Text{
		ZH: "对照规则与限制，检查文件类型。",
		EN: "Check the type of the file against the limits of the service.",
	}
)

var generalCodes = []Code{
	{"PermanentRedirect", "", "301", lang.Text{ZH: "资源已永久移动", EN: "the resource has moved for good"}, doFollow},
	{"TemporaryRedirect", "", "307", lang.Text{ZH: "资源已临时移动", EN: "the resource has moved for now"}, doFollow},
	{"InvalidArgument", "", "400", lang.Text{ZH: "部分参数不符合要求", EN: "a parameter is not valid"}, doArguments},
	{"MissingContent", "", "400", lang.Text{ZH: "缺少请求体", EN: "the request has no body"}, doBody},
	{"InvalidContent", "", "400, 413", lang.Text{
		ZH: "400：请求体格式不正确，或与 Content-MD5 不符；413：请求体过大",
		EN: "400: the body is malformed or does not match Content-MD5; 413: the body is too large",
	}, lang.Text{
		ZH: "检查 XML 是否完整，按实际发送的字节计算 Content-MD5；413 时减小请求体。",
		EN: "Check that the XML is complete and that Content-MD5 is that of the bytes sent; on 413 send less.",
	}},
	{"InvalidHost", "", "400", lang.Text{ZH: "Host 验证失败", EN: "the host was refused"}, doHost},
	{"ResourceNotFound", "", "400", lang.Text{ZH: "输入的资源不存在", EN: "the input does not exist"}, doFind},
	{"ResourceAccessDenied", "", "400", lang.Text{
		ZH: "没有权限操作输入的资源", EN: "no permission for the input",
	}, lang.Text{
		ZH: "检查存储桶权限，以及角色 CI_QCSRole 的授权。",
		EN: "Check the permissions of the bucket and of the role CI_QCSRole.",
	}},
	{"ResourceDownloadFailed", "", "400", lang.Text{
		ZH: "输入的资源下载失败", EN: "the input could not be downloaded",
	}, lang.Text{
		ZH: "检查文件能否下载：是否归档、源站是否可达，再重试。",
		EN: "Check that the file can be downloaded (archived? origin reachable?), then try again.",
	}},
	{"CIRoleNotExist", "", "400", lang.Text{
		ZH: "数据万象的角色 CI_QCSRole 不存在", EN: "the role CI_QCSRole of Cloud Infinite does not exist",
	}, doRole},
	{"ResourceNotSupported", "", "400", lang.Text{
		ZH: "文件有问题或不支持", EN: "the file is damaged or not supported",
	}, doFormat},
	{"MissingAuthorization", "", "401", lang.Text{ZH: "缺少 Authorization", EN: "there is no Authorization"}, doSign},
	{"InvalidAuthorization", "", "401", lang.Text{
		ZH: "Authorization 格式不正确", EN: "the Authorization is malformed",
	}, doResign},
	{"AccessDenied", "", "401, 403", lang.Text{
		ZH: "401：没有权限；403：禁止此操作", EN: "401: no permission; 403: the operation is forbidden",
	}, doGrant},
	{"SecretidNotExist", "", "401", lang.Text{ZH: "密钥不存在", EN: "the key does not exist"}, doKey},
	{"SignatureExpired", "", "401", lang.Text{ZH: "签名已过期", EN: "the signature has expired"}, doExpire},
	{"MediaBucketAlreadyBinded", "", "403", lang.Text{
		ZH: "存储桶已绑定", EN: "the bucket is bound already",
	}, lang.Text{ZH: "无需再次绑定。", EN: "It need not be bound again."}},
	{"QueueSaturated", "", "403", lang.Text{ZH: "队列已满", EN: "the queue is full"}, lang.Text{
		ZH: "等待队列中的任务完成后重试。", EN: "Wait for jobs of the queue to end, then try again.",
	}},
	{"QueuePaused", "", "403", lang.Text{ZH: "队列已暂停", EN: "the queue is paused"}, lang.Text{
		ZH: "恢复队列（State 改为 Active）。", EN: "Resume the queue: set its State to Active.",
	}},
	{"InvalidUrl", "", "404", lang.Text{ZH: "URL 格式不正确", EN: "the URL is malformed"}, doURL},
	{"AuditingJobNotFound", "", "404", lang.Text{ZH: "审核任务不存在", EN: "the review job does not exist"}, lang.Text{
		ZH: "检查 JobId 与地域；任务记录只保留一段时间。",
		EN: "Check JobId and region; records of jobs are kept for a time only.",
	}},
	{"MissingContentLength", "", "411", lang.Text{
		ZH: "缺少 Content-Length", EN: "there is no Content-Length",
	}, lang.Text{ZH: "加上请求头 Content-Length。", EN: "Send the header Content-Length."}},
	{"SlowDown", "", "429", lang.Text{ZH: "请求过于频繁", EN: "too many requests"}, doSlow},
	{"UnavailableForLegalReasons", "", "451", lang.Text{
		ZH: "因法律原因不可用", EN: "not available for legal reasons",
	}, doTicket},
	{"InternalError", "", "500", lang.Text{ZH: "服务内部错误", EN: "internal error of the service"}, doRetry},
	{"NotImplemented", "", "501", lang.Text{ZH: "请求尚未实现", EN: "not implemented"}, doArguments},
	{"ServiceUnavailable", "", "503", lang.Text{ZH: "服务暂不可用", EN: "the service is not available for now"}, doRetry},
}

var mediaCodes = []Code{
	{"1007", "InternalError", "", lang.Text{ZH: "内部错误", EN: "internal error"}, doRetry},
	{"1010", "InvalidUrl", "", lang.Text{ZH: "无效的 URL", EN: "invalid URL"}, doURL},
	{"1011", "InvalidContent", "", lang.Text{ZH: "无效的请求体", EN: "invalid body"}, lang.Text{
		ZH: "检查请求体是否为完整的 XML。", EN: "Check that the body is complete XML.",
	}},
	{"1012", "MissingAuthorization", "", lang.Text{ZH: "缺少签名", EN: "no signature"}, doSign},
	{"1013", "InvalidAuthorization", "", lang.Text{ZH: "无效的签名", EN: "invalid signature"}, doResign},
	{"1014", "SignatureExpired", "", lang.Text{ZH: "签名已过期", EN: "the signature has expired"}, doExpire},
	{"1015", "InvalidArgument", "", lang.Text{ZH: "无效的参数", EN: "invalid parameter"}, doArguments},
	{"1016", "MissingContent", "", lang.Text{ZH: "缺少请求体", EN: "no body"}, doBody},
	{"1017", "InvalidHost", "", lang.Text{ZH: "无效的 Host", EN: "invalid host"}, doHost},
	{"1018", "AccessDenied", "", lang.Text{ZH: "拒绝访问", EN: "access denied"}, doGrant},
	{"1019", "SecretidNotExist", "", lang.Text{ZH: "密钥不存在", EN: "the key does not exist"}, doKey},
	{"1020", "SlowDown", "", lang.Text{ZH: "频率控制", EN: "too many requests"}, doSlow},
	{"1021", "InvalidContentType", "", lang.Text{ZH: "请求体类型无效", EN: "invalid type of the body"}, lang.Text{
		ZH: "Content-Type 应为 application/xml。", EN: "The Content-Type is application/xml.",
	}},
	{"1100", "BucketAlreadyBinded", "", lang.Text{ZH: "存储桶已绑定", EN: "the bucket is bound already"}, lang.Text{
		ZH: "无需再次绑定。", EN: "It need not be bound again.",
	}},
	{"1103", "ResourceNotFound", "", lang.Text{ZH: "资源未找到", EN: "resource not found"}, doFind},
	{"1106", "QueueNotFound", "", lang.Text{ZH: "队列未找到", EN: "queue not found"}, lang.Text{
		ZH: "检查 QueueId，以及它是否属于同一地域的存储桶。",
		EN: "Check the QueueId, and that it belongs to a bucket of the same region.",
	}},
	{"1107", "TemplateNotFound", "", lang.Text{ZH: "模板未找到", EN: "template not found"}, lang.Text{
		ZH: "检查 TemplateId 与模板类型。", EN: "Check the TemplateId and the kind of template.",
	}},
	{"1109", "BindedBucketNumLimit", "", lang.Text{
		ZH: "绑定的存储桶数量超过上限", EN: "too many buckets are bound",
	}, doLimit},
	{"1110", "CreatedTemplateNumLimit", "", lang.Text{ZH: "模板数量超过上限", EN: "too many templates"}, doLimit},
	{"1111", "MediaBucketUnBinded", "", lang.Text{ZH: "存储桶未绑定", EN: "the bucket is not bound"}, lang.Text{
		ZH: "先绑定存储桶并开通服务。", EN: "Bind the bucket and enable the service first.",
	}},
	{"1112", "TemplateNameDuplicate", "", lang.Text{ZH: "模板名称重复", EN: "duplicate template name"}, lang.Text{
		ZH: "换一个模板名称。", EN: "Choose another name.",
	}},
	{"1114", "ActiveWorkflowForbiddenUpdate", "", lang.Text{
		ZH: "已开启的工作流不能更新", EN: "an active workflow cannot be updated",
	}, lang.Text{ZH: "先停用工作流。", EN: "Deactivate the workflow first."}},
	{"1120", "WorkFlowNumLimit", "", lang.Text{ZH: "工作流数量超过上限", EN: "too many workflows"}, doLimit},
	{"1124", "WriteTargetBucketDenied", "", lang.Text{
		ZH: "禁止写入存储桶", EN: "writing to the bucket is not allowed",
	}, lang.Text{
		ZH: "检查输出存储桶的权限，以及角色 CI_QCSRole 的授权。",
		EN: "Check the permissions of the output bucket and of the role CI_QCSRole.",
	}},
	{"1145", "QueueNumLimit", "", lang.Text{ZH: "队列数量超过上限", EN: "too many queues"}, doLimit},
}

var reviewCodes = []Code{
	{"-61011", "", "", lang.Text{ZH: "文件不存在", EN: "the file does not exist"}, doFind},
	{"-65007", "", "", lang.Text{
		ZH: "文件内容错误，解码失败", EN: "the content of the file cannot be decoded",
	}, lang.Text{ZH: "检查文件格式是否正确。", EN: "Check the format of the file."}},
	{"-65010", "", "", lang.Text{ZH: "下载文件失败", EN: "the file could not be downloaded"}, lang.Text{
		ZH: "检查文件链接；私有读的文件需要带签名。",
		EN: "Check the link; one to a private file needs a signature.",
	}},
	{"-65011", "", "", lang.Text{ZH: "文件过大，无法处理", EN: "the file is too large"}, lang.Text{
		ZH: "过大的文件不能审核，先缩小。", EN: "Large files cannot be reviewed: make it smaller.",
	}},
	{"-65012", "", "", lang.Text{ZH: "图片分辨率过小", EN: "the resolution of the image is too low"}, lang.Text{
		ZH: "使用分辨率更高的图片。", EN: "Use an image of a higher resolution.",
	}},
	{"-65013", "", "", lang.Text{
		ZH: "不符合要求（例如后缀不支持、文件过大），未处理",
		EN: "the file does not meet the requirements (suffix, size) and was not processed",
	}, doFormat},
	{"-65014", "", "", lang.Text{
		ZH: "没有数据万象的角色 CI_QCSRole", EN: "there is no role CI_QCSRole of Cloud Infinite",
	}, doRole},
	{"-65015", "", "", lang.Text{ZH: "没有启用审核场景", EN: "no scene of review is chosen"}, lang.Text{
		ZH: "至少选择一种审核场景。", EN: "Choose at least one.",
	}},
	{"-65016", "", "", lang.Text{ZH: "BizType 不存在", EN: "the BizType does not exist"}, lang.Text{
		ZH: "填写正确的 BizType。", EN: "Use a BizType that exists.",
	}},
}

var previewCodes = []Code{
	{"-3006", "", "", lang.Text{ZH: "文档已加密，无法解析", EN: "the document is encrypted"}, lang.Text{
		ZH: "使用解密后的文档。", EN: "Use a document without encryption.",
	}},
	{"-3008", "", "", lang.Text{ZH: "文档为空", EN: "the document is empty"}, lang.Text{
		ZH: "检查上传是否完整。", EN: "Check that the upload was complete.",
	}},
	{"-3011", "", "", lang.Text{ZH: "文档类型不支持", EN: "the type of document is not supported"}, doFormat},
	{"-3015", "", "", lang.Text{ZH: "页码超过总页数", EN: "the page number is beyond the last page"}, lang.Text{
		ZH: "检查请求的页码。", EN: "Check the page number that was asked for.",
	}},
	{"-3075", "", "", lang.Text{ZH: "文档超过 100 MB", EN: "the document is larger than 100 MB"}, lang.Text{
		ZH: "使用不超过 100 MB 的文档。", EN: "Use a document of at most 100 MB.",
	}},
}
