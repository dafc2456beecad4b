"""Pictures of each kind of page, for people to look at: python Tests/Browser/screenshots.py OUT"""
import pathlib
import sys
import tempfile

import sites
import visits


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary, visits.chromium() as browser:
        site = sites.build(sites.CONTENT, pathlib.Path(temporary) / "site")
        origin = site.as_uri() + "/"
        for colours in ["light", "dark"]:
            for width in [1280, 320]:
                with visits.Visit(browser, origin, colours=colours, width=width) as window:
                    for kind, path in sites.kinds(site).items():
                        page = window.open(path)
                        window.read_to_the_end()
                        picture = folder / f"{kind}-{colours}-{width}.png"
                        page.screenshot(path=picture, full_page=True)
                        print(picture)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(pathlib.Path(sys.argv[1]))
