"""`sitegen serve`: pages that stay current, and a server that tells nobody else."""
import http.client
import re
import socket
import subprocess
import time

import playwright.sync_api
import pytest

import sites


def wait_until(page, expression):
    """Waits for an expression to be true. The pages forbid what Playwright's own function does for that."""
    for _ in range(400):
        try:
            if page.evaluate(expression):
                return
        except playwright.sync_api.Error:
            pass  # The page is just being loaded.
        time.sleep(0.025)
    raise AssertionError(f"never true: {expression}")


class Preview:
    """A folder of notes that is served."""

    def __init__(self, folder, *flags):
        self.folder = folder
        self.process = subprocess.Popen(
            [sites.program(), "serve", "notes", "--port", "0", *flags], cwd=folder,
            stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        self.said = []
        for line in self.process.stderr:
            self.said.append(line)
            if match := re.search(r"http://127\.0\.0\.1:(\d+)/", line):
                self.port = int(match[1])
                break
        self.address = f"http://127.0.0.1:{self.port}/"

    def write(self, name, text):
        (self.folder / name).write_text(text)

    def ask(self, target, method="GET", **headers):
        """The status and body of a request as it is written."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.putrequest(method, target, skip_host="Host" in headers, skip_accept_encoding=True)
        for name, value in headers.items():
            connection.putheader(name, value)
        connection.endheaders()
        answer = connection.getresponse()
        return answer.status, answer.read()

    def close(self):
        self.process.kill()
        self.process.wait()


@pytest.fixture
def preview(tmp_path):
    (tmp_path / "notes" / "sub").mkdir(parents=True)
    long = "\n\n".join(f"Paragraph {number}" for number in range(200))
    (tmp_path / "notes" / "a b.md").write_text(f"# First\n\n{long}\n")
    (tmp_path / "notes" / "sub" / "c.md").write_text("# Second\n\n[first](../a%20b.md)\n")
    (tmp_path / "secret.txt").write_text("not of the site")
    (tmp_path / "notes" / "unused.txt").write_text("nothing refers to it")
    preview = Preview(tmp_path)
    yield preview
    preview.close()


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport={"width": 1200, "height": 800})
    page = context.new_page()
    page.problems = []
    page.on("console", lambda message: page.problems.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: page.problems.append(str(error)))
    yield page
    context.close()


def test_shows_a_change_where_the_reader_was(preview, page):
    page.goto(preview.address + "a%20b.html")
    page.evaluate("scrollTo(0, 1500)")
    preview.write("notes/a b.md", (preview.folder / "notes/a b.md").read_text().replace("# First", "# Changed"))
    wait_until(page, "document.title.startsWith('Changed')")
    wait_until(page, "scrollY === 1500")
    assert page.problems == []


def test_leaves_pages_alone_that_did_not_change(preview, page):
    page.goto(preview.address + "sub/c.html")
    page.evaluate("window.isTheSame = true")
    preview.write("notes/a b.md", "# First\n\n![](gone.svg)\n")
    wait_until(page, "document.querySelector('sitegen-live')?.shadowRoot.querySelector('.toggle').textContent === '2 findings'")
    assert page.evaluate("window.isTheSame") is True


def test_shows_findings_with_line_and_hint(preview, page):
    preview.write("notes/sub/c.md", "# Second\n\n[first](../A%20b.md)\n")
    page.goto(preview.address + "sub/c.html")
    toggle = page.get_by_role("button", name="1 finding here, 1 in all")
    toggle.click()
    text = page.locator("sitegen-live li").inner_text()
    assert "notes/sub/c.md:3:9: warning" in text
    assert "[first](../A%20b.md)" in text and "GitHub would not find it" in text
    page.keyboard.press("Escape")
    assert toggle.get_attribute("aria-expanded") == "false"
    preview.write("notes/sub/c.md", "# Second\n\n[first](../a%20b.md)\n")
    wait_until(page, "document.querySelector('sitegen-live')?.shadowRoot.querySelector('.box').hidden")
    assert page.problems == []


def test_keeps_the_old_page_when_the_site_cannot_be_made(preview, page):
    page.goto(preview.address + "sub/c.html")
    preview.write("sitegen.yml", "titel: Wrong\n")
    page.get_by_role("button", name="Build failed").wait_for()
    assert "sitegen.yml:1:1: unknown key 'titel'" in page.locator("sitegen-live pre").inner_text()
    assert page.get_by_role("heading", name="Second").is_visible()
    assert preview.ask("/sub/c.html")[0] == 200
    preview.write("sitegen.yml", "title: Right\n")
    wait_until(page, "document.title.endsWith('Right')")


def test_shows_new_notes_in_new_folders(preview, page):
    (preview.folder / "notes" / "new").mkdir()
    time.sleep(0.2)
    preview.write("notes/new/d.md", "# Third\n")
    for _ in range(50):
        if preview.ask("/new/d.html")[0] == 200:
            return
        time.sleep(0.1)
    pytest.fail("the note is not there")


def test_serves_what_a_build_would_write_and_nothing_else(preview):
    output = sites.build(preview.folder / "notes", preview.folder / "Public", configuration=None)
    script = re.compile(rb'<script src="/\.sitegen/live\.js" defer></script>\n')
    for name, built in sites.files(output).items():
        status, served = preview.ask("/" + name.replace(" ", "%20"))
        if name.startswith(".sitegen-"):
            assert status == 404
            continue
        assert status == 200, name
        assert script.sub(b"", served) == built, name
        assert bool(script.search(served)) == (name.endswith(".html") and not name.startswith("old/"))
        assert b"live.js" not in built
    for name in ["unused.txt", "a b.md.bak", "secret.txt", ".sitegen-manifest"]:
        assert preview.ask("/" + name.replace(" ", "%20"))[0] == 404


@pytest.mark.parametrize("target", [
    "/../secret.txt", "/sub/../../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/%252e%252e/secret.txt",
    "/..%252fsecret.txt", "//etc/passwd", "/%2fetc/passwd", "/..\\secret.txt", "/%5c..%5csecret.txt", "/.%00./secret.txt",
    "/....//secret.txt", "/sub/%2e%2e%2f%2e%2e%2fsecret.txt",
])
def test_no_path_leads_out(preview, target):
    status, body = preview.ask(target)
    assert status in (400, 404)
    assert b"not of the site" not in body and b"root:" not in body


@pytest.mark.parametrize("headers, status", [
    ({"Host": "evil.example"}, 421),
    ({"Host": "evil.example:{port}"}, 421),
    ({"Host": "127.0.0.1"}, 421),
    ({"Origin": "http://evil.example"}, 403),
    ({"Origin": "null"}, 403),
    ({"Sec_Fetch_Site": "cross-site"}, 403),
])
@pytest.mark.parametrize("target", ["/sub/c.html", "/.sitegen/events?page=sub/c.html", "/.sitegen/live.js"])
def test_tells_nothing_to_others(preview, target, headers, status):
    headers = {name: value.format(port=preview.port) for name, value in headers.items()}
    answer = preview.ask(target, **headers)
    assert answer[0] == status and b"Second" not in answer[1]


def test_a_page_of_another_origin_learns_nothing(preview, page):
    with sites.Server(preview.folder) as other:
        (preview.folder / "evil.html").write_text("<title>evil</title>")
        page.goto(other.address + "evil.html")
        learned = page.evaluate(
            """async (address) => {
              const tried = [];
              for (const mode of ["cors", "no-cors"]) {
                tried.push(await fetch(address + "sub/c.html", { mode }).then((r) => r.text(), () => "nothing"));
              }
              tried.push(await new Promise((resolve) => {
                const events = new EventSource(address + ".sitegen/events?page=sub/c.html");
                events.onopen = () => resolve("open");
                events.onerror = () => resolve("nothing");
              }));
              return tried;
            }""", preview.address)
    assert [text for text in learned if text not in ("nothing", "")] == []


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_answers_get_and_head_only(preview, method):
    assert preview.ask("/sub/c.html", method=method)[0] == 405
    assert preview.ask("/sub/c.html", method="HEAD") == (200, b"")


def test_slow_readers_do_not_hold_up_others(preview):
    slow = []
    for number in range(500):
        connection = socket.create_connection(("127.0.0.1", preview.port), timeout=10)
        connection.sendall(b"GET /sub/c.html HTTP/1.1\r\nHost: " if number % 2 else b"")
        slow.append(connection)
    times = []
    for _ in range(20):
        begun = time.monotonic()
        assert preview.ask("/sub/c.html")[0] == 200
        times.append(time.monotonic() - begun)
    # Generous: the limit is a hang, not a speed.
    assert max(times) < 2
    for number in range(100):
        slow.append(socket.create_connection(("127.0.0.1", preview.port), timeout=10))
    assert preview.ask("/sub/c.html")[0] == 200
    for connection in slow:
        connection.close()


def test_says_so_when_the_port_is_taken(preview, tmp_path_factory):
    other = tmp_path_factory.mktemp("other")
    (other / "notes").mkdir()
    (other / "notes" / "a.md").write_text("# A\n")
    second = Preview(other, "--port", str(preview.port))
    try:
        # One of the next: somebody else may have the first of them.
        assert preview.port < second.port <= preview.port + 10
        assert f"note: port {preview.port} is taken; this is {second.port}\n" in second.said
    finally:
        second.close()


def test_ends_with_a_reason_when_there_is_nothing_to_show(tmp_path):
    (tmp_path / "sitegen.yml").write_text("titel: Wrong\n")
    (tmp_path / "notes").mkdir()
    (tmp_path / "empty").mkdir()
    for arguments, code in [
        (["notes"], 3), (["empty/nowhere"], 1), (["notes", "--host", "0.0.0.0"], 64),
        (["notes", "--config", "none.yml"], 1),
    ]:
        done = subprocess.run(
            [sites.program(), "serve", *arguments], cwd=tmp_path, capture_output=True, text=True, timeout=20)
        assert done.returncode == code and done.stderr
