// The live map: pan, zoom, folders that open, search and filters, a table to sort and a tree to unfold.
// `sitegenMap` holds the data (a script of its own, so that it works from file:// too). Nodes are numbers:
// notes, then topics, then wanted notes. Elements are made and given text; no markup is ever parsed.
"use strict";
{
const data = globalThis.sitegenMap;
const SVG = "http://www.w3.org/2000/svg";
const SLOT = 48; // The height of the place that each node has to itself; it is twice as wide.
const SMALL = 300; // Up to so many nodes all folders are open.
const BUDGET = 700; // The most nodes that are drawn at once.
const LINES = 1500; // The most lines that are drawn at once.
const PAGE = 100; // Rows of the table at a time.

const find = (selector, within = document) => within.querySelector(selector);

function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

function shape(tag, attributes = {}, ...children) {
  const made = document.createElementNS(SVG, tag);
  for (const name of Object.keys(attributes)) made.setAttribute(name, attributes[name]);
  made.append(...children);
  return made;
}

// The model

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

// What is chosen

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

// The view: a point of the plane in the middle, and how many pixels a unit has

const box = find(".map-view");
const drawing = find(".map-drawing");
const view = { x: 0, y: 0, scale: 1 };
let [width, height] = [0, 0];
const toX = (x) => (x - view.x) * view.scale + width / 2;
const toY = (y) => (y - view.y) * view.scale + height / 2;
const farthest = () => Math.min(1, 0.6 * scaleFor(folders[0][RADIUS]));
const scaleFor = (radius) => Math.min(width / (4 * radius + 60), height / (2 * radius + 40));

function limit() {
  const { 4: radius } = folders[0];
  view.scale = Math.min(4, Math.max(farthest(), view.scale));
  view.x = Math.min(2 * radius, Math.max(-2 * radius, view.x));
  view.y = Math.min(radius, Math.max(-radius, view.y));
}

/** Zooms so that the point under `x`, `y` stays where it is. */
function zoom(factor, x = width / 2, y = height / 2) {
  const before = view.scale;
  view.scale *= factor;
  limit();
  const change = 1 / before - 1 / view.scale;
  view.x += (x - width / 2) * change;
  view.y += (y - height / 2) * change;
  limit();
  draw();
}

function pan(x, y) {
  view.x += x / view.scale;
  view.y += y / view.scale;
  limit();
  draw();
}

/** The middle, and half the width and height, of what is in a folder: of its nodes, where they are few. */
function extent(folder) {
  const [, , x, y, radius] = discOf(folder);
  const inside = isSmall ? byDemand.filter((node) => isIn(nodes.folder[node], folder)) : [];
  if (inside.length === 0) return [x, y, 2 * radius + 20, radius + 14];
  const [xs, ys] = [inside.map((node) => nodes.x[node]), inside.map((node) => nodes.y[node])];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  return [(left + right) / 2, (top + bottom) / 2, (right - left) / 2 + SLOT + 10, (bottom - top) / 2 + SLOT];
}

function fit(folder = 0) {
  const [x, y, w, h] = extent(folder);
  // Labels keep their size whatever the scale: at the rim they need room of their own.
  const [rim, edge] = isSmall ? [Math.min(64, width / 8), 24] : [0, 0];
  view.scale = Math.min(1.2, (width - 2 * rim) / (2 * w), (height - 2 * edge) / (2 * h));
  view.x = x;
  view.y = y;
  limit();
  draw();
}

function show(node) {
  view.scale = Math.max(view.scale, 0.95);
  view.x = nodes.x[node];
  view.y = nodes.y[node];
  limit();
  drawNow();
}

// Drawing

const layers = {
  folders: shape("g"), far: shape("path", { class: "map-far" }), lines: shape("g"), lit: shape("path", { class: "map-lit" }),
  nodes: shape("g"),
};
const lines = new Map(["link", "treats", "next"].map((name) => [name, shape("path", { class: `map-${name}` })]));
layers.lines.append(...lines.values());
const drawnFolders = new Map();
const drawnNodes = new Map();
let lit = -1;
let isDue = false;

function draw() {
  if (isDue) return;
  isDue = true;
  requestAnimationFrame(() => isDue && drawNow());
}

const inView = (x, y, rx, ry) => {
  const [cx, cy] = [toX(x), toY(y)];
  return cx + rx > -60 && cx - rx < width + 60 && cy + ry > -40 && cy - ry < height + 40;
};
let taken = new Map();
/** Takes a box for a label or a sign, unless a part of it is another's. */
function take(owner, x, y, w, h) {
  const cells = [];
  for (let column = Math.floor((x - w) / 24); column <= Math.floor((x + w) / 24); column += 1) {
    for (let row = Math.floor(y / 13); row <= Math.floor((y + h) / 13); row += 1) cells.push(column * 4096 + row);
  }
  if (cells.some((cell) => (taken.get(cell) ?? owner) !== owner)) return false;
  cells.forEach((cell) => taken.set(cell, owner));
  return true;
}
const nodeInView = (node) => inView(nodes.x[node], nodes.y[node], 0, 0);

/** Opens folders, the largest on the screen first, as long as their nodes can be told apart and drawn. */
function openFolders() {
  const open = new Set();
  const closed = [];
  const shown = [];
  let left = isSmall ? Infinity : BUDGET;
  const isSpaced = isSmall || SLOT * view.scale >= 9;
  let queue = [0];
  while (queue.length > 0) {
    queue.sort((a, b) => folders[b][RADIUS] - folders[a][RADIUS] || a - b);
    const following = [];
    for (const folder of queue) {
      const [, , x, y, radius] = folders[folder];
      const size = radius * view.scale;
      if (radius === 0 || (!isSmall && !inView(x, y, 2 * size, size))) continue;
      const own = isSpaced ? members[folder].filter((node) => kept[node] && (isSmall || nodeInView(node))) : [];
      const isWorth = folder === 0 || isSmall || (isSpaced && size > 40) || (children[folder].length > 0 && size > 70);
      if (!isWorth || own.length > left) {
        closed.push(folder);
        continue;
      }
      left -= own.length;
      open.add(folder);
      if (!isSpaced && folder > 0 && members[folder].length > 0) closed.push(OWN + folder);
      for (const node of own) shown.push(node);
      following.push(...children[folder]);
    }
    queue = following;
  }
  return { open, closed, shown };
}

function drawNow() {
  isDue = false;
  if (width === 0) return;
  const { open, closed, shown } = openFolders();
  const focused = document.activeElement?.closest?.(".map-node")?.sitegenNode;
  const visible = new Set(shown);
  if (focused !== undefined) visible.add(focused);
  taken = new Map();
  const around = lit < 0 ? null : new Set([lit, ...leadsTo(lit), ...leadsHere(lit)]);
  drawFolders(open, closed);
  drawNodes([...visible], around);
  drawLines(visible, open, around);
  drawing.classList.toggle("has-lit", lit >= 0);
  drawing.classList.toggle("has-found", lit < 0 && chosen.words.length > 0);
}

function update(drawn, wanted, layer, make) {
  for (const [key, made] of drawn) {
    if (wanted.has(key)) continue;
    made.remove();
    drawn.delete(key);
  }
  for (const key of wanted) {
    if (drawn.has(key)) continue;
    const made = make(key);
    drawn.set(key, made);
    layer.append(made);
  }
}

function makeFolder(disc) {
  const [title, , , , , href] = discOf(disc);
  const name = `Open ${disc < OWN ? "folder" : "what lies directly in"} ${title}, ${tallyOf(disc)} entries`;
  const made = shape("a", { class: "map-folder", href, role: "button", "aria-label": name },
    shape("ellipse"), shape("text"), shape("text", { class: "map-tally" }));
  made.sitegenFolder = disc;
  made.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (!wasDragged) enter(disc);
  });
  return made;
}

