// What people see of the search: a box with a list under it, by the pattern of an ARIA combobox. The focus stays in
// the box; the arrows move a mark through the list. All text is set as text.
{
  /** The texts of a cut, with what was found in `mark` elements. */
  const marked = (pieces) => pieces.map(({ text, found }) => (found ? make("mark", {}, text) : text));

  /** How many there are, in words. */
  const count = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;

  /** What is said of an answer, to be read and to be heard. */
  const summary = ({ total, isEmpty }) => {
    if (isEmpty) return "";
    return total === 0 ? "No results" : count(total, "result");
  };

  /** How many results are shown at once. */
  const atOnce = 5;

  class View {
    turn = 0;
    active = -1;
    options = [];
    pointerIsDown = false;
    wantsFacets = false;
    filling = Promise.resolve();

    constructor(box, places) {
      this.box = box;
      this.input = one("input", box);
      this.status = one("[role=status]", box);
      this.dialog = box.closest("dialog");
      this.places = places;
      this.engine = new Search.Engine(places);
      this.list = make("div", { className: "search-results", id: "sg:results", role: "listbox", ariaLabel: "Results" });
      this.list.hidden = true;
      this.notice = make("p", { className: "search-notice", hidden: true });
      this.chips = make("div", { className: "search-chips", role: "group", ariaLabel: "Narrow down", hidden: true });
      this.problem = make("p", { className: "search-problem", role: "alert" });
      this.more = make("p", { className: "search-more", hidden: true });
      this.limit = this.dialog ? 10 : 30;
      this.status.before(this.chips);
      this.status.after(this.problem, this.notice, this.list, this.more);
      /** The texts of results are read when they can be seen. */
      this.texts = new Map();
      this.seen = new IntersectionObserver((entries) => {
        for (const { isIntersecting, target } of entries) {
          // One after the other, so that keys are heard in between.
          if (isIntersecting) this.filling = this.filling.then(Search.breathe).then(() => this.fill(target));
        }
      }, { root: this.dialog ? this.list : null });
      /** Results below those that a window shows are read when their place comes near. */
      this.end = make("div", { className: "search-end" });
      this.ends = new IntersectionObserver((entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) this.showRest();
      }, { root: this.dialog ? this.list : null, rootMargin: "0px 0px 60px 0px" });
      this.listen();
    }

    listen() {
      const { input, list } = this;
      for (const [name, value] of [
        ["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", list.id],
      ]) input.setAttribute(name, value);
      input.addEventListener("input", () => this.ask());
      input.addEventListener("keydown", (event) => this.press(event));
      list.addEventListener("pointermove", ({ target }) => {
        this.mark(this.options.indexOf(target.closest("[role=option]")), false);
      });
      list.addEventListener("pointerdown", () => (this.pointerIsDown = true));
      for (const name of ["pointerup", "pointercancel"]) {
        document.addEventListener(name, () => setTimeout(() => this.release()));
      }
      list.addEventListener("click", (event) => {
        if (!event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.shiftKey) this.dialog?.close();
      });
    }

    /** Asks for what the box says; answers that come too late are dropped. */
    async ask() {
      const turn = (this.turn += 1);
      // Texts wait for the next key: who types looks at the titles, and most answers are overtaken.
      this.quiet = performance.now() + 200;
      const text = this.input.value;
      this.keepAddress(text);
      let answer;
      try {
        const { limit, wantsFacets: facets } = this;
        answer = await this.engine.search(text, { limit, first: atOnce, facets, isStale: () => turn !== this.turn });
      } catch (error) {
        if (!(error instanceof Search.Damage)) throw error;
        const problems = ["The index of the search cannot be read, so nothing can be found."];
        answer = { text, isEmpty: true, total: 0, results: [], facets: [], problems };
      }
      if (turn !== this.turn || !answer) return;
      this.waiting = answer;
      // Nothing moves under a pointer that is about to click.
      if (!this.pointerIsDown) this.show();
    }

    release() {
      this.pointerIsDown = false;
      if (this.waiting) this.show();
    }

    show() {
      const answer = this.waiting;
      this.waiting = null;
      this.options = [];
      this.texts.clear();
      this.seen.disconnect();
      this.ends.disconnect();
      this.mark(-1);
      this.list.replaceChildren(...answer.results.map((result) => this.result(result)));
      this.rest = answer.rest;
      if (this.rest) {
        this.list.append(this.end);
        this.ends.observe(this.end);
      }
      this.list.scrollTop = 0;
      this.list.hidden = answer.results.length === 0;
      this.input.setAttribute("aria-expanded", String(!this.list.hidden));
      this.status.textContent = summary(answer);
      this.showProblems(answer.problems);
      this.showNotice(answer);
      this.showChips(answer.facets);
      this.showMore(answer);
      this.box.dataset.answered = answer.text;
      document.body.classList.toggle("searching", !answer.isEmpty);
    }

    /** Puts the rest of the results below the first. */
    async showRest() {
      const { rest, turn } = this;
      if (!rest) return;
      this.rest = null;
      this.ends.disconnect();
      const { results, problems } = await rest();
      if (turn !== this.turn || !this.end.isConnected) return;
      this.end.replaceWith(...results.map((result) => this.result(result)));
      this.showProblems(problems);
    }

    result({ title, url, crumbs, excerpt, sections }) {
      const name = make("span", { className: "search-title" }, ...marked(title));
      const text = make("span", { className: "search-text" });
      this.texts.set(text, excerpt);
      this.seen.observe(text);
      const option = this.option(url, "search-page",
        make("span", { className: "search-crumbs" }, crumbs.join(" / ")),
        name,
        text);
      name.id = `${option.id}-title`;
      const group = make("div", { className: "search-result", role: "group" }, option,
        ...sections.map((section) => this.option(section.url, "search-section", ...marked(section.title))));
      group.setAttribute("aria-labelledby", name.id);
      return group;
    }

    /** Puts the text of a result into its place, which has the same size without it. */
    async fill(place) {
      this.seen.unobserve(place);
      await new Promise((done) => setTimeout(done, this.quiet - performance.now()));
      const text = await this.texts.get(place)?.();
      if (text) place.replaceChildren(...marked(text));
      else if (text === null && this.texts.has(place)) this.showProblems([Search.loss]);
    }

    option(url, className, ...content) {
      const option = make("a", {
        href: this.places.root + url, className, role: "option", id: `sg:option-${this.options.length}`,
      }, ...content);
      option.setAttribute("aria-selected", "false");
      if (this.dialog) option.tabIndex = -1;
      this.options.push(option);
      return option;
    }

    /** Marks an option as the one that Enter opens; -1 marks none. */
    mark(index, scrolls = true) {
      if (index === this.active) return;
      this.options[this.active]?.setAttribute("aria-selected", "false");
      this.active = index;
      const option = this.options[index];
      if (option) {
        option.setAttribute("aria-selected", "true");
        this.input.setAttribute("aria-activedescendant", option.id);
        if (scrolls) option.scrollIntoView({ block: "nearest" });
      } else {
        this.input.removeAttribute("aria-activedescendant");
      }
    }

    press(event) {
      if (event.isComposing) return;
      const { length } = this.options;
      const steps = { ArrowDown: 1, ArrowUp: -1 };
      if (Object.hasOwn(steps, event.key) && length > 0 && !event.altKey) {
        event.preventDefault();
        this.showRest();
        const from = this.active < 0 && event.key === "ArrowUp" ? length : this.active;
        this.mark((from + steps[event.key] + length) % length);
      } else if (event.key === "Enter") {
        event.preventDefault();
        const { ctrlKey, metaKey, shiftKey } = event;
        this.options[Math.max(this.active, 0)]?.dispatchEvent(
          new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }));
      } else if (event.key === "Escape" && !this.dialog && this.input.value !== "") {
        this.type("");
      }
    }

    /** Puts a text into the box as if it had been typed. */
    type(text) {
      this.input.value = text;
      this.input.focus();
      this.ask();
    }

    showProblems(problems) {
      const text = problems.join(" ");
      if (this.problem.textContent !== text) this.problem.textContent = text;
    }

    /** What was searched instead of what was typed, and the way back. */
    showNotice({ corrected, exact, text }) {
      this.notice.hidden = !corrected;
      if (!corrected) return;
      const back = make("button", { type: "button" }, text);
      back.addEventListener("click", () => this.type(exact));
      this.notice.replaceChildren("Results for ", make("strong", {}, corrected), ". Search instead for ", back);
    }

    /** Facets to narrow the results with; on a large site they are read when they are asked for. */
    showChips(facets) {
      this.chips.hidden = facets?.length === 0 || this.options.length === 0 && !facets?.some(({ on }) => on);
      if (facets === null) {
        const open = make("button", { type: "button", className: "search-chip" }, "Narrow down");
        open.addEventListener("click", () => {
          this.wantsFacets = true;
          this.type(this.input.value);
        });
        this.chips.replaceChildren(open);
        return;
      }
      this.chips.replaceChildren(...facets.map(({ kind, label, count, on, text }) => {
        const chip = make("button", { type: "button", className: "search-chip" },
          make("span", { className: "visually-hidden" }, `${kind}: `), label,
          make("span", { className: "search-count" }, ` ${count}`));
        chip.setAttribute("aria-pressed", String(on));
        chip.addEventListener("click", () => this.type(text));
        return chip;
      }));
    }

    /** The way to more results: in the dialog to the page of the search. */
    showMore({ total, text }) {
      this.more.hidden = total <= this.limit;
      if (this.dialog) {
        const address = `${this.places.page}?q=${encodeURIComponent(text.toWellFormed?.() ?? text)}`;
        this.more.replaceChildren(make("a", { href: address }, `All ${count(total, "result")}`));
      } else {
        const button = make("button", { type: "button" }, "Show more results");
        button.addEventListener("click", () => {
          this.limit += 30;
          this.ask();
        });
        this.more.replaceChildren(button);
      }
    }

    /** On the search page the address says what was asked for. */
    keepAddress(text) {
      if (this.dialog) return;
      try {
        history.replaceState(null, "", text === "" ? location.pathname : `?q=${encodeURIComponent(text)}`);
      } catch {
        // Some browsers do not allow it for files.
      }
    }
  }

  /** Makes a box answer: what was typed while this script was on its way, or what the address asks for. */
  Search.attach = (box) => {
    const { page, root, index } = one(".search-open").dataset;
    const view = new View(box, { page, root, index });
    const asked = view.dialog ? null : new URLSearchParams(location.search).get("q");
    if (view.input.value === "" && asked !== null) view.input.value = asked;
    view.ask();
    return view;
  };
}
