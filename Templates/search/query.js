// Reading a query, parts 3.1 and 3.2 of docs/search-format.md.
{
  const { analyse, key, stopWords } = Search;

  const spaces = new Set("\t\n\v\f\r \u00a0\u3000");
  const quotes = new Set("\"“”");
  const opens = (character) => quotes.has(character) || character === "„";
  const filterName = /^(in|tag|topic|party|layer|service):$/i;

  /** The items of a query: texts, phrases and filters, each wanted or excluded. */
  const items = (characters) => {
    const found = [];
    let at = 0;
    const is = (test) => at < characters.length && test(characters[at]);
    const until = (ends) => {
      const start = at;
      while (at < characters.length && !ends(characters[at])) at += 1;
      return characters.slice(start, at).join("");
    };
    const quoted = () => {
      at += 1;
      const text = until((character) => quotes.has(character));
      at += 1;
      return text;
    };
    const isSpace = (character) => spaces.has(character);
    const add = (item, start) => found.push({ ...item, source: characters.slice(start, at).join("") });
    while (at < characters.length) {
      if (is(isSpace)) {
        at += 1;
        continue;
      }
      const start = at;
      const next = characters[at + 1];
      const excluded = characters[at] === "-" && next !== "-" && !(next !== undefined && isSpace(next));
      if (excluded) {
        at += 1;
        if (at === characters.length) break;
      }
      if (is(opens)) {
        add({ kind: "phrase", text: quoted(), excluded }, start);
        continue;
      }
      const colon = characters.indexOf(":", at);
      const name = colon < 0 || colon - at > 7 ? "" : characters.slice(at, colon + 1).join("");
      const after = characters[colon + 1];
      if (filterName.test(name) && after !== undefined && !isSpace(after)) {
        at = colon + 1;
        const value = is(opens) ? quoted() : until(isSpace);
        add({ kind: name.slice(0, -1).toLowerCase(), text: value, excluded, key: key(value) }, start);
        continue;
      }
      add({ kind: "text", text: until((character) => isSpace(character) || opens(character)), excluded }, start);
    }
    return found;
  };

  /**
   * What a query asks for: words that count, conditions, and whether the last word may go on.
   * A word has a term, a surface, the stretch it stands in, and its place there.
   */
  Search.readQuery = (text) => {
    const characters = [...text].slice(0, 256);
    const found = items(characters);
    const query = { words: [], phrases: [], filters: [] };
    const all = [];
    let stretch = null;
    const closeStretch = (isLast) => {
      if (!stretch) return;
      const tokens = analyse(stretch.text);
      const last = tokens[tokens.length - 1];
      tokens.forEach((token, place) => {
        const isEnd = isLast && token === last && (token.isSimple || token.isLone) && token.runEnd === stretch.text.length;
        all.push({ ...token, stretch, place, isLast: isEnd });
      });
      stretch = null;
    };
    for (const item of found) {
      if (item.kind === "text" && !item.excluded) {
        stretch = { text: stretch ? `${stretch.text} ${item.text}` : item.text };
        continue;
      }
      closeStretch(false);
      if (item.kind === "text" || item.kind === "phrase") {
        const tokens = analyse(item.text);
        if (tokens.length > 0) query.phrases.push({ tokens, excluded: item.excluded });
        if (!item.excluded) {
          for (const token of tokens) {
            all.push({ ...token, isSimple: false, isLone: false, inPhrase: true, isLast: false });
          }
        }
      } else {
        query.filters.push(item);
      }
    }
    const ends = characters[characters.length - 1];
    closeStretch(ends !== undefined && ends !== "-" && !spaces.has(ends));

    const terms = new Set();
    const words = all.filter(({ term }) => !terms.has(term) && terms.add(term));
    const isStop = ({ surface, isSimple, inPhrase }) => (isSimple || inPhrase) && stopWords.has(surface);
    const keepsStops = words.every(isStop);
    query.words = words
      .filter((word) => keepsStops || !isStop(word) || (word.isLast && word.surface.length >= 2))
      .slice(0, 16);
    return query;
  };
}
