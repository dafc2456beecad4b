"""What a build writes beside the pages, as other programs read it."""
import json
import pathlib
import re
import subprocess
import sys
import urllib.parse
import xml.etree.ElementTree as ElementTree

import jsonschema
import pytest

import sites
from hostile import quoted
from test_output import html_messages

ADDRESS = "https://notes.example.org/"
ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
HARD = "<&>'\"]]> --> {{x}} [a] (b) 日本"
NOTES = {
    "README.md": "# Home\n\nAll that there is to know about it.\n",
    "a & b/<c>.md": f"---\ntitle: {quoted(HARD)}\ndescription: {quoted(HARD)}\ndate: 2026-01-31\ntags: [{quoted(HARD)}]\n---\n"
                    "# Other\n\n[home](../README.md) [later](later.md) [there](<../sub dir/100% #1.md#part>)\n",
    "sub dir/100% #1.md": "---\ndate: 2026-02-01\naliases: [old place/x.md, '/a \"b\".html']\n---\n# Hundred\n\n"
                          "## Part\n\n[case](../readme.md) ![](gone.png) [root](/README.md) [`gone`](gone.md)\n\n"
                          "[a reference][r] <a href='nowhere.md'>x</a>\n\n[r]: missing.md\n",
}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A site with hard names, and with everything that a build can write."""
    folder = tmp_path_factory.mktemp("outputs")
    for name, text in NOTES.items():
        (folder / "notes" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "notes" / name).write_text(text)
    (folder / "sitegen.yml").write_text(f"title: {quoted(HARD)}\nsite-url: {ADDRESS}\n")
    return sites.build(folder / "notes", folder / "site", configuration=folder / "sitegen.yml")


def file_at(site, address):
    """The file that a whole address means."""
    assert address.startswith(ADDRESS)
    return site / urllib.parse.unquote(address.removeprefix(ADDRESS))


def test_sitemap_names_every_note_once(made):
    root = ElementTree.parse(made / "sitemap.xml").getroot()
    assert root.tag == SITEMAP + "urlset"
    named = [file_at(made, place.text) for place in root.iter(SITEMAP + "loc")]
    assert len(named) == len(set(named))
    assert {made, made / "a & b/<c>.html", made / "sub dir/100% #1.html"} <= set(named)
    assert [place for place in named if not place.exists() or place.name in ["404.html", "x.html"]] == []
    days = {file_at(made, url.find(SITEMAP + "loc").text).name: url.findtext(SITEMAP + "lastmod") for url in root}
    assert (days["<c>.html"], days["100% #1.html"], days[made.name]) == ("2026-01-31", "2026-02-01", None)


def test_feed_is_atom(made):
    feed = ElementTree.parse(made / "feed.xml").getroot()
    assert feed.tag == ATOM + "feed"
    for name in ["id", "title", "updated", "author/" + ATOM + "name"]:
        assert len(feed.findall(ATOM + name)) == 1
    assert feed.find(ATOM + "link[@rel='self']").get("href") == ADDRESS + "feed.xml"
    entries = feed.findall(ATOM + "entry")
    assert [entry.findtext(ATOM + "title") for entry in entries] == ["Hundred", HARD]
    assert [entry.findtext(ATOM + "updated") for entry in entries] == ["2026-02-01T00:00:00Z", "2026-01-31T00:00:00Z"]
    assert feed.findtext(ATOM + "updated") == "2026-02-01T00:00:00Z"
    for entry in entries:
        assert file_at(made, entry.find(ATOM + "link").get("href")).is_file()
        assert entry.findtext(ATOM + "id") == entry.find(ATOM + "link").get("href")
    assert len({entry.findtext(ATOM + "id") for entry in entries}) == len(entries)


def test_notes_json_follows_its_schema(made, site):
    schema = json.loads((sites.ROOT / "docs/notes.schema.json").read_text())
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    for folder in [made, site]:
        notes = json.loads((folder / "notes.json").read_text())
        assert [error.message for error in validator.iter_errors(notes)] == []
        for note in notes["notes"]:
            assert (folder / urllib.parse.unquote(note["url"])).is_file()
    broken = {"version": 1, "title": "x", "notes": [{"id": "a.md"}]}
    assert list(validator.iter_errors(broken)), "the schema must refuse what is wrong"


def test_llms_txt_leads_to_the_notes(made):
    lines = (made / "llms.txt").read_text().splitlines()
    assert lines[0].startswith("# ")
    entries = [re.match(r"- \[((?:\\.|[^\\\]])*)\]\(([^)]*)\)", line) for line in lines if line.startswith("- ")]
    assert [re.sub(r"\\(.)", r"\1", entry[1]) for entry in entries] == ["Home", HARD, "Hundred"]
    assert {file_at(made, entry[2]) for entry in entries} == {made / "index.md", made / "a & b/<c>.md", made / "sub dir/100% #1.md"}


def test_robots_txt_names_the_sitemap(made):
    assert f"Sitemap: {ADDRESS}sitemap.xml" in (made / "robots.txt").read_text().splitlines()


def test_former_paths_lead_to_the_note(visit, made, browser):
    with sites.Server(made) as server:
        page = browser.new_page()
        page.goto(server.address + "old%20place/x.html")
        page.wait_for_url("**/sub%20dir/100%25%20%231.html")
        assert page.locator("h1").inner_text() == "Hundred"
        page.goto(server.address + urllib.parse.quote('a "b".html'))
        page.wait_for_url("**/sub%20dir/100%25%20%231.html")
        page.close()


def test_pages_that_lead_on_are_valid_html(made):
    assert [message for message in html_messages(made) if "old%20place" in message] == []


def test_no_copy_and_no_page_has_a_broken_link(made):
    lychee = pathlib.Path(sys.executable).with_name("lychee")
    done = subprocess.run(
        [lychee, "--offline", "--include-fragments", "--no-ignore", "--no-progress", "-v", made],
        capture_output=True, text=True, stdin=subprocess.DEVNULL)
    assert done.returncode == 0, done.stdout + done.stderr
    # The copies were looked at, not passed over.
    assert "later.md" in (made.parent / "notes/a & b/<c>.md").read_text()
    assert "later.md" not in (made / "a & b/<c>.md").read_text()
