// The index as the engine asks it: every file is read once, and one that cannot be read counts as empty.
{
  const { Files, Damage, lastNotGreater, readManifest, readLexicon, readHot, readCold, readRear, readResults, readTexts, readFacet } = Search;

  const noLexicon = { entries: [], byTerm: new Map() };
  /** Behind every text that begins with another. */
  const beyond = "\u{10ffff}";

  class Index {
    /** Opens the index; throws `Damage` where there is none. */
    static async open(address, bring) {
      const files = new Files(address, bring);
      return new Index(files, await files.get("m", readManifest));
    }

    /** The files that could not be read. */
    losses = new Set();

    constructor(files, manifest) {
      Object.assign(this, manifest);
      this.files = files;
    }

    /** The same index with an account of losses of its own, for one query. */
    forQuery() {
      return Object.assign(Object.create(this), { losses: new Set() });
    }

    /** True where the file that should hold a term could not be read. */
    hasLost(term) {
      return this.losses.has(`l${this.lexicon.checks[this.lexiconNumber(term)]}`);
    }

    /** The content of a file, or what stands for it where it cannot be read. */
    async get(id, read, instead, context) {
      try {
        return await this.files.get(id, read, context);
      } catch (error) {
        if (!(error instanceof Damage)) throw error;
        this.losses.add(id);
        return instead;
      }
    }

    lexiconNumber(text) {
      return lastNotGreater(this.lexicon.firsts, text);
    }

    lexiconFile(number) {
      const check = this.lexicon.checks[number];
      return check === undefined ? noLexicon : this.get(`l${check}`, readLexicon, noLexicon, this);
    }

    rearFile(number) {
      return this.get(`r${this.rear.checks[number]}`, readRear, []);
    }

    /** The entry of a term; undefined where it is not known. */
    async find(term) {
      return (await this.lexiconFile(this.lexiconNumber(term))).byTerm.get(term);
    }

    /** The hot list of a term; null where it cannot be read. */
    async hotList({ hot: { id, sizes, place } }) {
      const lists = await this.get(id, readHot, null, sizes);
      return lists && lists[place];
    }

    /** The blocks of a term's cold list that may hold some pages; all where no pages are named. */
    coldBlocks({ cold: { blocks } }, pages) {
      if (!pages) return blocks;
      return blocks.filter(({ first }, number) =>
        pages.some((page) => (number === 0 || page >= first) && page < (blocks[number + 1]?.first ?? Infinity)));
    }

    /** Positions of a term by page; null where a file cannot be read. */
    async positions(entry, pages) {
      const { size, place } = entry.cold;
      const read = await Promise.all(
        this.coldBlocks(entry, pages).map(({ id }) => this.get(id, readCold, null, size)));
      return read.includes(null) ? null : new Map(read.flatMap((lists) => lists[place]));
    }

    /** What a page's results say; null where that cannot be read. */
    async result(page) {
      const { notes, notesPerFile, othersPerFile, noteFiles } = this;
      const isNote = page < notes;
      const [size, at] = isNote ? [notesPerFile, page] : [othersPerFile, page - notes];
      const number = Math.floor(at / size) + (isNote ? 0 : noteFiles);
      return (await this.get(`p${this.results[number]}`, readResults, null))?.[at % size] ?? null;
    }

    /** The text of a section; null where that cannot be read. */
    async text(result, section) {
      const start = result.texts.findLast((each) => each.section <= section);
      if (!start) return null;
      const texts = await this.get(start.id, readTexts, null);
      return texts?.[start.record + section - start.section] ?? null;
    }

    /** All values of a kind of facet. */
    async facet(kind) {
      const files = this.facets.get(kind)?.checks ?? [];
      return (await Promise.all(files.map((check) => this.get(`f${check}`, readFacet, [])))).flat();
    }

    /** Numbers of the files that hold what begins with a text, in one of the two sorted families. */
    range({ firsts }, text) {
      return [lastNotGreater(firsts, text), lastNotGreater(firsts, text + beyond)];
    }
  }

  Search.Index = Index;
}
