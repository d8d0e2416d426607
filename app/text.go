package app

import "github.com/callbacklens/callbacklens/parser/lang"

// both pairs a text in Chinese with the same in English.
func both(zh, en string) lang.Text { return lang.Text{ZH: zh, EN: en} }

// texts is every text of the page, in both languages. What describes the
// format (names of kinds, states, fields, parts of speech) stands in the
// reference, what describes a flaw of a body in its diagnostic.
type texts struct {
	Title, Description                   lang.Text
	ReferenceTitle, ReferenceDescription lang.Text

	// The landing.
	Name, Headline, Lede, BoxLabel, BoxHint, Read, PickFile, Examples lang.Text
	ExampleXML, ExampleJSON, ExampleWorkflow                          lang.Text
	ExampleFailed, ExampleJobs                                        lang.Text
	Private, PrivateWhy, PrivateCode, PrivatePolicy, PrivateSeen      lang.Text
	Reference, ReferenceLede, DropHere, NeedsScript                   lang.Text
	Notices, NoticesLede                                              lang.Text
	Received, Unsupported, Blocked, Network, Crashed, StartAgain      lang.Text
	Exhausted, Slow, Broken                                           lang.Text

	// Getting a body in.
	Empty, Image, Folder, Several, NoFile, Broke lang.Text
	FileGone, FileLocked, NotSaved, StoppedEarly lang.Text
	Faltered                                     lang.Text
	Taking, Reading, Rows, Cancel, Stopped       lang.Text
	Checking                                     lang.Text

	// The bar.
	NewBody, Edit, OtherLanguage, Theme                            lang.Text
	ThemeSystem, ThemeLight, ThemeDark                             lang.Text
	RemarkOne, RemarkMany, Keys, KeysTitle, Close                  lang.Text
	Home, By, ByResult, StatusUnknown, StatusReading, StatusUnread lang.Text
	Ran, Waited                                                    lang.Text
	Unread, UnreadLede, UnreadTree, UpdateReady, Now               lang.Text

	// The views.
	Views, ViewTokens, ViewResults, ViewFacts, ViewTree, ViewSource, ViewRemarks lang.Text
	KeyViews, KeyJobs, KeyNew, KeyHelp, KeyEscape, KeyRead, KeyPaste             lang.Text
	KeyMove, KeyWords, KeyFold, KeyChoose, KeyCopyWord, KeyFind, KeyHits         lang.Text

	// The facts.
	Job, JobID, Kind, Tag, SubTag, Event, State, Code, Message       lang.Text
	Queue, QueueType, Progress, Repeats                              lang.Text
	Times, Created, Started, Ended, NotYet, NotATime, Measured       lang.Text
	FromStart, FromCreation                                          lang.Text
	Input, Bucket, Region, Object, Address                           lang.Text
	Headers, Key, Value, EmptyValue                                  lang.Text
	Workflow, RunID, WorkflowID, WorkflowName, WorkflowNode, FoundIn lang.Text
	Operation, UserData, JobLevel, NerMethod, SegMethod              lang.Text
	TemplateID, TemplateName                                         lang.Text
	Labels, Category, Word                                           lang.Text
	Results, NoResults, FailedResults, Rest, MoreRows, MoreColumns   lang.Text
	Layers, LayersLede, LayerSource, LayerSize                       lang.Text
	Source, SourceName, SourceFormat, SourceSize, SourceCharset      lang.Text
	Jobs, Callbacks                                                  lang.Text
	Execution, Tasks, Step, TaskJob, Duration                        lang.Text
	Fault, RequestID, TraceID, Resource                              lang.Text

	// Small things that are everywhere.
	Copy, Copied, NotCopied, ShowInSource                        lang.Text
	Info, Warning, Error, NoRemarks, Omitted, Line, LineUnpacked lang.Text
	RemarksLater, RemarksLeft                                    lang.Text
	Bytes                                                        lang.Text
	Day, Hour, Minute, Second                                    lang.Text
	// The tokens.
	TokenTable, TokenFilter, TokenFilterHint, TokenTags, AllTags            lang.Text
	ColumnNumber, ColumnWord, ColumnPos, ColumnOffset, ColumnLength, SortBy lang.Text
	TokensAll, TokensOf, TokensSoFar, NoTokens, TokenCut, CopyWord, CopyRow lang.Text
	TokensBeginning, TokensLeft                                             lang.Text
	MoreTags, NoPos, PosLike, PosUnknown                                    lang.Text

	// The sentence.
	Sentence, SentenceList, SentenceHint, NoSentence, Legend, LightFamily lang.Text
	FilterTag                                                             lang.Text
	Gap, Overlaps, UnitRunes, UnitUTF16, UnitBytes                        lang.Text

	// The tree and the source.
	TreeFind, TreeDocument, Previous, Next, NoHit                            lang.Text
	MoreTexts, CopyValue, CopyPath, InSource                                 lang.Text
	KindText, KindComment, KindElement, KindAttribute, KindObject, KindArray lang.Text
	KindString, KindNumber, KindBool, KindNull                               lang.Text
	SourceFind, SourceOf, CopyAll, Download, DownloadAs, DownloadHidden      lang.Text
	ShowSecret, ShowSecrets, HideSecret, HideSecrets                         lang.Text
}

