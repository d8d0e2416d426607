//go:build !js

package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// What is typed is read when that is asked for, by button or by key, and not
// at each key; afterwards it can be edited.
func TestTypedBodyIsReadWhenAsked(t *testing.T) {
	t.Parallel()
	tab := desk(t)
	tab.typeInto("#box", job("a0typed"))
	tab.wait(`document.querySelector("#box").value.includes("a0typed")`)
	if !tab.visible("main.landing") {
		t.Error("the body was read while it was typed")
	}
	tab.click("[data-read]")
	tab.whole()
	tab.shows(".bar .job-id code", "a0typed")

	tab.click(`[data-do="edit"]`)
	tab.wait(`document.activeElement === document.querySelector("#box")`)
	if got := eval[string](tab, `document.querySelector("#box").value`); got != job("a0typed") {
		t.Errorf("the box holds %q when edited", short(got))
	}
	eval[chromedp.Void](tab, `void (() => { const b = document.querySelector("#box"); b.setRangeText("2nd", b.value.indexOf("typed"), b.value.indexOf("typed") + 5, "end"); })()`)
	tab.do(chromedp.KeyEvent(kb.Enter, chromedp.KeyModifiers(chromedp.ModifierCtrl)))
	tab.whole()
	tab.shows(".bar .job-id code", "a02nd")
}

// A paste of a megabyte never lands in the box, whether that has the focus or not.
func TestLargePasteNeverLandsInTheBox(t *testing.T) {
	for _, focused := range []bool{true, false} {
		tab := desk(t)
		if focused {
			tab.focus("#box")
		} else {
			eval[chromedp.Void](tab, `document.activeElement.blur()`)
		}
		eval[chromedp.Void](tab, `void (window.most = 0, new MutationObserver(() => {}), document.addEventListener("input", (e) => most = Math.max(most, e.target.value?.length ?? 0), true))`)
		taken := tab.pasteItems(`data.setData("text/plain", ` + many + `(9000))`)
		if !taken {
			t.Error("the page left the paste to the browser")
		}
		tab.whole()
		tab.shows(".tokens-count", "9,000 tokens")
		if n := eval[int](tab, `Math.max(most, document.querySelector("#box")?.value.length ?? 0)`); n > 0 {
			t.Errorf("%d characters went into the box", n)
		}
	}
}

// A second body takes the place of one that is still being read, for good.
func TestSecondBodyReplacesTheFirst(t *testing.T) {
	t.Parallel()
	tab := desk(t)
	tab.slowly(4)
	tab.pasteItems(`data.setData("text/plain", ` + many + `(100000))`)
	tab.paste(job("a0second"))
	tab.shows(".bar .job-id code", "a0second")
	tab.slowly(1)
	tab.never(`document.querySelector(".bar .job-id code")?.textContent !== "a0second"`)
	tab.whole()
	tab.facts(says{"Job", "Job ID", "a0second"})
}

// never watches for a moment that something does not become true.
func (b *tab) never(condition string) {
	b.t.Helper()
	if eval[bool](b, `(async () => {
		for (const end = Date.now() + 1500; Date.now() < end; await new Promise((go) => setTimeout(go, 20)))
			if (`+condition+`) return true;
		return false;
	})()`) {
		b.t.Errorf("became true: %s", condition)
	}
}

