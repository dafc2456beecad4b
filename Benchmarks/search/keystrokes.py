"""From a key to results on the screen: typing into sitegen's dialog, on a processor that is four times slower."""
import statistics

import engines

SLOWER = 4
PAUSE = 150  # milliseconds between two keys: 80 words a minute

WATCH = """() => {
  const box = document.querySelector(".search-box");
  window.waits = [];
  window.tasks = [];
  let typed = null;
  box.querySelector("input").addEventListener("input", ({ timeStamp }) => (typed = timeStamp), true);
  new MutationObserver(() => {
    if (typed === null) return;
    const begun = typed;
    typed = null;
    requestAnimationFrame(() => setTimeout(() => waits.push(performance.now() - begun)));
  }).observe(box, { subtree: true, childList: true });
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)))
    .observe({ type: "longtask" });
}"""


def measure(browser, site, asked, count=20):
    """Types some queries twice: once to have their files, and once to be measured."""
    with engines.Server(site) as server:
        context = browser.new_context()
        page = context.new_page()
        page.goto(f"{server.address}index.html")
        page.keyboard.press("/")
        box = page.get_by_role("combobox")
        box.wait_for()
        texts = [text for _, text, _ in asked[:: max(1, len(asked) // count)]]
        for text in texts:
            type_slowly(page, box, text, 60)
        session = context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        page.evaluate(WATCH)
        for text in texts:
            type_slowly(page, box, text, PAUSE)
        waits = sorted(page.evaluate("() => waits"))
        tasks = page.evaluate("() => tasks")
        context.close()
    print(f"{'sitegen':12} key to results, processor {SLOWER} times slower: median {statistics.median(waits):.0f} ms, "
          f"95 of 100 below {waits[int(len(waits) * .95)]:.0f} ms, longest {waits[-1]:.0f} ms ({len(waits)} keys); "
          f"tasks over 50 ms: {len(tasks)}" + (f", longest {max(tasks):.0f} ms" if tasks else ""))


def type_slowly(page, box, text, pause):
    box.fill("")
    box.press_sequentially(text, delay=pause)
    page.wait_for_timeout(500)
