// Drawing: what lies in view, the most important nodes first.

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
