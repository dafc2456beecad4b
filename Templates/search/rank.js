// The score of pages, part 3.4 of docs/search-format.md. All numbers are whole ones.
{
  /** What one group has on each page: a contribution, bits of sections, and what title and headings have. */
  class Hits {
    constructor(pages) {
      this.contribution = new Int32Array(pages);
      this.sections = new Int32Array(pages);
      this.titles = new Uint8Array(pages);
      this.headings = new Map();
    }

    add({ pages, impacts, sections, titles, headings }, idf, weight) {
      const { contribution } = this;
      for (let at = 0; at < pages.length; at += 1) {
        const page = pages[at];
        const impact = impacts[at];
        const value = Math.floor((idf * (impact & 63) * weight) / 256);
        if (value > contribution[page]) contribution[page] = value;
        this.sections[page] |= sections[at];
        if (impact & 64) this.titles[page] = titles[at];
        if (impact & 128) this.addHeadings(page, headings[at]);
      }
    }

    addHeadings(page, counts) {
      let known = this.headings.get(page);
      if (!known) this.headings.set(page, (known = new Map()));
      for (let at = 0; at < counts.length; at += 2) {
        const [bit, count] = [counts[at], counts[at + 1]];
        if (!known.has(bit) || known.get(bit) > count) known.set(bit, count);
      }
    }
  }

  /** Lets the browser draw and hear keys between two pieces of work. */
  const breathe = () => new Promise((done) => setTimeout(done));

  /** What every group has; groups whose lists cannot be read have nothing and are told. */
  Search.collect = async (index, groups) => {
    const lost = [];
    const lists = await Promise.all(groups.map(({ alternatives }) =>
      Promise.all(alternatives.map(({ entry }) => index.hotList(entry)))));
    let begun = performance.now();
    for (const [number, group] of groups.entries()) {
      group.hits = new Hits(index.pages);
      for (const [place, { idf, weight }] of group.alternatives.entries()) {
        const list = lists[number][place];
        if (list) group.hits.add(list, Math.min(idf, group.idf), weight);
        else if (!lost.includes(group.word.surface)) lost.push(group.word.surface);
      }
      if (performance.now() - begun > 8) {
        await breathe();
        begun = performance.now();
      }
    }
    return lost;
  };

  /** For each section bit of a page, a sum over the groups that have it. */
  const sums = (groups, page) => {
    const found = new Map();
    for (const { idf, hits } of groups) {
      for (let bits = hits.sections[page]; bits !== 0; bits &= bits - 1) {
        const bit = 31 - Math.clz32(bits & -bits);
        found.set(bit, (found.get(bit) ?? 0) + idf);
      }
    }
    return found;
  };

  const share = (sum, count, length, total) => Math.floor((Math.floor((256 * sum) / total) * Math.min(count, length)) / length);

  /** The score of one page. */
  const score = (groups, page, total) => {
    let [base, covered, titleSum, titleCount, titleLength] = [0, 0, 0, 0, 0];
    const headings = new Map();
    for (const { idf, hits } of groups) {
      const value = hits.contribution[page];
      if (value === 0) continue;
      base += value;
      covered += idf;
      if (hits.titles[page]) {
        titleSum += idf;
        titleCount += 1;
        titleLength = hits.titles[page];
      }
      for (const [bit, length] of hits.headings.get(page) ?? []) {
        const heading = headings.get(bit) ?? { sum: 0, count: 0, length };
        heading.sum += idf;
        heading.count += 1;
        heading.length = Math.min(heading.length, length);
        headings.set(bit, heading);
      }
    }
    const cover = Math.floor((256 * covered) / total);
    let section = 0;
    for (const sum of sums(groups, page).values()) section = Math.max(section, sum);
    const title = titleCount ? share(titleSum, titleCount, titleLength, total) : 0;
    let [head, whole] = [0, 0];
    for (const { sum, count, length } of headings.values()) {
      head = Math.max(head, share(sum, count, length, total));
      if (count >= length) whole = Math.max(whole, Math.floor((256 * sum) / total));
    }
    const inSection = Math.floor((256 * section) / total);
    const factor = 16 + Math.floor((cover * cover) / 1024) + Math.floor((3 * inSection) / 4) + 4 * title + head + Math.floor(whole / 2);
    return Math.floor((base * factor) / 256);
  };

  /** All pages of the groups that `allows` lets through, with their scores, the best first. */
  Search.rank = async (index, groups, allows) => {
    const total = groups.reduce((sum, { idf }) => sum + idf, 0);
    const found = [];
    let begun = performance.now();
    for (let page = 0; page < index.pages; page += 1) {
      if (!groups.some(({ hits }) => hits.contribution[page] > 0) || !allows(page)) continue;
      found.push({ page, score: score(groups, page, total) });
      if (found.length % 256 === 0 && performance.now() - begun > 8) {
        await breathe();
        begun = performance.now();
      }
    }
    return found.sort((one, other) => other.score - one.score || one.page - other.page);
  };

  /** The bits of a page's sections, the one that says most first. */
  Search.rankSections = (groups, page) => {
    const found = sums(groups, page);
    for (const { idf, hits } of groups) {
      for (const bit of hits.headings.get(page)?.keys() ?? []) found.set(bit, (found.get(bit) ?? 0) + idf);
    }
    return [...found].sort((one, other) => other[1] - one[1] || one[0] - other[0]).map(([bit]) => bit);
  };
}
