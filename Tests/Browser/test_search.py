"""The search: what is found, how it is used, and what it does when it is ill-treated."""
import json
import re
import shutil
import subprocess

import pytest

import sites
import visits

NOTES = {
    "README.md": "# Handbook\n\nNotes to look things up in.\n",
    "aws/cloudtrail.md": """---
tags: [logging, aws]
---
# AWS CloudTrail

CloudTrail records every call of an API. Keep its records where nobody can change them.

## Trails for all regions

One trail for all regions is better than one for each.
""",
    "aws/iam.md": """---
tags: [access, aws]
---
# AWS IAM policies

A policy allows `s3:PutObject` on a bucket, or denies it.

## Policy evaluation

An explicit deny wins.

## Service control policies

They say what an account may do at most.
""",
    "aws/load.md": "# Elastic load balancer\n\nA load balancer spreads requests over targets.\n",
    "keys/rotation.md": "# Key rotation\n\n## Rotate keys\n\nRotate keys once a year, and after an incident.\n",
    "keys/storage.md": "# Where keys are kept\n\nIn a vault, not in the repository.\n",
    "travel/japan.md": "# Zug fahren in Japan\n\n東海道新幹線で京都へ行く。 A naïve traveller buys no ticket.\n",
    "long/many.md": "# Many words\n\n" + " ".join(f"word{number}" for number in range(3000)) + "\n",
}
HOSTILE = [
    "__proto__", "constructor", "toString valueOf hasOwnProperty", "<img src=x onerror=alert(1)>",
    "\"><script>alert(1)</script>", "\"", "\"\"", "-", "--", "-\"", "tag:", "in:\"", "party:layer:tag:", "🔐", "🔐🗝️ 👩‍👩‍👧",
    "the and of to", "\u0000\u202e\ufeff", "a" * 10_000, "x " * 5_000, "'''''", "\\u0041%41&amp;", "*", "c++ .env 10.0.0.0/8",
    "\ud800",
]

each_way = pytest.mark.parametrize("way", ["file", "http"])
each_colours = pytest.mark.parametrize("colours", ["light", "dark"])
each_width = pytest.mark.parametrize("width", [1280, 320])


@pytest.fixture(scope="module")
def handbook(tmp_path_factory):
    folder = tmp_path_factory.mktemp("handbook")
    for path, text in NOTES.items():
        (folder / "notes" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "notes" / path).write_text(text)
    return sites.build(folder / "notes", folder / "www" / sites.SUB_PATH, configuration=None)


@pytest.fixture(scope="module")
def origins(handbook):
    with sites.Server(handbook.parents[1]) as server:
        yield {"file": handbook.as_uri() + "/", "http": f"{server.address}{sites.SUB_PATH}/"}


@pytest.fixture
def look(browser, origins):
    """Opens windows on the handbook: `look(way, …)`."""
    opened = []

    def open_window(way="http", origin=None, **options):
        opened.append(visits.Visit(browser, origin or origins[way], **options))
        return opened[-1]

    yield open_window
    for window in opened:
        window.__exit__()


def search(page, text):
    """Types into the dialog and waits for the answer; gives what it says."""
    if page.locator("dialog.search").count() == 0 or not page.get_by_role("dialog").is_visible():
        page.keyboard.press("Control+k")
    page.get_by_role("combobox").fill(text)
    return answered(page)


def answered(page):
    """Waits until the answer to what the box says is there; gives what is said of it."""
    page.wait_for_function("""() => {
      const box = document.querySelector(".search-box");
      return box.dataset.answered === box.querySelector("input").value;
    }""")
    return page.locator(".search-status").text_content()


def titles(page):
    return page.locator(".search-title").all_text_contents()


@each_way
@pytest.mark.parametrize("query, title", [
    ("cloudtrial", "AWS CloudTrail"),
    ("aws iam polices", "AWS IAM policies"),
    ("how do I rotate keys", "Key rotation"),
    ("load balancer", "Elastic load balancer"),
    ("loadbalancer", "Elastic load balancer"),
    ("s3:PutObject", "AWS IAM policies"),
    ("putobject", "AWS IAM policies"),
    ("新幹線", "Zug fahren in Japan"),
    ("naive", "Zug fahren in Japan"),
    ("naïve", "Zug fahren in Japan"),
    ("\"explicit deny\"", "AWS IAM policies"),
    ("rot", "Key rotation"),
    ("keys -vault", "Key rotation"),
    ("policy tag:access", "AWS IAM policies"),
    ("in:keys vault", "Where keys are kept"),
])
def test_finds_what_a_person_expects(look, way, query, title):
    window = look(way)
    page = window.open("index.html")
    search(page, query)
    assert titles(page)[0] == title
    assert window.errors == []


