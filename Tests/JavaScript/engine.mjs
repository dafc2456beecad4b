// The engine over the index of a site on the disk, as a browser runs it.
import fs from "node:fs";
import path from "node:path";
import { Duplex } from "node:stream";
import vm from "node:vm";
import zlib from "node:zlib";
import { load } from "./search.mjs";

/** What browsers have and Node has only from version 20 on: a stream that inflates raw DEFLATE. */
class Inflating {
  constructor() {
    return Duplex.toWeb(zlib.createInflateRaw());
  }
}

/** What a page gives to the scripts of the search. */
const world = () => ({
  performance, setTimeout, TextDecoder, TextEncoder, Blob, Response, DecompressionStream: Inflating, atob, console,
});

/** The engine for a site; it reads the site's files instead of asking a browser for them. */
export function open(site) {
  const globals = world();
  const Search = load("engine", globals);
  const bring = async (address) => {
    try {
      vm.runInContext(fs.readFileSync(path.join(site, address), "utf8"), globals);
    } catch (error) {
      throw new Search.Damage(error.message);
    }
  };
  return new Search.Engine({ index: "sitegen/search/index.js", bring });
}
