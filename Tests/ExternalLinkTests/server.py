"""A server that answers as servers do, badly: one path for each case.

It listens on two loopback addresses with one port, and on a third port with TLS that nobody can trust. It prints the
ports; then each line on its standard input is a question, and it prints the answer. It ends with its input.
"""
import collections
import http.server
import pathlib
import socket
import ssl
import struct
import subprocess
import sys
import tempfile
import threading
import time

LOCK = threading.Lock()
connections = collections.Counter()
requests = collections.Counter()
at_work = collections.Counter()
most_at_work = collections.Counter()

PAGE = b"""<!doctype html><html><body><h1 id="top-of-it">Page</h1>
<a name='old-style'></a><p ID=plain>x</p><h2 id="&quot;quoted&quot;">q</h2><h2 id="user-content-readme">r</h2>
<p data-id="no-id" title="id=fake">x</p><h2 id="\xc3\xa9t\xc3\xa9">e</h2></body></html>"""


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def setup(self):
        super().setup()
        self.place = self.connection.getsockname()[0]
        with LOCK:
            connections[self.place] += 1

    def log_message(self, *arguments):
        pass

    def answer(self):
        with LOCK:
            requests[f"{self.command} {self.path}"] += 1
            count = requests[f"{self.command} {self.path}"]
            self.is_at_work = True
            at_work[self.place] += 1
            most_at_work[self.place] = max(most_at_work[self.place], at_work[self.place])
        try:
            self.close_connection = True
            name, _, rest = self.path.lstrip("/").partition("/")
            getattr(self, "case_" + name.replace("-", "_"), self.case_404)(rest, count)
        except (BrokenPipeError, ConnectionResetError):
            pass
        finally:
            self.leave()

    def leave(self):
        """Ends what counts as work, before a client that has its answer can come again."""
        with LOCK:
            at_work[self.place] -= self.is_at_work
            self.is_at_work = False

    do_GET = do_HEAD = answer

    def reply(self, status, body=b"", **fields):
        self.leave()
        self.send_response(status)
        for name, value in ({"Content-Type": "text/html; charset=utf-8"} | fields).items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Connection", "close")
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    # Cases, each with the rest of its path, and how often it was asked for by this method.

    def case_ok(self, rest, count):
        self.reply(200, PAGE)

    def case_404(self, rest, count):
        self.reply(404)

    def case_status(self, rest, count):
        self.reply(int(rest))

    def case_no_head(self, rest, count):
        self.reply(int(rest) if self.command == "HEAD" else 200, PAGE)

    def case_thorough(self, rest, count):
        time.sleep(0.02)
        self.reply(405 if self.command == "HEAD" else 200)

    def case_moved(self, rest, count):
        self.reply(301, Location="/ok")

    def case_moved_twice(self, rest, count):
        self.reply(308, Location="moved")

    def case_found(self, rest, count):
        self.reply(302, Location="/ok")

    def case_moved_to_nothing(self, rest, count):
        self.reply(301, Location="/404")

    def case_to(self, rest, count):
        self.reply(302, Location=rest)

    def case_circle(self, rest, count):
        self.reply(302, Location="/circle/" + ("b" if rest == "a" else "a"))

    def case_cookies(self, rest, count):
        self.reply(302, Location="/cookies", Set_Cookie="a=b")

    def case_stairs(self, rest, count):
        self.reply(302, Location=f"/stairs/{int(rest) + 1}")

    def case_busy(self, rest, count):
        if count == 1:
            self.reply(429, Retry_After=rest)
        else:
            self.reply(200)

    def case_always_busy(self, rest, count):
        self.reply(503)

    def case_slow(self, rest, count):
        time.sleep(5)
        self.reply(200)

    def case_dripping(self, rest, count):
        self.send_response(200)
        self.end_headers()
        while True:
            self.wfile.write(b"x")
            self.wfile.flush()
            time.sleep(0.05)

    def case_endless(self, rest, count):
        self.send_response(405 if self.command == "HEAD" else 200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        while self.command == "GET":
            self.wfile.write(b"<p>and so on</p>" * 1000)

    def case_reset(self, rest, count):
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()

    def case_hang_up(self, rest, count):
        self.connection.shutdown(socket.SHUT_RDWR)

    def case_nonsense(self, rest, count):
        self.wfile.write(b"what do you want\r\n\r\n")

    def case_text(self, rest, count):
        self.reply(200, b"plain", Content_Type="text/plain")


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        pass


def run(server):
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_address[1]


def secret_server(folder):
    """A server whose certificate it made itself."""
    certificate, key = folder / "certificate.pem", folder / "key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1",
         "-keyout", key, "-out", certificate], check=True, stderr=subprocess.DEVNULL)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server = Server(("127.0.0.1", 0), Handler)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    return server


def main():
    with tempfile.TemporaryDirectory() as folder:
        secret = secret_server(pathlib.Path(folder))
    port = run(Server(("127.0.0.1", 0), Handler))
    run(Server(("127.0.0.2", port), Handler))
    print(port, run(secret), flush=True)
    for line in sys.stdin:
        word, _, rest = line.strip().partition(" ")
        with LOCK:
            tables = {"connections": connections, "requests": requests, "most": most_at_work}
            print(tables[word][rest] if rest else sum(tables[word].values()), flush=True)


main()