def test_is_opened_and_closed_by_keys(look):
    window = look()
    page = window.open("aws/iam.html")
    link = page.get_by_role("link", name="Elastic load balancer").first
    link.focus()
    for keys in ["/", "Control+k"]:
        page.keyboard.press(keys)
        box = page.get_by_role("combobox")
        box.wait_for()
        assert box.evaluate("(box) => box === document.activeElement")
        page.keyboard.press("Escape")
        page.get_by_role("dialog").wait_for(state="hidden")
        assert link.evaluate("(link) => link === document.activeElement")
    assert window.errors == []


def test_is_used_by_keys_alone(look):
    window = look()
    page = window.open("index.html")
    page.keyboard.press("/")
    page.keyboard.type("policies")
    answered(page)
    box = page.get_by_role("combobox")
    options = page.get_by_role("option")
    assert box.get_attribute("aria-expanded") == "true"
    assert page.get_by_role("listbox").get_attribute("id") == box.get_attribute("aria-controls")
    assert box.get_attribute("aria-activedescendant") is None
    for key, index in [("ArrowDown", 0), ("ArrowDown", 1), ("ArrowUp", 0), ("ArrowUp", -1)]:
        page.keyboard.press(key)
        option = options.nth(index)
        assert box.get_attribute("aria-activedescendant") == option.get_attribute("id")
        assert option.get_attribute("aria-selected") == "true"
        assert page.locator("[aria-selected=true]").count() == 1
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    chosen = options.nth(1).get_attribute("href")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "#" in chosen and page.url.endswith(chosen.lstrip("./"))
    assert window.errors == []


def test_opens_the_first_result_with_enter(look):
    page = look().open("index.html")
    search(page, "cloudtrail")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url.endswith("aws/cloudtrail.html")


def test_says_how_many_there_are(look):
    page = look().open("index.html")
    assert search(page, "balancer") == "1 result"
    assert re.fullmatch(r"\d+ results", search(page, "keys"))
    assert search(page, "qqqqzzzz") == "No results"
    assert search(page, "") == ""
    assert page.get_by_role("listbox").count() == 0
    assert page.locator(".search-status").get_attribute("role") == "status"


def test_marks_what_was_found_as_text(look):
    page = look().open("index.html")
    search(page, "deny wins")
    page.locator(".search-text mark").first.wait_for()
    marks = page.locator(".search-text mark").all_text_contents()
    assert {"deny", "wins"} <= {mark.lower() for mark in marks}


def test_says_what_it_searched_instead(look):
    page = look().open("index.html")
    search(page, "cloudtrial")
    notice = page.locator(".search-notice")
    assert notice.text_content() == "Results for cloudtrail. Search instead for cloudtrial"
    notice.get_by_role("button").click()
    box = page.get_by_role("combobox")
    assert answered(page) == "No results"
    assert not notice.is_visible()


def test_narrows_down_by_facets(look):
    page = look().open("index.html")
    search(page, "aws")
    chip = page.get_by_role("group", name="Narrow down").get_by_role("button", name="logging")
    assert chip.get_attribute("aria-pressed") == "false"
    chip.click()
    answered(page)
    assert titles(page) == ["AWS CloudTrail"]
    chip = page.get_by_role("group", name="Narrow down").get_by_role("button", name="logging")
    assert chip.get_attribute("aria-pressed") == "true"
    chip.click()
    answered(page)
    assert len(titles(page)) > 1


@each_way
def test_keeps_the_query_in_the_address_of_its_page(look, way):
    window = look(way)
    page = window.open("search/index.html")
    page.get_by_role("combobox").fill("key rotation")
    answered(page)
    assert page.url.endswith("search/index.html?q=key%20rotation")
    assert titles(page)[0] == "Key rotation"
    page.reload()
    answered(page)
    assert titles(page)[0] == "Key rotation"
    page.get_by_role("option").first.click()
    page.wait_for_url("**/keys/rotation.html*")
    assert window.errors == []


def test_answers_what_was_typed_while_it_was_loading(look):
    window = look()
    page = window.page
    page.route("**/search.*.js", lambda route: (page.wait_for_timeout(300), route.continue_()))
    window.open("index.html")
    page.keyboard.press("/")
    page.keyboard.type("balancer")
    answered(page)
    assert titles(page) == ["Elastic load balancer"]


def test_reads_texts_when_the_typing_rests(look):
    window = look()
    page = window.page
    page.clock.install()
    window.open("index.html")
    page.clock.pause_at(page.evaluate("Date.now() + 1000"))
    texts = []
    page.on("request", lambda request: texts.append(request.url) if re.search(r"/t\w{6}\.js$", request.url) else None)
    for query in ["k", "ke", "key", "keys"]:
        search(page, query)
        page.wait_for_load_state("networkidle")
        page.clock.run_for(150)
    assert texts == []
    assert page.locator(".search-text").all_text_contents() == [""] * len(titles(page))
    page.clock.resume()
    page.locator(".search-text mark").first.wait_for()
    assert texts


