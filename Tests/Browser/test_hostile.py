"""No note runs script, neither with the pages' policy nor, should a server drop it, without."""
import urllib.parse

import playwright.sync_api
import pytest

import hostile
import sites
import visits

# What a reader may do to a page: every event that a handler could wait for, and a click on every
# link.
TOUCH_EVERYTHING = """() => {
  const harmless = (address) => new URL(address, location).protocol !== "javascript:";
  addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (link && harmless(link.href.baseVal ?? link.href)) event.preventDefault();
  });
  addEventListener("submit", (event) => {
    const addresses = [event.target.getAttribute("action"), event.submitter?.formAction];
    if (addresses.every((address) => harmless(address ?? ""))) event.preventDefault();
  });
  for (const element of document.querySelectorAll("details")) element.open = true;
  const kinds = ["mouseover", "pointerover", "focus", "blur", "toggle", "animationstart", "error",
    "load", "begin"];
  for (const element of document.querySelectorAll("body, body *")) {
    for (const kind of kinds) element.dispatchEvent(new Event(kind));
  }
  for (const element of document.querySelectorAll("article a, article button, nav a, aside a")) {
    element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
  }
}"""

HANDLERS = """() => [...document.querySelectorAll("*")]
  .filter((element) => element.getAttributeNames().some((name) => name.startsWith("on")))
  .map((element) => element.outerHTML)"""


class Trap(visits.Visit):
    """A window that counts calls of `ran()`, from any frame, and lets nothing out of the site."""

    def __init__(self, browser, origin):
        super().__init__(browser, origin)
        self.calls = []
        self.context.expose_binding(
            "ran", lambda source, *values: self.calls.append(source["page"].url))
        self.context.route(
            lambda address: not address.startswith((origin, "data:")), lambda route: route.abort())

    def provoke(self, path):
        self.open(urllib.parse.quote(path))
        try:
            self.page.evaluate(TOUCH_EVERYTHING)
            self.page.wait_for_timeout(20)
        except playwright.sync_api.Error as error:
            # Where a click opens another page of the site, as on the map, one comes back.
            if "navigation" not in str(error):
                raise
        self.open(urllib.parse.quote(path))


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile")
    configuration = hostile.write(folder / "notes")
    return sites.build(folder / "notes", folder / "site", configuration=configuration)


@pytest.mark.parametrize("keeps_policy", [True, False], ids=["with-policy", "without-policy"])
def test_runs_no_script_of_a_note(browser, hostile_site, keeps_policy):
    pages = sorted(str(page.relative_to(hostile_site)) for page in hostile_site.rglob("*.html"))
    payloads = len(hostile.HTML) + len(hostile.TEXTS) + len(hostile.ADDRESSES) + len(hostile.NAMES)
    assert len(pages) >= payloads
    with sites.Server(hostile_site, keeps_policy) as server, Trap(browser, server.address) as trap:
        reports = []
        for page in pages:
            trap.provoke(page)
            reports += [(page, report) for report in trap.policy_reports()]
            assert trap.page.evaluate(HANDLERS) == [], page
        assert trap.calls == []
        assert reports == []


def test_the_trap_would_notice(browser, tmp_path):
    for number, payload in enumerate(hostile.HTML):
        (tmp_path / f"{number}.html").write_text(f"<!doctype html><article>{payload}</article>")
    with sites.Server(tmp_path) as server:
        noticed = []
        for number, payload in enumerate(hostile.HTML):
            with Trap(browser, server.address) as trap:
                trap.provoke(f"{number}.html")
                if trap.calls:
                    noticed.append(payload)
    # The rest is harmless by itself; it deceives sanitisers.
    assert len(noticed) >= 30, noticed