// say is the one table of the page's texts.
var say = texts{
	Title:                both("回调透镜 · 数据万象分词回调查看器", "Callback Lens · read CI word segmentation callbacks"),
	Description:          both("在浏览器里查看腾讯云数据万象任务回调：任务、输入、工作流、标签与分词。内容不离开本页。", "Read Tencent Cloud CI callback bodies in the browser: job, input, workflow, labels and tokens. Nothing leaves the page."),
	ReferenceTitle:       both("分词回调字段参考 · 回调透镜", "Word segmentation callback reference · Callback Lens"),
	ReferenceDescription: both("数据万象分词任务回调的全部节点、类型与词性表。", "Every node, type and part of speech of the CI word segmentation callback."),

	Name:            both("回调透镜", "Callback Lens"),
	Headline:        both("查看数据万象分词任务的回调", "Read the callback of a CI word segmentation job"),
	Lede:            both("任务、输入、工作流、标签、分词与原文，贴进来就能看。", "Job, input, workflow, labels, tokens and source, as soon as you paste it."),
	BoxLabel:        both("回调正文", "Callback body"),
	BoxHint:         both("在页面任意处粘贴或拖入文件，也可以直接输入。XML、JSON、整段 HTTP 请求或日志都可以。", "Paste or drop a file anywhere on the page, or type here. XML, JSON, a whole HTTP request or a log line."),
	Read:            both("读取", "Read"),
	PickFile:        both("选择文件…", "Choose a file…"),
	Examples:        both("示例", "Examples"),
	ExampleXML:      both("分词 · XML", "Segmentation · XML"),
	ExampleJSON:     both("分词 · JSON（官网原样）", "JSON as printed"),
	ExampleWorkflow: both("工作流触发", "From a workflow"),
	ExampleFailed:   both("失败的任务", "Failed job"),
	ExampleJobs:     both("多个任务", "Several jobs"),
	Private:         both("内容只在本页内处理，不会发送到任何地方。", "What you paste stays in this page; it is sent nowhere."),
	PrivateWhy:      both("凭什么这么说", "How you can tell"),
	PrivateCode:     both("没有服务端：这是一组静态文件，读取回调的程序编译成 WebAssembly，在您的浏览器里运行。", "There is no server part: the site is a set of static files, and the program that reads the body runs in your browser as WebAssembly."),
	PrivatePolicy:   both("启动后，页面的内容安全策略（CSP）禁止一切请求，连本站也不例外；策略管不到的途径（WebRTC、新窗口、worker、框架）已经移除。不使用 Cookie，只记住语言和主题。", "Once started, the page’s content security policy forbids every request, to this site as well; ways out that no policy bars (WebRTC, windows, workers, frames) are taken away. No cookies; only the language and the theme are remembered."),
	PrivateSeen:     both("打开开发者工具的网络面板再粘贴，可以看到没有任何请求；断网后同样可用。", "Open the network panel of the developer tools and paste: there is no request. It works offline just the same."),
	Reference:       both("字段参考", "Field reference"),
	ReferenceLede:   both("回调的每个节点与 49 个词性标记", "every node of the callback and the 49 part-of-speech tags"),
	Notices:         both("开源许可", "Licences"),
	NoticesLede:     both("本页程序由以下模块构建（精简构建会省略其中一部分代码），其许可与声明原文如下。", "The program of this site is built from the modules below, of which the compact build leaves parts out. These are their licences and notices, as their authors wrote them."),
	DropHere:        both("松开即可读取", "Drop to read"),
	NeedsScript:     both("读取回调需要 JavaScript：它可能被关闭，或脚本没有取到（请刷新）。字段参考无需脚本即可阅读。", "Reading a body needs JavaScript. It is switched off, or the script did not arrive; then reload. The field reference can be read without."),
	Received:        both("已收到，程序就绪后立即读取。", "Received; it is read as soon as the program is ready."),
	Unsupported:     both("此浏览器缺少所需的 WebAssembly 或解压功能，请换用较新的浏览器。字段参考仍可阅读。", "This browser lacks WebAssembly or built-in decompression. Please use a newer one; the field reference can be read all the same."),
	Blocked:         both("WebAssembly 被浏览器或网络策略阻止，程序无法启动。字段参考仍可阅读。", "WebAssembly is blocked by the browser or a policy, so the program cannot start. The field reference can be read all the same."),
	Network:         both("程序文件没有取到，或取到的不是原来的文件。请检查网络（例如是否需要先登录）后刷新。字段参考仍可阅读。", "The program could not be fetched. Something else may have come in its place, such as the login page of a network. Check the network and reload; the field reference can be read all the same."),
	Slow:            both("程序还没有到，仍在等待。请检查网络，或刷新页面。字段参考仍可阅读。", "The program has still not come, and is waited for. Check the network, or reload; the field reference can be read all the same."),
	Broken:          both("页面没有完整到达，或程序未能启动。请检查网络后刷新。", "The page did not arrive whole, or its program did not start. Check the network and reload."),
	Crashed:         both("程序意外停止。输入框里的文字和已经显示的内容还在，需要时请先复制，再重新开始。", "The program stopped unexpectedly. What is in the box and on the page is still there: copy what you need, then start again."),
	Exhausted:       both("浏览器分给本页的内存已用完，程序停止；页面上保留着此前读到的内容。请重新开始，换用较小的正文，或改用命令行工具。", "The memory that the browser gives this page is used up, so the program stopped; what had been read by then is still here. Start again with a smaller body, or use the command line."),
	StartAgain:      both("重新开始", "Start again"),

	Empty:        both("里面没有内容：剪贴板、文件或输入框是空的。", "There is nothing in it: the clipboard, the file or the box is empty."),
	Image:        both("这是图片。请粘贴回调正文的文字，或拖入保存正文的文件。", "That is an image. Paste the text of a callback body, or drop the file that holds it."),
	Folder:       both("这是文件夹。请拖入其中的一个文件。", "That is a folder. Drop one of the files in it."),
	Several:      both("收到多个文件，读取了第一个：{0}", "Several files were given; the first was read: {0}"),
	NoFile:       both("文件无法读取：{0}", "The file cannot be read: {0}"),
	FileGone:     both("文件已不在原处：可能在选取之后被移动、改名或删除。请重新选取。", "The file is no longer where it was: it may have been moved, renamed or deleted since it was chosen. Choose it again."),
	FileLocked:   both("浏览器读不了这个文件：可能在选取之后有改动，或没有读取权限。请重新选取，或把内容贴进来。", "The browser cannot read the file: it may have changed since it was chosen, or may not be read by you. Choose it again, or paste what is in it."),
	NotSaved:     both("浏览器不允许保存文件，请改用「复制全文」。", "The browser does not allow saving a file; please copy the text instead."),
	Broke:        both("读取时程序出错：{0}。正文没有丢失，可以再试一次；如能复现，请反馈此错误。", "The program failed while reading: {0}. You can try again; if it happens each time, please report it."),
	Faltered:     both("程序出错：{0}。可以继续使用；如能复现，请反馈此错误。", "Something in the program failed: {0}. You can go on; if it happens each time, please report it."),
	Taking:       both("正在取入 {0} / {1}", "Taking in {0} of {1}"),
	Reading:      both("正在读取 {0} / {1}", "Reading {0} of {1}"),
	Checking:     both("已读完，正在核对", "All is read, checking it"),
	Rows:         both("已得 {0} 行", "{0} rows so far"),
	Cancel:       both("停止", "Stop"),
	StoppedEarly: both("读取已停止，此前还没有读到内容。", "Reading was stopped before anything could be shown."),
	Stopped:      both("读取已停止，以下是停止前读到的内容。", "Reading was stopped; this is what had been read by then."),

	NewBody:       both("换一个", "New body"),
	Edit:          both("修改", "Edit"),
	OtherLanguage: both("English", "中文"),
	Theme:         both("主题：{0}", "Theme: {0}"),
	ThemeSystem:   both("跟随系统", "system"),
	ThemeLight:    both("浅色", "light"),
	ThemeDark:     both("深色", "dark"),
	RemarkOne:     both("1 条提示", "1 remark"),
	RemarkMany:    both("{0} 条提示", "{0} remarks"),
	Keys:          both("快捷键", "Keys"),
	KeysTitle:     both("快捷键", "Keyboard"),
	Close:         both("关闭", "Close"),
	Home:          both("回调透镜，回到首页", "Callback Lens, to the start"),
	By:            both("依 {0}", "by {0}"),
	ByResult:      both("依结果", "by its result"),
	StatusUnknown: both("状态不明", "No status"),
	StatusReading: both("读取中", "Reading"),
	StatusUnread:  both("状态未读到", "Status not read"),
	Ran:           both("耗时 {0}", "ran {0}"),
	Waited:        both("等待 {0}", "waited {0}"),
	Unread:        both("没能读出回调", "No callback could be read"),
	UnreadLede:    both("正文里没有已知的回调结构。", "Nothing in the body is a known callback."),
	UnreadTree:    both("能读出的部分在「树」里，原文在「原文」里。", "What could be read is in the tree, the body itself in the source."),
	UpdateReady:   both("有新版本。", "A new version is ready."),
	Now:           both("立即更新", "Update now"),

	Views:       both("视图", "Views"),
	ViewTokens:  both("分词", "Tokens"),
	ViewResults: both("结果", "Result"),
	ViewFacts:   both("信息", "Facts"),
	ViewTree:    both("树", "Tree"),
	ViewSource:  both("原文", "Source"),
	ViewRemarks: both("提示", "Remarks"),
	KeyViews:    both("分词、信息、树、原文、提示", "Tokens, facts, tree, source, remarks"),
	KeyJobs:     both("下一个、上一个任务", "Next, previous job"),
	KeyNew:      both("换一个正文", "New body"),
	KeyHelp:     both("显示快捷键", "Show this list"),
	KeyEscape:   both("关闭、取消选择", "Close, clear the selection"),
	KeyRead:     both("读取输入框里的正文", "Read what is in the box"),
	KeyPaste:    both("在任意处粘贴正文", "Paste a body, anywhere"),
	KeyMove:     both("在列表中移动", "Move in a list"),
	KeyWords:    both("上一个、下一个词", "Previous, next word of the sentence"),
	KeyFold:     both("收起、展开树的节点", "Close, open a node of the tree"),
	KeyChoose:   both("选中词，展开节点，或在原文中定位", "Choose a token, open a node, or find a value in the source"),
	KeyCopyWord: both("复制词表光标处的词", "Copy the word at the cursor of the table"),
	KeyFind:     both("在原文中查找", "Search the source"),
	KeyHits:     both("下一处、上一处结果", "Next, previous hit of a search"),

	Job:           both("任务", "Job"),
	JobID:         both("任务 ID", "Job ID"),
	Kind:          both("类型", "Kind"),
	Tag:           both("任务标识", "Tag"),
	SubTag:        both("子标识", "Sub-tag"),
	Event:         both("事件", "Event"),
	State:         both("状态", "State"),
	Code:          both("错误码", "Code"),
	Message:       both("错误描述", "Message"),
	Queue:         both("队列 ID", "Queue ID"),
	QueueType:     both("队列类型", "Queue type"),
	Progress:      both("进度", "Progress"),
	Repeats:       both("与第 {0} 个任务的 ID 相同，可能是重复投递", "Same ID as job {0}: perhaps delivered twice"),
	Times:         both("时间", "Times"),
	Created:       both("创建", "Created"),
	Started:       both("开始", "Started"),
	Ended:         both("结束", "Ended"),
	NotYet:        both("尚未发生", "not yet"),
	NotATime:      both("不是可识别的时间", "not a time that is known"),
	Measured:      both("时长", "Duration"),
	FromStart:     both("从开始到结束", "from start to end"),
	FromCreation:  both("从创建到结束，正文没有开始时间", "from creation to end, as the body gives no start"),
	Input:         both("输入", "Input"),
	Bucket:        both("存储桶", "Bucket"),
	Region:        both("地域", "Region"),
	Object:        both("对象", "Object"),
	Address:       both("对象地址", "Address"),
	Headers:       both("自定义头部", "Custom headers"),
	Key:           both("名称", "Key"),
	Value:         both("值", "Value"),
	EmptyValue:    both("空", "empty"),
	Workflow:      both("工作流", "Workflow"),
	RunID:         both("实例 ID", "Run ID"),
	WorkflowID:    both("工作流 ID", "Workflow ID"),
	WorkflowName:  both("工作流名称", "Name"),
	WorkflowNode:  both("节点名称", "Node"),
	FoundIn:       both("取自 {0}", "from {0}"),
	Operation:     both("规则", "Operation"),
	UserData:      both("透传信息", "User data"),
	JobLevel:      both("优先级", "Priority"),
	NerMethod:     both("NER 方式", "NER method"),
	SegMethod:     both("分词粒度", "Granularity"),
	TemplateID:    both("模板 ID", "Template ID"),
	TemplateName:  both("模板名称", "Template"),
	Labels:        both("分类标签", "Labels"),
	Category:      both("类别", "Category"),
	Word:          both("词汇", "Word"),
	Results:       both("结果", "Result"),
	NoResults:     both("此任务没有分词结果。", "This job has no segmentation result."),
	FailedResults: both("任务失败，没有结果。", "The job failed; there is no result."),
	Rest:          both("其他字段", "Other fields"),
	MoreRows:      both("另有 {0} 行，见「树」", "{0} more in the tree"),
	MoreColumns:   both("另有 {0} 列，见「树」", "{0} more columns in the tree"),
	Layers:        both("剥去的外层", "Wrappers taken off"),
	LayersLede:    both("由外到内", "from the outside in"),
	LayerSource:   both("给出的内容", "as given"),
	LayerSize:     both("内含 {0}", "{0} inside"),
	Source:        both("正文", "Body"),
	SourceName:    both("文件", "File"),
	SourceFormat:  both("格式", "Format"),
	SourceSize:    both("大小", "Size"),
	SourceCharset: both("字符集", "Charset"),
	Jobs:          both("{0} 个任务", "{0} jobs"),
	Callbacks:     both("{0} 个回调，共 {1} 个任务", "{0} callbacks with {1} jobs"),
	Execution:     both("工作流实例", "Workflow run"),
	Tasks:         both("节点任务", "Steps"),
	Step:          both("节点", "Step"),
	TaskJob:       both("任务 ID", "Job ID"),
	Duration:      both("耗时", "Took"),
	Fault:         both("错误响应", "Error response"),
	RequestID:     both("请求 ID", "Request ID"),
	TraceID:       both("跟踪 ID", "Trace ID"),
	Resource:      both("资源", "Resource"),

	Copy:         both("复制", "Copy"),
	Copied:       both("已复制", "Copied"),
	NotCopied:    both("浏览器不允许复制，请手动选择", "The browser does not allow copying; please select it by hand"),
	ShowInSource: both("在原文中定位", "Show in the source"),
	Info:         both("说明", "Note"),
	Warning:      both("警告", "Warning"),
	Error:        both("错误", "Error"),
	NoRemarks:    both("没有需要提示的地方。", "Nothing to remark."),
	RemarksLater: both("读完之后给出提示。", "Remarks follow when all of it is read."),
	RemarksLeft:  both("读取已停止，未做完整检查。", "Reading was stopped before everything was checked."),
	Omitted:      both("另有 {0} 条未列出", "{0} more are not listed"),
	Line:         both("第 {0} 行第 {1} 列", "line {0}, column {1}"),
	LineUnpacked: both("解包后第 {0} 行第 {1} 列", "line {0}, column {1} once unpacked"),
	Bytes:        both("{0} 字节", "{0} bytes"),
	Day:          both("{0} 天", "{0} d"),
	Hour:         both("{0} 小时", "{0} h"),
	Minute:       both("{0} 分", "{0} min"),
	Second:       both("{0} 秒", "{0} s"),

	TokenTable:      both("分词表", "Tokens"),
	TokenFilter:     both("筛选词或词性", "Filter by word or tag"),
	TokenFilterHint: both("词中的一段，或词性标记；pos:n 只按词性筛选", "Part of a word, or a tag; pos:n filters by tag alone"),
	TokenTags:       both("词性", "Part of speech"),
	AllTags:         both("全部词性", "All parts of speech"),
	ColumnNumber:    both("序号", "No."),
	ColumnWord:      both("词", "Word"),
	ColumnPos:       both("词性", "Part of speech"),
	ColumnOffset:    both("偏移", "Offset"),
	ColumnLength:    both("长度", "Length"),
	SortBy:          both("排序：升序、降序、原顺序", "Sort: up, down, as they stand"),
	TokensAll:       both("共 {0} 个词", "{0} tokens"),
	TokensOf:        both("{0} / {1} 个词", "{0} of {1} tokens"),
	TokensBeginning: both("前 {0} 个词，其余读取中", "the first {0}; the rest is being read"),
	TokensLeft:      both("前 {0} 个词，其余未读", "the first {0}; the rest was not read"),
	TokensSoFar:     both("已找到 {0} / {1} …", "{0} so far, of {1} …"),
	NoTokens:        both("没有符合条件的词。", "No token matches."),
	TokenCut:        both("不完整", "cut off"),
	CopyWord:        both("复制词", "Copy word"),
	CopyRow:         both("复制行", "Copy row"),
	MoreTags:        both("另有 {0} 种词性，可在左侧输入 pos:词性 查找", "{0} more: type pos:tag in the filter"),
	NoPos:           both("未标词性", "no tag"),
	PosLike:         both("≈ {0}", "≈ {1}"),
	PosUnknown:      both("词性表中没有此标记，按首字母归类", "not in the published table; grouped by its first letter"),

	Sentence:     both("由分词还原的文本", "The text, rebuilt from the tokens"),
	SentenceList: both("文本中的词", "Tokens of the text"),
	FilterTag:    both("只在词表中列出该词性", "List this part of speech alone in the table"),
	SentenceHint: both("指向或点按一个词，查看词性、偏移和长度。", "Point at a word, or tap it, for its part of speech, offset and length."),
	NoSentence:   both("这些词没有可用的偏移，无法还原文本。", "These tokens have no usable offsets, so the text cannot be rebuilt."),
	Legend:       both("词性图例", "Parts of speech"),
	LightFamily:  both("只突出这一类", "Highlight these alone"),
	Gap:          both("空缺：从偏移 {0} 起 {1} 个{2}没有对应的词", "gap: no token covers {1} {2} from offset {0} on"),
	Overlaps:     both("与前一个词重叠", "overlaps the token before"),
	UnitRunes:    both("字符", "characters"),
	UnitUTF16:    both(" UTF-16 单元", "UTF-16 units"),
	UnitBytes:    both("字节", "bytes"),

	TreeFind:       both("查找名称或值", "Find a name or value"),
	TreeDocument:   both("正文 {0}", "Body {0}"),
	Previous:       both("上一处", "Previous"),
	Next:           both("下一处", "Next"),
	NoHit:          both("没有找到", "not found"),
	CopyValue:      both("复制值", "Copy value"),
	CopyPath:       both("复制路径", "Copy path"),
	InSource:       both("原文", "Source"),
	KindText:       both("文本", "text"),
	KindComment:    both("注释", "comment"),
	KindElement:    both("元素", "element"),
	KindAttribute:  both("属性", "attribute"),
	KindObject:     both("对象", "object"),
	KindArray:      both("数组", "array"),
	KindString:     both("字符串", "string"),
	KindNumber:     both("数字", "number"),
	KindBool:       both("布尔", "boolean"),
	KindNull:       both("空值", "null"),
	SourceFind:     both("在原文中查找", "Find in the source"),
	MoreTexts:      both("… 另有 {0} 份", "… {0} more"),
	SourceOf:       both("查看哪一层", "Which layer to look at"),
	ShowSecret:     both("显示 1 处敏感信息", "Show 1 hidden secret"),
	ShowSecrets:    both("显示 {0} 处敏感信息", "Show {0} hidden secrets"),
	HideSecret:     both("隐藏 1 处敏感信息", "Hide 1 secret"),
	HideSecrets:    both("隐藏 {0} 处敏感信息", "Hide {0} secrets"),
	CopyAll:        both("复制全文", "Copy all"),
	Download:       both("下载", "Download"),
	DownloadHidden: both("下载（敏感信息已隐藏）", "Download, with the secrets hidden"),
	DownloadAs:     both("原文为 {0}，保存为 UTF-8", "The body is {0}; it is saved as UTF-8"),
}
