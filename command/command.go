//go:build !js

// Package command is Callback Lens on the command line.
package command

import (
	"fmt"
	"io"
	"strings"

	"github.com/callbacklens/callbacklens/internal/visible"
	"github.com/callbacklens/callbacklens/kit"
)

// Streams are what a command reads from and writes to.
type Streams struct {
	In       io.Reader
	Out, Err io.Writer
}

// The codes that a command ends with. For inspect, exitFound says that a
// remark is an error.
const (
	exitOK    = 0
	exitFound = 1
	exitUsage = 2 // wrong use, or a file that cannot be read or written

	exitInterrupted = 130 // as shells count it
)

// usage is the help, with the formats in the place of FORMATS, and the languages of the
// kit in the place of LANGUAGES.
var usage = strings.Replace(strings.Replace(`Callback Lens 回调透镜 reads callbacks of Tencent Cloud 数据万象 (CI).

  callbacklens inspect [-format FORMATS] [-o FILE] [-lang zh|en] [-secrets] [FILE...]
        read callback bodies, from standard input without a file
  callbacklens inspect -stream [-record SIZE] [-o FILE] [-lang zh|en] [-secrets] [FILE...]
        read logs of any size and print one line of JSON for each callback as it
        comes; a record may be -record large, 32MB if not said. What was skipped
        is summed up on standard error at the end
        读任意大小的日志，每读出一份回调即输出一行 JSON；结束时在标准错误中汇总跳过的内容
  callbacklens diff [-format text|json] [-lang zh|en] [-secrets] A B
        compare the callbacks of two files: fields, and tokens by their places
        比较两个文件中的回调：字段，以及按位置对齐的词
  callbacklens explain [-lang zh|en] [NAME...]
        print what the reference has on a remark's code, an error code, a field, a
        part of speech, a value or a kind; without a name, list the remarks
  callbacklens schema [-xsd|-callback]
        print the JSON Schema of what inspect prints as JSON; with -xsd the XML
        Schema of callbacks, with -callback their JSON Schema
  callbacklens kit [-lang LANGUAGES] [-o DIR]
        write a decoder and an HTTP receiver for callbacks, to be copied
        输出可直接复制使用的回调解码与接收代码
  callbacklens build [-out DIR] [-prefix PATH] [-url ADDRESS] [-parents ORIGINS] [-docs DIR]
                     [-beside] [-plain] [-quick] [-wasm FILE]
        make the static site, with -docs also pages of a folder of Markdown
  callbacklens clean [-dir DIR]
        delete a static site, and nothing else in its folder
  callbacklens notices [-all]
        print the licences of what the page is made of, with -all of the command
        line too; build -wasm takes them from notices.txt beside the program
  callbacklens serve [-addr HOST:PORT] [-dir DIR] [-prefix PATH] [-parents ORIGINS]
                     [-docs DIR [-wasm FILE]] [PORT]
        serve a built site on this machine, or with -docs one with documentation,
        which is made anew whenever a file of it has changed

Exit status: 0 read, 1 an error was found in a body, 2 wrong use or a file
that cannot be read, 130 interrupted. Of diff: 0 the same, 1 different, 2 trouble.
`, "LANGUAGES", strings.Join(kit.Languages, "|"), 1), "FORMATS", strings.Join(formatNames(), "|"), 1)

// Main runs the command that args begin with and returns its exit code.
func Main(args []string, std Streams) int {
	std.Err = screen{std.Err}
	if len(args) == 0 {
		fmt.Fprint(std.Err, usage)
		return exitUsage
	}
	if args[0] != "inspect" && args[0] != "diff" { // which have formats that see to it
		std.Out = screen{std.Out}
	}
	switch name, rest := args[0], args[1:]; name {
	case "inspect":
		return inspect(rest, std)
	case "diff":
		return diff(rest, std)
	case "explain":
		return explain(rest, std)
	case "schema":
		return schema(rest, std)
	case "kit":
		return writeKit(rest, std)
	case "build":
		return build(rest, std)
	case "clean":
		return clean(rest, std)
	case "notices":
		return notices(rest, std)
	case "serve":
		return serve(rest, std)
	case "help", "-h", "-help", "--help":
		fmt.Fprint(std.Out, usage)
		return exitOK
	default:
		fmt.Fprintf(std.Err, "callbacklens: no command %q\n\n%s", name, usage)
		return exitUsage
	}
}

// fail says what went wrong and returns the code for it. Further lines of err
// are indented, so that none of them looks like one of ours.
func fail(std Streams, command string, err error) int {
	fmt.Fprintf(std.Err, "callbacklens %s: %s\n", command, strings.ReplaceAll(err.Error(), "\n", "\n    "))
	return exitUsage
}

// screen writes lines to what may be a terminal. Names of files and flags, and
// what systems say of them, may hold anything; whatever has no form of its own
// gets a sign, see package visible.
type screen struct{ w io.Writer }

// Write takes whole lines.
func (s screen) Write(p []byte) (int, error) {
	lines := strings.Split(strings.ReplaceAll(string(p), "\t", "    "), "\n")
	for i := range lines {
		lines[i] = visible.Text(lines[i])
	}
	if _, err := io.WriteString(s.w, strings.Join(lines, "\n")); err != nil {
		return 0, err
	}
	return len(p), nil
}
