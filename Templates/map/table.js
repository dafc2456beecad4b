// The table of all nodes, in the order of any column.

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
