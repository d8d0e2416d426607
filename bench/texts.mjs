// The words of the report, in both languages.
export const texts = {
  en: {
    heading: "# Measurements",
    lead: ({ rest, times, few, seconds }) => `\`make bench\` measures this page and others in Chromium, on bodies that it generates from a seed, and prints these tables.

- The clock starts when the browser has handed over the pasted text; for a file when it is dropped, for the browser's own viewer at the first byte of the answer. Pastes are made by a script: reading the system's clipboard comes on top, for all alike.
- It stops at the second frame that begins after the document holds what is waited for, by when that has been painted. That holds for all, so that one or two frames are the least that any can reach.
- *First screen*: the job with its state, its facts, the sentence and the first rows. *Whole result*: every token read, counted, checked and within reach. The others have one stage, and do less: an editor shows text, a table shows the list that it is given, none of them checks anything or mends what is broken.
- Each time a fresh page, at rest for ${rest} s, and the subjects take turns. Figures are the median of ${times}, with the least and the greatest in brackets (of ${few} from 1,000,000 tokens on, and for tasks). What took over 10 s was measured once; what was cut off after ${seconds} s, or crashed, is not tried with more. "–" was not measured.`,
    machine: (m) => `Measured on ${m.date}: ${m.cpus} × ${m.model}, ${m.memory} GB, Linux ${m.kernel}, Chromium ${m.browser}, headless. Only figures of one run compare.`,
    picture: "How the time grows from 1,000 to 1,000,000 tokens, in XML and in JSON: the first screen, the whole result, and the least possible JavaScript page",
    late: (seconds) => `> ${seconds} s`,
    crashed: "crashed",
    list: ", ",
    first: "first screen",
    whole: "whole result",
    main: { title: "From a paste to what is painted, ms", heads: ["", "body", (n) => `${n} tokens`] },
    takes: {
      title: "What it takes",
      note: "Longest task: how long the page could not answer at worst, from a trace in a run of its own. Memory at its peak: of the program, also as a multiple of the body, and how much the whole renderer grew.",
      heads: ["", "body", "tokens", "body, MB", "longest task, ms", "tasks over 50 ms", "program, MB", "× body", "renderer, MB more"],
    },
    rows: { title: "Filter and sort, ms", note: "From a keystroke in the filter of the tokens, and from a click on the column of words, to the first rows.", heads: ["tokens", "keystroke", "sort"] },
    start: {
      title: "Start",
      note: "From the navigation; cold is a first visit with a new profile, warm a second one. The line is slowed down as the developer tools do it, which leaves out what the service worker itself fetches. The hello world is the smallest page of the same framework, made by its own generator. Bytes are all that the server sent until the service worker was ready, headers included.",
      heads: ["", "MB sent", "loopback: first paint, ms", "running, cold", "running, warm", "9 Mbit/s, 70 ms: first paint, ms", "running, cold", "running, warm"],
      labels: { ours: "**Callback Lens**", before: "the same, as it was", hello: "hello world, as is", packed: "hello world, sent gzipped", unstored: "Callback Lens, from a host that says no-store" },
    },
    ways: {
      title: "Other ways, layouts and orders, ms",
      heads: ["", "", "tokens", "XML: first screen", "XML: whole", "JSON: first screen", "JSON: whole"],
      labels: {
        main: "pasted, compact, at rest", atonce: "given as soon as the program runs", dropped: "dropped as a file",
        alphabetical: "fields in alphabetical order", indented: "indented", labelled: "indented, 1,000 labels before the tokens",
      },
    },
    aims: {
      title: "Own aims",
      heads: ["", "aim", "measured (median)", ""],
      met: "met", missed: "**missed**",
      task: (f, n) => `longest task, ${f}, ${n} tokens`, wasm: (f, n) => `program's memory, ${f}, ${n} tokens`,
      filter: (n) => `keystroke, ${n} tokens`, sort: (n) => `sort, ${n} tokens`,
    },
    parser: { title: "The parser alone, as WebAssembly" },
    brief: {
      lead: (m) => `Medians of one run on ${m.date}, Chromium ${m.browser} on ${m.cpus} cores. How it is measured, the other viewers, and what it takes: [bench/README.md](bench/README.md).`,
      first: ([k, h, m], mb) => `**First screen** after a paste of 1,000, 100,000, 1,000,000 tokens in XML: ${k}, ${h}, ${m} ms; the last body has ${mb} MB.`,
      whole: ([k, h, m], peer) => `**Whole result**, every token read and checked: ${k}, ${h}, ${m} ms. A page of the least possible JavaScript, which checks nothing: ${peer.join(", ")} ms.`,
      task: (ms, multiple) => `**Longest task** with 1,000,000 tokens: ${ms} ms. The program's **memory** at its peak: ${multiple} times the body.`,
      rows: (filter, sort) => `**Filter and sort** 1,000,000 rows: ${filter} ms after a keystroke, ${sort} ms after a click.`,
      start: (mb, fast, slow, warm) => `**Start**: a first visit takes ${mb} MB and runs after ${fast} ms from this machine, after ${slow} ms at 9 Mbit/s; later visits after ${warm} ms.`,
    },
  },
  zh: {
    heading: "# 性能测试",
    lead: ({ rest, times, few, seconds }) => `\`make bench\` 用固定种子生成回调，在 Chromium 中把本页面与其他工具放在一起测量，并输出下面的表。

- 计时起点：粘贴时是浏览器交出文本的时刻，拖入文件时是 drop 事件，浏览器自带的查看功能则是收到响应首字节的时刻。粘贴由脚本触发，读取系统剪贴板的耗时不计在内，各方相同。
- 计时终点：页面文档中出现所等内容之后，第二帧开始的时刻，此时内容已经绘制完毕。各方口径一致，因此再快也至少要一两帧。
- “首屏”：任务与状态、基本信息、句子和表格的前几行。“全部”：所有词均已读取、计数、核对，可以翻到任意一行。其他工具不分两步，做的事也更少：编辑器只显示文本，表格只显示直接给它的数组，都不核对内容，也不修复残缺的回调。
- 每次测量都打开新页面，静置 ${rest} 秒后再给回调；各方轮流进行。数值为 ${times} 次的中位数，括号内为最小值与最大值（一百万词以及最长任务为 ${few} 次）。超过 10 秒的只测一次；超过 ${seconds} 秒中止，中止或崩溃的不再测更大的回调。“–”表示未测。`,
    machine: (m) => `测于 ${m.date}：${m.cpus} × ${m.model}，内存 ${m.memory} GB，Linux ${m.kernel}，Chromium ${m.browser}（无界面）。只有同一次运行的数值可以相互比较。`,
    picture: "从一千词到一百万词，XML 与 JSON 的耗时增长：首屏、全部，以及最简 JavaScript 页面",
    late: (seconds) => `> ${seconds} 秒`,
    crashed: "崩溃",
    list: "，",
    first: "首屏",
    whole: "全部",
    main: { title: "从粘贴到绘制完毕（毫秒）", heads: ["", "格式", (n) => `${n} 词`] },
    takes: {
      title: "占用",
      note: "最长任务：页面最久多长时间无法响应，取自单独一轮的 trace。内存均为峰值：程序（WebAssembly）内存及其与正文大小之比，以及渲染进程的增量。",
      heads: ["", "格式", "词数", "正文 MB", "最长任务（毫秒）", "超过 50 毫秒的任务数", "程序 MB", "÷ 正文", "渲染进程增加 MB"],
    },
    rows: { title: "筛选与排序（毫秒）", note: "在分词筛选框按下一键、点击“词”一列，到新的前几行绘制完毕。", heads: ["词数", "按键", "排序"] },
    start: {
      title: "启动",
      note: "从导航开始计时；首次访问用全新的浏览器配置，再次访问紧随其后。限速方式与开发者工具相同，对 service worker 自己发出的请求不起作用。hello world 是同一框架能做出的最小页面，由框架自带的生成器产生。传输量为 service worker 就绪前服务器发出的全部字节，含响应头。",
      heads: ["", "传输 MB", "本机：首次绘制（毫秒）", "首次可用", "再次可用", "9 Mbit/s、70 毫秒：首次绘制（毫秒）", "首次可用", "再次可用"],
      labels: { ours: "**回调透镜**", before: "同上，改动之前", hello: "hello world，原样传输", packed: "hello world，gzip 传输", unstored: "回调透镜，服务器声明 no-store" },
    },
    ways: {
      title: "其他方式、排版与字段顺序（毫秒）",
      heads: ["", "", "词数", "XML 首屏", "XML 全部", "JSON 首屏", "JSON 全部"],
      labels: {
        main: "粘贴，紧凑，页面已静置", atonce: "程序一就绪立即给出", dropped: "拖入文件",
        alphabetical: "字段按字母顺序", indented: "带缩进", labelled: "带缩进，分词前有 1,000 个标签",
      },
    },
    aims: {
      title: "自定目标",
      heads: ["", "目标", "实测（中位数）", ""],
      met: "达到", missed: "**未达到**",
      task: (f, n) => `最长任务，${f}，${n} 词`, wasm: (f, n) => `程序内存，${f}，${n} 词`,
      filter: (n) => `按键，${n} 词`, sort: (n) => `排序，${n} 词`,
    },
    parser: { title: "单独测解析器（WebAssembly）" },
    brief: {
      lead: (m) => `下列为 ${m.date} 同一次运行的中位数，Chromium ${m.browser}，${m.cpus} 核。测量方法、与其他工具的对比以及资源占用见 [bench/README.zh.md](bench/README.zh.md)。`,
      first: ([k, h, m], mb) => `**首屏**：粘贴一千、十万、一百万词的 XML，分别为 ${k}、${h}、${m} 毫秒；最大的一份有 ${mb} MB。`,
      whole: ([k, h, m], peer) => `**全部**（所有词均已读取并核对）：${k}、${h}、${m} 毫秒。什么都不核对的最简 JavaScript 页面：${peer.join("、")} 毫秒。`,
      task: (ms, multiple) => `一百万词时的**最长任务**为 ${ms} 毫秒，程序**内存**峰值是正文大小的 ${multiple} 倍。`,
      rows: (filter, sort) => `一百万行的**筛选与排序**：按键后 ${filter} 毫秒，点击后 ${sort} 毫秒。`,
      start: (mb, fast, slow, warm) => `**启动**：首次访问传输 ${mb} MB，本机 ${fast} 毫秒、9 Mbit/s 下 ${slow} 毫秒后可用；再次访问 ${warm} 毫秒。`,
    },
  },
};
