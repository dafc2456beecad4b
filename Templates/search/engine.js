// The engine: a query in, an answer out.
{
  const { Index, readQuery, makeGroups, collect, conditions, rank, rankSections, marked, excerpt, isWord, analyse, breathe } = Search;

  /** Facets are counted without being asked for while they are small: up to this number of pages. */
  const smallSite = 1000;
  const facetNames = new Map([
    ["in", "Folder"], ["tag", "Tag"], ["topic", "Topic"], ["party", "Party"], ["layer", "Layer"], ["service", "Service"],
  ]);
  const chipsOfKind = 6;

  /** What is said where results may be missing, or parts of them. */
  Search.loss = "A part of the index cannot be read: something may be missing here.";

  /** The section that a bit stands for. */
  const sectionOf = (result, bit, terms) => {
    let best = { section: bit, count: -1 };
    for (let section = bit; section < result.sections.length; section += 28) {
      const { heading } = result.sections[section];
      const count = result.sections.length > 28
        ? new Set(analyse(heading).map(({ term }) => term).filter((term) => terms.has(term))).size : 0;
      if (count > best.count) best = { section, count };
    }
    return best.section;
  };

  /** The address of a section on its page. */
  const addressOf = ({ url }, { anchor, heading }) => {
    if (anchor === "!") return url;
    const made = heading.replace(/[A-Z]/g, (letter) => letter.toLowerCase()).replaceAll(" ", "-").replace(/[^a-z0-9_-]/g, "");
    const id = anchor || made;
    return id ? `${url}#${encodeURIComponent(id)}` : url;
  };

  /** A text with one of its words replaced: the first that is no part of a longer one. */
  const replaceWord = (text, word, by) => {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      const around = [text.slice(0, at).slice(-1), text.slice(at + word.length)[0] ?? ""];
      if (around.every((character) => character === "" || !isWord(character))) {
        return text.slice(0, at) + by + text.slice(at + word.length);
      }
    }
    return text;
  };

  class Engine {
    constructor({ index, bring }) {
      this.address = index;
      this.bring = bring;
    }

    /** The index; opened once, and again after a failure. */
    index() {
      this.opening ??= Index.open(this.address, this.bring);
      this.opening.catch(() => (this.opening = null));
      return this.opening;
    }

    /** Pages and scores, the best first, with what is known about the query on the way. */
    async rank(text) {
      const index = (await this.index()).forQuery();
      const query = readQuery(text);
      const { groups, lost } = await makeGroups(index, query.words);
      await breathe();
      lost.push(...await collect(index, groups));
      await breathe();
      const allows = await conditions(index, query);
      const isFilter = query.filters.some(({ excluded }) => !excluded);
      const ranked = groups.length > 0 ? await rank(index, groups, allows)
        : isFilter && query.words.length === 0
          ? Array.from({ length: index.pages }, (_, page) => ({ page, score: 0 })).filter(({ page }) => allows(page))
          : [];
      return { index, query, groups, lost, ranked };
    }

    /**
     * The answer to a query with its `first` results, and `rest()` for those up to `limit`; null where `isStale()` says
     * that nobody waits for it any more.
     */
    async search(text, { limit = 10, first = limit, facets = false, isStale = () => false } = {}) {
      const { index, query, groups, lost, ranked } = await this.rank(text);
      if (isStale()) return null;
      await breathe();
      const terms = new Set(groups.flatMap(({ alternatives }) => alternatives.map(({ entry }) => entry.term)));
      const read = async (start, end) => {
        const all = await Promise.all(
          ranked.slice(start, end).map(({ page, score }) => this.result(index, groups, terms, page, score)));
        return all.filter((result) => result !== null);
      };
      const results = await read(0, Math.min(first, limit));
      if (isStale()) return null;
      return {
        text,
        isEmpty: query.words.length + query.phrases.length + query.filters.length === 0,
        total: ranked.length,
        results,
        rest: Math.min(limit, ranked.length) > first ? async () => {
          const results = await read(first, limit);
          return { results, problems: this.problems(index, lost) };
        } : null,
        ...this.correction(text, groups),
        facets: facets || index.pages <= smallSite ? await this.facets(index, query, text, ranked) : null,
        problems: this.problems(index, lost),
      };
    }

    /** What a result shows; its excerpt is read when it is asked for, since most are never looked at. */
    async result(index, groups, terms, page, score) {
      const found = await index.result(page);
      if (!found) return null;
      const bits = rankSections(groups, page);
      const order = bits.map((bit) => sectionOf(found, bit, terms)).filter((section) => section < found.sections.length);
      const shown = order.filter((section) => found.sections[section].heading !== "").slice(0, 3);
      return {
        page, score, kind: found.kind, url: found.url, crumbs: found.crumbs,
        title: marked(found.title, terms),
        excerpt: async () => {
          const text = await index.text(found, order[0] ?? 0);
          return text === null ? null : excerpt(text, terms);
        },
        sections: shown.map((section) => ({
          url: addressOf(found, found.sections[section]), title: marked(found.sections[section].heading, terms),
        })),
      };
    }

    /** What was searched instead of words that the index does not have, and the query that insists on them. */
    correction(text, groups) {
      let [corrected, exact] = [text, text];
      for (const { word, meant } of groups) {
        if (meant === undefined) continue;
        const source = word.stretch.text.slice(word.start, word.end);
        corrected = replaceWord(corrected, source, meant);
        exact = replaceWord(exact, source, `"${source}"`);
      }
      return corrected === text ? {} : { corrected, exact };
    }

    /** Facets that would narrow the results, and those that do. */
    async facets(index, { filters }, text, ranked) {
      const pages = new Set(ranked.map(({ page }) => page));
      const chips = [];
      for (const kind of index.facets.keys()) {
        const on = new Map(filters.filter((filter) => filter.kind === kind && !filter.excluded)
          .map((filter) => [filter.key, filter]));
        const counted = (await index.facet(kind))
          .map(({ label, key, pages: all }) => ({
            kind: facetNames.get(kind) ?? kind, label, on: on.has(key),
            count: all.reduce((sum, page) => sum + (pages.has(page) ? 1 : 0), 0),
            text: on.has(key) ? text.replace(on.get(key).source, "").trim() : `${kind}:${key} ${text}`,
          }))
          .filter(({ on, count }) => on || (count > 0 && count < pages.size))
          .sort((one, other) => other.on - one.on || other.count - one.count);
        chips.push(...counted.slice(0, chipsOfKind));
      }
      return chips;
    }

    problems(index, lost) {
      if (lost.length > 0) {
        return [`A part of the index cannot be read: ${lost.map((word) => `“${word}”`).join(", ")} could not be searched.`];
      }
      return index.losses.size > 0 ? [Search.loss] : [];
    }
  }

  Search.Engine = Engine;
}