/** Zooms into a folder, far enough that it opens, and gives the focus to what is in it. */
function enter(disc) {
  fit(disc);
  const needed = 10 / SLOT;
  if (view.scale < needed && (disc >= OWN || children[disc].length === 0)) view.scale = needed;
  drawNow();
  const folder = disc < OWN ? disc : disc - OWN;
  const node = [...drawnNodes].find(([node]) => isIn(nodes.folder[node], folder))?.[1];
  const inner = [...drawnFolders].find(([key, made]) =>
    made.classList.contains("is-closed") && isIn(key < OWN ? key : key - OWN, folder))?.[1];
  (node ?? inner ?? box).focus({ preventScroll: true });
}

function drawFolders(open, closed) {
  const wanted = new Set([...open, ...closed]);
  if (isSmall || folders.length > 1) wanted.delete(0);
  const isClosed = new Set(closed);
  update(drawnFolders, wanted, layers.folders, makeFolder);
  // Outer folders lie below those in them.
  const order = [...drawnFolders].sort((a, b) => discOf(b[0])[RADIUS] - discOf(a[0])[RADIUS]);
  order.forEach(([, made], index) => {
    if (layers.folders.children[index] !== made) layers.folders.insertBefore(made, layers.folders.children[index]);
  });
  for (const [disc, made] of order) {
    const [title, , x, y, radius] = discOf(disc);
    const [ellipse, text, number] = made.children;
    const [rx, ry] = [2 * radius * view.scale, radius * view.scale];
    ellipse.setAttribute("cx", toX(x));
    ellipse.setAttribute("cy", toY(y));
    ellipse.setAttribute("rx", rx);
    ellipse.setAttribute("ry", ry);
    const shut = isClosed.has(disc);
    const isEmpty = chosen.words.length > 0 && foundOf(disc) === 0;
    made.classList.toggle("is-closed", shut);
    made.classList.toggle("is-empty", shut && isEmpty);
    // An open folder is no button any more: its nodes are there.
    made.setAttribute("tabindex", shut ? 0 : -1);
    made.setAttribute("aria-hidden", shut ? "false" : "true");
    const room = Math.floor((shut ? 1.85 : 1.2) * rx / 6.8);
    const label = title.length <= room ? title : room < 6 ? "" : `${title.slice(0, room - 1)}…`;
    const top = Math.max(toY(y) - ry - 4, 14);
    text.textContent = shut || take(`folder ${disc}`, toX(x), top - 10, label.length * 3.4, 11) ? label : "";
    number.textContent = !shut || ry < 17 || room < 6 ? ""
      : chosen.words.length > 0 ? `${foundOf(disc)} found` : tallyOf(disc);
    for (const each of [text, number]) each.setAttribute("x", toX(x));
    text.setAttribute("y", shut ? toY(y) + (number.textContent ? 0 : 4) : top);
    number.setAttribute("y", toY(y) + 14);
  }
}

