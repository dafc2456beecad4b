"""The map: a pointer is not needed, nothing is told by colour alone, thousands of notes do not stop it."""
import pytest

import sites
import visits

MAP = "map/index.html"
each_way = pytest.mark.parametrize("way", ["file", "http"])
each_colours = pytest.mark.parametrize("colours", ["light", "dark"])
each_width = pytest.mark.parametrize("width", [1280, 320])

# Where something of the map is on the screen.
MIDDLE = "(node) => { const box = (node.querySelector('.map-hand') ?? node).getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]; }"
NODES = "(all) => all.map((node) => node.getAttribute('aria-label').split(',')[0])"


@pytest.fixture
def open_map(visit):
    """Opens the map of Content and waits until it is live."""
    def open_it(way="http", address=MAP, **options):
        window = visit(way, **options)
        page = window.open(address)
        page.locator(".map-view[data-whole]").wait_for()
        return window, page
    return open_it


def focused(page):
    return page.evaluate("() => document.activeElement.getAttribute('aria-label') ?? ''")


@each_colours
@each_width
@each_way
def test_becomes_live(open_map, way, colours, width):
    window, page = open_map(way, colours=colours, width=width)
    assert page.locator(".map-node").count() > 5
    assert window.errors == []
    assert window.policy_reports() == []
    assert window.sticking_out() == []


@each_colours
@each_width
def test_is_accessible_whatever_one_does(open_map, colours, width):
    window, page = open_map(colours=colours, width=width)
    assert window.accessibility() == []
    page.locator(".map-node").first.focus()
    assert window.accessibility() == []
    page.get_by_role("searchbox", name="Find a title").fill("aws")
    page.get_by_role("button", name="Zoom in").click()
    assert window.accessibility() == []


@each_way
def test_is_used_with_the_keyboard_alone(open_map, way):
    window, page = open_map(way)
    page.get_by_role("searchbox").focus()
    for _ in range(60):
        page.keyboard.press("Tab")
        if "note, " in focused(page) or "topic, " in focused(page):
            break
    name = focused(page).split(",")[0]
    assert name, "no node was reached"
    node = page.locator(".map-node:focus")

    # An arrow moves what is on the screen the other way; plus and minus come back to where one was.
    x, y = node.evaluate(MIDDLE)
    page.keyboard.press("+")
    page.wait_for_timeout(100)
    for key, sign in [("ArrowRight", (-1, 0)), ("ArrowLeft", (1, 0)), ("ArrowDown", (0, -1)), ("ArrowUp", (0, 1))]:
        before = node.evaluate(MIDDLE)
        page.keyboard.press(key)
        page.wait_for_timeout(100)
        after = node.evaluate(MIDDLE)
        moved = [round(a - b) for a, b in zip(after, before)]
        assert [(each > 0) - (each < 0) for each in moved] == list(sign), f"{key}: {moved}"
    page.keyboard.press("-")
    page.wait_for_timeout(100)
    assert [round(a - b) for a, b in zip(node.evaluate(MIDDLE), (x, y))] == [0, 0]

    # What it leads to is lit, the rest is not; and it is said in words.
    assert page.locator(".map-node.is-lit").count() > 1
    assert page.locator(".map-told").text_content().startswith(name)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "/004-AWS/" in page.url or page.url.endswith("some/where/index.html")
    assert window.errors == []


def test_moves_with_buttons(open_map):
    window, page = open_map()
    node = page.locator(".map-node").first
    for name, axis, sign in [("Move right", 0, -1), ("Move left", 0, 1), ("Move down", 1, -1), ("Move up", 1, 1)]:
        page.get_by_role("button", name="Zoom in").click()
        page.wait_for_timeout(50)
        before = node.evaluate(MIDDLE)
        page.get_by_role("button", name=name).click()
        page.wait_for_timeout(50)
        assert (node.evaluate(MIDDLE)[axis] - before[axis]) * sign > 0, name
        page.get_by_role("button", name="Show all").click()
    assert window.errors == []


def test_moves_with_a_pointer_and_follows_a_click(open_map):
    window, page = open_map()
    node = page.locator('a.map-node[href$="103_logging_and_monitoring.html"]').first
    x, y = node.evaluate(MIDDLE)
    box = page.locator(".map-drawing").bounding_box()
    page.mouse.move(box["x"] + 8, box["y"] + 8)
    page.mouse.down()
    page.mouse.move(box["x"] + 68, box["y"] + 38, steps=4)
    page.mouse.up()
    page.wait_for_timeout(100)
    assert [round(a - b) for a, b in zip(node.evaluate(MIDDLE), (x, y))] == [60, 30]
    with page.expect_navigation():
        node.locator(".map-hand").click()
    assert page.url.endswith("103_logging_and_monitoring.html")
    assert window.errors == []


