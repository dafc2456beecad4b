// The start: the drawing that came with the page becomes the map.

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