function makeNode(node) {
  const kind = kindOf(node);
  const size = 5 + Math.min(6, Math.floor(Math.sqrt(degree(node)) * 1.3));
  const href = addressOf(node);
  const name = `${titles[node]}, ${KIND_NAMES[kind]}, ${degrees.incoming[node]} lead here, leads to ${degrees.outgoing[node]}`;
  const made = href === null
    ? shape("g", { tabindex: 0, role: "img", "aria-label": name })
    : shape("a", { href, "aria-label": name });
  const sign = kind === "topic"
    ? shape("path", { class: "map-topic", d: `M0 ${-size}l${size} ${size} ${-size} ${size} ${-size} ${-size}z` })
    : shape("circle", { class: `map-${kind}`, r: size });
  made.append(shape("circle", { class: "map-hand", r: 12 }), sign, shape("text"));
  made.classList.add("map-node");
  made.sitegenNode = node;
  made.sitegenSize = size;
  return made;
}

/** Labels keep clear of each other: the most asked for come first. */
function drawNodes(list, around) {
  const order = (node) => (around?.has(node) ? 4e9 : 0) + (isFound[node] ? 2e9 : 0) + degree(node);
  list.sort((a, b) => order(b) - order(a) || a - b);
  update(drawnNodes, new Set(list), layers.nodes, makeNode);
  const lift = 10 * Math.min(1, view.scale);
  const placeOf = (node) => [toX(nodes.x[node]), toY(nodes.y[node]) - lift];
  for (const node of list) {
    const [x, y] = placeOf(node);
    take(node, x, y - 5, 4, 9);
  }
  for (const node of list) {
    const made = drawnNodes.get(node);
    const [x, y] = placeOf(node);
    made.setAttribute("transform", `translate(${x.toFixed(1)} ${y.toFixed(1)})`);
    made.classList.toggle("is-lit", around?.has(node) ?? false);
    made.classList.toggle("is-found", isFound[node] === 1);
    const [, , text] = made.children;
    const label = linesOf(titles[node]);
    const wide = Math.max(...label.map((line) => line.length)) * 3.2;
    const isForced = node === lit || made === document.activeElement;
    const size = made.sitegenSize;
    // Below, above, to the right, to the left: the first that is free.
    const tall = label.length * 13;
    const side = Math.max(6, size) + 4;
    const spots = [
      [0, size + 11, "middle", 0, size + 2], [0, -size - tall + 8, "middle", 0, -size - tall - 2],
      [side, 4 - (tall - 13) / 2, "start", side + wide, -tall / 2], [-side, 4 - (tall - 13) / 2, "end", -side - wide, -tall / 2],
    ];
    const below = view.scale >= 0.95 || isForced;
    const isWhole = (dx) => x < 0 || x > width || (x + dx >= wide && x + dx <= width - wide);
    const spot = below
      ? spots[0] : spots.find(([, , , dx, dy]) => isWhole(dx) && take(node, x + dx, y + dy, wide, tall - 1));
    if (spot) write(text, label, spot);
    else text.replaceChildren();
  }
}

