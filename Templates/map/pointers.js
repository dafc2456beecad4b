// Pointers and keys: moving the map, and going from node to node.

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
