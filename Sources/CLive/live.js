// Runs in pages that `sitegen serve` shows, and nowhere else: loads the page again when its notes
// change, where the reader was, and shows what was found in them.
(() => {
  "use strict";

  const own = document.currentScript.src;
  const base = own.slice(0, own.lastIndexOf("/"));
  const scrollKey = "sitegen-live-scroll";
  const openKey = "sitegen-live-open";

  // The page's place is kept over the reload, since its length may change.
  const kept = JSON.parse(sessionStorage.getItem(scrollKey) ?? "null");
  sessionStorage.removeItem(scrollKey);
  if (kept && kept.path === location.pathname) {
    history.scrollRestoration = "manual";
    addEventListener("load", () => scrollTo(kept.x, kept.y));
    scrollTo(kept.x, kept.y);
  }

  function reload() {
    sessionStorage.setItem(
      scrollKey, JSON.stringify({ path: location.pathname, x: scrollX, y: scrollY }));
    location.reload();
  }

  /** Makes an element with a class, text, and children. */
  function element(name, className, text, ...children) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    made.append(...children);
    return made;
  }

  const host = element("sitegen-live");
  const root = host.attachShadow({ mode: "open" });
  const style = element("link");
  style.rel = "stylesheet";
  style.href = `${base}/live.css`;
  const box = element("section", "box");
  box.setAttribute("aria-label", "Findings");
  const button = element("button", "toggle");
  button.type = "button";
  const list = element("div", "list");
  list.id = "list";
  button.setAttribute("aria-controls", "list");
  const status = element("p", "status");
  status.setAttribute("role", "status");
  box.append(list, button, status);
  root.append(style, box);

  function open(isOpen) {
    list.hidden = !isOpen;
    button.setAttribute("aria-expanded", String(isOpen));
    sessionStorage.setItem(openKey, isOpen ? "yes" : "no");
  }
  button.addEventListener("click", () => open(list.hidden));
  root.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !list.hidden) {
      open(false);
      button.focus();
    }
  });

  /** A finding: its place, its sentence, the line with a caret, and what to do. */
  function entry(finding) {
    const item = element("li", finding.severity);
    item.append(
      element("p", "place", `${finding.place}: ${finding.severity}`),
      element("p", "message", `${finding.message} [${finding.rule}]`));
    if (finding.line) {
      const line = element("pre", "", finding.line);
      if (finding.before !== undefined) line.append(`\n${finding.before.replace(/[^\t]/gu, " ")}^`);
      item.append(line);
    }
    if (finding.help) item.append(element("p", "help", finding.help));
    if (finding.page && finding.page !== here()) {
      const link = element("a", "", "Show the page");
      link.href = finding.page.split("/").map(encodeURIComponent).join("/");
      item.append(link);
    }
    return item;
  }

  /** The page's path in the site, as the server names it. */
  function here() {
    const path = location.pathname.endsWith("/") ? `${location.pathname}index.html` : location.pathname;
    try {
      return decodeURIComponent(path);
    } catch {
      return path;
    }
  }

  function count(number, word) {
    return `${number} ${word}${number === 1 ? "" : "s"}`;
  }

  function show(state) {
    list.replaceChildren();
    if (state.failure) {
      list.append(
        element("h2", "", "The site could not be made"),
        element("p", "", "This is the page as it was."),
        element("pre", "", state.failure));
    }
    const mine = state.findings.filter((finding) => finding.page === here());
    const others = state.findings.filter((finding) => finding.page !== here());
    for (const [title, findings] of [["In this note", mine], ["Elsewhere", others]]) {
      if (findings.length === 0) continue;
      list.append(element("h2", "", title), element("ol", "", "", ...findings.map(entry)));
    }
    if (state.more > 0) list.append(element("p", "", `and ${count(state.more, "finding")} more`));
    const total = state.findings.length + state.more;
    button.textContent = state.failure ? "Build failed"
      : mine.length > 0 ? `${count(mine.length, "finding")} here, ${total} in all`
      : count(total, "finding");
    box.className = state.failure ? "box failed" : mine.length > 0 ? "box here" : "box";
    box.hidden = total === 0 && !state.failure;
    open(Boolean(state.failure) || sessionStorage.getItem(openKey) === "yes");
  }

  const page = here().slice(1).split("/").map(encodeURIComponent).join("/");
  const events = new EventSource(`${base}/events?page=${page}`);
  events.addEventListener("state", (event) => {
    status.textContent = "";
    show(JSON.parse(event.data));
  });
  events.addEventListener("changed", reload);
  // The server that comes back may have another site: then its first event says so.
  events.addEventListener("error", () => {
    status.textContent = "sitegen serve has ended";
    box.hidden = false;
  });
  addEventListener("pagehide", () => events.close());
  document.body.append(host);
})();
