"""Queries of ten kinds, made from the pages of a site with a seed; each looks for one page."""
import collections
import html.parser
import random
import re

WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
LETTERS = "abcdefghijklmnopqrstuvwxyz"
QUESTIONS = [
    "how do I {} properly", "what is {} and when should I use it", "where can I find something about {}",
    "why does {} not work for me", "how can we set up {} again", "which is the best way to {}",
]


class Reader(html.parser.HTMLParser):
    """The title, the headings and the first paragraph of a page's article."""

    def __init__(self, text):
        super().__init__()
        self.title, self.paragraph, self.headings = "", "", []
        self.inside, self.open, self.text = False, None, ""
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        if tag == "article":
            self.inside = True
        elif self.inside and tag in ("h1", "h2", "h3", "h4", "p") and self.open is None:
            self.open, self.text = tag, ""
        elif tag == "a" and dict(attributes).get("class") == "anchor" and self.open:
            self.handle_endtag(self.open)

    def handle_data(self, data):
        self.text += data

    def handle_endtag(self, tag):
        if tag == "article":
            self.inside = False
        if tag != self.open:
            return
        text = " ".join(self.text.split())
        self.open = None
        if tag == "h1":
            self.title = self.title or text
        elif tag == "p":
            self.paragraph = self.paragraph or text
        else:
            self.headings.append(text)


def words(text):
    return WORD.findall(text)


def mistyped(text, chance):
    """One letter left out, doubled, exchanged or replaced, in a word of five letters or more; else None."""
    found = [match for match in WORD.finditer(text) if len(match[0]) >= 5 and match[0].isascii()]
    if not found:
        return None
    match = chance.choice(found)
    word, at = match[0].lower(), chance.randrange(1, len(match[0]) - 1)
    kind = chance.randrange(4)
    if kind == 0:
        wrong = word[:at] + word[at + 1:]
    elif kind == 1:
        wrong = word[:at] + chance.choice(LETTERS) + word[at:]
    elif kind == 2:
        wrong = word[:at] + word[at + 1] + word[at] + word[at + 2:]
    else:
        wrong = word[:at] + chance.choice(LETTERS) + word[at + 1:]
    return None if wrong == word else text[:match.start()] + wrong + text[match.end():]


def inflected(text, chance):
    """A word of the title in another form; None where there is no word to bend."""
    found = [match for match in WORD.finditer(text) if len(match[0]) >= 4 and match[0].isascii() and match[0].isalpha()]
    if not found:
        return None
    match = chance.choice(found)
    word = match[0].lower()
    if word.endswith("ing"):
        other = word[:-3] + "ed"
    elif word.endswith("s") and not word.endswith("ss"):
        other = word[:-1]
    elif word.endswith("y"):
        other = word[:-1] + "ies"
    else:
        stem = word.removesuffix("e")
        other = chance.choice([word + "s", stem + "ing", stem + "ed"])
    return text[:match.start()] + other + text[match.end():]


def made(site, each=60, seed=1):
    """Queries as (kind, text, address of the page that is looked for), for pages whose title is theirs alone."""
    chance = random.Random(seed)
    pages = {}
    for file in sorted(site.rglob("*.html")):
        markup = file.read_text(encoding="utf-8")
        reader = Reader(markup)
        if 'class="kind-note"' in markup and len(words(reader.title)) >= 2:
            pages[str(file.relative_to(site))] = reader
    titles = collections.Counter(reader.title.lower() for reader in pages.values())
    headings = collections.Counter(text.lower() for reader in pages.values() for text in reader.headings)
    spread = collections.Counter(
        word for reader in pages.values() for word in {word.lower() for word in words(reader.paragraph)})

    def own_heading(reader):
        own = [text for text in reader.headings if len(words(text)) >= 2 and headings[text.lower()] == 1]
        return chance.choice(own) if own else None

    def shuffled(reader):
        mixed = words(reader.title)
        chance.shuffle(mixed)
        return " ".join(mixed) if mixed != words(reader.title) else None

    def rare(reader):
        own = sorted({word.lower() for word in words(reader.paragraph) if len(word) > 3}, key=lambda word: (spread[word], word))
        return " ".join(own[:3]) if len(own) >= 3 else None

    def half(reader):
        *rest, last = words(reader.title)
        return " ".join([*rest, last[:(len(last) + 1) // 2]]) if len(last) >= 4 else None

    def mistyped_heading(reader):
        heading = own_heading(reader)
        return heading and mistyped(heading, chance)

    kinds = {
        "exact title": lambda reader: reader.title,
        "title words shuffled": shuffled,
        "two title words": lambda reader: " ".join(chance.sample(words(reader.title), 2)),
        "title inflected": lambda reader: inflected(reader.title, chance),
        "title with a typo": lambda reader: mistyped(reader.title, chance),
        "question": lambda reader: chance.choice(QUESTIONS).format(reader.title.lower()),
        "section heading": own_heading,
        "heading with a typo": mistyped_heading,
        "rare words": rare,
        "last word half typed": half,
    }
    known = sorted(path for path, reader in pages.items() if titles[reader.title.lower()] == 1)
    title_words = {path: [word.lower() for word in words(reader.title)] for path, reader in pages.items()}

    def means_one(text):
        """False where another title has these words too: nobody could say which page is looked for."""
        *whole, last = [word.lower() for word in words(text)]
        return sum(
            set(whole) <= set(title) and any(word.startswith(last) for word in title)
            for title in title_words.values()) < 2

    queries = []
    for kind, make in kinds.items():
        made = []
        for path in chance.sample(known, len(known)):
            text = (make(pages[path]) or "").replace('"', "")
            if text and len(made) < each and means_one(text):
                made.append((kind, text, path))
        queries += made
    return queries
