"""The topic graph, as other programs read it, and the page of notes that are still to be written."""
import csv
import io
import json
import subprocess

import jsonschema
import networkx
import pytest

import sites
import visits

NOTES = {
    "start.md": "# Start\n\nSee [keys](keys.md) & \"doors\".\n\n## Next steps\n\n- [AWS Keys](keys.md)\n"
                "- [Rotation](later/rotation.md)\n- [Audit](later/audit.md)\n- [Again](later/audit.md)\n",
    "keys.md": "# Keys\n\n## Next steps\n\n- [Start](start.md#start)\n- [Amazon Keys](keys.md)\n",
}


def graph(content, kind, *flags):
    done = subprocess.run(
        [sites.program(), "graph", content, "--format", kind, *flags], capture_output=True, timeout=60,
        stdin=subprocess.DEVNULL)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def notes(tmp_path_factory):
    folder = tmp_path_factory.mktemp("notes")
    for name, text in NOTES.items():
        (folder / name).write_text(text)
    return folder


@pytest.fixture(scope="module")
def wanted_site(notes, tmp_path_factory):
    return sites.build(notes, tmp_path_factory.mktemp("wanted") / "site", configuration=None)


@pytest.mark.parametrize("flags", [[], ["--wanted"], ["--cycles"], ["--from", "keys.md", "--depth", "2"]])
@pytest.mark.parametrize("folder", ["Content", "notes"])
def test_every_format_holds_the_same_graph(notes, folder, flags):
    content = sites.CONTENT if folder == "Content" else notes
    if folder == "Content" and "--from" in flags:
        flags = ["--from", "104_aws_iam.md", "--depth", "2"]
    told = json.loads(graph(content, "json", *flags))
    jsonschema.validate(told, json.loads((sites.ROOT / "docs/graph.schema.json").read_text()))
    ids = {node["id"] for node in told["nodes"]}
    assert all(edge["from"] in ids and edge["to"] in ids for edge in told["edges"])
    sizes = (len(ids), len(told["edges"]))
    read = networkx.parse_graphml(graph(content, "graphml", *flags).decode(), force_multigraph=True)
    assert (read.number_of_nodes(), read.number_of_edges()) == sizes
    assert set(read.nodes) == ids
    rows = list(csv.DictReader(io.StringIO(graph(content, "csv", *flags).decode(), newline="")))
    assert [(row["from"], row["to"], row["kind"]) for row in rows] == [
        (edge["from"], edge["to"], edge["kind"]) for edge in told["edges"]]
    drawn = subprocess.run(
        ["dot", "-Tplain"], input=graph(content, "dot", *flags), capture_output=True, timeout=60, check=True)
    assert drawn.stderr == b""
    words = [line.split(" ", 1)[0] for line in drawn.stdout.decode().splitlines()]
    assert (words.count("node"), words.count("edge")) == sizes
    chart = graph(content, "mermaid", *flags).decode().splitlines()
    assert chart[0] == "flowchart LR" and len(chart) == sum(sizes) + 2


def test_the_site_holds_the_same_graph(site, wanted_site, notes):
    for content, built in [(sites.CONTENT, site), (notes, wanted_site)]:
        assert json.loads((built / "graph.json").read_bytes()) == json.loads(graph(content, "json"))


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_wanted_notes_are_told_with_who_asks(browser, wanted_site, colours, width):
    with visits.Visit(browser, wanted_site.as_uri() + "/", colours=colours, width=width) as window:
        page = window.open("wanted.html")
        assert page.locator("article h2").all_inner_texts() == ["audit", "rotation"]
        assert page.locator("article li").all_inner_texts() == [
            "Audit: Start (line 9)", "Again: Start (line 10)", "Rotation: Start (line 8)"]
        assert window.sticking_out() == []
        assert window.errors == []
        assert window.policy_reports() == []
        # What axe asks of files is an error of its own.
        assert window.accessibility() == []
        page.locator("article li a").first.click()
        assert page.url.endswith("start.html#next-steps")


def test_a_note_knows_its_place_on_its_path(visit):
    window = visit()
    page = window.open("004-AWS/104_aws_iam.html")
    block = page.locator(".block", has_text="Learning path")
    assert "Step 7 of 9" in block.inner_text()
    block.locator("a", has_text="Managing Incident Response").click()
    assert "Step 8 of 9" in page.locator(".block", has_text="Learning path").inner_text()
    page.locator(".block", has_text="Learning path").locator("a").first.click()
    assert page.url.endswith("paths.html#path-1")


def test_labels_of_one_note_lead_to_different_sections(visit):
    page = visit().open(sites.FIRST_NOTE)
    addresses = page.locator("ol.next-steps a").evaluate_all("(all) => all.map((a) => a.getAttribute('href'))")
    assert len(addresses) == 22
    assert len(set(addresses)) >= 20
    assert all("#" in address for address in addresses)