def test_moves_nothing_while_the_pointer_is_down(look):
    page = look().open("index.html")
    search(page, "keys")
    before = titles(page)
    box = page.locator(".search-title").first.bounding_box()
    page.mouse.move(box["x"] + 5, box["y"] + 5)
    page.mouse.down()
    page.evaluate("""() => {
      const input = document.querySelector(".search-box input");
      input.value = "balancer";
      input.dispatchEvent(new Event("input"));
    }""")
    page.wait_for_timeout(300)
    assert titles(page) == before
    page.mouse.move(2, 2)
    page.mouse.up()
    answered(page)
    assert titles(page) == ["Elastic load balancer"]


def test_obeys_the_switch_of_single_keys(look):
    page = look().open("index.html")
    page.get_by_role("button", name="Keyboard shortcuts").click()
    page.get_by_role("checkbox").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.wait_for_timeout(100)
    assert page.get_by_role("dialog").count() == 0
    page.keyboard.press("Control+k")
    page.get_by_role("combobox").wait_for()


@each_colours
@each_width
@pytest.mark.parametrize("path", ["index.html", "search/index.html"])
def test_is_accessible(look, colours, width, path):
    window = look(colours=colours, width=width)
    page = window.open(path)
    page.keyboard.press("/")
    assert window.accessibility() == []
    page.keyboard.type("aws polices")
    answered(page)
    page.keyboard.press("ArrowDown")
    assert window.accessibility() == []
    assert window.sticking_out() == []
    assert window.errors == []


@each_way
def test_takes_hostile_queries_as_text(look, way):
    window = look(way)
    page = window.open("index.html")
    page.on("dialog", lambda dialog: window.errors.append(f"dialog: {dialog.message}"))
    for query in HOSTILE:
        assert re.fullmatch("No results|\\d+ results?|", search(page, query)), query[:40]
        assert page.locator(".search-box :is(img, script)").count() == 0
    assert search(page, "balancer") == "1 result"
    assert page.locator(".search-problem").text_content() == ""
    assert window.policy_reports() == []
    assert window.errors == []


def test_lists_what_there_is_without_scripts(look):
    page = look(java_script_enabled=False).open("search/index.html")
    assert page.get_by_role("button").locator("visible=true").count() == 0
    assert page.get_by_role("textbox").count() == 0
    page.get_by_role("main").get_by_role("link", name="Key rotation").first.click()
    assert page.url.endswith("keys/rotation.html")


def test_leaves_its_place_to_a_note_that_has_it(tmp_path):
    (tmp_path / "notes/search").mkdir(parents=True)
    (tmp_path / "notes/search/index.md").write_text("# My own search\n")
    site = sites.build(tmp_path / "notes", tmp_path / "site", configuration=None)
    assert "My own search" in (site / "search/index.html").read_text()
    assert "search-place" in (site / "search-index/index.html").read_text()


def copied(handbook, tmp_path):
    """A copy of the handbook to be damaged, and the files of its index by family."""
    site = shutil.copytree(handbook, tmp_path / "site")
    families = {}
    for file in sorted((site / "sitegen/search").rglob("*.js")):
        families.setdefault("m" if file.name == "index.js" else file.name[0], []).append(file)
    return site, families


DAMAGES = {
    "missing": lambda file: file.unlink(),
    "empty": lambda file: file.write_text(""),
    "cut off": lambda file: file.write_text(file.read_text()[:-20]),
    "shorter": lambda file: file.write_text(re.sub(r'.{8}("\);)', r"\1", file.read_text())),
    "changed": lambda file: file.write_text(re.sub(r'(","[^\\]{9})[^+\\]', r"\1+", file.read_text())),
    "another": lambda file: file.write_text('sitegenSearch("h000000","AAAA");\n'),
    "not base64": lambda file: file.write_text(re.sub(r'","', '","*', file.read_text())),
}
A_PART = "A part of the index cannot be read"


@pytest.mark.parametrize("family", ["l", "h", "r", "c", "p", "t", "f"])
@pytest.mark.parametrize("damage", DAMAGES)
def test_says_that_a_part_is_damaged_and_goes_on(look, handbook, tmp_path, family, damage):
    site, families = copied(handbook, tmp_path)
    for file in families[family]:
        DAMAGES[damage](file)
    window = look(origin=site.as_uri() + "/")
    page = window.open("index.html")
    for query in ["balancer", "cloudtrial", "\"explicit deny\"", "policy in:aws"]:
        search(page, query)
    search(page, {"c": "\"explicit deny\"", "f": "policy in:aws", "r": "xloudtrail"}.get(family, "balancer"))
    page.get_by_role("alert").filter(has_text=A_PART).wait_for()
    if family in "rcft":
        search(page, "balancer")
        assert titles(page) == ["Elastic load balancer"]
    # A browser tells of files that are not there; nothing else went wrong.
    assert [error for error in window.errors if "ERR_FILE_NOT_FOUND" not in error] == []


