package words

import "github.com/callbacklens/callbacklens/parser/lang"

// Both pairs a text in Chinese with the same in English.
func Both(zh, en string) lang.Text { return lang.Text{ZH: zh, EN: en} }

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
	Reference, ReferenceLede, DropHere, NeedsScript, WhatToDo         lang.Text
	Notices, NoticesLede                                              lang.Text
	Guides, GuidesLede                                                lang.Text
	Received, Unsupported, Blocked, Network, Crashed, StartAgain      lang.Text
	Exhausted, Slow, Broken                                           lang.Text

	// Getting a body in.
	Empty, Image, Folder, NoFile, Broke          lang.Text
	FileGone, FileLocked, NotSaved, StoppedEarly lang.Text
	Faltered                                     lang.Text
	NothingRead, ShowAside, LetGo                lang.Text
	TooLargeToEdit, NoTextToEdit, EditedInFull   lang.Text
	Earlier, EarlierLede, Paste, PasteRefused    lang.Text
	Taking, Reading, Rows, Cancel, Stopped       lang.Text
	Checking                                     lang.Text

	// Taking a result away.
	TakeAway, TakeScope, TakeAll, TakeJob, TakeRow, TakeRows       lang.Text
	ShareTitle, ShareLede, ShareFields, ShareListed, ShareSecrets  lang.Text
	ShareMake, ShareCopy, ShareShort, ShareLong, ShareTooLong      lang.Text
	ShareFailed, LinkBroken, LinkLarge, LinkVersion                lang.Text
	ShareView, TakeReceiver                                        lang.Text
	TakeMasked, TakeBeginning, TakeSaved, TakeCopied, TakeTooLarge lang.Text

	// The bar.
	NewBody, Edit, OtherLanguage, Theme                            lang.Text
	ThemeSystem, ThemeLight, ThemeDark                             lang.Text
	RemarkOne, RemarkMany, RemarkElsewhere, RemarksElsewhere       lang.Text
	Keys, KeysTitle, Close                                         lang.Text
	Home, By, ByResult, StatusUnknown, StatusReading, StatusUnread lang.Text
	Ran, Waited                                                    lang.Text
	Unread, UnreadLede, UnreadTree, UpdateReady, UpdateLater, Now  lang.Text

	// The views.
	Views, ViewTokens, ViewResults, ViewFacts, ViewTree, ViewSource, ViewRemarks lang.Text
	KeyHelp, KeyEscape, KeyRead, KeyPaste                                        lang.Text
	KeyMove, KeyWords, KeyFold, KeyChoose, KeyCopyWord, KeyFind, KeyHits         lang.Text

	// The facts.
	Job, Event, Repeats                                                           lang.Text
	Times, NotYet, NotATime, Measured                                             lang.Text
	FromStart, FromCreation                                                       lang.Text
	Input, Address                                                                lang.Text
	Headers, Key, Value, EmptyValue                                               lang.Text
	Workflow, FoundIn                                                             lang.Text
	Operation, Labels                                                             lang.Text
	Results, NoResults, FailedResults, Rest, MoreRows, MoreColumns                lang.Text
	Layers, LayersLede, LayerSource, LayerSize                                    lang.Text
	Source, SourceName, SourceFormat, SourceSize, SourceCharset                   lang.Text
	Jobs, Callbacks                                                               lang.Text
	Execution, Tasks, Duration, Fault                                             lang.Text
	NoVerdict, Scene, Scenes, QuietScenes                                         lang.Text
	Sections, Pictures, Sounds, Pages                                             lang.Text
	Review, Asked, NotEnded, NoJobs, ResultRest, RestOfJob, RestOfBody, TokenRest lang.Text
	Queued, RunSpan, QueuedAndRan, Unended, Timeline, AllFields                   lang.Text

	// The list of jobs.
	JobStatus, JobKind, JobObject, JobID, JobTime, JobTokens     lang.Text
	JobFilter, JobFilterHint, JobsOf, NoJobFits, JobsOfFiles     lang.Text
	FailedOnly, FoldRepeats, RepeatOf, RepeatTimes, SameID       lang.Text
	FileNothing, FileBeyond, FilesBeyond, FilesNone, TakingFiles lang.Text
	PreviousJob, NextJob, FilesMore, FilesOther, FilesOtherOne   lang.Text

	// Two jobs side by side.
	Compare, CompareTwo, CompareWith, CompareEnd, CompareSwap, CompareAll   lang.Text
	CompareLeft, CompareRight, CompareChange, CompareShow, CompareShowToken lang.Text
	CompareChoose, CompareGive, CompareGiven, CompareNothing, ComparePartly lang.Text
	CompareAnother, NextDifference, PreviousDifference                      lang.Text
	CompareNone, CompareSpot, CompareMore, CompareOne, CompareMany          lang.Text
	CompareFiles, CompareJobs                                               lang.Text

	// Small things that are everywhere.
	Copy, Copied, NotCopied, ShowInSource                        lang.Text
	Info, Warning, Error, NoRemarks, Omitted, Line, LineUnpacked lang.Text
	RemarksLater, RemarksLeft                                    lang.Text
	// The remarks.
	RemarksOf, ThisJob, EveryJob, JobNumber                                                       lang.Text
	RemarkDetails, RemarkMore, RemarksMore, RemarkFurther, RemarksFurther, Says, OmittedOne       lang.Text
	ShowField, ShowInTable, ShowAllInTable, TokensFlagged, TokenNumber                            lang.Text
	SpotMore, SpotsMore, SpotElsewhere, SpotsElsewhere, RemarkTimes, OfSeveral, AlsoOne, AlsoMany lang.Text
	Bytes                                                                                         lang.Text
	Day, Hour, Minute, Second                                                                     lang.Text
	// The tokens.
	TokenTable, TokenFilter, TokenFilterHint, TokenTags, AllTags                       lang.Text
	ColumnNumber, ColumnWord, ColumnPos, ColumnOffset, ColumnLength, SortBy            lang.Text
	TokensAll, TokensOne, TokensOf, TokensSoFar, NoTokens, TokenCut, CopyWord, CopyRow lang.Text
	TokensBeginning, TokensLeft                                                        lang.Text
	MoreTags, NoPos, PosLike, PosUnknown                                               lang.Text
	// The pictures.
	ViewCharts, NoCharts, MoreBars, FindThese, Bar, Amount, Share, JobTimeline lang.Text
	// What is typed to find tokens.
	QueryNoTag, QueryOpen, QueryClose, QueryRepeat, QueryRange, QueryLong, QueryUnknown lang.Text
	CopyRows, CopyAs, InContext                                                         lang.Text
	MatchCase, WholeWord, Context, SeveralTags, Tools                                   lang.Text

	// The sentence.
	Sentence, SentenceList, SentenceHint, NoSentence, Legend, LightFamily lang.Text
	FilterTag                                                             lang.Text
	Gap, Overlaps, UnitRunes, UnitUTF16, UnitBytes                        lang.Text
	UnitRune, UnitUTF16One, UnitByte                                      lang.Text
	UnitLine, UnitRests, UnitLater                                        lang.Text

	// How the text is shown.
	TextMode, TextTags, TextWords, TextPlain, TextTall, GapHolds lang.Text

	// The line between the columns.
	Split, SplitHint lang.Text

	// What is chosen.
	ShowLabel, KeyChooseSource lang.Text

	// A word and where it stands.
	WordCard, ToRow, PreviousWord, NextWord lang.Text
	GoToOffset, OffsetInGap, OffsetBeyond   lang.Text
	OffsetNoNumber                          lang.Text
	CopyTextAs, CopyRangeAs, HitsInText     lang.Text

	// The text that was segmented, beside the tokens.
	Original, OriginalLede, OriginalHint, OriginalOther, Aligning                   lang.Text
	Agrees, AgreesAfter, PartsOne, PartsMany, PartsFirst                            lang.Text
	Counts, CountsAny, CountsNothing, CountsOf                                      lang.Text
	ChangeMark, ChangeLF, ChangeCRLF, ChangeNFC, ChangeNFD                          lang.Text
	WidthOne, WidthMany, GapsHold, GapTimes, LeftOne, LeftMany                      lang.Text
	PartWidth, PartMoved, PartBefore, PartMissing, PartBeyond, PartsMore, TextThere lang.Text

	// The tree and the source.
	TreeFind, TreeDocument, Previous, Next, NoHit                            lang.Text
	MoreTexts, CopyValue, CopyPath, InSource                                 lang.Text
	KindText, KindComment, KindElement, KindAttribute, KindObject, KindArray lang.Text
	KindString, KindNumber, KindBool, KindNull                               lang.Text
	SourceFind, SourceOf, CopyAll, Download, DownloadAs, DownloadHidden      lang.Text
	ShowSecret, ShowSecrets, HideSecret, HideSecrets                         lang.Text
	LaidOut, WrapLines, CopyAllMasked, CopyAllSecret                         lang.Text
	DownloadExact, DownloadMasked, DownloadShown, DownloadSecret             lang.Text
	ExactTitle, ExactSecrets                                                 lang.Text
	Palette, PaletteHint, PaletteFound, PaletteActions                       lang.Text
	PaletteJobs, PaletteFields, KeyFindHere                                  lang.Text
	SwitchSecrets, Print, SwitchLanguage, SwitchTheme, KeyCard               lang.Text
	PaperRows, PaperRowsOf, PaperText, PaperGaps, PaperMasked, PaperSecrets  lang.Text
	SubTabs, SubText, SubTable                                               lang.Text
	Skip, Comma, Excerpt                                                     lang.Text
	ExpandAll, CollapseAll, ExpandedSome, NoTree, CopyAddress, NoAddress     lang.Text
}

