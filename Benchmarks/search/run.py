"""Compare sitegen's search with Pagefind's: make bench-search.

Both search the same pages, in the same Chromium, and are asked the same queries; each query is made from one page,
with a seed, and looks for that page. Relevance is measured over real pages (the documentation of some Debian packages,
and --more DIR), bytes and milliseconds over made ones too.

MRR: the mean of 1 / the place at which the page stood among the first ten. hit@1: how often it stood first.
cold: what a browser that has nothing in its cache loads from the opening of the dialog, a window of 1280 x 800, to an answer with
all that can be seen of it: scripts, style sheets, index, texts; packed with gzip -6, as hosts pack. Beside it Pagefind's own dialog.
warm: milliseconds for a query whose files are there already.
"""
import argparse
import pathlib
import shutil
import statistics
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(HERE), str(ROOT / "Tests/Browser")]

import dialogs  # noqa: E402
import engines  # noqa: E402
import keystrokes  # noqa: E402
import pages  # noqa: E402
import queries  # noqa: E402
import sites  # noqa: E402
import visits  # noqa: E402

ENGINES = ["sitegen", "Pagefind"]


def build(notes, site):
    """Builds a site, and adds Pagefind's index to it."""
    shutil.rmtree(site, ignore_errors=True)
    sites.build(notes, site, "--quiet", "--clean", configuration=None)
    engines.index_with_pagefind(site)


def relevance(browser, site, asked):
    """For each kind and engine: MRR@10, hit@1 and the median of milliseconds of a warm query."""
    found = {}
    with engines.Server(site) as server:
        for engine in ENGINES:
            with engines.asking(browser, server.address, engine, site) as page:
                for kind, text, wanted in asked:
                    addresses, _ = engines.ask(page, text)
                    _, milliseconds = engines.ask(page, text)
                    place = addresses.index(wanted) + 1 if wanted in addresses else 0
                    found.setdefault((kind, engine), []).append((place, milliseconds, text))
    return found


def print_relevance(found, misses):
    kinds = list(dict.fromkeys(kind for kind, _ in found))
    print(f"{'':24}" + "".join(f"{engine:>12}{'hit@1':>7}{'ms':>7}" for engine in ENGINES))
    for kind in [*kinds, "all"]:
        cells = ""
        for engine in ENGINES:
            rows = [row for key, rows in found.items() if key[1] == engine and kind in (key[0], "all") for row in rows]
            cells += f"{statistics.mean(1 / place if place else 0 for place, _, _ in rows):12.3f}"
            cells += f"{statistics.mean(place == 1 for place, _, _ in rows):7.2f}"
            cells += f"{statistics.median(milliseconds for _, milliseconds, _ in rows):7.1f}"
        print(f"{kind:24}{cells}")
    if misses:
        for (kind, engine), rows in found.items():
            for place, _, text in rows:
                if engine == "sitegen" and place != 1:
                    print(f"  {kind}: {text!r} at {place}")


def times(browser, site, asked):
    """How long queries take whose files are there."""
    with engines.Server(site) as server:
        for engine in ENGINES:
            with engines.asking(browser, server.address, engine, site) as page:
                for _, text, _ in asked:
                    engines.ask(page, text, 5)
                found = [engines.ask(page, text, 5)[1] for _, text, _ in asked]
            print(f"{engine:12} warm: median {statistics.median(found):5.1f} ms, "
                  f"95 of 100 below {dialogs.at(found, .95):5.1f} ms")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--more", type=pathlib.Path, help="real notes of your own, beside those of Debian's packages")
    parser.add_argument("--each", type=int, default=60, help="queries of each kind")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--made", default="2000,10000", help="numbers of made notes, with commas; empty for none")
    parser.add_argument("--work", type=pathlib.Path, default=ROOT / ".build/bench-search")
    parser.add_argument("--misses", action="store_true", help="show the queries that sitegen does not answer first")
    given = parser.parse_args()
    work = given.work.resolve()
    work.mkdir(parents=True, exist_ok=True)

    with visits.chromium() as browser:
        notes = work / ("real-and-more" if given.more else "real")
        pages.real(notes, given.more)
        site = work / f"{notes.name}-site"
        build(notes, site)
        asked = queries.made(site, given.each, given.seed)
        count = len(list(site.rglob("*.html")))
        print(f"\n{count} real pages, {len(asked)} queries, seed {given.seed}; MRR@10\n")
        print_relevance(relevance(browser, site, asked), given.misses)
        for number in [int(number) for number in given.made.split(",") if number]:
            notes = work / f"made-{number}"
            pages.made(notes, number)
            site = work / f"made-{number}-site"
            build(notes, site)
            asked = queries.made(site, 6, given.seed)
            print(f"\n{number} made pages, {len(asked)} queries\n")
            dialogs.measure(browser, site, asked)
            times(browser, site, asked)
            keystrokes.measure(browser, site, asked)


if __name__ == "__main__":
    main()