// Reading can be stopped; what had been read by then stays.
func TestReadingIsStopped(t *testing.T) {
	for _, c := range []struct {
		name, during string // what the bar says when it is stopped
		kept         string // of the tokens, as the page tells
	}{
		{"while the body is taken in", "Loading", "the first "},
		{"while the body is read", "Reading", "the first "},
		{"while it is checked", "All is read", "150,000 tokens"},
	} {
		t.Run(c.name, func(t *testing.T) {
			tab := desk(t)
			tab.slowly(6)
			// The page itself stops it, as a stage may be over by the time that is seen here.
			eval[chromedp.Void](tab, `void new MutationObserver((_, observer) => {
				if (!document.querySelector(".progress-text")?.innerText.startsWith(`+quote(c.during)+`)) return;
				observer.disconnect();
				document.querySelector("[data-do=cancel]").click();
			}).observe(document.body, { subtree: true, childList: true, characterData: true })`)
			tab.pasteItems(`data.setData("text/plain", ` + sorted + `(149999))`)
			tab.shows(".notices .notice", "Reading was stopped; this is what had been read by then.")
			tab.slowly(1)
			tab.whole()
			tab.shows(".bar .job-id code", "a0sorted")
			tab.wait(`!document.querySelector(".progress:not([hidden])")`)
			tab.wait(`document.querySelector(".tokens-count").innerText.startsWith(` + quote(c.kept) + `)`)
			whole := c.kept != "the first "
			if got, want := tab.text(".summary .badge"), map[bool]string{true: "Failed", false: "Status not read"}[whole]; !strings.HasPrefix(got, want) {
				t.Errorf("the status is %q, want %q", got, want)
			}
			if !whole && tab.visible(".summary .took") {
				t.Error("a duration is told, though StartTime was not read")
			}
			tab.side("remarks")
			tab.sees("Reading was stopped before everything was checked.")
		})
	}
}

func TestReadingIsStoppedByKey(t *testing.T) {
	tab := desk(t)
	tab.slowly(6)
	tab.pasteItems(`data.setData("text/plain", ` + many + `(200000))`)
	tab.wait(seen(`[data-do="cancel"]`))
	tab.key(kb.Escape)
	tab.shows(".notices .notice", "Reading was stopped; this is what had been read by then.")
	tab.wait(`!document.querySelector(".progress:not([hidden])")`)
	tab.shows(".bar .job-id code", "a0many")
}

// What is no body gets a sentence, and leaves the result that is shown alone.
func TestWhatIsNoBodyGetsASentence(t *testing.T) {
	t.Parallel()
	tab := desk(t)
	image := `data.items.add(new File(["x"], "a.png", { type: "image/png" }))`
	for _, c := range []struct {
		what string
		give func()
		want string
	}{
		{"empty clipboard", func() { tab.pasteItems("") }, "Nothing to read: the clipboard, the file or the box is empty."},
		{"image in the clipboard", func() { tab.pasteItems(image) }, "That is an image. Paste the text of a callback body, or drop the file that holds it."},
		{"empty box", func() { tab.click("[data-read]") }, "Nothing to read: the clipboard, the file or the box is empty."},
		{"dropped image", func() { tab.dropItems(image) }, "That is an image. Paste the text of a callback body, or drop the file that holds it."},
		{"dropped folder", func() { tab.drag(t.TempDir()) }, "There is no file in that folder."},
		{"empty file", func() { tab.drag(file(t, "empty.xml", "")) }, "Nothing to read: the clipboard, the file or the box is empty."},
	} {
		eval[chromedp.Void](tab, `document.activeElement.blur()`)
		c.give()
		tab.shows(".notices .notice", c.want)
	}
	if !tab.visible("main.landing") {
		t.Error("the landing is gone")
	}
	tab.reads(job("a0stays"))
	tab.pasteItems(image)
	tab.sees("That is an image.")
	tab.shows(".bar .job-id code", "a0stays")
}

