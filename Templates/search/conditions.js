// Phrases, exclusions and filters, part 3.5 of docs/search-format.md.
{
  /** The pages on which the tokens stand as they do in the phrase; null where that cannot be told. */
  const pagesOfPhrase = async (index, tokens) => {
    const entries = new Map();
    for (const { term } of tokens) entries.set(term, await index.find(term));
    if ([...entries.values()].includes(undefined)) {
      return tokens.some(({ term }) => index.hasLost(term)) ? null : new Set();
    }
    if (tokens.length === 1) {
      const [entry] = entries.values();
      if (entry.df <= index.cap) {
        const list = await index.hotList(entry);
        return list && new Set(list.pages);
      }
    }
    const rarest = [...entries.values()].sort((one, other) => one.df - other.df);
    const positions = new Map();
    let pages = null;
    for (const entry of rarest) {
      const found = await index.positions(entry, pages);
      if (!found) return null;
      positions.set(entry.term, found);
      pages = pages ? pages.filter((page) => found.has(page)) : [...found.keys()];
    }
    const [first] = tokens;
    const steps = tokens.map(({ term, position }) => ({ term, step: position - first.position }));
    return new Set(pages.filter((page) => {
      const places = steps.map(({ term, step }) => ({ at: new Set(positions.get(term).get(page)), step }));
      return positions.get(first.term).get(page).some((start) => places.every(({ at, step }) => at.has(start + step)));
    }));
  };

  /** The pages of a filter's values. */
  const pagesOfFilter = async (index, { kind, key }) => {
    const values = await index.facet(kind);
    let meant = values.filter((value) => value.key === key || (kind === "in" && value.key.endsWith(`/${key}`)));
    if (meant.length === 0 && key !== "" && kind !== "in" && kind !== "tag") {
      meant = values.filter((value) => `-${value.key}-`.includes(`-${key}-`));
    }
    return new Set(meant.flatMap(({ pages }) => pages));
  };

  /** A function that tells whether a page is allowed by all conditions of a query. */
  Search.conditions = async (index, { phrases, filters }) => {
    const wanted = [];
    const unwanted = [];
    for (const { tokens, excluded } of phrases) {
      const pages = await pagesOfPhrase(index, tokens);
      if (excluded) unwanted.push(pages ?? new Set());
      else wanted.push(pages ?? new Set());
    }
    const kinds = new Map();
    for (const filter of filters) {
      const pages = await pagesOfFilter(index, filter);
      if (filter.excluded) {
        unwanted.push(pages);
      } else if (kinds.has(filter.kind)) {
        for (const page of pages) kinds.get(filter.kind).add(page);
      } else {
        kinds.set(filter.kind, pages);
      }
    }
    wanted.push(...kinds.values());
    return (page) => wanted.every((pages) => pages.has(page)) && !unwanted.some((pages) => pages.has(page));
  };
}