/** Writes a label beside a sign, where it is not there already. */
function write(text, label, [x, y, anchor]) {
  while (text.childElementCount < label.length) text.append(shape("tspan"), " ");
  text.style.textAnchor = anchor;
  label.forEach((line, index) => {
    const part = text.children[index];
    if (part.textContent !== line) part.textContent = line;
    part.setAttribute("x", x);
    part.setAttribute("y", y + 13 * index);
  });
}

function drawLines(visible, open, around) {
  const lift = 10 * Math.min(1, view.scale);
  const at = (node) => `${toX(nodes.x[node]).toFixed(1)} ${(toY(nodes.y[node]) - lift).toFixed(1)}`;
  let left = LINES;
  for (const [name, path] of lines) {
    const parts = [];
    for (const node of visible) {
      for (const end of edges.get(name)(node)) {
        if (!visible.has(end) || left <= 0) continue;
        parts.push(`M${at(node)}L${at(end)}`);
        left -= 1;
      }
    }
    path.setAttribute("d", parts.join(""));
  }
  const parts = [];
  if (around) {
    for (const node of around) if (node !== lit && kept[node]) parts.push(`M${at(lit)}L${at(node)}`);
  }
  layers.lit.setAttribute("d", parts.slice(0, LINES).join(""));
  drawFarLines(open);
}

/** How many edges lie between two folders. */
const between = new Map();
for (let i = 0; i < forth.length; i += 2) {
  const [a, b] = [nodes.folder[forth[i]], nodes.folder[forth[i + 1]]];
  if (a === b) continue;
  const key = Math.min(a, b) * folders.length + Math.max(a, b);
  between.set(key, (between.get(key) ?? 0) + 1);
}
const strongest = [...between].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 400);

/** The strongest ties between folders that are not open. */
function drawFarLines(open) {
  const parts = [];
  const outermost = (folder) => {
    let shut = folder;
    for (let each = folder; each > 0; each = folders[each][PARENT]) if (!open.has(each)) shut = each;
    return shut;
  };
  if (!isSmall) {
    for (const [key] of strongest) {
      const [a, b] = [outermost(Math.floor(key / folders.length)), outermost(key % folders.length)];
      if (a === b || open.has(a) || open.has(b)) continue;
      const [[, , ax, ay], [, , bx, by]] = [folders[a], folders[b]];
      if (!inView(ax, ay, 0, 0) || !inView(bx, by, 0, 0)) continue;
      parts.push(`M${toX(ax).toFixed(1)} ${toY(ay).toFixed(1)}L${toX(bx).toFixed(1)} ${toY(by).toFixed(1)}`);
    }
  }
  layers.far.setAttribute("d", parts.join(""));
}

// Pointers and keys

let wasDragged = false;

