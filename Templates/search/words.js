// The analysis of docs/search-format.md, part 1: what a text says, as terms and positions. The builder has the same.
{
  const { stem } = Search;

  /** Ranges of code points, as `first-last` or one alone, in hexadecimal. */
  const ranges = (text) => {
    const list = text.split(" ").map((range) => range.split("-").map((end) => parseInt(end, 16)));
    return (code) => {
      let low = 0;
      let high = list.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (list[middle][0] <= code) low = middle + 1;
        else high = middle;
      }
      return low > 0 && code <= (list[low - 1][1] ?? list[low - 1][0]);
    };
  };
  const isIgnored = ranges("ad 300-36f 61c 180b-180f 200b-200f 202a-202e 2060-206f fe00-fe0f feff e0000-e0fff");
  const isKept = ranges("1c89-1c8a 2120 2122 a7cb-a7cf a7d2-a7d5 a7da-a7f1 10000-103ff 104d4-1d3ff 1d800-1e8ff " +
    "1e944-1f0ff 1f200-2f7ff 2fa20-10ffff");
  const isPair = ranges("e01-e3a e40-e4e e81-ecf edc-edf 1000-103f 1050-109f 1780-17d3 3005-3007 3041-3096 309d-309f " +
    "30a1-30fa 30fc-30ff 3105-312f 31a0-31bf 31f0-31ff 3400-4dbf 4e00-9fff aa60-aa7f f900-faff 20000-323af");
  const isSeparator = ranges("0-2f 3a-40 5b-60 7b-a9 ab-b1 b4 b6-b8 bb bf d7 f7 2c2-2c5 2d2-2df 37e 387 55a-55f 589-58a 5be " +
    "5c0 5c3 5c6 5f3-5f4 600-60f 61b-61f 66a-66d 6d4 700-70d 964-965 970 df4 e3f e4f e5a-e5b f01-f14 104a-104f 10fb " +
    "1360-1368 1400 166d-166e 1680 169b-169c 16eb-16ed 17d4-17db 1800-180a 2000-206f 207a-207e 208a-208e 20a0-20cf " +
    "2100-2101 2103-2106 2108-2109 2114 2116-2118 211e-2123 2125 2127 2129 212e 213a-213b 2140-2144 214a-214d 214f " +
    "2190-2bff 2e00-2e7f 2ff0-3004 3008-3020 3030 3036-3037 303d-3040 309b-309c 30a0 30fb 3190-319f 31c0-31ef " +
    "3200-33ff 4dc0-4dff a4fe-a4ff a60d-a60f a673 a67e a6f2-a6f7 a830-a839 a874-a877 a8ce-a8cf d7fc-f8ff fd3e-fd4f " +
    "fdcf fdfc-fdff fe10-fe6f ff00-ff0f ff1a-ff20 ff3b-ff40 ff5b-ff65 ffe0-ffff 10100-1013f 1d000-1d3ff 1f000-1faff " +
    "f0000-10ffff");
  const letters = new Map(["ßss", "ςσ", "æae", "œoe", "øo", "đd", "ðd", "ħh", "ıi", "łl", "ŧt", "þth"]
    .map((pair) => [pair[0], pair.slice(1)]));

  /** A function that remembers what it gave. */
  const remembering = (make) => {
    const known = new Map();
    return (key) => {
      let value = known.get(key);
      if (value === undefined) known.set(key, (value = make(key)));
      return value;
    };
  };

  /** What a character is: 0 a separator, 1 of a word, 2 of a pair, 3 an apostrophe. */
  const kind = remembering((character) => {
    const code = character.codePointAt(0);
    if (code === 0x27 || code === 0x2019 || code === 0x2bc) return 3;
    if (isPair(code)) return 2;
    return isSeparator(code) ? 0 : 1;
  });

  const withoutMarks = (text) => text.replace(/[\u0300-\u036f]/g, "");

  /** What becomes of a character, whatever stands beside it. */
  const fold = remembering((character) => {
    const code = character.codePointAt(0);
    if (isIgnored(code)) return "";
    if (isKept(code)) return character;
    const plain = withoutMarks(character.normalize("NFKD")).normalize("NFC");
    const lower = withoutMarks([...plain].map((each) => each.toLowerCase()).join(""));
    return [...lower].map((each) => letters.get(each) ?? each).join("");
  });

  /** The folded characters of a text, with where each comes from. */
  const folded = (text) => {
    const characters = [];
    let offset = 0;
    for (const source of text) {
      const isUpper = /^[A-Z]$/.test(source);
      const isLower = /^[a-z]$/.test(source);
      const end = offset + source.length;
      for (const character of fold(source)) {
        const last = characters[characters.length - 1];
        const composed = last && /[\u3099\u309a\u1161-\u1175\u11a8-\u11c2]/.test(character)
          ? (last.character + character).normalize("NFC") : "";
        if (composed && [...composed].length === 1) {
          last.character = composed;
          last.kind = kind(composed);
          last.end = end;
        } else {
          characters.push({ character, kind: kind(character), isUpper, isLower, start: offset, end });
        }
      }
      offset = end;
    }
    return characters;
  };

  const isDigit = (character) => character >= "0" && character <= "9" && character.length === 1;
  const string = (characters) => characters.map(({ character }) => character).join("");

  /** The parts of a run that camel case shows. */
  const split = (run) => {
    const parts = [];
    let start = 0;
    for (let at = 1; at < run.length; at += 1) {
      const [x, y, a, b] = run.slice(at - 1, at + 3);
      const cuts = y.isUpper && (x.isLower || isDigit(x.character) || (x.isUpper && a?.isLower && b?.isLower));
      if (!cuts) continue;
      parts.push(run.slice(start, at));
      start = at;
    }
    parts.push(run.slice(start));
    return parts;
  };

  /** The tokens of a text: term, surface, position, and where they stand in it. */
  const analyse = (text) => {
    const all = folded(text);
    const tokens = [];
    let position = 0;
    let at = 0;

    /** Adds a token at the position; `word` tells what kind of word it is, for queries. */
    const add = (surface, length, start, end, word = {}) => {
      if (length > 40) return;
      const term = /^[a-z]{3,}$/.test(surface) ? stem(surface) : surface;
      tokens.push({ term, surface, position, start, end, isSimple: false, isLone: false, runEnd: end, ...word });
    };
    const addCharacters = (characters, word) =>
      add(string(characters), characters.length, characters[0].start, characters[characters.length - 1].end, word);

    const addPairs = () => {
      let end = at;
      while (all[end]?.kind === 2) end += 1;
      if (end - at === 1) addCharacters(all.slice(at, end), { isLone: true });
      for (let first = at; first < end - 1; first += 1) {
        addCharacters(all.slice(first, first + 2));
        position += 1;
      }
      if (end - at === 1) position += 1;
      at = end;
    };

    const readRun = () => {
      const start = at;
      while (all[at]?.kind === 1 || (all[at]?.kind === 3 && all[at + 1]?.kind === 1)) at += 1;
      const raw = all.slice(start, at);
      if (raw.length > 2 && raw[raw.length - 2].kind === 3 && raw[raw.length - 1].character === "s") raw.length -= 2;
      return raw.filter((each) => each.kind === 1);
    };

    const addCompound = () => {
      const start = at;
      const runs = [readRun()];
      let whole = string(runs[0]);
      let length = runs[0].length;
      while (all[at + 1]?.kind === 1) {
        const connector = all[at].character;
        const joins = "._-:@".includes(connector) ||
          (connector === "/" && isDigit(all[at - 1].character) && isDigit(all[at + 1].character));
        if (!joins) break;
        at += 1;
        const run = readRun();
        const shown = connector === "-" || connector === "_" ? "" : connector;
        runs.push(run);
        whole += shown + string(run);
        length += shown.length + run.length;
      }
      const [first] = runs;
      const [from, to] = [all[start].start, all[at - 1].end];
      const next = (distance) => all[at + distance]?.character;
      const follows = (distance, sign) => all[at + distance]?.kind === 1 || next(distance) === sign;
      const isLetter = /^[a-z]$/.test(first[0].character);
      const before = all[start - 2];
      const hasDot = isLetter && all[start - 1]?.character === "." &&
        !(before && (before.kind === 1 || before.kind === 2 || before.character === "."));
      if (isLetter && !hasDot && at - start === 1) {
        const suffix = next(0) === "+" && next(1) === "+" && !follows(2, "+") ? "++"
          : next(0) === "#" && !follows(1, "#") ? "#" : "";
        if (suffix) {
          add(whole + suffix, 1 + suffix.length, from, all[at + suffix.length - 1].end);
          position += 1;
          return;
        }
      }
      if (hasDot) add(`.${string(first)}`, first.length, all[start - 1].start, first[first.length - 1].end);
      if (runs.length > 1 && runs.length <= 6) add(whole, length, from, to);
      for (const run of runs) {
        const parts = split(run);
        if (parts.length > 1) addCharacters(run);
        for (const part of parts) {
          addCharacters(part, {
            isSimple: runs.length === 1 && parts.length === 1 && !hasDot, runEnd: runs.length === 1 ? to : -1,
          });
          position += 1;
        }
      }
    };

    while (at < all.length) {
      if (all[at].kind === 1) addCompound();
      else if (all[at].kind === 2) addPairs();
      else {
        if (all[at].character === "\n") position += 1;
        at += 1;
      }
    }
    return tokens;
  };

  /** What facets of one name have in common, however it is written. */
  const key = (label) => {
    let made = "";
    let gap = false;
    for (const { character, kind } of folded(label)) {
      if (kind === 1 || kind === 2 || character === "/") {
        if (gap && made !== "") made += "-";
        made += character;
        gap = false;
      } else {
        gap = true;
      }
    }
    return made;
  };

  const rank = (unit) => (unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800);

  /** The order of texts: that of their code points, which UTF-16 does not have by itself. */
  const compare = (left, right) => {
    const length = Math.min(left.length, right.length);
    for (let at = 0; at < length; at += 1) {
      const [a, b] = [left.charCodeAt(at), right.charCodeAt(at)];
      if (a !== b) return rank(a) - rank(b);
    }
    return left.length - right.length;
  };

  const isWord = (text) => [...text].every((character) => kind(character) === 1);

  const stopWords = new Set(("a about after all also am an and any are as at be because been before being but by can could did do " +
    "does doing done dont for from get had has have having he her here his how i if in into is it its just like may me " +
    "might my no nor not of off on once only or our out over own per please shall she should so some such than that the " +
    "their them then there these they this those to too under until up upon us use using very via was we were what when " +
    "where which while who whom whose why will with within without would you your").split(" "));

  Object.assign(Search, { analyse, key, compare, isWord, stopWords });
}