// Real files come by drag and by the button; several, and those of folders, become one
// list, which says of each that holds no callback why.
func TestFiles(t *testing.T) {
	t.Parallel()
	tab := desk(t)
	one, two := file(t, "one.xml", job("a0one")), file(t, "two.xml", job("a0two"))
	tab.drag(one)
	tab.whole()
	tab.shows(".bar .job-id code", "a0one")
	tab.facts(says{"Body", "File", "one.xml"})
	tab.drag(two, one, file(t, "empty.txt", ""), file(t, "note.txt", "no callback"))
	tab.shows(".bar .job-id code", "a0two")
	tab.shows(".jobs h2", "2 files with 2 jobs")
	tab.shows(".job .job-file", "two.xml", "one.xml")
	tab.shows(".jobs-others summary", "2 files without a callback")
	tab.click(".jobs-others summary")
	tab.shows(".jobs-others li", "empty.txt Nothing to read: the clipboard, the file or the box is empty.", "note.txt 11 B, nothing in it is a known callback")
	tab.key("j")
	tab.shows(".bar .job-id code", "a0one")
	tab.facts(says{"Body", "File", "one.xml"})
	tab.drag(filepath.Dir(two))
	tab.shows(".bar .job-id code", "a0two")
	tab.whole()
	tab.facts(says{"Body", "File", filepath.Base(filepath.Dir(two)) + "/two.xml"})
	tab.click(`.bar-buttons [data-do="new"]`)
	tab.wait(`document.querySelector("main.landing")`)
	tab.choose(one)
	tab.shows(".bar .job-id code", "a0one")
}

// Files that the system opens with the installed page are taken as dropped ones are, at
// its start and later; one that cannot be read is said, and takes no other with it.
func TestFilesThatTheSystemOpens(t *testing.T) {
	t.Parallel()
	tab := profile(t)
	tab.resize(1440, 900)
	tab.early(`Object.defineProperty(window, "launchQueue", { value: { setConsumer(consume) {
		const handle = ([name, text]) => ({ kind: "file", name, async getFile() {
			if (text === null) throw new DOMException("it has gone", "NotFoundError");
			return new File([text], name);
		} });
		window.launch = (...files) => void consume({ files: files.map(handle) });
		launch(["start.xml", ` + quote(job("a0start")) + `]);
	} } })`)
	launch := func(files string) { eval[chromedp.Void](tab, `launch(`+files+`)`) }
	tab.open(serve(t, built, "").url("/"))
	tab.shows(".bar .job-id code", "a0start")
	tab.whole()
	tab.facts(says{"Body", "File", "start.xml"})
	launch(`["gone.xml", null]`)
	tab.sees("The file is no longer where it was")
	tab.shows(".bar .job-id code", "a0start")
	launch(`["one.xml", ` + quote(job("a0one")) + `], ["gone.xml", null], ["two.xml", ` + quote(job("a0two")) + `]`)
	tab.shows(".jobs h2", "2 files with 2 jobs")
	tab.shows(".job .job-file", "one.xml", "two.xml")
	tab.click(".jobs-others summary")
	tab.shows(".jobs-others li", "gone.xml The file is no longer where it was: it may have been moved, renamed or deleted since it was chosen. Choose it again.")
	launch(``) // the page was opened by itself
	launch(`["image.png", "\x89PNG"]`)
	tab.shows(".jobs h2", "2 files with 2 jobs")
}

func file(t testing.TB, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// drag drags files from the desktop over the page and lets them go there.
func (b *tab) drag(paths ...string) {
	b.t.Helper()
	data := &input.DragData{Items: []*input.DragDataItem{}, Files: paths, DragOperationsMask: 1}
	for _, kind := range []input.DispatchDragEventType{input.DispatchDragEventTypeDragEnter, input.DispatchDragEventTypeDragOver, input.DispatchDragEventTypeDrop} {
		params := input.DispatchDragEventParams{Type: kind, X: 300, Y: 300, Data: data}
		if _, err := chromedp.Call(b.ctx, input.DispatchDragEvent, params); err != nil {
			b.t.Fatal(err)
		}
		if kind == input.DispatchDragEventTypeDragOver && !b.visible(".drop") {
			b.t.Error("nothing shows that the page will take what hangs over it")
		}
	}
}

// A body in a wrapper is taken out of it, and the page says how.
func TestWrappersAreTakenOff(t *testing.T) {
	t.Parallel()
	tab := reading(t, story(t, "http", "request.http"))
	tab.shows(".bar .job-id code", "alens-0001")
	if got := tab.texts(".layers li"); len(got) == 0 || !strings.Contains(got[0], "HTTP") {
		t.Errorf("wrappers: %q", got)
	}
}
