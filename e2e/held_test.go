//go:build !js

package e2e

import "testing"

// Of a body that another one has taken the place of nothing is held, whatever
// was chosen in it: a second large body finds room where the first was. The
// memory of a program in the browser never shrinks, so it tells.
func TestASecondBodyFindsTheRoomOfTheFirst(t *testing.T) {
	b := watched(t, engines[0].start(t))
	b.resize(1440, 900)
	memory := func() int { return eval[int](b, `program.memory.buffer.byteLength`) }
	var after [4]int
	for i := range after {
		b.pasteItems(`
			const token = "<WordsGeneralizeToken><Length>2</Length><Offset>0</Offset><Pos>v</Pos><Word>打车</Word></WordsGeneralizeToken>";
			data.setData("text/plain", "<Response><EventName>TaskFinish</EventName><JobsDetail><JobId>large</JobId><State>Success</State>" +
				"<Operation><WordsGeneralizeResult>" + token.repeat(185185) + "</WordsGeneralizeResult></Operation></JobsDetail></Response>")`)
		b.waitLong(`document.querySelector(".tokens-count")?.innerText === "185,185 tokens"`, stamina)
		eval[bool](b, settled)
		b.click(tokenRows + `[data-row="1"]`)
		b.wait(seen(".token.chosen"))
		b.side("source")
		b.wait(seen(".source-row.marked"))
		b.side("tree")
		b.wait(seen(".tree-row"))
		b.answers("small")
		after[i] = memory()
	}
	t.Logf("memory of the program after each large body: %d", after)
	if first, last := after[0], after[len(after)-1]; last > first+first/4 {
		t.Errorf("large bodies one after the other take the memory of the program from %d bytes to %d", first, last)
	}
}