// Say is the one table of the page's texts.
var Say = texts{
	Title:                Both("腾讯云数据万象分词回调（WordsGeneralize）查看器 · 回调透镜", "Tencent Cloud CI callback viewer · Callback Lens"),
	Description:          Both("在浏览器里查看腾讯云数据万象（CI）任务回调：任务、输入、工作流、标签与分词。内容不离开本页。", "Read callbacks of Tencent Cloud CI (Cloud Infinite) in the browser: job, input, workflow, labels and tokens. Nothing leaves the page."),
	ReferenceTitle:       Both("腾讯云数据万象分词回调 WordsGeneralize 字段与词性参考 · 回调透镜", "WordsGeneralize callbacks of Tencent Cloud CI: reference · Callback Lens"),
	ReferenceDescription: Both("腾讯云数据万象分词任务回调（WordsGeneralize）的全部节点、类型、错误码与词性表。", "Every node, type, error code and part of speech of the word segmentation callback (WordsGeneralize) of Tencent Cloud CI."),

	Name:            Both("回调透镜", "Callback Lens"),
	Headline:        Both("查看数据万象分词任务的回调", "Read the callback of a CI word segmentation job"),
	Lede:            Both("粘贴即可查看任务、输入、工作流、智能分类结果、分词与原始内容。", "Job, input, workflow, labels, tokens and source, as soon as you paste it."),
	BoxLabel:        Both("回调内容", "Callback body"),
	BoxHint:         Both("在页面任意处粘贴或拖入文件，也可以直接输入。XML、JSON、整段 HTTP 请求或日志都可以。", "Paste or drop a file anywhere on the page, or type here. XML, JSON, a whole HTTP request or a log line."),
	Read:            Both("解析", "Read"),
	PickFile:        Both("选择文件…", "Choose a file…"),
	Examples:        Both("示例", "Examples"),
	ExampleXML:      Both("分词 · XML", "Segmentation · XML"),
	ExampleJSON:     Both("分词 · JSON（官方示例原样）", "JSON (as published)"),
	ExampleWorkflow: Both("工作流触发", "From a workflow"),
	ExampleFailed:   Both("失败的任务", "Failed job"),
	ExampleJobs:     Both("多个任务", "Several jobs"),
	Private:         Both("内容只在本页内处理，不会发送到任何地方。", "What you paste stays in this page; it is sent nowhere."),
	PrivateWhy:      Both("如何验证", "How you can tell"),
	PrivateCode:     Both("没有服务端：这是一组静态文件，解析回调的程序编译成 WebAssembly，在您的浏览器里运行。", "There is no server part: the site is a set of static files, and the program that reads the body runs in your browser as WebAssembly."),
	PrivatePolicy:   Both("启动后，页面的内容安全策略（CSP）禁止一切请求，连本站也不例外；策略管不到的途径（WebRTC、新窗口、worker、框架）已经移除。不使用 Cookie，只记住语言、主题和版面设置。", "Once started, the page’s content security policy forbids every request, to this site as well; ways out that no policy bars (WebRTC, windows, workers, frames) are taken away. No cookies; only language, theme and layout are remembered."),
	PrivateSeen:     Both("打开开发者工具的网络面板再粘贴，可以看到没有任何请求；断网后同样可用。", "Open the network panel of the developer tools and paste: there is no request. It works offline just the same."),
	Reference:       Both("字段参考", "Field reference"),
	WhatToDo:        Both("这条提示的依据与处理", "What this remark rests on, and what to do"),
	ReferenceLede:   Both("回调的每个节点与 49 个词性标记", "every node of the callback and the 49 part-of-speech tags"),
	Guides:          Both("指南", "Guides"),
	GuidesLede:      Both("接收、核实与解析回调", "receiving, trusting and reading callbacks"),
	Notices:         Both("开源许可", "Licences"),
	NoticesLede:     Both("本页程序由以下模块构建（精简构建会省略其中一部分代码），其许可与声明的全文如下。", "The program of this site is built from the modules below, of which the compact build leaves parts out. These are their licences and notices, as their authors wrote them."),
	DropHere:        Both("松开即可解析", "Drop to read"),
	NeedsScript:     Both("解析回调需要 JavaScript：它可能被关闭，或脚本加载失败（请刷新）。字段参考无需脚本即可阅读。", "Reading a body needs JavaScript. It is switched off, or the script did not arrive; then reload. The field reference can be read without."),
	Received:        Both("已收到，程序就绪后立即解析。", "Received; it is read as soon as the program is ready."),
	Unsupported:     Both("此浏览器缺少所需的 WebAssembly 或解压功能，请换用较新的浏览器。字段参考仍可阅读。", "This browser lacks WebAssembly or built-in decompression. Please use a newer one; the field reference can be read all the same."),
	Blocked:         Both("WebAssembly 被浏览器或网络策略阻止，程序无法启动。字段参考仍可阅读。", "WebAssembly is blocked by the browser or a policy, so the program cannot start. The field reference can be read all the same."),
	Network:         Both("程序文件加载失败，或加载到的不是原来的文件。请检查网络（例如是否需要先登录）后刷新。字段参考仍可阅读。", "The program could not be fetched. Something else may have come in its place, such as the login page of a network. Check the network and reload; the field reference can be read all the same."),
	Slow:            Both("程序仍在加载。请检查网络，或刷新页面。字段参考仍可阅读。", "The program is still loading. Check the network, or reload; the field reference can be read all the same."),
	Broken:          Both("页面没有完整加载，或程序未能启动。请检查网络后刷新。", "The page did not arrive whole, or its program did not start. Check the network and reload."),
	Crashed:         Both("程序意外停止。输入框里的文字和已经显示的内容还在，需要时请先复制，再重新开始。", "The program stopped unexpectedly. What is in the box and on the page is still there: copy what you need, then start again."),
	Exhausted:       Both("浏览器分给本页的内存已用完，程序停止；页面上保留着此前解析到的内容。请重新开始，换用较小的回调内容，或改用命令行工具。", "The memory that the browser gives this page is used up, so the program stopped; what had been read by then is still here. Start again with a smaller body, or use the command line."),
	StartAgain:      Both("重新开始", "Start again"),

	Empty:        Both("没有内容：剪贴板、文件或输入框是空的。", "Nothing to read: the clipboard, the file or the box is empty."),
	Image:        Both("这是图片。请粘贴回调内容的文字，或拖入保存回调内容的文件。", "That is an image. Paste the text of a callback body, or drop the file that holds it."),
	Folder:       Both("文件夹里没有文件。", "There is no file in that folder."),
	NoFile:       Both("文件无法打开：{0}", "The file cannot be read: {0}"),
	FileGone:     Both("文件已不在原处：可能在选取之后被移动、改名或删除。请重新选取。", "The file is no longer where it was: it may have been moved, renamed or deleted since it was chosen. Choose it again."),
	FileLocked:   Both("浏览器打不开这个文件：可能在选取之后有改动，或没有访问权限。请重新选取，或粘贴其中的内容。", "The browser cannot read the file: it may have changed since it was chosen, or may not be read by you. Choose it again, or paste what is in it."),
	NotSaved:     Both("浏览器不允许保存文件，请改用「复制全文」。", "The browser does not allow saving a file; please copy the text instead."),
	Broke:        Both("解析时程序出错：{0}。回调内容没有丢失，可以再试一次；如能复现，请反馈此错误。", "An internal error occurred while reading: {0}. You can try again; if it happens each time, please report it."),
	Faltered:     Both("程序出错：{0}。可以继续使用；如能复现，请反馈此错误。", "An internal error occurred: {0}. You can go on; if it happens each time, please report it."),
	Taking:       Both("正在载入 {0} / {1}", "Loading {0} of {1}"),
	Reading:      Both("正在解析 {0} / {1}", "Reading {0} of {1}"),
	Checking:     Both("解析完成，正在检查", "All is read, checking it"),
	Rows:         Both("已解析 {0} 行", "{0} rows so far"),
	Cancel:       Both("停止", "Stop"),
	StoppedEarly: Both("解析已停止，此前还没有解析到内容。", "Reading was stopped before anything could be shown."),
	Stopped:      Both("解析已停止，以下是停止前解析到的内容。", "Reading was stopped; this is what had been read by then."),

	NothingRead:    Both("新内容里没有解析到回调，仍显示之前的。", "No callback could be read in what came just now; the one before stays."),
	ShowAside:      Both("查看新内容", "Show what came"),
	LetGo:          Both("这份回调内容有 {0}，离开后没有保留，请重新粘贴或选择文件。", "This body had {0} and was not kept after you left it. Paste or choose it again."),
	TooLargeToEdit: Both("回调内容有 {0}，太大，不能在输入框里修改。请用编辑器改好后再粘贴。", "The body has {0}, which is too much for the box. Change it in an editor and paste it again."),
	NoTextToEdit:   Both("回调内容不是 UTF-8 文本，不能在输入框里修改。", "The body is not UTF-8 text, so it cannot be changed in the box."),
	EditedInFull:   Both("输入框里是完整内容，敏感信息没有隐藏。", "The box has the body in full, with its secrets."),
	Earlier:        Both("之前看过的回调", "Earlier callbacks"),
	EarlierLede:    Both("只在这个页面里，关闭即清除", "kept in this page only, until it is closed"),
	Paste:          Both("粘贴", "Paste"),
	PasteRefused:   Both("浏览器不允许页面访问剪贴板，请按 Ctrl V 粘贴。", "The browser did not let the page read the clipboard; press Ctrl V instead."),

	NewBody:          Both("新的回调", "New callback"),
	Edit:             Both("修改", "Edit"),
	OtherLanguage:    Both("English", "中文"),
	Theme:            Both("主题：{0}", "Theme: {0}"),
	ThemeSystem:      Both("跟随系统", "system"),
	ThemeLight:       Both("浅色", "light"),
	ThemeDark:        Both("深色", "dark"),
	RemarkOne:        Both("1 条提示", "1 remark"),
	RemarkMany:       Both("{0} 条提示", "{0} remarks"),
	RemarkElsewhere:  Both("其他任务有 1 条提示", "1 remark on other jobs"),
	RemarksElsewhere: Both("其他任务有 {0} 条提示", "{0} remarks on other jobs"),
	Keys:             Both("快捷键", "Keys"),
	KeysTitle:        Both("快捷键", "Keyboard"),
	Close:            Both("关闭", "Close"),
	Home:             Both("回调透镜，回到首页", "Callback Lens home"),
	By:               Both("依据 {0}", "by {0}"),
	ByResult:         Both("根据结果判断", "by its result"),
	StatusUnknown:    Both("状态未知", "No status"),
	StatusReading:    Both("解析中", "Reading"),
	StatusUnread:     Both("状态未解析到", "Status not read"),
	Ran:              Both("耗时 {0}", "ran {0}"),
	Waited:           Both("排队 {0}", "waited {0}"),
	Unread:           Both("未识别到回调", "No callback could be read"),
	UnreadLede:       Both("回调内容里没有已知的回调结构。", "Nothing in the body is a known callback."),
	UnreadTree:       Both("已解析的部分在「结构树」里，全部内容在「原始内容」里。", "What could be read is in the tree, the body itself in the source."),
	UpdateReady:      Both("有新版本。", "A new version is ready."),
	UpdateLater: Both("有新版本，下次打开时启用；现在更新会丢失本页的回调。",
		"A new version is ready. It is used at the next visit, as updating now would lose what is on this page."),
	Now: Both("立即更新", "Update now"),

	Views:       Both("视图", "Views"),
	ViewTokens:  Both("分词", "Tokens"),
	ViewResults: Both("结果", "Result"),
	ViewFacts:   Both("详情", "Details"),
	ViewTree:    Both("结构树", "Tree"),
	ViewSource:  Both("原始内容", "Source"),
	ViewRemarks: Both("提示", "Remarks"),
	KeyHelp:     Both("显示快捷键", "Show this list"),
	KeyEscape:   Both("关闭、取消选择", "Close, clear the selection"),
	KeyRead:     Both("解析输入框里的回调内容", "Read what is in the box"),
	KeyPaste:    Both("在任意处粘贴回调内容", "Paste a body, anywhere"),
	KeyMove:     Both("在列表中移动", "Move in a list"),
	KeyWords:    Both("上一个、下一个词", "Previous, next word of the sentence"),
	KeyFold:     Both("收起、展开结构树的节点", "Close, open a node of the tree"),
	KeyChoose:   Both("选中词，展开节点，或在原始内容中定位", "Choose a token, open a node, or find a value in the source"),
	KeyCopyWord: Both("复制词表光标处的词", "Copy the word at the cursor of the table"),
	KeyFind:     Both("在当前部分查找；再按一次使用浏览器查找", "Find in this part; once more for the browser's own search"),
	KeyHits:     Both("下一处、上一处结果", "Next, previous hit of a search"),

	Job:           Both("任务", "Job"),
	Event:         Both("事件", "Event"),
	Repeats:       Both("与第 {0} 个任务的 ID 相同，可能是重复投递", "Same ID as job {0}: perhaps delivered twice"),
	Times:         Both("时间", "Times"),
	NotYet:        Both("尚未发生", "not yet"),
	NotATime:      Both("不是可识别的时间", "not a time that is known"),
	Measured:      Both("时长", "Duration"),
	FromStart:     Both("从开始到结束", "from start to end"),
	FromCreation:  Both("从创建到结束，回调内容没有开始时间", "from creation to end, as the body gives no start"),
	Input:         Both("输入", "Input"),
	Address:       Both("对象地址", "Address"),
	Headers:       Both("自定义 Header", "Custom headers"),
	Key:           Both("名称", "Key"),
	Value:         Both("值", "Value"),
	EmptyValue:    Both("空", "empty"),
	Workflow:      Both("工作流", "Workflow"),
	FoundIn:       Both("取自 {0}", "from {0}"),
	Operation:     Both("规则", "Operation"),
	Labels:        Both("智能分类结果", "Labels"),
	Results:       Both("结果", "Result"),
	NoResults:     Both("此任务没有结果。", "This job has no result."),
	FailedResults: Both("任务失败，没有结果。", "The job failed; there is no result."),
	Rest:          Both("其他字段", "Other fields"),
	MoreRows:      Both("另有 {0} 行，见「结构树」", "{0} more in the tree"),
	MoreColumns:   Both("另有 {0} 列，见「结构树」", "{0} more columns in the tree"),
	Layers:        Both("已去除的外层封装", "Wrappers removed"),
	LayersLede:    Both("由外到内", "from the outside in"),
	LayerSource:   Both("原始输入", "as received"),
	LayerSize:     Both("内层 {0}", "{0} inside"),
	Source:        Both("回调内容", "Body"),
	SourceName:    Both("文件", "File"),
	SourceFormat:  Both("格式", "Format"),
	SourceSize:    Both("大小", "Size"),
	SourceCharset: Both("字符编码", "Charset"),
	Jobs:          Both("{0} 个任务", "{0} jobs"),
	Callbacks:     Both("{0} 个回调，共 {1} 个任务", "{0} callbacks with {1} jobs"),
	Execution:     Both("工作流实例", "Workflow run"),
	Tasks:         Both("任务列表", "Steps"),
	Duration:      Both("耗时", "Took"),
	Fault:         Both("错误响应", "Error response"),
	NoVerdict:     Both("没有审核结论", "No verdict"),
	Scene:         Both("场景", "Scene"),
	Scenes:        Both("审核场景", "Scenes"),
	QuietScenes:   Both("{0} 个场景未命中", "scenes without a hit: {0}"),
	Sections:      Both("文本分段", "Sections"),
	Pictures:      Both("画面", "Pictures"),
	Sounds:        Both("声音分段", "Sound"),
	Pages:         Both("页面", "Pages"),
	Review:        Both("内容审核", "content review"),
	Asked:         Both("这是提交任务的请求，任务尚未执行，没有结果。", "This is a request to submit a job: nothing has run, so there is no result."),
	NotEnded:      Both("任务尚未结束，还没有结果。", "The job has not ended; there is no result yet."),
	NoJobs:        Both("列表中没有任务。", "The list has no jobs."),
	ResultRest:    Both("分词结果的其他字段", "Other fields of the result"),
	TokenRest:     Both("词的其他字段", "Other fields of tokens"),
	RestOfJob:     Both("任务的其他字段", "Other fields of the job"),
	RestOfBody:    Both("任务之外的其他字段", "Other fields outside the job"),
	Queued:        Both("排队", "Waited"),
	QueuedAndRan:  Both("排队与执行（没有 StartTime，无法区分）", "waiting and running, which cannot be told apart without StartTime"),
	Unended:       Both("未结束", "not ended"),
	RunSpan:       Both("执行", "Ran"),
	AllFields:     Both("全部字段", "All fields"),
	Timeline:      Both("时间线", "Time line"),

	JobStatus:     Both("状态", "Status"),
	JobKind:       Both("类型", "Kind"),
	JobObject:     Both("对象", "Object"),
	JobID:         Both("任务 ID", "Job ID"),
	JobTime:       Both("时间", "Time"),
	JobTokens:     Both("词数", "Tokens"),
	JobFilter:     Both("筛选任务", "Filter jobs"),
	JobFilterHint: Both("在状态、类型、对象、任务 ID、错误码、时间、文件名中查找；多个词须同时出现", "In status, kind, object, job ID, code, time and file name; all words must be there"),
	JobsOf:        Both("{0} / {1} 个任务", "{0} of {1} jobs"),
	NoJobFits:     Both("没有符合条件的任务。", "No job matches."),
	JobsOfFiles:   Both("{0} 个文件，共 {1} 个任务", "{0} files with {1} jobs"),
	FailedOnly:    Both("仅失败", "Failed only"),
	FoldRepeats:   Both("折叠重复", "Fold repeats"),
	RepeatOf:      Both("与第 {0} 个任务的 ID 和内容都相同，可能是重复投递", "Same ID and content as job {0}: perhaps delivered twice"),
	RepeatTimes:   Both("ID 和内容都相同的任务共 {0} 个", "{0} jobs have this ID and content"),
	SameID:        Both("与第 {0} 个任务的 ID 相同，内容不是逐字节相同", "Same ID as job {0}, not the same bytes"),
	FileNothing:   Both("{0}，没有已知的回调结构", "{0}, nothing in it is a known callback"),
	FileBeyond:    Both("{0}，超出一次可解析的总量（{1}），未解析", "{0}, not read: more than can be read at once ({1})"),
	FilesBeyond:   Both("一次最多解析 {0} 个文件，其余未解析", "at most {0} files are read at once; the rest was not"),
	FilesNone:     Both("{0} 个文件里都未识别到回调。", "No callback could be read in any of {0} files."),
	TakingFiles:   Both("正在解析第 {0} / {1} 个文件", "Reading file {0} of {1}"),
	PreviousJob:   Both("上一个任务", "Previous job"),
	NextJob:       Both("下一个任务", "Next job"),
	FilesMore:     Both("另有 {0} 个文件", "{0} more files"),
	FilesOther:    Both("{0} 个文件里没有回调", "{0} files without a callback"),
	FilesOtherOne: Both("1 个文件里没有回调", "1 file without a callback"),

	Compare:            Both("对比", "Compare"),
	CompareTwo:         Both("对比两个任务", "Compare two jobs"),
	CompareWith:        Both("与正在查看的任务对比", "Compare with the job that is shown"),
	CompareEnd:         Both("结束对比", "Close the comparison"),
	CompareSwap:        Both("左右互换", "Swap sides"),
	CompareAll:         Both("全部", "All"),
	CompareLeft:        Both("左侧", "Left"),
	CompareRight:       Both("右侧", "Right"),
	CompareChange:      Both("更换", "Change"),
	CompareShow:        Both("查看任务", "Show the job"),
	CompareShowToken:   Both("在任务中查看这个词", "Show the token in its job"),
	CompareChoose:      Both("选择一个任务", "Choose a job"),
	CompareGive:        Both("或者给出另一份回调", "or give another callback"),
	CompareGiven:       Both("在页面任意处粘贴，或拖入文件。内容不离开本页。", "Paste it anywhere on the page, or drop a file. It stays in this page."),
	CompareNothing:     Both("这份内容里没有解析到回调，对比没有改变。", "No callback could be read in what came just now; the comparison stays as it is."),
	ComparePartly:      Both("有一侧的回调没有解析完，未解析的部分没有参与对比。", "One of the callbacks was not read to its end; what was not read is not compared."),
	CompareAnother:     Both("给出另一份回调", "Give another callback"),
	NextDifference:     Both("下一处差异", "Next difference"),
	PreviousDifference: Both("上一处差异", "Previous difference"),
	CompareFiles:       Both("加入的 {1} 个文件中有 {0} 个含有回调，这里对比的是 {2}。点击“更换”可选择其他回调。", "{0} of the {1} files hold callbacks; {2} is compared here. Press Change to choose another one."),
	CompareJobs:        Both("加入的内容里有 {0} 个任务，这里对比的是其中一个。点击“更换”可选择其他任务。", "The other body holds {0} jobs; one of them is compared here. Press Change to choose another one."),
	CompareNone:        Both("没有符合所选类型的项。", "There is nothing of the chosen kinds."),
	CompareSpot:        Both("第 {0} 处，共 {1} 处差异", "difference {0} of {1}"),
	CompareOne:         Both("1 处差异", "1 difference"),
	CompareMany:        Both("{0} 处差异", "{0} differences"),
	CompareMore:        Both("另有 {0} 个任务，请输入文字筛选", "{0} more jobs: type to find them"),

	Copy:         Both("复制", "Copy"),
	Copied:       Both("已复制", "Copied"),
	NotCopied:    Both("浏览器不允许复制，请手动选择", "The browser does not allow copying; please select it by hand"),
	ShowInSource: Both("在原始内容中定位", "Show in the source"),
	Info:         Both("说明", "Note"),
	Warning:      Both("警告", "Warning"),
	Error:        Both("错误", "Error"),
	NoRemarks:    Both("回调内容未发现问题。", "No problems found in the body."),
	RemarksLater: Both("解析完成后显示提示。", "Remarks follow when all of it is read."),
	RemarksLeft:  Both("解析已停止，未做完整检查。", "Reading was stopped before everything was checked."),
	OmittedOne:   Both("另有 1 条未列出", "1 more is not listed"),
	Omitted:      Both("另有 {0} 条未列出", "{0} more are not listed"),

	RemarksOf:      Both("列出哪些提示", "Which remarks to list"),
	ThisJob:        Both("此任务", "This job"),
	EveryJob:       Both("全部任务", "All jobs"),
	OfSeveral:      Both("（同类共 {0} 处，以第一处为例）", " ({0} such; the first is described)"),
	RemarkTimes:    Both("共 {0} 处", "{0} times"),
	SpotElsewhere:  Both("其他任务 1 处", "1 place in other jobs"),
	SpotsElsewhere: Both("其他任务 {0} 处", "{0} places in other jobs"),
	JobNumber:      Both("任务 {0}", "Job {0}"),
	RemarkDetails:  Both("查看这条提示", "Show this remark"),
	Says:           Both("{0}：", "{1}: "),
	RemarkMore:     Both("（另有 1 条提示）", "(and 1 more remark)"),
	RemarkFurther:  Both("另有 1 条提示", "1 more remark"),
	RemarksFurther: Both("另有 {0} 条提示", "{0} more remarks"),
	RemarksMore:    Both("（另有 {0} 条提示）", "(and {0} more remarks)"),
	ShowField:      Both("查看该字段", "Show the field"),
	ShowInTable:    Both("在分词表中查看", "Show in the table of tokens"),
	ShowAllInTable: Both("在分词表中查看全部 {0} 个", "Show all {0} in the table of tokens"),
	TokensFlagged:  Both("有提示 {0} 的词", "Tokens with {0}"),
	TokenNumber:    Both("第 {0} 个词", "token {0}"),
	AlsoOne:        Both("另有 1 处：", "1 more place:"),
	AlsoMany:       Both("另有 {0} 处：", "{0} more places:"),
	SpotMore:       Both("还有 1 处未列出", "and 1 more"),
	SpotsMore:      Both("还有 {0} 处未列出", "and {0} more"),

	Line:         Both("第 {0} 行第 {1} 列", "line {0}, column {1}"),
	LineUnpacked: Both("解包后第 {0} 行第 {1} 列", "line {0}, column {1} once unpacked"),
	Bytes:        Both("{0} 字节", "{0} bytes"),
	Day:          Both("{0} 天", "{0} d"),
	Hour:         Both("{0} 小时", "{0} h"),
	Minute:       Both("{0} 分", "{0} min"),
	Second:       Both("{0} 秒", "{0} s"),

	TokenTable:      Both("分词表", "Table of tokens"),
	TokenFilter:     Both("筛选词或词性", "Filter by word or tag"),
	TokenFilterHint: Both("词：打车 · 词性：/v、/名词 · 词与词性：打车/v · 只按词：\"v\" · 表达式：/^今/ · 连续的词：今天 打车", "A word: taxi · a tag: /v, /noun · both: taxi/v · a word alone: \"v\" · an expression: /^to/ · tokens in a row: the taxi"),
	TokenTags:       Both("词性", "Part of speech"),
	AllTags:         Both("全部词性", "All tags"),
	ColumnNumber:    Both("序号", "No."),
	ColumnWord:      Both("词汇", "Word"),
	ColumnPos:       Both("词性", "Part of speech"),
	ColumnOffset:    Both("偏移量", "Offset"),
	ColumnLength:    Both("长度", "Length"),
	SortBy:          Both("排序：升序、降序、原顺序", "Sort: up, down, as they stand"),
	TokensAll:       Both("共 {0} 个词", "{0} tokens"),
	TokensOne:       Both("共 1 个词", "1 token"),
	TokensOf:        Both("{0} / {1} 个词", "{0} of {1} tokens"),
	TokensBeginning: Both("前 {0} 个词，其余解析中", "the first {0}; the rest is being read"),
	TokensLeft:      Both("前 {0} 个词，其余未解析", "the first {0}; the rest was not read"),
	TokensSoFar:     Both("已找到 {0} / {1} …", "{0} so far, of {1} …"),
	NoTokens:        Both("没有符合条件的词。", "No token matches."),
	TokenCut:        Both("不完整", "cut off"),
	CopyWord:        Both("复制词", "Copy word"),
	CopyRow:         Both("复制行", "Copy row"),
	MoreTags:        Both("另有 {0} 种词性，可在左侧输入 /词性 查找", "{0} more: type /tag in the filter"),
	NoPos:           Both("未标词性", "no tag"),
	PosLike:         Both("≈ {0}", "≈ {1}"),
	PosUnknown:      Both("词性表中没有此标记，按最长的已知前缀归类", "not in the published table; read by its longest known prefix"),

	ViewCharts:  Both("图表", "Charts"),
	NoCharts:    Both("没有可绘制的分词或时间。", "There are no tokens and no times to draw."),
	MoreBars:    Both("另有 {0} 项", "{0} more"),
	FindThese:   Both("在词表中查找，再按一次恢复全部", "Find these in the table; again for all"),
	Bar:         Both("比例", "Bar"),
	Amount:      Both("数量", "Count"),
	Share:       Both("占比", "Share"),
	JobTimeline: Both("任务时间线", "Timeline of the jobs"),

	QueryNoTag:   Both("没有词性“{0}”。要用表达式，请写在两个斜杠之间，如 /^今/；要找斜杠，请加引号，如 \"/\"。", "No part of speech is called “{0}”. An expression stands between two slashes, as in /^to/; a slash itself in quotes, as in \"/\"."),
	QueryOpen:    Both("表达式里有括号没有闭合。", "A bracket of the expression is not closed."),
	QueryClose:   Both("表达式里多了一个右括号。", "The expression closes a bracket that was never opened."),
	QueryRepeat:  Both("表达式里的 *、+ 或 ? 前面没有可重复的内容。", "There is nothing to repeat before a *, + or ? of the expression."),
	QueryRange:   Both("表达式里的范围前后颠倒。", "A range of the expression runs backwards."),
	QueryLong:    Both("表达式太长，最多 64 个字符位。", "The expression is too long: it may match 64 characters at most."),
	QueryUnknown: Both("表达式里有不支持的写法。可用：. [ ] ( ) | ^ $ * + ? {m,n} \\d \\w \\s \\p{Han}。", "The expression has something unsupported. Known are . [ ] ( ) | ^ $ * + ? {m,n} \\d \\w \\s \\p{Han}."),
	MatchCase:    Both("区分大小写", "Match case"),
	WholeWord:    Both("整词匹配", "Whole words"),
	CopyRows:     Both("复制 {0} 行", "Copy {0} rows"),
	CopyAs:       Both("复制的格式", "Format of what is copied"),
	Context:      Both("上下文", "Context"),
	InContext:    Both("在上下文中显示所选的词", "Show the chosen word in its context"),
	SeveralTags:  Both("{0} 种词性", "{0} tags"),
	Tools:        Both("选项", "Options"),

	Sentence:     Both("由分词还原的文本", "The text, rebuilt from the tokens"),
	SentenceList: Both("文本中的词", "Tokens of the text"),
	FilterTag:    Both("在词表中只列出选中的词性，可多选", "List only the chosen parts of speech in the table; choose several"),
	SentenceHint: Both("指向或点按一个词，查看词性、偏移量和长度。", "Point at a word, or tap it, for its part of speech, offset and length."),
	NoSentence:   Both("这些词没有可用的偏移量，无法还原文本。", "These tokens have no usable offsets, so the text cannot be rebuilt."),
	Legend:       Both("词性图例", "Parts of speech"),
	LightFamily:  Both("在文本中突出、在词表中只列出这一类，可多选", "Highlight these in the text and list them alone in the table; choose several"),
	Gap:          Both("空缺：从偏移量 {0} 起 {1} 个{2}没有对应的词", "gap: no token covers {1} {2} from offset {0} on"),
	Overlaps:     Both("与前一个词重叠", "overlaps the token before"),
	UnitRunes:    Both("字符", "characters"),
	UnitUTF16:    Both(" UTF-16 单元", "UTF-16 units"),
	UnitBytes:    Both("字节", "bytes"),
	UnitRune:     Both("字符", "character"),
	UnitUTF16One: Both(" UTF-16 单元", "UTF-16 unit"),
	UnitByte:     Both("字节", "byte"),
	UnitLine:     Both("偏移量与长度的单位：{0}", "Offset and Length count {1}"),
	UnitRests:    Both("（由各词的长度推断，官方文档没有说明）", ", as the lengths of the words tell; no document says so"),
	UnitLater:    Both("偏移量与长度的单位：解析完成后判断", "What Offset and Length count is told when all of it is read"),

	TextMode:    Both("文本的显示方式", "How the text is shown"),
	TextTags:    Both("词与词性", "Tags"),
	TextWords:   Both("词", "Words"),
	TextPlain:   Both("文本", "Text"),
	CopyTextAs:  Both("复制全文为…", "Copy all as…"),
	CopyRangeAs: Both("复制所选为…", "Copy range as…"),
	HitsInText:  Both("找到 {0}", "{0} found"),
	GapHolds:    Both("，原文此处：", ". The text has there: "),
	TextTall:    Both("占满高度", "Full height"),

	WordCard:       Both("这个词", "This word"),
	ToRow:          Both("词表中的行", "Row in the table"),
	PreviousWord:   Both("上一个词", "Previous word"),
	NextWord:       Both("下一个词", "Next word"),
	GoToOffset:     Both("跳到偏移量", "Go to offset"),
	OffsetInGap:    Both("偏移量 {0} 处没有词，下一个词从 {1} 开始。", "No token covers offset {0}; the next begins at {1}."),
	OffsetNoNumber: Both("“{0}”不是偏移量：偏移量是从 0 开始的整数。", "“{0}” is no offset: these are whole numbers from 0 on."),
	OffsetBeyond:   Both("文本到 {1} 为止，没有偏移量 {0}。", "There is no offset {0}: the text ends at {1}."),

	ShowLabel:       Both("在文本中找到这个词，再按一次取消", "Find this word in the text; again to let go"),
	KeyChooseSource: Both("选中查找到的或视野中第一个值（原始内容）", "Choose the value found, or the first in sight (source)"),

	Split:     Both("两栏的分界", "Divider between the columns"),
	SplitHint: Both("拖动或用方向键调整两栏宽度，双击或按 Enter 恢复", "Drag it, or use the arrow keys, to divide the width; double-click or Enter puts it back"),

	Original:      Both("对照原文", "Compare with the original text"),
	OriginalLede:  Both("看词和偏移量是否与被分词的文本一致", "see whether words and offsets fit the text that was segmented"),
	OriginalHint:  Both("粘贴或拖入被分词的原文，只在本页比对，不会上传", "Paste or drop the text that was segmented. It stays in this page."),
	OriginalOther: Both("换一份原文", "Another text"),
	Aligning:      Both("正在比对", "Comparing"),
	Agrees:        Both("一致：{0} 个词都在偏移量所指的位置", "They agree: all {0} words stand where their offsets say"),
	AgreesAfter:   Both("{0} 个词中有 {1} 个在偏移量所指的位置", "{1} of {0} words stand where their offsets say"),
	PartsOne:      Both("1 个词对不上", "1 word does not"),
	PartsMany:     Both("{0} 个词对不上", "{0} words do not"),
	PartsFirst:    Both("从这里开始不一致：", "They first part at "),
	Counts:        Both("偏移量的单位是{0}", "Offsets count {1}"),
	CountsAny:     Both("偏移量的单位是字符或 UTF-16 单元，这份原文里无法区分", "Offsets count characters or UTF-16 units; the text given cannot tell them apart"),
	CountsNothing: Both("无论按字符、UTF-16 单元还是字节计，偏移量都与这份原文对不上", "Offsets do not fit the text, be it in characters, UTF-16 units or bytes"),
	CountsOf:      Both("（符合的词：按字符 {0} 个，按 UTF-16 单元 {1} 个，按字节 {2} 个）", " (words that fit: {0} by characters, {1} by UTF-16 units, {2} by bytes)"),
	ChangeMark:    Both("原文开头有 BOM，偏移量没有计入它", "Your text begins with a BOM, which the offsets do not count"),
	ChangeLF:      Both("原文的换行是 CRLF，偏移量按 LF 计", "Your text has CRLF line ends; the offsets count LF"),
	ChangeCRLF:    Both("原文的换行是 LF，偏移量按 CRLF 计", "Your text has LF line ends; the offsets count CRLF"),
	ChangeNFC:     Both("偏移量按 Unicode 组合形式（NFC）计，原文不是", "The offsets count Unicode form NFC, which your text is not in"),
	ChangeNFD:     Both("偏移量按 Unicode 分解形式（NFD）计，原文不是", "The offsets count Unicode form NFD, which your text is not in"),
	WidthOne:      Both("1 个词与原文只差全角、半角", "1 word differs from the text in width alone (full or half)"),
	WidthMany:     Both("{0} 个词与原文只差全角、半角", "{0} words differ from the text in width alone (full or half)"),
	GapsHold:      Both("词与词之间还有：", "Between the words stand "),
	GapTimes:      Both("{0} 处", "{0}×"),
	LeftOne:       Both("最后一个词之后还有 1 个字符", "1 character follows the last word"),
	LeftMany:      Both("最后一个词之后还有 {0} 个字符", "{0} characters follow the last word"),
	PartWidth:     Both("全角、半角不同", "another width"),
	PartMoved:     Both("后移 {0} 个字符", "further on by {0}"),
	PartBefore:    Both("前移 {0} 个字符", "before that by {0}"),
	PartMissing:   Both("附近没有", "not found nearby"),
	PartBeyond:    Both("文本到此为止", "the text ends before it"),
	PartsMore:     Both("另有 {0} 处未列出", "{0} more are not listed"),
	TextThere:     Both("原文此处", "The text there"),

	TreeFind:       Both("查找名称、值或路径", "Find a name, value or path"),
	LaidOut:        Both("格式化", "Formatted"),
	WrapLines:      Both("折行", "Wrap"),
	CopyAllMasked:  Both("复制全文（已隐藏敏感信息）", "Copy all (secrets hidden)"),
	CopyAllSecret:  Both("复制全文（含敏感信息）", "Copy all (with secrets)"),
	DownloadExact:  Both("下载原始字节", "Download bytes"),
	DownloadMasked: Both("下载（已隐藏敏感信息）", "Download (secrets hidden)"),
	DownloadSecret: Both("下载原始字节（含敏感信息）", "Download bytes (with secrets)"),
	DownloadShown:  Both("下载此文本", "Download this text"),
	ExactTitle:     Both("与收到的内容逐字节相同", "The bytes exactly as they were given"),
	ExactSecrets:   Both("与收到的内容逐字节相同，其中有 {0} 处敏感信息", "The bytes exactly as they were given, with {0} secrets in them"),
	TakeAway:       Both("导出", "Export"),
	ShareTitle:     Both("链接", "Link"),
	ShareLede:      Both("回调内容只放在地址的 # 之后，浏览器不会把这部分发送给任何服务器。拿到链接的人都能看到其中的内容。", "The body stands in the address behind #, which browsers send to no server. Whoever has the link can read it."),
	ShareFields:    Both("链接中的字段（{0}），取消勾选即清空该字段的值", "Fields in the link ({0}); a box that is cleared empties the field"),
	ShareListed:    Both("另有 {0} 个列表项（如分词）随链接一起。", "{0} items of lists, such as words, go along."),
	ShareSecrets:   Both("包含敏感信息（密钥、令牌、签名等）", "with secrets, such as keys, tokens and signatures"),
	ShareMake:      Both("生成链接", "Make the link"),
	ShareCopy:      Both("复制链接", "Copy the link"),
	ShareShort:     Both("链接共 {0} 个字符，浏览器与聊天工具一般都能完整保留。", "The link has {0} characters; browsers and chat tools commonly keep all of that."),
	ShareLong:      Both("链接共 {0} 个字符。浏览器可以打开，但聊天与邮件工具可能截断，它们的上限没有公开说明；截断的链接打开时会提示。", "The link has {0} characters. Browsers open it; chat and mail tools may cut it, as what they bear is not documented. A link that was cut says so when it is opened."),
	ShareTooLong:   Both("链接将有 {0} 个字符，太长了。请清空部分字段，或改为导出文件。", "The link would have {0} characters, which is too long. Empty some fields, or export a file instead."),
	ShareFailed:    Both("浏览器无法压缩内容，没有生成链接。", "The browser cannot pack the body; there is no link."),
	ShareView:      Both("打开链接后，显示与现在相同的任务、视图和所选字段或提示。", "The link opens the job and the view that are shown now, with the field or the remark that is chosen."),
	TakeReceiver:   Both("现成的接收代码：Go、Java、Python、Node.js、PHP", "Code for a receiver: Go, Java, Python, Node.js, PHP"),
	LinkBroken:     Both("链接不完整或已损坏，无法识别其中的回调内容。", "The link is cut or damaged; the body in it cannot be read."),
	LinkLarge:      Both("链接中的内容解压后超过 8 MB，未解析。", "What is in the link unpacks to more than 8 MB; it was not read."),
	LinkVersion:    Both("链接由其他版本的页面生成，这个页面读不了。", "The link was made by another version of this page, and cannot be read here."),
	TakeScope:      Both("导出范围", "How much"),
	TakeAll:        Both("全部回调", "All callbacks"),
	TakeJob:        Both("当前任务", "The shown job"),
	TakeRow:        Both("词表中的 1 行", "1 row of the table"),
	TakeRows:       Both("词表中的 {0} 行", "{0} rows of the table"),
	TakeMasked:     Both("敏感信息已隐藏，与页面上一致。", "Secrets are hidden, as they are on the page."),
	TakeBeginning:  Both("回调仍在解析，导出的是已解析的部分。", "The body is still being read; what has been read is exported."),
	TakeSaved:      Both("已交给浏览器保存：{0}（{1}）。", "Handed to the browser to save: {0} ({1})."),
	TakeCopied:     Both("已复制 {0}。", "Copied {0}."),
	TakeTooLarge:   Both("超过 {0}，请改为下载。", "This is more than {0}; download it instead."),

	Palette:        Both("命令与快捷键", "Commands and keys"),
	PaletteHint:    Both("查找命令、视图、字段或任务", "Find a command, view, field or job"),
	PaletteFound:   Both("{0} 项", "{0} found"),
	PaletteActions: Both("命令", "Commands"),
	PaletteJobs:    Both("任务", "Jobs"),
	PaletteFields:  Both("字段", "Fields"),
	KeyFindHere:    Both("查找", "Find"),
	SwitchSecrets:  Both("显示或隐藏敏感信息", "Show or hide secrets"),
	Print:          Both("打印", "Print"),
	SwitchLanguage: Both("切换语言 English", "Switch language 中文"),
	SwitchTheme:    Both("切换主题：系统、浅色、深色", "Switch theme: system, light, dark"),
	KeyCard:        Both("在卡片的按钮间移动", "Move among the buttons of a card"),
	PaperRowsOf:    Both("打印前 {0} 行，共 {1} 行", "The first {0} of {1} rows are printed"),
	PaperRows:      Both("打印前 {0} 个词，共 {1} 个", "The first {0} of {1} tokens are printed"),
	PaperText:      Both("以上为文本的前 {0} 个字符", "The first {0} characters of the text are printed"),
	PaperGaps:      Both("没有词覆盖的位置以一个空格表示", "A blank stands where no token covers the text"),
	PaperMasked:    Both("敏感信息已隐藏", "secrets are hidden"),
	PaperSecrets:   Both("含敏感信息", "with secrets"),
	SubTabs:        Both("文本或词表", "Text or table"),
	SubText:        Both("文本", "Text"),
	SubTable:       Both("词表", "Table"),
	Skip:           Both("跳到结果", "Skip to the result"),
	Comma:          Both("，", ", "),
	Excerpt:        Both("原始内容摘录", "Excerpt of the source"),
	ExpandAll:      Both("全部展开", "Expand all"),
	CollapseAll:    Both("全部收起", "Collapse all"),
	ExpandedSome:   Both("节点太多，展开到 {0} 行为止。", "There are too many nodes; opened up to {0} rows."),
	NoTree:         Both("内容既不是 XML 也不是 JSON，没有结构树。", "This is neither XML nor JSON, so there is no tree."),
	CopyAddress:    Both("复制 {0} 路径", "Copy the path for {0}"),
	NoAddress:      Both("{0} 无法指向这个节点。", "{0} cannot address this node."),
	TreeDocument:   Both("回调内容 {0}", "Body {0}"),
	Previous:       Both("上一处", "Previous"),
	Next:           Both("下一处", "Next"),
	NoHit:          Both("没有找到", "not found"),
	CopyValue:      Both("复制值", "Copy value"),
	CopyPath:       Both("复制路径", "Copy path"),
	InSource:       Both("原始内容", "Source"),
	KindText:       Both("文本", "text"),
	KindComment:    Both("注释", "comment"),
	KindElement:    Both("元素", "element"),
	KindAttribute:  Both("属性", "attribute"),
	KindObject:     Both("对象", "object"),
	KindArray:      Both("数组", "array"),
	KindString:     Both("字符串", "string"),
	KindNumber:     Both("数字", "number"),
	KindBool:       Both("布尔", "boolean"),
	KindNull:       Both("空值", "null"),
	SourceFind:     Both("在原始内容中查找", "Find in the source"),
	MoreTexts:      Both("… 另有 {0} 份", "… {0} more"),
	SourceOf:       Both("查看哪一层", "Which layer to look at"),
	ShowSecret:     Both("显示 1 处敏感信息", "Show 1 hidden secret"),
	ShowSecrets:    Both("显示 {0} 处敏感信息", "Show {0} hidden secrets"),
	HideSecret:     Both("隐藏 1 处敏感信息", "Hide 1 secret"),
	HideSecrets:    Both("隐藏 {0} 处敏感信息", "Hide {0} secrets"),
	CopyAll:        Both("复制全文", "Copy all"),
	Download:       Both("下载", "Download"),
	DownloadHidden: Both("下载（敏感信息已隐藏）", "Download, with the secrets hidden"),
	DownloadAs:     Both("原始内容为 {0}，保存为 UTF-8", "The body is {0}; it is saved as UTF-8"),
}
