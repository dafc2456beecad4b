"""The pages of the responsibility matrix: what a reader meets who has to show who does what."""
import json
import re
import subprocess

import jsonschema
import pytest

import sites
import visits

CASE = sites.ROOT / "Tests/GoldenTests/Cases/matrix/Content"

PAGES = {
    "overview": "matrix/index.html",
    "table": "matrix/service.html",
    "row": "matrix/rows/r-guest-os.html",
    "party": "matrix/parties/customer.html",
    "service": "matrix/services/rds.html",
    "compare": "matrix/compare/service-aws-ec2.html",
    "gaps": "matrix/gaps.html",
    "reference": "matrix/reference.html",
    "note": "patching.html",
}
each_page = pytest.mark.parametrize("kind", PAGES)
each_colours = pytest.mark.parametrize("colours", ["light", "dark"])
each_width = pytest.mark.parametrize("width", [1280, 320])


@pytest.fixture(scope="module")
def addresses(tmp_path_factory):
    """Where a small matrix is to be had, by the way to get there."""
    folder = tmp_path_factory.mktemp("matrix")
    site = sites.build(CASE, folder / sites.SUB_PATH, configuration=None)
    with sites.Server(folder) as server:
        yield {"file": site.as_uri() + "/", "http": f"{server.address}{sites.SUB_PATH}/"}


@pytest.fixture
def visit(browser, addresses):
    """Opens windows: `visit(way, colours=…, width=…)`."""
    opened = []

    def open_window(way="http", **options):
        opened.append(visits.Visit(browser, addresses[way], **options))
        return opened[-1]

    yield open_window
    for window in opened:
        window.__exit__()


@each_page
@each_colours
@each_width
def test_is_accessible_and_stays_in_its_window(visit, kind, colours, width):
    window = visit(colours=colours, width=width)
    window.open(PAGES[kind])
    assert window.sticking_out() == []
    assert window.policy_reports() == []
    assert window.errors == []
    assert window.accessibility() == []


@pytest.mark.parametrize("way", ["file", "http"])
def test_shows_one_column_at_a_time_where_it_is_narrow(visit, way):
    page = visit(way, width=320, java_script_enabled=False).open(PAGES["table"])
    heads = page.locator("thead th.c")
    shown = heads.locator("visible=true")
    assert shown.all_text_contents() == ["Amazon EC2"]
    page.get_by_role("radio", name="Amazon RDS").check()
    assert shown.all_text_contents() == ["Amazon RDS"]
    guest = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Guest operating"))
    assert guest.get_by_role("cell").all_inner_texts() == ["Conflict"]


def test_shows_every_column_where_it_is_wide(visit):
    page = visit().open(PAGES["table"])
    assert page.get_by_role("columnheader").all_inner_texts() == [
        "Duty", "Amazon EC2", "Amazon RDS"]
    assert page.locator(".picker").is_hidden()
    for head in page.locator("th").all():
        assert head.get_attribute("scope") in ("col", "row", "rowgroup")


def test_hides_rows_without_a_script(visit):
    page = visit(java_script_enabled=False).open(PAGES["table"])
    rows = page.locator("tr.row").locator("visible=true")
    everything = rows.count()
    page.get_by_role("radio", name="With gaps").check()
    assert 0 < rows.count() < everything
    for row in rows.all():
        assert row.locator(".conflict, .unknown").count() > 0


def test_leads_from_a_cell_to_the_sentences(visit):
    page = visit().open(PAGES["table"])
    page.get_by_role("link", name="Conflict").first.click()
    section = page.locator("section.cell").filter(has=page.locator(":target"))
    quotes = section.locator("figure")
    assert section.get_by_role("heading").first.inner_text() == "Amazon RDS"
    assert [quote.locator("code").first.inner_text() for quote in quotes.all()] == [
        "older.md:5", "patching.md:7"]
    quotes.last.get_by_role("link").first.click()
    assert page.url.endswith("patching.html#who-does-what")


def test_compares_with_the_column_that_is_chosen(visit):
    page = visit(java_script_enabled=False).open("matrix/compare/service-category-aws-infrastructure.html")
    heads = page.locator("thead th.c").locator("visible=true")
    assert heads.all_text_contents() == [
        "Infrastructure services", "Container services (managed platforms)"]
    page.get_by_role("radio", name="Abstracted").check()
    assert heads.all_text_contents() == ["Infrastructure services", "Abstracted services"]


def test_says_more_than_by_colour(visit):
    page = visit().open(PAGES["overview"])
    marks = page.locator(".tally .who").evaluate_all("""(all) => all.map((each) => {
      const shape = getComputedStyle(each, "::before");
      return [each.textContent.replace(/[0-9 ]+/, ""), shape.borderRadius, shape.clipPath,
        shape.borderStyle, shape.backgroundImage.slice(0, 6), shape.height].join(" ");
    })""")
    assert len(marks) >= 5
    assert len({mark.split(" ", 1)[1] for mark in marks}) == len(marks)


