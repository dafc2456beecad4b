// What a result shows: the title, the sections and a piece of text, with what was found.
{
  const { analyse } = Search;

  /** How many characters of a text are shown, and how many of them before the first that was found. */
  const width = 220;
  const before = 60;
  /** How many characters are looked through at once, and how often. */
  const reach = 4000;
  const times = 4;

  /** Where terms stand in a text, as ranges that do not overlap. */
  const places = (text, terms) => {
    const found = [];
    for (const { term, start, end } of analyse(text)) {
      if (!terms.has(term)) continue;
      const last = found[found.length - 1];
      if (last && start < last.end) last.end = Math.max(last.end, end);
      else found.push({ term, start, end });
    }
    return found;
  };

  /** A text from `start` to `end` as pieces, those in the ranges as found. */
  const pieces = (text, found, start = 0, end = text.length) => {
    const list = [];
    let at = start;
    const add = (to, isFound) => {
      if (to > at) list.push({ text: text.slice(at, to).replace(/\s+/g, " "), found: isFound });
      at = Math.max(at, to);
    };
    for (const range of found) {
      if (range.start < start || range.end > end) continue;
      add(range.start, false);
      add(range.end, true);
    }
    add(end, false);
    return list;
  };

  /** The window over the places that holds the most different terms, and of these the first. */
  const best = (found) => {
    let chosen = { value: 0, start: 0 };
    for (const [index, { start }] of found.entries()) {
      const inside = found.slice(index).filter(({ end }) => end <= start + width - before);
      const value = 8 * new Set(inside.map(({ term }) => term)).size + inside.length;
      if (value > chosen.value) chosen = { value, start };
    }
    return chosen;
  };

  /** A start or an end that cuts no word, within a few characters. */
  const border = (text, at, step) => {
    if (at <= 0 || at >= text.length) return Math.max(0, Math.min(at, text.length));
    for (let place = at; Math.abs(place - at) < 24 && place > 0 && place < text.length; place += step) {
      if (/\s/.test(text[place - 1])) return place;
    }
    return at;
  };

  Search.marked = (text, terms) => pieces(text, places(text, terms));

  /** The piece of a text that says most about the terms. */
  Search.excerpt = (text, terms) => {
    let found = [];
    let offset = 0;
    for (let time = 0; time < times && offset < text.length; time += 1) {
      found = places(text.slice(offset, offset + reach), terms);
      if (found.length > 0) break;
      offset = border(text, offset + reach, 1);
    }
    const part = found.length > 0 ? text.slice(offset, offset + reach) : text.slice(0, reach);
    const window = best(found);
    const start = window.start <= before ? 0 : border(part, window.start - before, 1);
    const end = border(part, start + width, -1);
    const list = pieces(part, found, start, end);
    if (start > 0) list.unshift({ text: "… ", found: false });
    if (end < part.trimEnd().length) list.push({ text: "…", found: false });
    return list;
  };
}
