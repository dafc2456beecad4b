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