function listenToPointers() {
  const pointers = new Map();
  const middle = () => {
    const points = [...pointers.values()];
    return points.reduce((sum, [x, y]) => [sum[0] + x / points.length, sum[1] + y / points.length], [0, 0]);
  };
  const spread = () => {
    const [[ax, ay], [bx, by]] = [...pointers.values()];
    return Math.hypot(ax - bx, ay - by);
  };
  let [startX, startY] = [0, 0];
  drawing.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    if (pointers.size === 0) {
      wasDragged = false;
      [startX, startY] = [event.clientX, event.clientY];
    }
    pointers.set(event.pointerId, [event.clientX, event.clientY]);
  });
  addEventListener("pointermove", (event) => {
    if (!pointers.has(event.pointerId)) return;
    const before = middle();
    const wide = pointers.size === 2 ? spread() : 0;
    pointers.set(event.pointerId, [event.clientX, event.clientY]);
    if (!wasDragged && Math.hypot(event.clientX - startX, event.clientY - startY) < 5 && pointers.size === 1) return;
    wasDragged = true;
    drawing.classList.add("is-dragged");
    const after = middle();
    pan(before[0] - after[0], before[1] - after[1]);
    if (pointers.size === 2 && wide > 0) {
      const corner = drawing.getBoundingClientRect();
      zoom(spread() / wide, after[0] - corner.left, after[1] - corner.top);
    }
  });
  const end = (event) => {
    pointers.delete(event.pointerId);
    if (pointers.size === 0) drawing.classList.remove("is-dragged");
  };
  addEventListener("pointerup", end);
  addEventListener("pointercancel", end);
  drawing.addEventListener("click", (event) => wasDragged && event.preventDefault(), true);
  drawing.addEventListener("dragstart", (event) => event.preventDefault());
  // The wheel scrolls the page, unless the map has the focus or a key says that the map is meant.
  drawing.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey && !box.contains(document.activeElement)) return;
    event.preventDefault();
    const corner = drawing.getBoundingClientRect();
    zoom(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.002)), event.clientX - corner.left, event.clientY - corner.top);
  }, { passive: false });
}

const moves = new Map([
  ["ArrowLeft", () => pan(-80, 0)], ["ArrowRight", () => pan(80, 0)], ["ArrowUp", () => pan(0, -80)],
  ["ArrowDown", () => pan(0, 80)], ["+", () => zoom(1.4)], ["=", () => zoom(1.4)], ["-", () => zoom(1 / 1.4)],
  ["0", () => fit()],
]);

function listenToKeys() {
  box.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest(".map-buttons")) return;
    const move = moves.get(event.key);
    if (event.key === "Escape") light(-1);
    else if (event.key === " " && event.target.closest(".is-closed")) event.target.closest("a").dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
    else if (!move) return;
    event.preventDefault();
    move?.();
  });
}

function light(node) {
  if (lit === node) return;
  lit = node;
  tell();
  draw();
}

function listenToNodes() {
  const nodeOf = (event) => event.target.closest?.(".map-node")?.sitegenNode ?? -1;
  drawing.addEventListener("pointerover", (event) => event.pointerType !== "touch" && light(nodeOf(event)));
  drawing.addEventListener("pointerleave", () => light(document.activeElement?.sitegenNode ?? -1));
  drawing.addEventListener("focusin", (event) => {
    const node = nodeOf(event);
    const folder = event.target.closest(".map-folder")?.sitegenFolder;
    light(node);
    // The focus is never outside of what can be seen.
    const at = node >= 0 ? [nodes.x[node], nodes.y[node]]
      : folder === undefined ? null : [discOf(folder)[X], discOf(folder)[Y]];
    if (!at) return;
    const [x, y] = [toX(at[0]), toY(at[1])];
    if (x < 40 || x > width - 40 || y < 30 || y > height - 50) {
      [view.x, view.y] = at;
      limit();
      draw();
    }
    if (box.scrollLeft || box.scrollTop) box.scrollTo(0, 0);
  });
  drawing.addEventListener("focusout", () => light(-1));
}

function addButtons() {
  const button = (sign, name, run) => {
    const made = element("button", { type: "button", title: name }, sign);
    made.setAttribute("aria-label", name);
    made.addEventListener("click", run);
    return made;
  };
  box.append(element("div", { className: "map-buttons", role: "group", ariaLabel: "Move the map" },
    button("+", "Zoom in", () => zoom(1.4)), button("↑", "Move up", () => pan(0, -120)), button("−", "Zoom out", () => zoom(1 / 1.4)),
    button("←", "Move left", () => pan(-120, 0)), button("⤢", "Show all", () => fit()), button("→", "Move right", () => pan(120, 0)),
    element("span"), button("↓", "Move down", () => pan(0, 120))));
}

// Search and filters

const told = element("p", { className: "map-told" });
const status = element("p", { className: "visually-hidden", role: "status" });

/** Says what is lit, else what is found. */
function tell() {
  const kind = lit < 0 ? "" : KIND_NAMES[kindOf(lit)];
  const number = kept.reduce((sum, one) => sum + one, 0);
  told.textContent = lit >= 0
    ? `${titles[lit]} (${kind}, in ${folders[nodes.folder[lit]][TITLE]}): ${degrees.incoming[lit]} lead here, it leads to ${degrees.outgoing[lit]}`
    : chosen.words.length > 0 ? `${found.length} of ${number} found${found.length > 0 ? "; Enter goes to the next" : ""}` : `${number} of ${count} shown`;
}

