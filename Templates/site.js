// What the pages do beyond HTML and CSS. Without this file each page can still be read and walked through.
// Nodes are created and given text; no markup is ever parsed.
"use strict";

const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const one = (selector, within = document) => within.querySelector(selector);

/** Makes an element with properties and children, which are nodes or strings. */
function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** Reads a stored choice; null when nothing was chosen or storage is forbidden. */
function recall(name) {
  try {
    return localStorage.getItem(`sitegen:${name}`);
  } catch {
    return null;
  }
}

/** Stores a choice, or forgets it when the value is null. */
function remember(name, value) {
  try {
    if (value === null) localStorage.removeItem(`sitegen:${name}`);
    else localStorage.setItem(`sitegen:${name}`, value);
  } catch {
    // The choice then holds for this page only.
  }
}

/** Says something to people who use a screen reader, without moving the focus. */
const announce = (() => {
  const region = make("div", { className: "visually-hidden", role: "status" });
  document.body.append(region);
  return (text) => {
    region.textContent = "";
    setTimeout(() => (region.textContent = text), 50);
  };
})();

// Colours

const colourChoices = { auto: "Auto", light: "Light", dark: "Dark" };

/** Shows a choice of colours on the page and on its button. */
function showColours(choice) {
  const root = document.documentElement;
  if (choice === "auto") delete root.dataset.theme;
  else root.dataset.theme = choice;
  one(".colours-name").textContent = colourChoices[choice];
}

function storedColours() {
  const choice = recall("colours");
  return choice === "light" || choice === "dark" ? choice : "auto";
}

/** Lets the button go round auto, light and dark, and follows a choice made in another tab. */
function switchColours() {
  let shown = storedColours();
  showColours(shown);
  one(".colours").addEventListener("click", () => {
    const names = Object.keys(colourChoices);
    shown = names[(names.indexOf(shown) + 1) % names.length];
    remember("colours", shown === "auto" ? null : shown);
    showColours(shown);
    announce(`Colours: ${colourChoices[shown]}`);
  });
  addEventListener("storage", () => showColours((shown = storedColours())));
}

// Layout

/**
 * Puts the contents into the right column on a wide screen, so that the column scrolls along as one, and
 * above the text otherwise. The stylesheet draws both alike, so nothing shifts. Menu and contents are opened
 * for browsers that cannot show closed ones.
 */
function arrangeColumns() {
  const contents = one(".contents");
  const layout = one(".layout");
  const side = one(".side");
  const wide = matchMedia("(min-width: 75em)");
  const medium = matchMedia("(min-width: 50.01em)");
  const arrange = () => {
    one(".menu").open = medium.matches;
    if (!contents) return;
    one("details", contents).open = wide.matches;
    if (wide.matches) side.prepend(contents);
    else layout.insertBefore(contents, one("main"));
  };
  arrange();
  wide.addEventListener("change", arrange);
  medium.addEventListener("change", arrange);
}

/** Scrolls a box, and never the page, until the element can be seen in it. */
function reveal(element, box) {
  const inner = element.getBoundingClientRect();
  const outer = box.getBoundingClientRect();
  if (inner.top < outer.top + 40 || inner.bottom > outer.bottom - 40) {
    box.scrollTop += inner.top - outer.top - outer.height / 2;
  }
}

function revealCurrentNote() {
  const current = one(".tree [aria-current]");
  if (current) reveal(current, one(".sidebar"));
}

/** Closes the menu of a narrow screen with Escape and gives the focus back to its button. */
function closeMenuWithEscape() {
  const menu = one(".menu");
  const button = one("summary", menu);
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open || button.getClientRects().length === 0) return;
    menu.open = false;
    button.focus();
  });
}

// The section that is being read

/** The element that the fragment of a link, or of the page's own address, names. */
function target({ hash }) {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)));
  } catch {
    return null; // The fragment is not valid percent-encoding.
  }
}

/**
 * Marks, in the contents, the last section whose heading has reached the upper quarter of the window. At the
 * end of the page, where the last ones cannot get there, it is the one in the address, else the last.
 */
function markCurrentSection() {
  const links = new Map();
  for (const link of all(".toc a")) {
    const heading = target(link);
    if (heading) links.set(heading, link);
  }
  if (links.size === 0) return;
  const headings = [...links.keys()];
  let marked = null;
  let atEnd = false;

  const top = (heading) => heading.getBoundingClientRect().top;
  const headingBeingRead = () => {
    const named = target(location);
    if (atEnd && links.has(named) && top(named) > 0 && top(named) < innerHeight) return named;
    const line = atEnd && scrollY > 0 ? innerHeight : innerHeight / 4;
    return headings.findLast((heading) => top(heading) <= line) ?? headings[0];
  };
  const mark = () => {
    const link = links.get(headingBeingRead());
    if (link === marked) return;
    marked?.removeAttribute("aria-current");
    link.setAttribute("aria-current", "true");
    marked = link;
    const side = one(".side");
    if (side.contains(link) && !side.matches(":focus-within")) reveal(link, side);
  };

  const crossing = new IntersectionObserver(mark, { rootMargin: "0px 0px -75% 0px" });
  headings.forEach((heading) => crossing.observe(heading));
  const ending = new IntersectionObserver(([entry]) => {
    atEnd = entry.isIntersecting;
    mark();
  });
  ending.observe(one(".site-footer"));
  addEventListener("hashchange", mark);
}

// Boxes with their own scrolling

