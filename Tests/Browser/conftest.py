import pytest

import sites
import visits


@pytest.fixture(scope="session")
def browser():
    with visits.chromium() as browser:
        yield browser


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """Content, built."""
    return sites.build(sites.CONTENT, tmp_path_factory.mktemp("www") / sites.SUB_PATH)


@pytest.fixture(scope="session")
def addresses(site):
    """Where the site is to be had, by the way to get there."""
    with sites.Server(site.parents[1]) as server:
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