function chooseAnew() {
  choose();
  tell();
  status.textContent = told.textContent;
  draw();
  table.fill();
}

function addTools() {
  const form = find(".map-tools");
  const words = element("input", { type: "search", autocomplete: "off", spellcheck: false });
  let turn = -1;
  words.addEventListener("input", () => {
    chosen.words = plain(words.value).split(/\s+/).filter((word) => word !== "");
    turn = -1;
    chooseAnew();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (found.length === 0) return;
    turn = (turn + 1) % found.length;
    show(found[turn]);
    drawnNodes.get(found[turn])?.focus({ preventScroll: true });
  });
  const select = (all, options, change) => {
    const made = element("select", {}, element("option", { value: -1 }, all));
    // There may be thousands of them; the map comes first.
    setTimeout(() => made.append(...options.map(([value, text]) => element("option", { value }, text))));
    made.addEventListener("change", () => {
      change(Number(made.value));
      chooseAnew();
    });
    return made;
  };
  const way = (folder) => (folder <= 0 ? "" : `${way(folders[folder][PARENT])}${way(folders[folder][PARENT]) ? " / " : ""}${folders[folder][TITLE]}`);
  const byName = folders.map((_, folder) => [folder, way(folder)]).slice(1).sort((a, b) => (a[1] < b[1] ? -1 : 1));
  const folder = select("All folders", byName, (value) => {
    chosen.folder = value;
    fit(Math.max(value, 0));
  });
  const tag = select("All tags", tags.map(([name], index) => [index, name]), (value) => (chosen.tag = value));
  const kinds = KINDS.map((kind) => {
    const check = element("input", { type: "checkbox", checked: true });
    check.addEventListener("change", () => {
      if (check.checked) chosen.kinds.add(kind);
      else chosen.kinds.delete(kind);
      chooseAnew();
    });
    return element("label", {}, check, { note: "Notes", topic: "Topics", wanted: "To be written" }[kind]);
  });
  form.append(element("label", {}, "Find a title", words));
  if (folders.length > 1) form.append(element("label", {}, "Folder", folder));
  if (tags.length > 0) form.append(element("label", {}, "Tag", tag));
  form.append(element("fieldset", {}, element("legend", {}, "Kinds"), ...kinds));
  form.setAttribute("role", "search");
  form.setAttribute("aria-label", "On the map");
  form.hidden = false;
  box.after(told, status,
    element("p", { className: "map-hint" }, "Arrow keys move the map, + and − zoom, 0 shows all, Enter opens."));
}

// The table

function linkTo(node) {
  const href = addressOf(node);
  const className = kindOf(node) === "wanted" ? "wanted" : "";
  return href === null ? element("span", { className }, titles[node]) : element("a", { href, className }, titles[node]);
}

const table = (() => {
  const place = find(".map-table");
  const compare = new Intl.Collator().compare;
  const columns = [
    ["Title", (a, b) => compare(titles[a], titles[b])],
    ["Kind", (a, b) => (kindOf(a) < kindOf(b) ? -1 : kindOf(a) > kindOf(b) ? 1 : 0)],
    ["Folder", (a, b) => compare(folders[nodes.folder[a]][TITLE], folders[nodes.folder[b]][TITLE])],
    ["From", (a, b) => degrees.incoming[a] - degrees.incoming[b]],
    ["To", (a, b) => degrees.outgoing[a] - degrees.outgoing[b]],
  ];
  let [column, direction] = [3, -1];
  let limit = PAGE;
  const number = element("p", { className: "map-count" });
  const body = element("tbody");
  const more = element("button", { type: "button", className: "map-more" });
  more.addEventListener("click", () => {
    limit += PAGE;
    fill(true);
  });
  const heads = columns.map(([name], index) => {
    const button = element("button", { type: "button" }, name);
    button.addEventListener("click", () => {
      direction = column === index ? -direction : index > 2 ? -1 : 1;
      column = index;
      fill();
    });
    return element("th", { scope: "col", className: index > 2 ? "align-right" : "" }, button);
  });

  function row(node) {
    const cells = [linkTo(node), kindOf(node), folders[nodes.folder[node]][TITLE],
      degrees.incoming[node], degrees.outgoing[node]];
    return element("tr", {}, ...cells.map((cell, index) =>
      element("td", { className: index > 2 ? "align-right" : "" }, cell)));
  }

  function fill(keepsLimit = false) {
    if (!keepsLimit) limit = PAGE;
    const list = chosen.words.length > 0 ? [...found] : byDemand.filter((node) => kept[node]);
    const order = columns[column][1];
    if (column !== 3 || direction > 0) list.sort((a, b) => direction * order(a, b) || a - b);
    heads.forEach((head, index) =>
      index === column
        ? head.setAttribute("aria-sort", direction > 0 ? "ascending" : "descending") : head.removeAttribute("aria-sort"));
    body.replaceChildren(...list.slice(0, limit).map(row));
    number.textContent = `${Math.min(limit, list.length)} of ${list.length} shown.`;
    more.textContent = `Show ${Math.min(PAGE, list.length - limit)} more`;
    more.hidden = list.length <= limit;
  }

  function start() {
    const scroller = find(".table", place);
    scroller.replaceChildren(element("table", {}, element("thead", {}, element("tr", {}, ...heads)), body));
    place.replaceChildren(number, scroller, more);
    fill();
  }
  return { fill, start };
})();

