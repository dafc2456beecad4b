"""What a first query loads: both engines' own dialogs, opened and typed into in a browser that has nothing yet."""
import statistics
import time

import engines

WINDOW = {"width": 1280, "height": 800}
PAUSE = 150  # milliseconds between two keys: 80 words a minute
QUIET = 0.4  # seconds without a request, after which no more is expected

# For each engine: the page, how its dialog is opened, its box, and when it shows an answer.
SITEGEN = {
    "page": "index.html",
    "open": lambda page: page.keyboard.press("/"),
    "box": ".search-box input[role=combobox]",
    "answered": """(text) => {
      const box = document.querySelector(".search-box");
      const list = box.querySelector(".search-results").getBoundingClientRect();
      const isSeen = (place) => {
        const { top, bottom } = place.getBoundingClientRect();
        return top < list.bottom && bottom > list.top;
      };
      return box.dataset.answered === text
        && [...box.querySelectorAll(".search-text")].every((place) => !isSeen(place) || place.textContent !== "");
    }""",
}
PAGEFIND = {
    "page": "pagefind.html",
    "open": lambda page: page.locator("pagefind-modal-trigger button").click(),
    "box": "pagefind-modal input",
    "answered": """(text) => {
      const box = document.querySelector("pagefind-modal");
      return box.querySelector("pagefind-summary").textContent.includes(text.trim())
        && box.querySelector(".pf-results")?.getAttribute("aria-busy") === "false";
    }""",
}
DIALOGS = {"sitegen": SITEGEN, "Pagefind": PAGEFIND}


def at(values, share):
    """The value below which a share of them lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def cost(browser, server, dialog, text, pause):
    """Bytes and files from the page that is there to an answer with all that can be seen of it."""
    context = browser.new_context(viewport=WINDOW)
    context.set_default_timeout(120_000)
    page = context.new_page()
    page.goto(f"{server.address}{dialog['page']}")
    page.wait_for_load_state("networkidle")
    # Pagefind's page has only what its dialog needs; sitegen's own is there before anybody searches.
    if dialog is SITEGEN:
        server.take()
    dialog["open"](page)
    box = page.locator(dialog["box"])
    box.wait_for()
    if pause:
        box.press_sequentially(text, delay=pause)
    else:
        box.fill(text)
    page.wait_for_function(dialog["answered"], arg=text)
    count = -1
    while count != len(server.sent):
        count = len(server.sent)
        time.sleep(QUIET)
    context.close()
    return server.take()


def measure(browser, site, asked):
    """Prints what queries load, typed at once and, a third of them, key by key."""
    with engines.Server(site) as server:
        for engine, dialog in DIALOGS.items():
            for way, texts, pause in [("at once", asked, 0), ("key by key", asked[::3], PAUSE)]:
                server.take()
                found = [cost(browser, server, dialog, text, pause) for _, text, _ in texts]
                sizes = [size / 1000 for size, _ in found]
                print(f"{engine:12} cold first query, typed {way}: median {statistics.median(sizes):6.1f} kB, "
                      f"95 of 100 below {at(sizes, .95):6.1f} kB, "
                      f"{statistics.median(count for _, count in found):.0f} files ({len(found)} queries)")
