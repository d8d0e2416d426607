package practice

import "github.com/callbacklens/callbacklens/parser/lang"

// DoAbout returns what to do about an error code. It is empty for one that is not
// published.
func DoAbout(code string) lang.Text {
	for i := range todo {
		if todo[i].code == code {
			return todo[i].do
		}
	}
	return lang.Text{}
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

var todo = [...]struct {
	code string
	do   lang.Text
}{
	{"PermanentRedirect", doFollow},
	{"TemporaryRedirect", doFollow},
	{"InvalidArgument", doArguments},
	{"MissingContent", doBody},
	{"InvalidContent", lang.Text{
		ZH: "检查 XML 是否完整，按实际发送的字节计算 Content-MD5；413 时减小请求体。",
		EN: "Check that the XML is complete and that Content-MD5 is that of the bytes sent; on 413 send less.",
	}},
	{"InvalidHost", doHost},
	{"ResourceNotFound", doFind},
	{"ResourceAccessDenied", lang.Text{
		ZH: "检查存储桶权限，以及角色 CI_QCSRole 的授权。",
		EN: "Check the permissions of the bucket and of the role CI_QCSRole.",
	}},
	{"ResourceDownloadFailed", lang.Text{
		ZH: "检查文件能否下载：是否归档、源站是否可达，再重试。",
		EN: "Check that the file can be downloaded (archived? origin reachable?), then try again.",
	}},
	{"CIRoleNotExist", doRole},
	{"ResourceNotSupported", doFormat},
	{"MissingAuthorization", doSign},
	{"InvalidAuthorization", doResign},
	{"AccessDenied", doGrant},
	{"SecretidNotExist", doKey},
	{"SignatureExpired", doExpire},
	{"MediaBucketAlreadyBinded", lang.Text{ZH: "无需再次绑定。", EN: "It need not be bound again."}},
	{"QueueSaturated", lang.Text{
		ZH: "等待队列中的任务完成后重试。", EN: "Wait for jobs of the queue to end, then try again.",
	}},
	{"QueuePaused", lang.Text{
		ZH: "恢复队列（State 改为 Active）。", EN: "Resume the queue: set its State to Active.",
	}},
	{"InvalidUrl", doURL},
	{"AuditingJobNotFound", lang.Text{
		ZH: "检查 JobId 与地域；任务记录只保留一段时间。",
		EN: "Check JobId and region; records of jobs are kept for a time only.",
	}},
	{"MissingContentLength", lang.Text{ZH: "加上请求头 Content-Length。", EN: "Send the header Content-Length."}},
	{"SlowDown", doSlow},
	{"UnavailableForLegalReasons", doTicket},
	{"InternalError", doRetry},
	{"NotImplemented", doArguments},
	{"ServiceUnavailable", doRetry},
	{"1007", doRetry},
	{"1010", doURL},
	{"1011", lang.Text{
		ZH: "检查请求体是否为完整的 XML。", EN: "Check that the body is complete XML.",
	}},
	{"1012", doSign},
	{"1013", doResign},
	{"1014", doExpire},
	{"1015", doArguments},
	{"1016", doBody},
	{"1017", doHost},
	{"1018", doGrant},
	{"1019", doKey},
	{"1020", doSlow},
	{"1021", lang.Text{
		ZH: "Content-Type 应为 application/xml。", EN: "The Content-Type is application/xml.",
	}},
	{"1100", lang.Text{
		ZH: "无需再次绑定。", EN: "It need not be bound again.",
	}},
	{"1103", doFind},
	{"1106", lang.Text{
		ZH: "检查 QueueId，以及它是否属于同一地域的存储桶。",
		EN: "Check the QueueId, and that it belongs to a bucket of the same region.",
	}},
	{"1107", lang.Text{
		ZH: "检查 TemplateId 与模板类型。", EN: "Check the TemplateId and the kind of template.",
	}},
	{"1109", doLimit},
	{"1110", doLimit},
	{"1111", lang.Text{
		ZH: "先绑定存储桶并开通服务。", EN: "Bind the bucket and enable the service first.",
	}},
	{"1112", lang.Text{
		ZH: "换一个模板名称。", EN: "Choose another name.",
	}},
	{"1114", lang.Text{ZH: "先停用工作流。", EN: "Deactivate the workflow first."}},
	{"1120", doLimit},
	{"1124", lang.Text{
		ZH: "检查输出存储桶的权限，以及角色 CI_QCSRole 的授权。",
		EN: "Check the permissions of the output bucket and of the role CI_QCSRole.",
	}},
	{"1145", doLimit},
	{"-61011", doFind},
	{"-65007", lang.Text{ZH: "检查文件格式是否正确。", EN: "Check the format of the file."}},
	{"-65010", lang.Text{
		ZH: "检查文件链接；私有读的文件需要带签名。",
		EN: "Check the link; one to a private file needs a signature.",
	}},
	{"-65011", lang.Text{
		ZH: "过大的文件不能审核，先缩小。", EN: "Large files cannot be reviewed: make it smaller.",
	}},
	{"-65012", lang.Text{
		ZH: "使用分辨率更高的图片。", EN: "Use an image of a higher resolution.",
	}},
	{"-65013", doFormat},
	{"-65014", doRole},
	{"-65015", lang.Text{
		ZH: "至少选择一种审核场景。", EN: "Choose at least one.",
	}},
	{"-65016", lang.Text{
		ZH: "填写正确的 BizType。", EN: "Use a BizType that exists.",
	}},
	{"-3006", lang.Text{
		ZH: "使用解密后的文档。", EN: "Use a document without encryption.",
	}},
	{"-3008", lang.Text{
		ZH: "检查上传是否完整。", EN: "Check that the upload was complete.",
	}},
	{"-3011", doFormat},
	{"-3015", lang.Text{
		ZH: "检查请求的页码。", EN: "Check the page number that was asked for.",
	}},
	{"-3075", lang.Text{
		ZH: "使用不超过 100 MB 的文档。", EN: "Use a document of at most 100 MB.",
	}},
}
