// Package sources tells what the reference rests on, whether the service still
// offers word segmentation, and what it needs.
package sources

import (
	"strings"

	"github.com/callbacklens/callbacklens/parser/lang"
)

// Source is what the reference rests on.
type Source struct {
	What    lang.Text
	Address string    // without its scheme
	Copy    string    // the date of the copy that was read, as the copy states it
	Note    lang.Text // empty if there is none
}

// All lists what the reference rests on. The slice must not be changed.
func All() []Source { return all }

var all = []Source{
	{
		lang.Text{ZH: "分词任务回调（数据万象）", EN: "Callback of word segmentation (CI)"},
		"cloud.tencent.com/document/product/460/84952", "2023-08-10", lang.Text{},
	},
	{
		lang.Text{ZH: "分词任务回调（对象存储）", EN: "Callback of word segmentation (COS)"},
		"cloud.tencent.com/document/product/436/79490", "2023-09-21", lang.Text{},
	},
	{
		lang.Text{ZH: "提交分词任务", EN: "Submission of word segmentation"},
		"cloud.tencent.com/document/product/460/84800", "",
		lang.Text{ZH: "旧版 460/79474", EN: "formerly 460/79474"},
	},
	{
		lang.Text{ZH: "工作流回调", EN: "Callback of workflows"},
		"cloud.tencent.com/document/product/460/80039", "",
		lang.Text{ZH: "示例中的时间是 2023-08", EN: "its sample is of 2023-08"},
	},
	{
		lang.Text{ZH: "更新队列（国际站）", EN: "Updating a queue (international)"},
		"www.tencentcloud.com/document/product/1045/50312", "2024-01-20", lang.Text{},
	},
	{
		lang.Text{ZH: "通用错误码（国际站）", EN: "General error codes (international)"},
		"www.tencentcloud.com/document/product/436/46214", "2023-12-26", lang.Text{},
	},
	{
		lang.Text{ZH: "数据处理错误码", EN: "Error codes of data processing"},
		"cloud.tencent.com/document/product/460/8523", "2023-07-10",
		lang.Text{ZH: "日期取自国际站文档库", EN: "the date is that of the international repository"},
	},
	{
		lang.Text{ZH: "国际站文档库", EN: "Repository of the international documentation"},
		"github.com/tencentyun/intlcloud-documents", "2024-12-24", lang.Text{},
	},
	{
		lang.Text{ZH: "Go SDK", EN: "Go SDK"},
		"github.com/tencentyun/cos-go-sdk-v5", "2026-07-24",
		lang.Text{ZH: "其余 SDK 见 docs/format.md", EN: "for the other SDKs see docs/format.md"},
	},
}

// covers names what the sources beside the first have the tables of, by the paths of
// fields.
var covers = [...]struct{ path, address string }{
	{"Request.NotifyConfig", "www.tencentcloud.com/document/product/1045/50312"},
	{"Request", "cloud.tencent.com/document/product/460/84800"},
	{"Response.WorkflowExecution", "cloud.tencent.com/document/product/460/80039"},
	{"Error", "www.tencentcloud.com/document/product/436/46214"},
}

// Of returns the source of the published table that has the field at path.
func Of(path string) Source {
	for _, c := range covers {
		if path != c.path && !strings.HasPrefix(path, c.path+".") {
			continue
		}
		for _, s := range all {
			if s.Address == c.address {
				return s
			}
		}
	}
	return all[0]
}

// Status tells whether the service still offers word segmentation, as far as is
// known.
type Status struct {
	AsOf    string // the date of what is said
	Says    lang.Text
	Address string // of the official page, without its scheme
}

// OfSegmentation returns what is known of whether word segmentation is still offered.
func OfSegmentation() Status {
	return Status{
		AsOf: "2026-11",
		Says: lang.Text{
			ZH: "词性分析已不在数据万象 AI 内容识别的 API 列表中（460/63221，2025 年的副本），也不在较新的 SDK 列表中；" +
				"同类的腾讯云 NLP 词法分析公告于 2026-04-15 下线（271/90710）。" +
				"这是服务可能已停止提供的强烈迹象，但不是证明；请以官方页面为准。",
			EN: "Word segmentation is missing from the list of APIs of AI content recognition (460/63221, a copy of 2025) and " +
				"from newer lists of SDKs; a related product, lexical analysis of Tencent Cloud NLP, was announced to go offline " +
				"on 2026-04-15 (271/90710). A strong sign that it may be withdrawn, and no proof: the official page decides.",
		},
		Address: "cloud.tencent.com/document/product/460/63221",
	}
}

// Prerequisite is what has to be in place before a job can be submitted.
type Prerequisite struct {
	What lang.Text
	Code string // what is to be granted, empty if nothing is
}

// Prerequisites lists what word segmentation needs. The slice must not be changed.
func Prerequisites() []Prerequisite { return prerequisites }

var prerequisites = []Prerequisite{
	{lang.Text{ZH: "开通数据万象，并绑定存储桶", EN: "Cloud Infinite is enabled and the bucket bound to it"}, ""},
	{lang.Text{ZH: "在控制台或通过接口开通 AI 内容识别", EN: "AI content recognition is enabled, in the console or by API"}, ""},
	{lang.Text{ZH: "子账号：提交任务的权限", EN: "Sub-accounts: may submit jobs"}, "ci:CreateMediaJobs"},
	{lang.Text{
		ZH: "子账号：传递角色的权限，异步任务以角色 CI_QCSRole 读写存储桶",
		EN: "Sub-accounts: may pass the role by which jobs read and write the bucket",
	}, "cam:passrole"},
}
