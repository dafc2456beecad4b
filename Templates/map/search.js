// Search and filters.

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
