
// Puts the program together: site/weave takes it apart so that it travels in a quarter
// less, and says how.
(() => {
  const magic = 0x766f7700; // "\0wov"
  const [locals, ops, labels, tables, calls, indirects, gets, sets, globals, loads, stores, words, steps, longs, places, rest, threads] = Array(17).keys();
  const header = 4 * (4 + threads);
  const room = 5; // for the size of a function
  const stretch = 1 << 18; // so much is put together before others get their turn

  // What stands behind each instruction, as in site/weave/code.go.
  const [nothing, copied, opens, ends, branch, branchTable, twice, memory, word, long, bytes, prefixed] = Array(12).keys();
  const behind = new Uint8Array(256).fill(255);
  const detail = new Uint8Array(256); // a thread, or how many bytes
  for (const [kind, from, to, more] of [
    [nothing, 0x00, 0x01], [opens, 0x02, 0x04], [nothing, 0x05, 0x05], [ends, 0x0b, 0x0b], [branch, 0x0c, 0x0d], [branchTable, 0x0e, 0x0e],
    [nothing, 0x0f, 0x0f], [copied, 0x10, 0x10, calls], [twice, 0x11, 0x11, indirects], [nothing, 0x1a, 0x1b], [copied, 0x20, 0x20, gets],
    [copied, 0x21, 0x22, sets], [copied, 0x23, 0x24, globals], [memory, 0x28, 0x35, loads], [memory, 0x36, 0x3e, stores], [copied, 0x3f, 0x40, rest],
    [word, 0x41, 0x41], [long, 0x42, 0x42], [bytes, 0x43, 0x43, 4], [bytes, 0x44, 0x44, 8], [nothing, 0x45, 0xc4], [prefixed, 0xfc, 0xfc],
  ]) {
    behind.fill(kind, from, to + 1);
    detail.fill(more, from, to + 1);
  }
  const aligned = Uint8Array.of(2, 3, 2, 3, 0, 0, 1, 1, 0, 0, 1, 1, 2, 2, 2, 3, 2, 3, 0, 1, 0, 1, 2);
  const numbersBehind = [0, 0, 0, 0, 0, 0, 0, 0, 2, 1, 2, 1, 2, 1, 2, 1, 1, 1];
  const [opLocalSet, opStore, opWord] = [0x21, 0x37, 0x41];

  // functions yields what the threads make, some functions at a time. Thread t of woven
  // stands from at[t] to at[t + 1].
  function* functions(woven, at, size) {
    const next = Uint32Array.from(at);
    const out = new Uint8Array(size + room);
    let owner = 0;
    let place = 0;
    const number = (thread) => {
      let i = next[thread];
      let value = 0;
      for (let scale = 1, b = 128; b > 127; scale *= 128) value += ((b = woven[i++]) & 127) * scale;
      next[thread] = i;
      return value;
    };
    const straight = (folded) => (folded % 2 ? -(folded + 1) / 2 : folded / 2);
    // These write at n and return where to go on.
    const copy = (thread, n) => {
      let i = next[thread];
      while ((out[n++] = woven[i++]) > 127);
      next[thread] = i;
      return n;
    };
    const put = (value, n) => {
      for (; value > 127; value = Math.floor(value / 128)) out[n++] = (value % 128) | 128;
      out[n++] = value;
      return n;
    };
    const putSigned = (value, n) => {
      for (; value < -64 || value > 63; value = Math.floor(value / 128)) out[n++] = (((value % 128) + 128) % 128) | 128;
      out[n++] = value & 127;
      return n;
    };
    const declared = (n) => {
      let groups = woven[next[locals]];
      for (n = copy(locals, n); groups > 0; groups--) {
        n = copy(locals, n);
        out[n++] = woven[next[locals]++];
      }
      return n;
    };
    const immediate = (op, depth, n) => {
      switch (behind[op]) {
        case branch:
          return put(depth - number(labels), n);
        case branchTable: {
          let count = number(tables);
          n = put(count, n);
          for (let last = 0; count >= 0 && next[tables] < at[tables + 1]; count--) n = put((last += straight(number(tables))), n);
          return n;
        }
        case word:
          if (woven[next[ops]] !== opLocalSet || woven[next[sets]] !== 0) return copy(words, n);
          return putSigned(place + straight(number(steps)), n);
        case long: {
          const returns = woven[next[ops]] === opStore && woven[next[ops] + 1] === opWord ? number(places) : 0;
          if (!returns) return copy(longs, n);
          owner += straight(returns - 1);
          place += straight(number(places));
          return putSigned(owner * 0x10000 + place, n);
        }
        case bytes:
          for (let i = detail[op]; i > 0; i--) out[n++] = woven[next[rest]++];
          return n;
        case prefixed: {
          let more = numbersBehind[woven[next[rest]]];
          for (n = copy(rest, n); more > 0; more--) n = copy(rest, n);
          return n;
        }
        case twice:
          return copy(indirects, copy(indirects, n));
        default:
          throw new Error("the program is damaged");
      }
    };
    const body = (n) => {
      n = declared(n);
      place = 0;
      for (let depth = 0; depth >= 0; ) {
        const op = woven[next[ops]++];
        out[n++] = op;
        switch (behind[op]) {
          case nothing:
            break;
          case memory:
            out[n++] = aligned[op - 0x28]; // falls through
          case copied: {
            const thread = detail[op];
            let i = next[thread];
            while ((out[n++] = woven[i++]) > 127);
            next[thread] = i;
            break;
          }
          case opens:
            out[n++] = woven[next[rest]++];
            depth++;
            break;
          case ends:
            depth--;
            break;
          default:
            n = immediate(op, depth, n);
        }
      }
      return n;
    };

    let given = 0;
    let n = 0;
    while (next[ops] < at[ops + 1]) {
      const begins = n + room;
      const end = body(begins);
      n = put(end - begins, n);
      out.copyWithin(n, begins, end);
      n += end - begins;
      if (n - given >= stretch) yield out.subarray(given, (given = n));
    }
    if (n !== size) throw new Error("the program is damaged");
    yield out.subarray(given, n);
  }

  // parts yields a module, of what comes from a reader: one as it is, or a woven one.
  async function* parts(reader) {
    let ahead = new Uint8Array(0); // of what was read
    const take = async (size) => {
      const all = new Uint8Array(size);
      for (let n = 0; n < size; ) {
        if (ahead.length) {
          const some = ahead.subarray(0, size - n);
          all.set(some, n);
          n += some.length;
          ahead = ahead.subarray(some.length);
          continue;
        }
        const { done, value } = await reader.read();
        if (done) return all.subarray(0, n);
        ahead = value;
      }
      return all;
    };
    const start = await take(header);
    const sizes = new Uint32Array(start.buffer); // all browsers run on little-endian machines
    if (sizes[0] === magic) {
      const woven = await take(sizes[1] - header);
      const at = [sizes[3]];
      for (const size of sizes.subarray(4)) at.push(at.at(-1) + size);
      yield woven.subarray(0, at[0]);
      yield* functions(woven, at, sizes[2]);
    } else yield start;
    yield ahead;
    for (let part; !(part = await reader.read()).done; ) yield part.value;
  }

  // A stream of what travels becomes one of the module, of which the parts are left in all.
  const unweave = (stream, all = []) => {
    const made = parts(stream.getReader());
    return new ReadableStream({
      async pull(controller) {
        const { done, value } = await made.next();
        if (done) return controller.close();
        all.push(value);
        controller.enqueue(value);
      },
    });
  };
  window.Go.unweave = unweave; // this may run before the first script
})();
