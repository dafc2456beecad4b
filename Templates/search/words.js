// The analysis of docs/search-format.md, part 1: what a text says, as terms and positions. The builder has the same.
{
  const { stem } = Search;

  /**
   * Whether a code point lies in one of some ranges. The text has the steps from where a range begins to where it has ended,
   * and from there to the next, in base 36.
   */
  const ranges = (text) => {
    let border = 0;
    const borders = text.split(" ").map((step) => (border += parseInt(step, 36)));
    return (code) => {
      let low = 0;
      let high = borders.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (borders[middle] <= code) low = middle + 1;
        else high = middle;
      }
      return low % 2 === 1;
    };
  };
  const isIgnored = ranges("4t 1 gi 34 j0 1 3ji 5 1kr 5 q 5 1d g 17rk g 6n 1 i9kw 35s");
  const isKept = ranges("5mx 2 wl 1 1 1 qlk 5 2 4 4 o he6 sg 5w 14x8 sg 3cw 1w 1j0 74 1fr4 f4 jp40");
  const isPair = ranges("2rl 1m 5 f 1e 27 c 4 80 1s g 28 1cw 2c 4s1 3 1l 2e 6 3 1 2i 1 4 5 17 34 w 1c g e8 534 1s " +
    "g74 21s w fi8 e8 1fk0 1lm8");
  const isSeparator = ranges("0 1c a 7 q 6 q 1b 1 7 2 1 1 3 2 1 3 1 n 1 v 1 cq 4 c e 4e 1 8 1 cy 6 15 2 1f 1 1 1 2 " +
    "1 2 1 18 2 b g b 5 22 4 2u 1 17 e gm 2 a 1 w3 1 22 1 f 1 a 2 4l k 8l 6 4r 1 h0 9 47 1 h8 2 h 1 q 2 26 3 6e 8 " +
    "10 b 1kl 34 a 5 b 5 h 1c 1c 2 1 4 1 2 a 1 1 3 5 6 1 1 1 1 1 1 4 1 b 2 4 5 5 4 1 1 1s 228 e8 3k a8 l 3 p f 1 " +
    "5 2 5 4 2i 2 3 1 2i 1 44 g w 1c g e8 534 1s h6m 2 7h 3 2r 1 a 1 37 6 8o a 1m 4 2e 2 9bg 6is u6 i 3j 1 18 4 g " +
    "2o 40 g a 7 q 6 q b 3e w 74 1s 14u8 sg 5j4 268 iadc 2t4w");
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
