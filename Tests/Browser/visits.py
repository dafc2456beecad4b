"""A browser, and a look at a page that remembers everything that went wrong on it."""
import contextlib
import shutil

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

REPORTS = """
window.policyReports = [];
document.addEventListener("securitypolicyviolation", (event) => policyReports.push(
  `${event.effectiveDirective} ${event.blockedURI} ${event.sample}`));
"""

STICKING_OUT = """() => {
  const width = document.documentElement.clientWidth;
  if (document.scrollingElement.scrollWidth <= width) return [];
  const scrolls = (element) => element && (element !== document.body
    && getComputedStyle(element).overflowX !== "visible" || scrolls(element.parentElement));
  return [...document.body.querySelectorAll("*")]
    .filter((element) => element.getBoundingClientRect().right > width + 0.5
      && !scrolls(element.parentElement))
    .map((element) => element.outerHTML.slice(0, 120))
    .concat(`page is ${document.scrollingElement.scrollWidth} wide, window ${width}`);
}"""


@contextlib.contextmanager
def chromium():
    """Debian's Chromium, without a window."""
    place = shutil.which("chromium") or shutil.which("chromium-browser")
    assert place, "Chromium is not installed"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=place)
        yield browser
        browser.close()


class Visit:
    """One window, which only ever meets pages below `origin`."""

    def __init__(self, browser, origin, colours="light", width=1280, **options):
        self.origin = origin
        self.errors = []
        self.context = browser.new_context(
            color_scheme=colours, viewport={"width": width, "height": 720}, **options)
        self.context.set_default_timeout(10_000)
        self.context.add_init_script(REPORTS)
        self.page = self.context.new_page()
        self.page.on("console", self.hear)
        self.page.on("pageerror", lambda error: self.errors.append(f"uncaught: {error}"))
        self.page.on("request", self.check_request)
        self.page.on("response", self.check_response)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.context.close()

    def hear(self, message):
        if message.type in ("error", "warning"):
            self.errors.append(f"console {message.type}: {message.text}")

    def check_request(self, request):
        if not request.url.startswith((self.origin, "data:")):
            self.errors.append(f"request to another place: {request.url}")

    def check_response(self, response):
        if response.status >= 400:
            self.errors.append(f"{response.status}: {response.url}")

    def open(self, path):
        self.page.goto(self.origin + path, wait_until="load")
        return self.page

    def read_to_the_end(self):
        """Scrolls down, so that pictures that wait for that are loaded."""
        self.page.evaluate("""async () => {
          for (let y = 0; y < document.body.scrollHeight; y += innerHeight / 2) {
            scrollTo(0, y);
            await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 20)));
          }
          await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
          scrollTo(0, 0);
        }""")

    def broken_pictures(self):
        return self.page.evaluate(
            "() => [...document.images].filter((i) => !i.naturalWidth).map((i) => i.outerHTML)")

    def policy_reports(self):
        return self.page.evaluate("() => window.policyReports")

    def sticking_out(self):
        """What makes the page scroll sideways."""
        return self.page.evaluate(STICKING_OUT)

    def accessibility(self):
        """What axe-core objects to: rule, element and reason, a line for each element."""
        found = Axe().run(self.page).response["violations"]
        return [
            f"{rule['id']}: {node['html'][:160]}: {node.get('failureSummary', '')}"
            for rule in found for node in rule["nodes"]
        ]