@pytest.mark.parametrize("way", ["file", "http"])
def test_remembers_what_was_ticked(visit, way):
    window = visit(way)
    page = window.open(PAGES["party"])
    box = page.get_by_role("checkbox", name="Guest operating system")
    box.check()
    told = page.locator(".ticked").inner_text()
    assert told.startswith("1 of ")
    page.reload()
    assert box.is_checked()
    assert page.locator(".ticked").inner_text() == told
    assert window.errors == []


def test_can_be_walked_through_by_keyboard(visit):
    page = visit().open(PAGES["table"])
    seen = set()
    for _ in range(120):
        page.keyboard.press("Tab")
        place = page.evaluate("""() => {
          const { top, bottom, height } = document.activeElement.getBoundingClientRect();
          const header = document.querySelector(".site-header");
          const covered = !header.contains(document.activeElement)
            && !document.activeElement.matches(".skip, body")
            && top < header.getBoundingClientRect().bottom - 1 && height > 0;
          return [document.activeElement.getAttribute("href"), covered, document.activeElement.outerHTML];
        }""")
        assert not place[1], f"the header covers {place[2]}"
        seen.add(place[0])
    cells = page.locator("td a").evaluate_all("(all) => all.map((a) => a.getAttribute('href'))")
    assert set(cells) <= seen


def test_prints_every_column_across_the_page(visit, tmp_path):
    window = visit(width=320)
    page = window.open(PAGES["table"])
    page.emulate_media(media="print")
    assert page.locator("thead th.c").locator("visible=true").count() == 2
    printed = tmp_path / "table.pdf"
    page.pdf(path=printed, prefer_css_page_size=True)
    boxes = printed.read_bytes().split(b"/MediaBox [0 0 ")[1:]
    assert boxes
    for box in boxes:
        width, height = (float(number) for number in box.split(b"]")[0].split())
        assert (round(width), round(height)) == (842, 595)


def test_has_nothing_for_notes_that_say_nothing(tmp_path):
    notes = tmp_path / "notes"
    notes.mkdir()
    (notes / "tea.md").write_text("# Tea\n\nFour minutes.\n")
    site = sites.build(notes, tmp_path / "site", configuration=None)
    assert not (site / "matrix").exists()
    assert "Who does what" not in (site / "tea.html").read_text()


CONFLICT = sites.ROOT / "Tests/TranscriptTests/Cases/matrix-conflict.txt"


def notes_of(story, name, folder):
    """The files of a transcript below one of its folders."""
    for part in re.split(r"^-- (?=\S+ --$)", story.read_text(), flags=re.MULTILINE):
        path, _, text = part.partition(" --\n")
        if path.startswith(f"{name}/"):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text)
    return folder / name


def test_a_conflict_is_settled_until_the_override_expires(browser, tmp_path):
    """Day by day: on the gaps page, on the row's page, and in matrix.json."""
    def look(name, day):
        notes = notes_of(CONFLICT, name, tmp_path)
        site = sites.build(
            notes, tmp_path / "site", configuration=None, SOURCE_DATE_EPOCH=str(day))
        data = json.loads((site / "matrix.json").read_text())
        cell = next(cell for cell in data["cells"]
                    if cell["row"] == "r-guest-os" and cell["coordinates"].get("service") == "ec2")
        with visits.Visit(browser, site.as_uri() + "/") as window:
            gaps = window.open("matrix/gaps.html")
            sides = gaps.locator(".sides figcaption code").all_inner_texts()
            expired = gaps.locator("#matrix-override-expired + ul li")
            told = expired.locator("p").first.inner_text() if expired.count() else None
            linked = [link.get_attribute("href") for link in gaps.locator(".about a").all()]
            row = window.open("matrix/rows/r-guest-os.html")
            return {
                "status": cell["status"], "label": cell["label"],
                "claims": [f"{claim['file']}:{claim['line']}" for claim in cell["claims"]],
                "findings": sorted({finding["rule"] for finding in data["findings"]
                                    if finding["severity"] == "error"}),
                "sides": [side for side in sides if ":" in side], "expired": told,
                "linked": "rows/r-guest-os.html" in linked,
                "row": row.locator(".gaps li p:first-child").all_inner_texts(),
            }

    both = ["one.md:5", "two.md:5"]
    conflict = {"status": "conflict", "label": "conflict", "claims": both, "sides": both}
    gone = "The override of 'guest-os' expired on 2027-01-31, and no longer counts."
    assert look("plain", 1790000000) == conflict | {
        "findings": ["matrix-conflict"], "expired": None, "linked": True, "row": []}
    assert look("settled", 1790000000) == {
        "status": "refined", "label": "customer", "claims": ["responsibilities.yml:2"],
        "findings": [], "sides": [], "expired": None, "linked": True, "row": []}
    assert look("settled", 1830000000) == conflict | {
        "findings": ["matrix-conflict", "matrix-override-expired"], "expired": gone,
        "linked": True, "row": [gone]}


