"""What a reader meets on each kind of page."""
import urllib.error
import urllib.request

import pytest

import sites

KINDS = ["home", "note", "folder", "tags", "tag", "map", "topics", "paths", "health", "missing"]
each_kind = pytest.mark.parametrize("kind", KINDS)
each_way = pytest.mark.parametrize("way", ["file", "http"])
each_colours = pytest.mark.parametrize("colours", ["light", "dark"])
each_width = pytest.mark.parametrize("width", [1280, 320])


@each_kind
@each_way
@each_colours
@each_width
def test_opens_without_a_fault(visit, site, kind, way, colours, width):
    window = visit(way, colours=colours, width=width)
    window.open(sites.kinds(site)[kind])
    window.read_to_the_end()
    assert window.policy_reports() == []
    assert window.errors == []
    assert window.broken_pictures() == []
    assert window.sticking_out() == []


@each_kind
@each_colours
@each_width
def test_is_accessible(visit, site, kind, colours, width):
    window = visit(colours=colours, width=width)
    window.open(sites.kinds(site)[kind])
    assert window.accessibility() == []


@each_colours
@pytest.mark.parametrize("summary", ["Menu", "On this page"])
def test_is_accessible_with_its_menus_open(visit, colours, summary):
    window = visit(colours=colours, width=320)
    page = window.open(sites.FIRST_NOTE)
    page.locator("summary", has_text=summary).click()
    assert window.accessibility() == []
    assert window.sticking_out() == []


@each_colours
@each_width
def test_is_accessible_with_its_help_open(visit, colours, width):
    window = visit(colours=colours, width=width)
    page = window.open(sites.FIRST_NOTE)
    page.keyboard.press("?")
    page.get_by_role("dialog").wait_for()
    assert window.accessibility() == []
    assert window.sticking_out() == []


@each_kind
def test_leads_nowhere_dead(visit, site, kind):
    page = visit().open(sites.kinds(site)[kind])
    links = page.evaluate("""() => [...document.querySelectorAll("[href], [src]")]
      .map((element) => element.href?.baseVal ?? element.href ?? element.src)
      .map((address) => new URL(address, location).href)
      .filter((address) => new URL(address).origin === location.origin)""")
    assert links
    answers = {link: answer(link) for link in links}
    assert {link: status for link, status in answers.items() if status != 200} == {}


def answer(address):
    """The status of an address."""
    without_proxy = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with without_proxy.open(address, timeout=10) as response:
            return response.status
    except urllib.error.HTTPError as error:
        return error.code


@each_way
@each_colours
def test_keeps_the_colours_that_were_chosen(visit, colours, way):
    window = visit(way, colours=colours)
    page = window.open(sites.FIRST_NOTE)
    background = "() => getComputedStyle(document.body).backgroundColor"
    before = page.evaluate(background)
    other = {"light": "dark", "dark": "light"}[colours]
    for _ in range(3):
        page.get_by_role("button", name="Colours").click()
        if page.evaluate("() => document.documentElement.dataset.theme") == other:
            break
    after = page.evaluate(background)
    assert after != before

    # Every value that the attribute has from the moment there is a body must be the chosen one.
    page.add_init_script("""
      window.themes = [];
      const theme = () => document.documentElement.dataset.theme ?? "none";
      const note = () => document.body && themes.push(theme());
      new MutationObserver(note).observe(document, {
        subtree: true, childList: true, attributes: true, attributeFilter: ["data-theme"] });
    """)
    page.reload()
    assert set(page.evaluate("() => themes")) == {other}
    assert page.evaluate(background) == after
    assert window.errors == []


def test_copies_code(visit):
    window = visit(permissions=["clipboard-read", "clipboard-write"])
    page = window.open(sites.FIRST_NOTE)
    blocks = page.locator("pre:has(code)")
    buttons = page.get_by_role("button", name="Copy")
    assert buttons.count() == blocks.count() > 0
    buttons.first.click()
    page.get_by_role("button", name="Copied").wait_for()
    assert page.evaluate("() => navigator.clipboard.readText()") == blocks.first.text_content()
    assert window.errors == []


def test_shows_its_keys(visit):
    window = visit()
    page = window.open(sites.FIRST_NOTE)
    page.keyboard.press("?")
    help_box = page.get_by_role("dialog")
    help_box.wait_for()
    page.keyboard.press("Escape")
    help_box.wait_for(state="hidden")
    with page.expect_navigation():
        page.keyboard.press("]")
    assert page.url.endswith("102_infra_security.html")
    with page.expect_navigation():
        page.keyboard.press("[")
    assert page.url.endswith(sites.FIRST_NOTE)
    assert window.errors == []


def test_switches_its_keys_off(visit):
    page = visit().open(sites.FIRST_NOTE)
    page.get_by_role("button", name="Keyboard shortcuts").click()
    page.get_by_role("checkbox").uncheck()
    page.keyboard.press("Escape")
    page.reload()
    page.keyboard.press("?")
    page.keyboard.press("]")
    page.wait_for_timeout(200)
    assert page.get_by_role("dialog").count() == 0
    assert page.url.endswith(sites.FIRST_NOTE)


@each_way
@each_width
def test_works_without_scripts(visit, way, width):
    window = visit(way, width=width, java_script_enabled=False)
    page = window.open(sites.FIRST_NOTE)

    def shown(link, opener):
        if not link.is_visible():
            page.locator("summary", has_text=opener).click()
        return link.is_visible()

    contents = page.get_by_role("navigation", name="On this page")
    assert shown(contents.get_by_role("link", name="AWS CloudTrail"), "On this page")
    contents.get_by_role("link", name="AWS CloudTrail").click()
    assert page.url.endswith("#aws-cloudtrail")
    notes = page.get_by_role("navigation", name="Notes")
    assert shown(notes.get_by_role("link", name="Infrastructure Security"), "Menu")
    page.locator("summary", has_text="Menu").locator("visible=true").evaluate_all(
        "(opened) => opened.forEach((summary) => summary.click())")
    assert page.get_by_role("button").locator("visible=true").count() == 0
    page.get_by_role("link", name="Next Infrastructure Security").click()
    assert page.url.endswith("102_infra_security.html")
    assert window.errors == []


@each_kind
@each_width
def test_never_shifts(visit, site, kind, width):
    window = visit(width=width)
    window.page.add_init_script("""
      window.shifts = [];
      new PerformanceObserver((list) => shifts.push(...list.getEntries().map((entry) =>
        [entry.value, ...entry.sources.map(({ node }) => node?.outerHTML?.slice(0, 120))])))
        .observe({ type: "layout-shift", buffered: true });
    """)
    page = window.open(sites.kinds(site)[kind])
    window.read_to_the_end()
    page.wait_for_timeout(100)
    assert page.evaluate("() => shifts") == []