def test_finds_and_filters(open_map):
    window, page = open_map()
    nodes = page.locator(".map-node")
    everything = nodes.count()
    search = page.get_by_role("searchbox", name="Find a title")
    search.fill("cloudtrail")
    found = page.locator(".map-node.is-found")
    assert found.evaluate_all(NODES) == ["AWS CloudTrail"]
    assert page.locator(".map-told").text_content().startswith("1 of ")
    rows = page.locator(".map-table tbody tr")
    assert rows.count() == 1
    search.press("Enter")
    assert focused(page).startswith("AWS CloudTrail,")
    search.fill("")

    page.get_by_role("checkbox", name="Topics").uncheck()
    page.wait_for_timeout(100)
    kinds = nodes.evaluate_all("(all) => all.map((node) => node.getAttribute('aria-label').match(/, (note|topic|wanted)\\b/)[1])")
    assert set(kinds) == {"note"} and len(kinds) == rows.count()
    page.get_by_role("checkbox", name="Topics").check()

    tags = page.get_by_role("combobox", name="Tag")
    tags.select_option(index=1)
    page.wait_for_timeout(100)
    assert 0 < nodes.count() < everything
    tags.select_option(index=0)
    page.get_by_role("combobox", name="Folder").select_option(label="AWS")
    page.wait_for_timeout(100)
    assert nodes.count() == everything - 8
    assert window.errors == []


def test_sorts_its_table(open_map):
    window, page = open_map()
    cells = page.locator(".map-table tbody tr td:nth-child(1)")
    titles = cells.all_text_contents()
    page.get_by_role("button", name="Title").click()
    ordered = sorted(title.lower() for title in titles)
    assert [title.lower() for title in cells.all_text_contents()] == ordered
    assert page.get_by_role("columnheader", name="Title").get_attribute("aria-sort") == "ascending"
    page.get_by_role("button", name="Title").click()
    assert [title.lower() for title in cells.all_text_contents()] == ordered[::-1]
    page.get_by_role("button", name="From").click()
    numbers = [int(text) for text in page.locator(".map-table tbody tr td:nth-child(4)").all_text_contents()]
    assert numbers == sorted(numbers, reverse=True)
    assert window.errors == []


@each_way
def test_shows_the_note_that_one_comes_from(visit, way):
    window = visit(way)
    page = window.open(sites.FIRST_NOTE)
    page.get_by_role("link", name="Show on the map").click()
    page.locator(".map-view[data-whole]").wait_for()
    assert page.locator(".map-told").text_content().startswith("AWS Security - Quick Starts")
    assert window.errors == []


@each_way
def test_says_the_same_without_scripts(visit, way):
    window = visit(way, java_script_enabled=False)
    page = window.open(MAP)
    assert page.locator(".map-tools").is_hidden()
    assert page.locator(".map-drawing a").count() > 20
    in_table = page.locator(".map-table tbody tr").count()
    assert page.locator(".map-table p").text_content() == f"All {in_table}, the most asked for first."
    page.locator(".map-drawing a", has_text="Infrastructure").first.click()
    assert page.url.endswith("102_infra_security.html")
    assert window.errors == []


@pytest.fixture(scope="module")
def large_site(tmp_path_factory):
    """Six hundred notes in twenty folders, four of them in others."""
    folder = tmp_path_factory.mktemp("large")
    for number in range(600):
        place = f"{number % 20:02}-Folder"
        if number % 20 > 15:
            place = f"00-Folder/{place}"
        note = folder / f"notes/{place}/{number}.md"
        note.parent.mkdir(parents=True, exist_ok=True)
        other = (number * 7 + 3) % 600
        note.write_text(
            f"---\ntags: [t{number % 3}]\n---\n# Note {number}\n\n[[{other}]]\n\n"
            f"## Next steps\n\n- [Subject {number % 40}](gone-{number % 5}.md)\n")
    return sites.build(folder / "notes", folder / "site", configuration=None)


@each_colours
@each_width
def test_opens_folders_of_a_large_site(browser, large_site, colours, width):
    # The checker of accessibility reads style sheets by request, which files do not allow.
    with sites.Server(large_site) as server, visits.Visit(
            browser, server.address, colours=colours, width=width) as window:
        page = window.open(MAP)
        page.locator(".map-view[data-whole]").wait_for()
        closed = page.locator(".map-folder.is-closed")
        assert closed.count() > 5
        assert page.locator(".map-node").count() < 300
        assert window.accessibility() == []
        closed.first.focus()
        name = focused(page)
        assert name.startswith("Open ")
        page.keyboard.press("Enter")
        page.wait_for_timeout(200)
        assert "lead here" in focused(page) or focused(page).startswith("Open ")
        assert window.accessibility() == []
        for _ in range(12):
            page.keyboard.press("+")
        page.wait_for_timeout(200)
        page.get_by_role("searchbox").fill("note 599")
        page.keyboard.press("Enter")
        assert focused(page).startswith("Note 599, note,")
        page.get_by_role("checkbox", name="Notes").uncheck()
        page.get_by_role("checkbox", name="Topics").uncheck()
        assert page.locator(".map-told").text_content().startswith("0 of ")
        assert window.errors == []
        assert window.sticking_out() == []


def test_folds_the_tree_of_a_large_site(browser, large_site):
    with visits.Visit(browser, large_site.as_uri() + "/") as window:
        page = window.open(MAP)
        page.locator(".map-view[data-whole]").wait_for()
        tree = page.locator(".map-tree")
        assert tree.get_by_role("link").count() == 0
        tree.get_by_text("Folder", exact=False).nth(3).click()
        links = tree.get_by_role("link")
        links.first.wait_for()
        assert "Note" in links.first.text_content()
        more = page.get_by_role("button", name="more")
        more.click()
        assert page.locator(".map-table tbody tr").count() == 200
        assert window.errors == []