// The tree: what is folded is made when it is unfolded

function growTree() {
  const notes = folders.map(() => []);
  for (let note = 0; note < nodes.notes; note += 1) notes[nodes.folder[note]].push(note);
  const line = (node, isShown) => {
    const made = element("li", {}, linkTo(node));
    if (kindOf(node) !== "note") made.append(" ", element("span", { className: "count" }, KIND_NAMES[kindOf(node)]));
    const ends = isShown ? new Set([...edges.get("next")(node), ...edges.get("link")(node)]) : new Set();
    if (ends.size > 0) made.append(element("ul", {}, ...[...ends].map((end) => line(end, false))));
    return made;
  };
  const branch = (folder) => {
    const inner = element("ul");
    const made = element("details", {}, element("summary", {}, folders[folder][TITLE], " ",
      element("span", { className: "count" }, `${notes[folder].length} notes`)), inner);
    made.addEventListener("toggle", () => {
      if (!made.open || inner.childElementCount > 0) return;
      inner.append(...notes[folder].map((note) => line(note, true)), ...children[folder].map(branch));
    });
    if (folder === 0) made.open = true;
    return element("li", {}, made);
  };
  if (!isSmall) find(".map-tree").replaceChildren(element("ul", {}, branch(0)));
}

// Start

function measure() {
  [width, height] = [box.clientWidth, box.clientHeight];
  drawing.setAttribute("viewBox", `0 0 ${width} ${height}`);
}

/** The note that the address asks for: `?at=` and its page, seen from the root of the site. */
function asked() {
  const page = new URLSearchParams(location.search).get("at");
  if (page === null) return -1;
  const wanted = new URL(`../${page}`, location).pathname;
  for (let note = 0; note < nodes.notes; note += 1) {
    if (new URL(pageOf(note), location).pathname === wanted) return note;
  }
  return -1;
}

function start() {
  const title = [...drawing.children].filter((child) => child.tagName === "title" || child.tagName === "desc");
  drawing.replaceChildren(...title, layers.far, layers.folders, layers.lines, layers.lit, layers.nodes);
  drawing.removeAttribute("width");
  drawing.removeAttribute("height");
  title[0]?.remove(); // It would be shown wherever the pointer rests.
  box.classList.add("is-live");
  addTools();
  addButtons();
  listenToPointers();
  listenToKeys();
  listenToNodes();
  measure();
  choose();
  tell();
  const first = asked();
  if (first >= 0) {
    show(first);
    light(first);
    drawNow();
  } else {
    fit();
    // On a small screen a part that can be read says more than the whole.
    if (isSmall && view.scale < 0.45 && count > 0) {
      const hub = byDemand.reduce((best, node) => (degree(node) > degree(best) ? node : best));
      Object.assign(view, { scale: 0.6, x: nodes.x[hub], y: nodes.y[hub] });
      limit();
    }
    drawNow();
  }
  new ResizeObserver(() => {
    measure();
    draw();
  }).observe(box);
  box.dataset.ready = "true";
  setTimeout(() => {
    table.start();
    growTree();
    box.dataset.whole = "true";
  });
}

if (data && drawing) start();
}