/** Leaves a box reachable with the keyboard, and named, only while it has something to scroll. */
function watchScrollBoxes() {
  for (const box of all(".table, .code pre")) {
    const given = ["tabindex", "role", "aria-label"]
      .filter((name) => box.hasAttribute(name))
      .map((name) => [name, box.getAttribute(name)]);
    const check = () => {
      const scrolls = box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1;
      for (const [name, value] of given) {
        if (scrolls) box.setAttribute(name, value);
        else if (box !== document.activeElement) box.removeAttribute(name);
      }
    };
    new ResizeObserver(check).observe(box);
  }
}

// Copying code

/** Copies text; where the clipboard is closed to us (plain http), the old way through a selection. */
async function copyText(element) {
  try {
    await navigator.clipboard.writeText(element.textContent);
    return true;
  } catch {
    const selection = getSelection();
    selection.selectAllChildren(element);
    const copied = document.execCommand("copy");
    if (copied) selection.removeAllRanges();
    return copied;
  }
}

function addCopyButtons() {
  for (const block of all(".code")) {
    const button = make("button", { className: "copy", type: "button" }, "Copy");
    button.addEventListener("click", async () => {
      const copied = await copyText(one("code", block));
      button.textContent = copied ? "Copied" : "Select and copy";
      announce(button.textContent);
      setTimeout(() => (button.textContent = "Copy"), 2000);
    });
    block.append(button);
  }
}

// Keyboard

/** One line for each key: as the browser names it, in words, and as a function. */
const shortcuts = [
  { key: "/", does: "Search; Ctrl or ⌘ and K as well", run: () => openSearch() },
  { key: "[", does: "Previous note", run: () => follow("prev") },
  { key: "]", does: "Next note", run: () => follow("next") },
  { key: "?", does: "Show this help", run: () => openHelp() },
];

function follow(relation) {
  one(`a[rel~="${relation}"]`)?.click();
}

/** Single keys can be switched off, because speech input may type them by accident (WCAG 2.1.4). */
const keysAreOn = () => recall("keys") !== "off";

/** True where a key is text, or has a modifier, or belongs to a dialog. */
function belongsElsewhere(event) {
  const typesThirdLevel = event.getModifierState("AltGraph");
  if (event.metaKey || ((event.ctrlKey || event.altKey) && !typesThirdLevel)) return true;
  if (event.defaultPrevented || event.isComposing || event.repeat) return true;
  // A key that follows close upon the end of a dialog may still go to what had the focus in it.
  if (event.target.closest("dialog:not([open])")) return false;
  return event.target.isContentEditable || event.target.closest("input, textarea, select, dialog") !== null;
}

function listenForKeys() {
  document.addEventListener("keydown", (event) => {
    if (!keysAreOn() || belongsElsewhere(event)) return;
    const shortcut = shortcuts.find(({ key }) => key === event.key);
    if (!shortcut) return;
    event.preventDefault();
    shortcut.run();
  });
  one(".keys").addEventListener("click", openHelp);
}

/** The help is built when it is first asked for. */
function openHelp() {
  (one("dialog.help") ?? makeHelp()).showModal();
}

function makeHelp() {
  const rows = shortcuts.map(({ key, does }) =>
    make("div", {}, make("dt", {}, make("kbd", {}, key)), make("dd", {}, does)));
  const choice = make("input", { type: "checkbox", checked: keysAreOn() });
  choice.addEventListener("change", () => remember("keys", choice.checked ? null : "off"));
  const close = make("button", { type: "button" }, "Close");
  const title = make("h2", { id: "sg:help" }, "Keyboard shortcuts");
  const dialog = make("dialog", { className: "help" },
    title,
    make("dl", {}, ...rows),
    make("label", {}, choice, " Single-key shortcuts"),
    close);
  dialog.setAttribute("aria-labelledby", title.id);
  close.addEventListener("click", () => dialog.close());
  document.body.append(dialog);
  return dialog;
}

// Search

/** The first lines of the search: a box to type in. What answers is loaded when the box is first there. */
function makeSearchBox() {
  const input = make("input", {
    type: "text", autocomplete: "off", spellcheck: false, enterKeyHint: "search", placeholder: "Search the notes",
    ariaLabel: "Search the notes",
  });
  const status = make("p", { className: "search-status", role: "status" });
  const box = make("div", { className: "search-box", role: "search" }, input, status);
  const { script, style } = one(".search-open").dataset;
  const answering = make("script", { src: script });
  answering.addEventListener("load", () => Search.attach(box));
  answering.addEventListener("error", () => (status.textContent = "The search could not be loaded."));
  document.head.append(make("link", { rel: "stylesheet", href: style }), answering);
  return box;
}

/** Puts the focus into the box of the search page, or into the one of the dialog. */
function openSearch() {
  if (!one(".search-open")) return;
  const place = one(".search-place");
  const dialog = place ? null : (one("dialog.search") ?? makeSearchDialog());
  if (dialog && !dialog.open) dialog.showModal();
  one(".search-box input", place ?? dialog).select();
}

function makeSearchDialog() {
  const close = make("button", { type: "button", className: "search-close" }, "Close");
  const dialog = make("dialog", { className: "search", ariaLabel: "Search" }, makeSearchBox(), close);
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  document.body.append(dialog);
  return dialog;
}

function prepareSearch() {
  const opener = one(".search-open");
  if (!opener) return;
  one(".search-place")?.append(makeSearchBox());
  opener.addEventListener("click", openSearch);
  document.addEventListener("keydown", (event) => {
    const modified = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (!modified || event.key.toLowerCase() !== "k" || event.defaultPrevented) return;
    event.preventDefault();
    openSearch();
  });
}

switchColours();
arrangeColumns();
revealCurrentNote();
closeMenuWithEscape();
markCurrentSection();
watchScrollBoxes();
addCopyButtons();
listenForKeys();
prepareSearch();
