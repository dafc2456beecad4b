// From words to alternatives, part 3.3 of docs/search-format.md.
{
  const { compare, isWord, stem } = Search;

  /** Optimal string alignment on characters; `limit` + 1 where it would be more than the limit. */
  const distance = (left, right, limit) => {
    const [n, m] = [left.length, right.length];
    if (Math.abs(n - m) > limit) return limit + 1;
    let before = [];
    let last = Array.from({ length: m + 1 }, (_, at) => at);
    let spare = [];
    for (let i = 1; i <= n; i += 1) {
      const row = spare;
      row[0] = i;
      let least = i;
      for (let j = 1; j <= m; j += 1) {
        const same = left[i - 1] === right[j - 1];
        let cost = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]) {
          cost = Math.min(cost, before[j - 2] + 1);
        }
        row[j] = cost;
        if (cost < least) least = cost;
      }
      if (least > limit) return limit + 1;
      [spare, before, last] = [before, last, row];
    }
    return Math.min(last[m], limit + 1);
  };

  /** True for words that typing errors are looked for in. */
  const isPlain = (surface) => isWord(surface) && !/[0-9]/.test(surface);

  const termOf = (surface) => (/^[a-z]{3,}$/.test(surface) ? stem(surface) : surface);

  /** The files near a text that may hold words with its beginning: its own and the two beside it. */
  const near = (index, family, text) => {
    const length = [...text].length < 6 ? 2 : 3;
    const [first, last] = index.range(family, [...text].slice(0, length).join(""));
    const [own] = index.range(family, text);
    return [own, own + 1, own - 1].filter((number) => number >= first && number <= last && number < family.checks.length);
  };

  const completions = async (index, word) => {
    const characters = [...word.surface];
    const start = characters.slice(0, Math.max(2, characters.length - 3)).join("");
    let [first] = index.range(index.lexicon, start);
    const [own, last] = index.range(index.lexicon, word.surface);
    if (last - first > 3) first = own;
    const numbers = Array.from({ length: Math.min(4, last - first + 1) }, (_, step) => first + step);
    const files = await Promise.all(numbers.map((number) => index.lexiconFile(number)));
    return files.flatMap(({ entries }) => entries)
      .filter(({ term, surfaces }) => term !== word.term && surfaces.some((each) => each.startsWith(word.surface)))
      .sort((one, other) => other.df - one.df)
      .slice(0, [10, 4, 7][characters.length - 1] ?? 10)
      .map((entry) => ({ entry, weight: 176 }));
  };

  /** Words that may have been meant, the likeliest first. */
  const candidates = async (index, word, limit) => {
    const characters = [...word.surface];
    const found = new Map();
    const add = (surface, df) => {
      // Most differ too much in length, which is seen without taking them apart.
      const longer = surface.length - characters.length;
      if (longer < -limit || (longer > limit && !/[\ud800-\udbff]/.test(surface))) return;
      const other = [...surface];
      if (found.has(surface) || other.length < 3 || Math.abs(other.length - characters.length) > limit) return;
      const apart = distance(characters, other, limit);
      if (apart === 0 || apart > limit || !isPlain(surface)) return;
      found.set(surface, { surface, df, apart, startsSame: other[0] === characters[0] });
    };
    const lexicon = near(index, index.lexicon, word.surface).map((number) => index.lexiconFile(number));
    const rear = index.rear.checks.length === 0 ? []
      : near(index, index.rear, characters.reverse().join("")).map((number) => index.rearFile(number));
    characters.reverse();
    const paced = Search.pace();
    for (const { entries } of await Promise.all(lexicon)) {
      for (const { surfaces, df } of entries) surfaces.forEach((surface) => add(surface, df));
      await paced();
    }
    for (const words of await Promise.all(rear)) {
      words.forEach(({ surface, df }) => add(surface, df));
      await paced();
    }
    return [...found.values()].sort((one, other) =>
      one.apart - other.apart || other.startsSame - one.startsSame || other.df - one.df || compare(one.surface, other.surface));
  };

  /** Alternatives for a word that the index does not have. */
  const corrections = async (index, word) => {
    const found = [];
    const terms = new Set();
    for (const { surface, apart } of await candidates(index, word, [...word.surface].length >= 8 ? 2 : 1)) {
      const term = termOf(surface);
      if (terms.has(term)) continue;
      terms.add(term);
      const entry = await index.find(term);
      if (entry) found.push({ entry, weight: apart === 1 ? 176 : 104, surface });
      if (found.length === 4) break;
    }
    return found;
  };

  /** Much more frequent neighbours of a word that the index hardly has, as far as its own file tells. */
  const frequent = async (index, word, exact) => {
    const characters = [...word.surface];
    const isNear = (surface) => {
      const other = [...surface];
      return other.length >= 3 && isPlain(surface) && distance(characters, other, 1) === 1;
    };
    const { entries } = await index.lexiconFile(index.lexiconNumber(word.term));
    return entries.filter(({ term, df, surfaces }) => df >= 20 * exact.df && term !== word.term && surfaces.some(isNear))
      .sort((one, other) => other.df - one.df)
      .slice(0, 4)
      .map((entry) => ({ entry, weight: 96 }));
  };

  /** The two words that one may be made of; null where it is none. */
  const halves = async (index, word) => {
    const characters = [...word.surface];
    const files = await Promise.all(
      near(index, index.lexicon, word.surface).map((number) => index.lexiconFile(number)));
    const firsts = new Set(files.flatMap(({ entries }) => entries.flatMap(({ term, surfaces }) => [term, ...surfaces])));
    let best = null;
    for (let cut = characters.length - 3; cut >= 3; cut -= 1) {
      const texts = [characters.slice(0, cut).join(""), characters.slice(cut).join("")];
      if (!firsts.has(texts[0])) continue;
      const [first, second] = [await index.find(termOf(texts[0])), await index.find(termOf(texts[1]))];
      if (first && second && (!best || Math.min(first.df, second.df) > best.df)) {
        best = { df: Math.min(first.df, second.df), texts, entries: [first, second] };
      }
    }
    return best;
  };

  /** A group for each half of a word, with what else may stand for the word. */
  const splitGroups = (word, { entries }, others = []) => entries.map((entry) => ({
    word, isSplit: true,
    alternatives: [
      { entry, weight: 208, isExact: true },
      ...others.filter((other) => other.entry !== entry).map((other) => ({ ...other, isExact: false })),
    ],
  }));

  /** The groups of one word: one as a rule, two where it is two words written as one. */
  const groupsOf = async (index, word) => {
    const group = { word, alternatives: [] };
    const exact = await index.find(word.term);
    if (exact) group.alternatives.push({ entry: exact, weight: 256, isExact: true });
    const length = [...word.surface].length;
    if (word.isLast && (length >= 2 || word.isLone)) group.alternatives.push(...await completions(index, word));
    if (!word.isSimple) return [group];
    if (length < 4 || !isPlain(word.surface)) return [group];
    if (group.alternatives.length === 0) {
      group.alternatives = await corrections(index, word);
      group.meant = group.alternatives[0]?.surface;
    } else if (exact && exact.df <= 2) {
      const split = length < 6 ? null : await halves(index, word);
      if (split && split.df > exact.df) return splitGroups(word, split, group.alternatives);
      const known = new Set(group.alternatives.map(({ entry }) => entry));
      group.alternatives.push(...(await frequent(index, word, exact)).filter(({ entry }) => !known.has(entry)));
    }
    if (group.alternatives.length > 0 || length < 6) return [group];
    const split = await halves(index, word);
    if (!split) return [group];
    const [first, second] = splitGroups(word, split);
    return [{ ...first, meant: split.texts.join(" ") }, second];
  };

  /** Two neighbours may be one word elsewhere. */
  const addJoined = async (index, groups) => {
    for (const [place, one] of groups.entries()) {
      const other = groups[place + 1];
      const [a, b] = [one.word, other?.word];
      if (!b || one.isSplit || other.isSplit || !a.isSimple || !b.isSimple) continue;
      if (a.stretch !== b.stretch || b.place !== a.place + 1) continue;
      const { byTerm } = await index.lexiconFile(index.lexiconNumber(a.term));
      const entry = byTerm.get(termOf(a.surface + b.surface));
      if (!entry) continue;
      for (const group of [one, other]) {
        if (!group.alternatives.some((each) => each.entry.term === entry.term)) {
          group.alternatives.push({ entry, weight: 224 });
        }
      }
    }
  };

  const logarithm = (x) => {
    const e = 31 - Math.clz32(x);
    return 256 * e + Math.floor((256 * x) / 2 ** e) - 256;
  };

  /** The groups of a query's words, each with its weight in the score; groups without alternatives are kept apart. */
  Search.makeGroups = async (index, words) => {
    const groups = (await Promise.all(words.map((word) => groupsOf(index, word)))).flat();
    await addJoined(index, groups);
    const idf = ({ df }) => Math.max(16, logarithm(Math.floor((16 * (index.pages + 1)) / df)) - logarithm(16));
    for (const group of groups) {
      for (const each of group.alternatives) each.idf = idf(each.entry);
      const exact = group.alternatives.find(({ isExact }) => isExact);
      group.idf = exact ? exact.idf : Math.min(...group.alternatives.map((each) => each.idf));
    }
    return {
      groups: groups.filter(({ alternatives }) => alternatives.length > 0),
      lost: groups.filter(({ alternatives, word }) => alternatives.length === 0 && index.hasLost(word.term))
        .map(({ word }) => word.surface),
    };
  };
}