def test_searches_the_other_words_where_one_cannot_be_read(look, handbook, tmp_path):
    # With seventy lists to a file, the words are looked for whose lists lie in different ones.
    site, families = copied(handbook, tmp_path)
    asked = {}
    for word in ["aws", "rotation", "word1", "word2500", "vault"]:
        page = look(origin=site.as_uri() + "/").page
        page.on("request", lambda request, word=word: asked.setdefault(word, []).append(request.url))
        page.goto(site.as_uri() + "/index.html")
        search(page, word)
        asked[word] = [url for url in asked[word] if re.search(r"/h\w{6}\.js$", url)]
    lost, found = next(
        (one, other) for one in asked for other in asked if not set(asked[one]) & set(asked[other]))
    for url in asked[lost]:
        (site / url.removeprefix(site.as_uri() + "/")).unlink()
    page = look(origin=site.as_uri() + "/").open("index.html")
    assert re.fullmatch(r"\d+ results?", search(page, f"{lost} {found} "))
    assert page.get_by_role("alert").text_content() == (
        f"A part of the index cannot be read: “{lost}” could not be searched.")


@pytest.mark.parametrize("damage", DAMAGES)
def test_says_that_there_is_no_index(look, handbook, tmp_path, damage):
    site, families = copied(handbook, tmp_path)
    DAMAGES[damage](families["m"][0])
    page = look(origin=site.as_uri() + "/").open("index.html")
    assert search(page, "balancer") == ""
    assert page.get_by_role("alert").text_content() == (
        "The index of the search cannot be read, so nothing can be found.")


RANKED = """async (queries) => {
  const { index, page, root } = document.querySelector(".search-open").dataset;
  const engine = new Search.Engine({ index, page, root });
  const answers = [];
  for (const query of queries) {
    const { ranked } = await engine.rank(query);
    answers.push([ranked.length, ranked.slice(0, 10).map(({ page, score }) => [page, score])]);
  }
  return answers;
}"""


def test_finds_the_same_in_the_terminal_over_http_and_from_files(look, site, addresses):
    made = subprocess.run(
        ["node", "--input-type=module", "--eval", f"""
          import {{ queries }} from {json.dumps((sites.ROOT / "Tests/JavaScript/queries.mjs").as_uri())};
          console.log(JSON.stringify(queries({json.dumps(str(sites.CONTENT))}, 1000)));"""],
        capture_output=True, text=True, check=True)
    queries = json.loads(made.stdout)
    assert len(queries) == 1000
    asked = "".join(json.dumps(query, ensure_ascii=False) + "\n" for query in queries)
    told = subprocess.run(
        [sites.program(), "search-results", "--site", site], input=asked, capture_output=True, text=True, check=True)
    wanted = [
        [answer["total"], [[page, score] for page, score, _ in answer["results"]]]
        for answer in map(json.loads, told.stdout.splitlines())]
    for way in ["http", "file"]:
        page = look(origin=addresses[way]).open("index.html")
        search(page, "keys")
        found = page.evaluate(RANKED, queries)
        assert [query for query, one, other in zip(queries, found, wanted) if one != other] == [], way


@each_way
@pytest.mark.parametrize("query, crumbs, title, heading", [
    ("guest operating system", "Who does what", "Guest operating system", "Guest operating system"),
    ("encryption in transit", "Topics", "Encryption in transit", None),
])
def test_leads_to_rows_of_the_matrix_and_to_topics(look, addresses, way, query, crumbs, title, heading):
    window = look(origin=addresses[way])
    page = window.open("index.html")
    search(page, query)
    found = page.locator(".search-page", has=page.locator(".search-crumbs", has_text=re.compile(f"^{crumbs}$"))).filter(
        has=page.locator(".search-title", has_text=re.compile(f"^{title}$")))
    found.first.click()
    page.wait_for_load_state()
    if heading:
        assert page.locator("main h1").text_content().strip() == heading
    else:
        target = page.evaluate("() => document.getElementById(decodeURIComponent(location.hash.slice(1)))?.closest('h2,h3,h4')?.tagName")
        assert target in ("H2", "H3", "H4")
    assert window.errors == []


def test_narrows_down_to_what_notes_and_matrix_say(look, addresses):
    page = look(origin=addresses["http"]).open("index.html")
    for query in ["party:customer patch", "service:ec2 data", "layer:network", "topic:cloudtrail"]:
        assert re.match(r"[1-9]\d* result", search(page, query)), query
    assert search(page, "party:nobody patch") == "No results"
