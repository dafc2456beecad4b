// The scripts of the search, in a world of their own, as a browser runs them: one after the other.
import fs from "node:fs";
import vm from "node:vm";

const root = new URL("../../", import.meta.url);
const read = (path) => fs.readFileSync(new URL(path, root), "utf8");

/** The paths of the files that become `search.js`, in the order in which the program joins them. */
export const parts = [...read("Sources/CTheme/CTheme.c").matchAll(/#embed "..\/..\/(Templates\/search\/\w+\.js)"/g)]
  .map(([, path]) => path);

/** What the first files of the search define, up to one of a name, without a page around them. */
export function load(last, globals = {}) {
  const context = vm.createContext(globals);
  const end = parts.indexOf(`Templates/search/${last}.js`);
  if (end < 0) throw new Error(`${last}.js is no part of the search`);
  for (const path of parts.slice(0, end + 1)) vm.runInContext(read(path), context, { filename: path });
  return vm.runInContext("Search", context);
}
