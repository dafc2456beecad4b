"""The two engines, each with its index over the same pages, and a page in Chromium that asks one of them."""
import contextlib
import gzip
import html.parser
import http.server
import pathlib
import subprocess
import threading

import pagefind_bin

# What web servers pack on their way; other types go out as they are.
PACKED = {".html", ".js", ".css", ".json", ".svg", ".wasm"}

# Pages of our own, which nobody pays for: an empty one, and Pagefind's dialog as its documentation puts it into a page.
PAGES = {
    "/blank.html": b"<!doctype html><title>Blank</title>",
    "/pagefind.html": b"""<!doctype html><html lang="en"><title>Pagefind</title>
<link rel="stylesheet" href="/pagefind/pagefind-component-ui.css">
<script type="module" src="/pagefind/pagefind-component-ui.js"></script>
<pagefind-modal-trigger></pagefind-modal-trigger><pagefind-modal></pagefind-modal>""",
}

SITEGEN = """async ({ script, index, style, page }) => {
  await new Promise((done, fail) => {
    const element = document.createElement("script");
    Object.assign(element, { src: script, onload: done, onerror: fail });
    document.head.append(element);
  });
  const engine = new Search.Engine({ root: "/", index, page });
  window.ask = async (text, count = 10) => {
    const { results } = await engine.search(text, { first: count });
    await Promise.all(results.slice(0, 5).map(({ excerpt }) => excerpt()));
    return results.map(({ url }) => url.split("#")[0]);
  };
}"""

PAGEFIND = """async () => {
  const pagefind = await import("/pagefind/pagefind.js");
  // Titles and addresses are in the same files as the texts: what a window shows is the first five.
  window.ask = async (text, count = 10) => {
    const { results } = await pagefind.search(text);
    const shown = await Promise.all(results.slice(0, count).map((result) => result.data()));
    return shown.map(({ url }) => decodeURI(url).replace(/^\\//, ""));
  };
}"""

TIMED = """async ([text, count]) => {
  const begun = performance.now();
  const found = await ask(text, count);
  return { found, milliseconds: performance.now() - begun };
}"""


class Server:
    """Serves a folder as a host does that packs texts, and keeps count of the bytes."""

    def __init__(self, folder):
        server = self
        self.sent = []
        packed = {}

        class Handler(http.server.SimpleHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def __init__(self, *arguments):
                super().__init__(*arguments, directory=str(folder))

            def log_message(self, *arguments):
                pass

            def do_GET(self):
                if self.path in PAGES:
                    return self.answer(PAGES[self.path], "text/html", counts=False)
                file = pathlib.Path(self.translate_path(self.path))
                if not file.is_file():
                    return self.send_error(404)
                if file not in packed:
                    body = file.read_bytes()
                    packs = file.suffix in PACKED
                    packed[file] = (gzip.compress(body, 6) if packs else body, packs)
                body, packs = packed[file]
                self.answer(body, self.guess_type(str(file)), packs)

            def answer(self, body, kind, packs=False, counts=True):
                if counts:
                    server.sent.append((self.path, len(body)))
                self.send_response(200)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.send_header("Cache-Control", "max-age=3600")
                if packs:
                    self.send_header("Content-Encoding", "gzip")
                self.end_headers()
                self.wfile.write(body)

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}/"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def take(self):
        """How many bytes and files were sent since this was last asked."""
        sent, self.sent = self.sent, []
        return sum(size for _, size in sent), len(sent)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.server.shutdown()
        self.server.server_close()


def index_with_pagefind(site):
    """Adds Pagefind's index to a site; it reads the same article that sitegen has indexed."""
    program = pathlib.Path(pagefind_bin.__file__).with_name("pagefind")
    subprocess.run(
        [program, "--site", site, "--root-selector", "article", "--quiet"], check=True, capture_output=True)


def places(site):
    """Where a site's search is, as the button on its pages says."""
    found = {}

    class Finder(html.parser.HTMLParser):
        def handle_starttag(self, tag, attributes):
            attributes = dict(attributes)
            if "search-open" in (attributes.get("class") or ""):
                found.update({name[5:]: value for name, value in attributes.items() if name.startswith("data-")})

    Finder().feed((site / "index.html").read_text(encoding="utf-8"))
    return {name: f"/{value}" for name, value in found.items()}


@contextlib.contextmanager
def asking(browser, address, engine, site):
    """A page that has nothing in its cache, and that answers `ask(text)`."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}blank.html")
    if engine == "sitegen":
        page.evaluate(SITEGEN, places(site))
    else:
        page.evaluate(PAGEFIND)
    yield page
    context.close()


def ask(page, text, count=10):
    """The addresses of the first pages, ten or fewer, and how long that took in milliseconds."""
    answer = page.evaluate(TIMED, [text, count])
    return answer["found"], answer["milliseconds"]
