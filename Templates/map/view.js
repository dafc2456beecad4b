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
