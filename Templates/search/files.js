// The files of the index, part 2 of docs/search-format.md: fetched, checked, unpacked and read.
{
  /** What the scripts of the index have brought, by family for the manifest and by ID for the others. */
  const brought = new Map();
  globalThis.sitegenSearch = (id, text) => brought.set(id.startsWith("m") ? "m" : id, { id, text });

  /** Why a file of the index is of no use. */
  class Damage extends Error {}

  /**
   * Runs a script of the index; scripts can be had from a folder of files as well as over HTTP. One that was cut off
   * is no script, which would be told as an error of the page's own; without its name, where it is a file.
   */
  const run = (address) => new Promise((done, fail) => {
    const script = document.createElement("script");
    const expect = (event) => [script.src, ""].includes(event.filename) && event.preventDefault();
    const end = (then) => () => {
      removeEventListener("error", expect);
      then();
    };
    addEventListener("error", expect);
    script.addEventListener("load", end(done));
    script.addEventListener("error", end(() => fail(new Damage(`${address} could not be loaded`))));
    script.src = address;
    document.head.append(script);
    script.remove();
  });

  /** FNV-1a, folded to six digits. */
  const check = (bytes) => {
    let hash = 0x811c9dc5;
    for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
    return ((hash ^ (hash >>> 24)) & 0xffffff).toString(16).padStart(6, "0");
  };

  const inflate = async (bytes) => {
    const packed = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    return new Uint8Array(await new Response(packed).arrayBuffer());
  };

  const utf8 = new TextDecoder();

  /** What stands behind the seed: texts are as they are, all else is base64 of DEFLATE data, for a reader. */
  const unpack = async ({ id, text }) => {
    const isText = id.startsWith("t");
    const bytes = isText
      ? new TextEncoder().encode(text)
      : Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    if (check(bytes) !== id.slice(1)) throw new Damage("it is another file");
    return isText ? text.slice(1) : new Reader(await inflate(bytes.subarray(1)));
  };

  /** Reads numbers and texts from bytes, one after the other. */
  class Reader {
    at = 0;

    constructor(bytes) {
      this.bytes = bytes;
    }

    need(length) {
      if (length > this.bytes.length - this.at) throw new Damage("it ends too early");
    }

    byte() {
      this.need(1);
      return this.bytes[this.at++];
    }

    number() {
      let value = 0;
      for (let factor = 1; ; factor *= 128) {
        const byte = this.byte();
        value += (byte & 127) * factor;
        if (byte < 128) return value;
        if (factor > 1e9) throw new Damage("a number is too long");
      }
    }

    numbers(count) {
      return this.list(count, () => this.number());
    }

    /** Each entry takes at least one byte, so a count that is too great is seen before room is made for it. */
    list(count, read) {
      this.need(count);
      return Array.from({ length: count }, read);
    }

    take(length) {
      this.need(length);
      return this.bytes.subarray(this.at, (this.at += length));
    }

    text() {
      return utf8.decode(this.take(this.number()));
    }

    check() {
      return [...this.take(3)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    }

    checks(count) {
      return this.list(count, () => this.check());
    }

    /** Texts of which each shares its beginning with the one before. */
    frontCoded(count) {
      let last = new Uint8Array();
      return this.list(count, () => {
        const shared = this.number();
        last = join(last, shared, this.take(this.number()));
        return utf8.decode(last);
      });
    }

    /** The same with all that is shared first, then all lengths, then all that is new. */
    frontCodedColumns(count) {
      const shared = this.numbers(count);
      const lengths = this.numbers(count);
      let last = new Uint8Array();
      return shared.map((length, index) => utf8.decode((last = join(last, length, this.take(lengths[index])))));
    }
  }

  const join = (last, shared, rest) => {
    if (shared > last.length) throw new Damage("it shares what is not there");
    const text = new Uint8Array(shared + rest.length);
    text.set(last.subarray(0, shared));
    text.set(rest, shared);
    return text;
  };

  /** The index of a site: files by their IDs, each fetched once. */
  class Files {
    known = new Map();

    constructor(manifest, bring = run) {
      this.manifest = manifest;
      this.folder = manifest.replace(/[^/]*$/, "");
      this.bring = bring;
    }

    /** The content of a file as `read` makes it of a reader, or of a text; throws `Damage`. */
    get(id, read, context) {
      let content = this.known.get(id);
      if (!content) this.known.set(id, (content = this.fetch(id, read, context)));
      return content;
    }

    async fetch(id, read, context) {
      await this.bring(id === "m" ? this.manifest : `${this.folder}${id[1]}/${id}.js`);
      const came = brought.get(id);
      brought.delete(id);
      if (!came) throw new Damage(`the file ${id} of the index is damaged`);
      try {
        return read(await unpack(came), context);
      } catch (error) {
        throw new Damage(`the file ${id} of the index is damaged: ${error.message}`);
      }
    }
  }

  /** The index of the last text that is not greater, among sorted ones; 0 where all are greater. */
  const lastNotGreater = (texts, text) => {
    let low = 0;
    let high = texts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (Search.compare(texts[middle], text) <= 0) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  };

  const readManifest = (reader) => {
    if (reader.number() !== 3) throw new Damage("it is of another version");
    const [pages, cap, notes, notesPerFile, othersPerFile] = reader.numbers(5);
    const noteFiles = Math.ceil(notes / notesPerFile);
    const family = () => {
      const count = reader.number();
      return { firsts: reader.frontCoded(count), checks: reader.checks(count) };
    };
    const lexicon = family();
    const rear = family();
    const results = reader.checks(noteFiles + Math.ceil((pages - notes) / othersPerFile));
    const facets = new Map(reader.list(reader.number(), () => [reader.text(), family()]));
    return { pages, cap, notes, notesPerFile, othersPerFile, noteFiles, lexicon, rear, results, facets };
  };

  /** Terms with how many pages have them, how they are written, and where their lists are. */
  const readLexicon = (reader, { cap }) => {
    const count = reader.number();
    const terms = reader.frontCodedColumns(count);
    const frequencies = reader.numbers(count);
    const counts = reader.numbers(count);
    const total = counts.reduce((sum, each) => sum + each, 0);
    const cuts = reader.take(total);
    const lengths = reader.numbers(total);
    let next = 0;
    const surfaces = terms.map((term, index) => {
      if (counts[index] === 0) return [term];
      return Array.from({ length: counts[index] }, () => {
        const kept = term.slice(0, Math.max(0, term.length - cuts[next]));
        return kept + utf8.decode(reader.take(lengths[next++]));
      });
    });
    const hot = [];
    for (let files = reader.number(); files > 0; files -= 1) {
      const sizes = frequencies.slice(hot.length, hot.length + reader.number()).map((each) => Math.min(each, cap));
      const id = `h${reader.check()}`;
      sizes.forEach((_, place) => hot.push({ id, sizes, place }));
    }
    const cold = [];
    for (let groups = reader.number(); groups > 0; groups -= 1) {
      const size = reader.number();
      const blocks = reader.list(reader.number(), () => ({ first: reader.number(), id: `c${reader.check()}` }));
      for (let place = 0; place < size && cold.length < count; place += 1) cold.push({ blocks, size, place });
    }
    const entries = terms.map((term, index) => ({
      term, df: frequencies[index], surfaces: surfaces[index], hot: hot[index], cold: cold[index],
    }));
    if (entries.some(({ hot, cold }) => !hot || !cold)) throw new Damage("a term has no lists");
    return { entries, byTerm: new Map(entries.map((entry) => [entry.term, entry])) };
  };

  /** The lists of some terms: pages, impacts, sections, and what titles and headings say. */
  const readHot = (reader, sizes) => {
    const total = sizes.reduce((sum, size) => sum + size, 0);
    const pages = Int32Array.from(reader.numbers(total));
    const impacts = reader.take(total);
    const sections = Int32Array.from(reader.numbers(total));
    const lists = [];
    let at = 0;
    for (const size of sizes) {
      const [start, end] = [at, at + size];
      const titles = new Uint8Array(size);
      const headings = new Array(size);
      for (; at < end; at += 1) {
        if (at > start) pages[at] += pages[at - 1] + 1;
        if (impacts[at] & 64) titles[at - start] = reader.byte();
        if (impacts[at] & 128) {
          let bits = reader.number();
          const counts = [];
          for (let bit = 0; bits !== 0; bit += 1, bits >>>= 1) {
            if (bits & 1) counts.push(bit, reader.byte());
          }
          headings[at - start] = counts;
        }
      }
      lists.push({
        pages: pages.subarray(start, end), impacts: impacts.subarray(start, end),
        sections: sections.subarray(start, end), titles, headings,
      });
    }
    return lists;
  };

  /** Positions on pages, for some terms: a list of `[page, positions]` for each. */
  const readCold = (reader, size) => Array.from({ length: size }, () => {
    let page = -1;
    return reader.list(reader.number(), () => {
      page += reader.number() + 1;
      let position = 0;
      return [page, reader.numbers(reader.number()).map((distance) => (position += distance))];
    });
  });

  /** Words written backwards, each with the logarithm of how many pages have it. */
  const readRear = (reader) => {
    const count = reader.number();
    const words = reader.frontCodedColumns(count);
    const sizes = reader.take(count);
    return words.map((word, index) => ({ surface: [...word].reverse().join(""), df: 2 ** sizes[index] }));
  };

  const readResults = (reader) => {
    const lines = utf8.decode(reader.bytes).split("\n");
    const list = (field) => (field === "" ? [] : field.split("\u001f"));
    const pages = [];
    for (let at = 0; at < lines.length - 1;) {
      const [kind, url, title, crumbs, count, texts] = lines[at].split("\t");
      if (texts === undefined) throw new Damage("a result is cut off");
      const sections = lines.slice(at + 1, at + 1 + Number(count)).map((line) => {
        const [anchor = "", heading = "", level = ""] = line.split("\t");
        return { anchor, heading, level: Number(level) };
      });
      pages.push({
        kind, url, title, crumbs: list(crumbs), sections,
        texts: list(texts).map((entry) => {
          const [section, record, check] = entry.split(":");
          return { section: Number(section), record: Number(record), id: `t${check}` };
        }),
      });
      at += 1 + Number(count);
    }
    return pages;
  };

  const readTexts = (text) => text.split("\u001e");

  const readFacet = (reader) => reader.list(reader.number(), () => {
    const [label, key] = [reader.text(), reader.text()];
    let page = -1;
    return { label, key, pages: reader.numbers(reader.number()).map((distance) => (page += distance + 1)) };
  });

  Object.assign(Search, {
    Damage, Files, lastNotGreater, readManifest, readLexicon, readHot, readCold, readRear, readResults, readTexts, readFacet,
  });
}