def test_rules_that_are_off_leave_the_gaps_page(tmp_path):
    (tmp_path / "off.yml").write_text("rules:\n  matrix-conflict: off\n  matrix-refined: warning\n")
    notes = notes_of(CONFLICT, "plain", tmp_path)
    site = sites.build(notes, tmp_path / "site", configuration=tmp_path / "off.yml")
    assert 'id="matrix-conflict"' not in (site / "matrix/gaps.html").read_text()
    rules = {each["rule"] for each in json.loads((site / "matrix.json").read_text())["findings"]}
    assert "matrix-conflict" not in rules


HOSTILE = """# AWS </script><img src=x onerror=alert(1)>

| Duty | EC2 | RDS |
|---|---|---|
| =HYPERLINK("http://x") | AWS | Customer (if </script> "quoted" \\| piped) |
| \u202eright to left \u2028 and \u0001 | N/A | Shared |
| Guest operating system | Customer | AWS (after the customer has asked; once) |

**Customer responsibilities**

- data, and `code` & <b>bold</b>
"""


@pytest.mark.parametrize("kind", ["content", "hostile", "golden", "conflict"])
def test_matrix_json_is_as_its_schema_says(tmp_path, kind):
    notes = {"content": sites.CONTENT, "golden": CASE, "hostile": tmp_path / "notes"}.get(kind)
    if kind == "hostile":
        notes.mkdir()
        (notes / "a.md").write_text(HOSTILE)
    if kind == "conflict":
        notes = notes_of(CONFLICT, "settled", tmp_path)
    site = sites.build(notes, tmp_path / "site", configuration=None)
    schema = json.loads((sites.ROOT / "docs/matrix.schema.json").read_text())
    validator = jsonschema.validators.validator_for(schema)(schema)
    validator.check_schema(schema)
    data = json.loads((site / "matrix.json").read_text())
    assert [f"{error.json_path}: {error.message}" for error in validator.iter_errors(data)] == []
    told = subprocess.run(
        [sites.program(), "matrix", notes, "--format", "json"], capture_output=True, text=True)
    assert told.returncode == 0
    assert json.loads(told.stdout) == data
    # What the schema is worth: it refuses what lacks a part.
    parts = {"id", "row", "rows", "cells", "status", "label", "title", "number", "kind", "claims"}
    for place in [data, data["cells"][0], data["rows"][0], data["parties"][0]]:
        for key in parts & set(place):
            value = place.pop(key)
            assert not validator.is_valid(data), f"'{key}' may be missing"
            place[key] = [value]
            assert not validator.is_valid(data), f"'{key}' may be anything"
            place[key] = value


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    """A site with more duties than have a page each."""
    return many_duties(tmp_path_factory.mktemp("many"), 1200)


def many_duties(folder, count, without=None):
    """Builds the site of one note that lists duties."""
    lines = ["# AWS duties", "", "## Customer responsibilities", ""]
    for number in range(count):
        if number != without:
            lines.append(f"- rotate the seal number {number} of door {number % 7}")
    notes = folder / "notes"
    notes.mkdir()
    (notes / "a.md").write_text("\n".join(lines) + "\n")
    return sites.build(notes, folder / "site", configuration=None)


def test_duties_share_pages_where_there_are_very_many(many):
    pages = list((many / "matrix/rows").iterdir())
    assert 30 < len(pages) < 120
    assert max(page.stat().st_size for page in pages) < 100_000
    for page in (many / "matrix").rglob("*.html"):
        for target, anchor in re.findall(r'href="([^"#:]*)#([^"]+)"', page.read_text()):
            file = (page.parent / target).resolve() if target else page
            assert f'id="{anchor}"' in file.read_text(), f"{page}: {target}#{anchor}"


def test_a_duty_that_goes_changes_the_page_of_few(many, tmp_path):
    site = many_duties(tmp_path, 1200, without=600)
    before, after = ({page.name: set(re.findall(r'<h2 id="([^"]+)"', page.read_text()))
                      for page in (each / "matrix/rows").iterdir()} for each in (many, site))
    changed = [name for name in before | after if before.get(name) != after.get(name)]
    assert len(changed) <= 2


@each_colours
@each_width
def test_shared_pages_are_accessible(browser, many, colours, width):
    page = sorted((many / "matrix/rows").iterdir())[0]
    with visits.Visit(browser, many.as_uri() + "/", colours=colours, width=width) as window:
        window.open(f"matrix/rows/{page.name}")
        assert window.sticking_out() == []
        assert window.errors == []
        assert window.accessibility() == []
