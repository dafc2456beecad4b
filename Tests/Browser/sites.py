"""Sites to look at: built by sitegen, served over HTTP under a sub-path."""
import http.server
import os
import pathlib
import re
import subprocess
import threading

ROOT = pathlib.Path(__file__).resolve().parents[2]
CONTENT = ROOT / "Content"
CONFIGURATION = ROOT / "sitegen.yml"
FIRST_NOTE = "004-AWS/101_aws_security_start.html"
# A site must work wherever it stands, so it never stands at the root of its server.
SUB_PATH = "some/where"

POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')


def program():
    """The program under test: $SITEGEN, else the release build, else the debug build."""
    built = [ROOT / ".build" / kind / "sitegen" for kind in ["release", "debug"]]
    for place in [os.environ.get("SITEGEN"), *built]:
        if place and pathlib.Path(place).is_file():
            return str(pathlib.Path(place).resolve())
    raise FileNotFoundError("sitegen is not built: swift build -c release --product sitegen")


def build(content, output, *flags, configuration=CONFIGURATION, **environment):
    """Builds a site. An exit code but 0 fails."""
    pathlib.Path(output).parent.mkdir(parents=True, exist_ok=True)
    command = [program(), "build", content, "--output", output, *flags]
    if configuration:
        command += ["--config", configuration]
    done = subprocess.run(
        command, env=os.environ | environment, capture_output=True, text=True, timeout=120,
        stdin=subprocess.DEVNULL)
    assert done.returncode == 0, f"sitegen ended with {done.returncode}:\n{done.stderr}"
    return pathlib.Path(output)


def files(folder):
    """The path of each file below a folder, and its bytes."""
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in sorted(folder.rglob("*")) if file.is_file()
    }


def kinds(site):
    """A page of each kind."""
    tags = sorted(page.name for page in (site / "tags").glob("*.html") if page.name != "index.html")
    return {
        "home": "index.html",
        "note": FIRST_NOTE,
        "folder": "004-AWS/index.html",
        "tags": "tags/index.html",
        "tag": f"tags/{tags[0]}",
        "map": "map/index.html",
        "topics": "topics/index.html",
        "paths": "paths.html",
        "health": "health.html",
        "missing": "404.html",
        "accessibility": "accessibility.html",
    }


class Server:
    """Serves a folder on a free loopback port, with or without the pages' policies."""

    def __init__(self, folder, keeps_policy=True):
        class Handler(http.server.SimpleHTTPRequestHandler):
            def __init__(self, *arguments):
                super().__init__(*arguments, directory=str(folder))

            def log_message(self, *arguments):
                pass

            def copyfile(self, source, outputfile):
                outputfile.write(source.read() if keeps_policy else POLICY.sub(b"", source.read()))

            def send_header(self, keyword, value):
                # Without the policy a page is shorter than its file.
                if keeps_policy or keyword != "Content-Length":
                    super().send_header(keyword, value)

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}/"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.server.shutdown()
        self.server.server_close()
