// What is chosen: words, a folder, a tag, kinds.

const chosen = { words: [], folder: -1, tag: -1, kinds: new Set(KINDS) };
const folded = titles.map(() => null);
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const inTag = new Uint8Array(nodes.notes);
let kept = new Uint8Array(count).fill(1);
let found = [];
let isFound = new Uint8Array(count);
/** For each folder how many are found in it and below. */
const foundIn = new Int32Array(folders.length);

/** Works out which nodes the filters keep, and which of these the words name. */
function choose() {
  const isOfFolder = folders.map((_, folder) => chosen.folder < 0 || isIn(folder, chosen.folder));
  inTag.fill(0);
  if (chosen.tag >= 0) for (const note of tags[chosen.tag].slice(1)) inTag[note] = 1;
  found = [];
  isFound.fill(0);
  for (const node of byDemand) {
    const stays = chosen.kinds.has(kindOf(node)) && isOfFolder[nodes.folder[node]]
      && (chosen.tag < 0 || (node < nodes.notes && inTag[node] === 1));
    kept[node] = stays ? 1 : 0;
    if (!stays || chosen.words.length === 0) continue;
    const title = (folded[node] ??= plain(titles[node]));
    if (chosen.words.every((word) => title.includes(word))) {
      found.push(node);
      isFound[node] = 1;
    }
  }
  foundIn.fill(0);
  for (const node of found) foundIn[nodes.folder[node]] += 1;
  for (let i = folders.length - 1; i > 0; i -= 1) foundIn[folders[i][PARENT]] += foundIn[i];
}
