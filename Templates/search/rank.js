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

    /** Pairs of a section's bit and the length of its heading; of two lengths the lesser counts. */
    addHeadings(page, pairs) {
      const known = this.headings.get(page);
      if (!known) {
        this.headings.set(page, pairs);
        return;
      }
      const merged = new Map();
      for (const each of [known, pairs]) {
        for (let at = 0; at < each.length; at += 2) {
          merged.set(each[at], Math.min(each[at + 1], merged.get(each[at]) ?? Infinity));
        }
      }
      this.headings.set(page, [...merged].flat());
    }
  }

  /** Lets the browser draw and hear keys between two pieces of work. */
  const breathe = () => globalThis.scheduler?.yield?.() ?? new Promise((done) => setTimeout(done));

  Search.breathe = breathe;

  /** A function to call between pieces of work: it takes a breath where the last one was some time ago. */
  const pace = () => {
    let begun = performance.now();
    return async () => {
      if (performance.now() - begun < 8) return;
      await breathe();
      begun = performance.now();
    };
  };

  Search.pace = pace;

  /** What every group has; groups whose lists cannot be read have nothing and are told. */
  Search.collect = async (index, groups) => {
    const lost = [];
    const lists = await Promise.all(groups.map(({ alternatives }) =>
      Promise.all(alternatives.map(({ entry }) => index.hotList(entry)))));
    const paced = pace();
    for (const [number, group] of groups.entries()) {
      group.hits = new Hits(index.pages);
      for (const [place, { idf, weight }] of group.alternatives.entries()) {
        const list = lists[number][place];
        if (list) group.hits.add(list, Math.min(idf, group.idf), weight);
        else if (!lost.includes(group.word.surface)) lost.push(group.word.surface);
        await paced();
      }
    }
    return lost;
  };

  /** Sums for each bit of a section, used anew for each page: thousands of pages may have a word. */
  const bits = 28;
  const sums = new Int32Array(bits);
  const heads = { sums: new Int32Array(bits), counts: new Int32Array(bits), lengths: new Int32Array(bits) };

  /** For each section bit of a page, a sum over the groups that have it; gives the greatest. */
  const sumSections = (groups, page) => {
    let most = 0;
    sums.fill(0);
    for (const { idf, hits } of groups) {
      for (let left = hits.sections[page]; left !== 0; left &= left - 1) {
        most = Math.max(most, (sums[31 - Math.clz32(left & -left)] += idf));
      }
    }
    return most;
  };

  /** A value, less where a title or heading has more words than those that are asked for. */
  const part = (value, count, length) => Math.floor((value * Math.min(count, length)) / length);

  /** Sums, counts and lengths for the headings of a page. */
  const sumHeadings = (groups, page) => {
    heads.sums.fill(0);
    heads.counts.fill(0);
    heads.lengths.fill(255);
    for (const { idf, hits } of groups) {
      const pairs = hits.headings.get(page) ?? [];
      for (let at = 0; at < pairs.length; at += 2) {
        const bit = pairs[at];
        heads.sums[bit] += idf;
        heads.counts[bit] += 1;
        heads.lengths[bit] = Math.min(heads.lengths[bit], pairs[at + 1]);
      }
    }
  };

  /** The score of one page. */
  const score = (groups, page, total) => {
    let [base, covered, titleSum, titleCount, titleLength] = [0, 0, 0, 0, 0];
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
    }
    const share = (sum) => Math.floor((256 * sum) / total);
    const cover = share(covered);
    const section = share(sumSections(groups, page));
    let known = share(titleSum);
    const title = titleCount ? Math.floor((3 * part(known, titleCount, titleLength) * (256 + known)) / 256) : 0;
    let heading = 0;
    sumHeadings(groups, page);
    for (let bit = 0; bit < bits; bit += 1) {
      if (heads.counts[bit] === 0) continue;
      known = share(heads.sums[bit]);
      heading = Math.max(heading, part(Math.floor((known * known) / 256), heads.counts[bit], heads.lengths[bit]));
    }
    const named = Math.max(title, Math.floor((3 * heading ** 3) / 65536));
    const factor = 16 + Math.floor((cover * cover) / 2048) + Math.floor((3 * section * section) / 1024) + named;
    return Math.floor((base * factor) / 256);
  };

  /** All pages of the groups that `allows` lets through, with their scores, the best first. */
  Search.rank = async (index, groups, allows) => {
    const total = groups.reduce((sum, { idf }) => sum + idf, 0);
    const found = [];
    const paced = pace();
    for (let page = 0; page < index.pages; page += 1) {
      if (!groups.some(({ hits }) => hits.contribution[page] > 0) || !allows(page)) continue;
      found.push({ page, score: score(groups, page, total) });
      if (found.length % 64 === 0) await paced();
    }
    return found.sort((one, other) => other.score - one.score || one.page - other.page);
  };

  /** The bits of a page's sections, the one that says most first. */
  Search.rankSections = (groups, page) => {
    sumSections(groups, page);
    sumHeadings(groups, page);
    const found = [];
    for (let bit = 0; bit < bits; bit += 1) {
      if (sums[bit] > 0) found.push({ bit, sum: sums[bit] + heads.sums[bit] });
    }
    return found.sort((one, other) => other.sum - one.sum || one.bit - other.bit).map(({ bit }) => bit);
  };
}
