"""Notes to search: real ones, which are to be had as Debian packages, and made ones of any number."""
import bisect
import gzip
import itertools
import pathlib
import random
import re
import shutil
import subprocess
import tempfile

# Packages with documentation in Markdown, about things that people write notes on.
PACKAGES = [
    "buildah", "docker-doc", "golang-github-containers-common-dev", "golang-github-docker-docker-dev",
    "golang-google-grpc-dev", "nodejs-doc", "npm", "pipx", "podman", "rollup", "webpack",
]
MARKDOWN = re.compile(r"\.(md|markdown)(\.gz)?$", re.IGNORECASE)
NOT_PROSE = re.compile(r"changelog|licen[cs]e|authors|maintainers|code.of.conduct|security\.md", re.IGNORECASE)


def real(folder, more=None):
    """Writes the Markdown of the packages, and that of a folder of one's own, once."""
    if folder.exists():
        return
    staged = folder.with_suffix(".new")
    shutil.rmtree(staged, ignore_errors=True)
    with tempfile.TemporaryDirectory() as temporary:
        for package in PACKAGES:
            subprocess.run(["apt-get", "download", "-q", package], cwd=temporary, check=True, capture_output=True)
            (archive,) = pathlib.Path(temporary).glob(f"{package}_*.deb")
            unpacked = pathlib.Path(temporary) / package
            subprocess.run(["dpkg-deb", "-x", archive, unpacked], check=True)
            take(unpacked, staged / package)
    if more:
        take(more, staged / "own")
    staged.rename(folder)


def take(source, target):
    """Copies the notes below a folder that hold prose; packed ones are unpacked."""
    for file in sorted(source.rglob("*")):
        if not MARKDOWN.search(file.name) or NOT_PROSE.search(file.name) or not file.is_file() or file.is_symlink():
            continue
        text = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
        if len(text) < 400:
            continue
        place = target / MARKDOWN.sub(".md", str(file.relative_to(source)))
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(text)


SYLLABLES = """a al an ba be bi bo ca ce co da de di do e el en er fa fe fo ga ge gi go ha he ho i in ka ke ki ko la
le li lo ma me mi mo na ne ni no o on or pa pe pi po ra re ri ro sa se si so ta te ti to tra tu un va ve vi vo wa we
wi za ze zo""".split()


def made(folder, count, seed=1):
    """Writes a number of notes in words that no language has, as frequent as words are (Zipf's law), once."""
    if folder.exists():
        return
    staged = folder.with_suffix(".new")
    shutil.rmtree(staged, ignore_errors=True)
    chance = random.Random(seed)
    words = sorted({"".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(24_000)})
    chance.shuffle(words)
    sums = list(itertools.accumulate(1 / (rank + 3) for rank in range(len(words))))

    def some(low, high):
        return [words[bisect.bisect(sums, chance.random() * sums[-1])] for _ in range(chance.randint(low, high))]

    def heading():
        return " ".join(some(2, 4)).capitalize()

    def paragraph():
        return " ".join(" ".join(some(6, 18)).capitalize() + "." for _ in range(chance.randint(3, 6)))

    for number in range(count):
        lines = [f"# {heading()}", paragraph()]
        for _ in range(chance.randint(4, 9)):
            lines += [f"## {heading()}", paragraph(), paragraph()]
            if chance.random() < 0.5:
                lines.append("\n".join(f"- {' '.join(some(3, 9))}" for _ in range(5)))
            if chance.random() < 0.2:
                lines.append(f"```sh\n{' '.join(some(3, 6))} --{some(1, 1)[0]}={chance.randrange(1000)}\n```")
        place = staged / f"{number // 400:03}-part" / f"{number:05}.md"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text("\n\n".join(lines) + "\n")
    staged.rename(folder)
