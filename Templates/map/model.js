// The model: nodes, edges and folders, as the data has them.

const { folders, nodes, topics, tags } = data;
const titles = nodes.titles;
const count = titles.length;
const isSmall = count <= SMALL;
const kindOf = (node) => (node < nodes.notes ? "note" : node < nodes.notes + nodes.topics ? "topic" : "wanted");
const KINDS = ["note", "topic", "wanted"];
const KIND_NAMES = { note: "note", topic: "topic", wanted: "not written yet" };
const [TITLE, PARENT, X, Y, RADIUS, HREF] = [0, 1, 2, 3, 4, 5];

const directory = (href) => href.slice(0, href.lastIndexOf("/") + 1);
const pageOf = (note) => directory(folders[nodes.folder[note]][HREF]) + nodes.pages[note];

/** Where a node leads; null where there is no page. */
function addressOf(node) {
  if (node < nodes.notes) return pageOf(node);
  if (kindOf(node) === "wanted") return nodes.wantedAt ?? null;
  const [note, anchor] = topics[node - nodes.notes] ?? [];
  if (note === undefined) return null;
  return anchor === undefined ? pageOf(note) : `${pageOf(note)}#${encodeURIComponent(anchor)}`;
}

/** Edges by the node at which they begin, and turned round: numbers side by side. */
function rows(pairs) {
  const starts = new Int32Array(count + 1);
  for (let i = 0; i < pairs.length; i += 2) starts[pairs[i] + 1] += 1;
  for (let i = 0; i < count; i += 1) starts[i + 1] += starts[i];
  const next = starts.slice();
  const ends = new Int32Array(pairs.length / 2);
  for (let i = 0; i < pairs.length; i += 2) ends[next[pairs[i]]++] = pairs[i + 1];
  return (node) => ends.subarray(starts[node], starts[node + 1]);
}

const edges = new Map();
const forth = [];
for (const name of ["treats", "link", "next"]) {
  const runs = data[name];
  const pairs = [];
  for (let i = 0; i < runs.length; i += 2 + runs[i + 1]) {
    for (let j = i + 2; j < i + 2 + runs[i + 1]; j += 1) {
      pairs.push(runs[i], runs[j]);
      forth.push(runs[i], runs[j]);
    }
  }
  edges.set(name, rows(pairs));
}
const back = new Int32Array(forth.length);
for (let i = 0; i < forth.length; i += 2) [back[i], back[i + 1]] = [forth[i + 1], forth[i]];
const leadsTo = rows(forth);
const leadsHere = rows(back);

/** How many different nodes lead here, those that treat a topic left out; and to how many it leads. */
const degrees = (() => {
  const incoming = new Int32Array(count);
  const outgoing = new Int32Array(count);
  const seen = new Int32Array(count).fill(-1);
  for (let node = 0; node < count; node += 1) {
    for (const end of leadsTo(node)) {
      if (end === node || seen[end] === node) continue;
      seen[end] = node;
      outgoing[node] += 1;
    }
    for (const name of ["link", "next"]) for (const end of edges.get(name)(node)) incoming[end] += 1;
  }
  return { incoming, outgoing };
})();

/** How many edges a node has: hubs are larger, and their labels come first. */
const degree = (node) => degrees.incoming[node] + degrees.outgoing[node];
const byDemand = Array.from({ length: count }, (_, node) => node)
  .sort((a, b) => degrees.incoming[b] - degrees.incoming[a] || a - b);
const children = folders.map(() => []);
folders.forEach((folder, index) => folder[PARENT] >= 0 && children[folder[PARENT]].push(index));
const members = folders.map(() => []);
for (const node of byDemand) members[nodes.folder[node]].push(node);
/** For each folder how many nodes there are in it and below. */
const tally = members.map((list) => list.length);
for (let i = folders.length - 1; i > 0; i -= 1) tally[folders[i][PARENT]] += tally[i];
/**
 * What is drawn as a disc: the folders, and behind them, for each, the notes that lie in it directly. These are
 * drawn as one where the folder is open for what else is in it, and they are too close to be told apart.
 */
const OWN = folders.length;
const ownDiscs = new Map();
function discOf(disc) {
  if (disc < OWN) return folders[disc];
  if (!ownDiscs.has(disc)) {
    const list = members[disc - OWN];
    const [xs, ys] = [list.map((node) => nodes.x[node]), list.map((node) => nodes.y[node])];
    const x = (Math.min(...xs) + Math.max(...xs)) / 2;
    const y = (Math.min(...ys) + Math.max(...ys)) / 2;
    const far = Math.max(...list.map((node) => Math.hypot((nodes.x[node] - x) / 2, nodes.y[node] - y)));
    ownDiscs.set(disc, [folders[disc - OWN][TITLE], disc - OWN, x, y, far + SLOT / 2, folders[disc - OWN][HREF]]);
  }
  return ownDiscs.get(disc);
}
/** How many nodes a disc stands for, and how many of these are found. */
const tallyOf = (disc) => (disc < OWN ? tally[disc] : members[disc - OWN].length);
const foundOf = (disc) => (disc < OWN ? foundIn[disc] : members[disc - OWN].filter((node) => isFound[node]).length);
/** True where a folder is the other or lies in it. */
function isIn(folder, outer) {
  for (let each = folder; each >= 0; each = folders[each][PARENT]) if (each === outer) return true;
  return false;
}

/** A title in at most two short lines. */
function linesOf(title) {
  const lines = [""];
  for (const word of title.split(" ")) {
    const line = lines[lines.length - 1];
    if (line === "" || line.length + word.length < 16) lines[lines.length - 1] = line ? `${line} ${word}` : word;
    else if (lines.length < 2) lines.push(word);
    else {
      lines[1] = `${line.slice(0, 15)}…`;
      break;
    }
  }
  return lines.map((line) => (line.length > 16 ? `${line.slice(0, 15)}…` : line));
}
