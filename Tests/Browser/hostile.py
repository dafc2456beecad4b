"""Notes that try to run script, by every way that leads into a page. What runs calls `ran()`."""

HTML = [
    "<script>ran()</script>",
    "<SCRIPT\n>ran()</SCRIPT\n>",
    "<scr<script>ipt>ran()</script>",
    "<script><!--<script></script>--><img src=x onerror=ran()></script>",
    "<img src=x onerror=ran()>",
    "<img/src=x/onerror=ran()>",
    '<img src="x"onerror="ran()">',
    '<img """><script>ran()</script>">',
    "<img src=`x`onerror=ran()>",
    "<img alt='\"><script>ran()</script>' src=x>",
    "<svg onload=ran()>",
    "<svg><script>ran()</script></svg>",
    "<svg><a xlink:href=javascript:ran()><text y=20>x</text></a></svg>",
    "<svg><animate onbegin=ran() attributeName=x dur=1s></svg>",
    '<svg></p><style><a id="</style><img src=1 onerror=ran()>"></style></svg>',
    "<svg><![CDATA[><img src=x onerror=ran()>]]></svg>",
    "<math><mtext><table><mglyph><style><!--</style>"
    "<img title=\"--&gt;&lt;img src=1 onerror=ran()&gt;\">",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=ran()>",
    "<iframe src=javascript:parent.ran()></iframe>",
    "<iframe srcdoc='<script>parent.ran()</script>'></iframe>",
    "<object data=javascript:ran()></object><embed src=javascript:ran()>",
    "<form action=javascript:ran()><button>x</button></form>",
    "<button formaction=javascript:ran() form=x>x</button><form id=x></form>",
    "<input onfocus=ran() autofocus>",
    "<details open ontoggle=ran()><summary>x</summary></details>",
    "<video><source onerror=ran()></video>",
    "<audio src=x onerror=ran()></audio>",
    "<marquee onstart=ran()>x</marquee>",
    "<body onload=ran() onpageshow=ran()>",
    "<meta http-equiv=refresh content='0;url=javascript:ran()'>",
    "<base href=javascript:ran()//>",
    "<noscript><p title=\"</noscript><img src=x onerror=ran()>\"></noscript>",
    "<style><img title=\"</style><img src=x onerror=ran()>\">",
    "<textarea><b title=\"</textarea><script>ran()</script>\"></textarea>",
    "<title><p id=\"</title><img src=x onerror=ran()>\"></title>",
    "<xmp><p title=\"</xmp><script>ran()</script>\"></xmp>",
    "<p title=\"<!--\"><b title=\"--><script>ran()</script>\">",
    "<!--><script>ran()</script>-->",
    "<?x ><img src=x onerror=ran()>?>",
    "<![CDATA[ ]]><img src=x onerror=ran()>",
    "<p onmouseover=ran() onfocus=ran() tabindex=0>x</p>",
    "<p style='animation:x' onanimationstart=ran()>x</p><style>@keyframes x{}</style>",
    "<custom-element onpointerover=ran() tabindex=0>x</custom-element>",
    "<a href=javascript:ran()>x</a>",
    "<a href=\"java\nscript:ran()\">x</a>",
    "<a href=\"jav&Tab;ascript&colon;ran()\">x</a>",
    "<a href=\"&#1;javascript:ran()\">x</a>",
    "<a href=x onclick=ran()>x</a>",
    "<a href='x\" onclick=ran() y=\"'>x</a>",
    "<a href=# title='\"><script>ran()</script>'>x</a>",
]

ADDRESSES = [
    "javascript:ran()",
    "JaVaScRiPt:ran()",
    "javascript&colon;ran()",
    "&#106;avascript:ran()",
    "&#x01;javascript:ran()",
    "java&#10;script:ran()",
    "javascript&#58ran()",
    "vbscript:ran()",
    "data:text/html,<script>ran()</script>",
    "data:text/html;base64,PHNjcmlwdD5yYW4oKTwvc2NyaXB0Pg==",
    "x\" onclick=\"ran()",
    "x' onmouseover='ran()",
    "x&quot; onerror=&quot;ran()",
    "x\"><script>ran()</script>",
    "//javascript:ran()",
    "#\"><img src=x onerror=ran()>",
]

TEXTS = [
    "<script>ran()</script>",
    "<img src=x onerror=ran()>",
    '"><script>ran()</script>',
    "'><img src=x onerror=ran()>",
    '" onmouseover="ran()" onfocus="ran()" x="',
    "</title><script>ran()</script>",
    "</script><script>ran()</script>",
    "--><script>ran()</script>",
    "&lt;img src=x onerror=ran()&gt;",
    "{{{content}}}<svg onload=ran()>{{#x}}",
]

# A name cannot hold a slash.
NAMES = [
    "<img src=x onerror=ran()>",
    '"><img src=x onerror=ran()>',
    "'><svg onload=ran()>",
    '" onmouseover="ran()" x="',
    "javascript:ran()",
    "&lt;img src=x onerror=ran()&gt;",
    "&#34; onfocus=ran() autofocus x=&#34;",
    "%22%3E%3Cimg src=x onerror=ran()%3E",
    "{{{x}}}<svg onload=ran()>",
]

PICTURE = """<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" onload="ran()">
<script>ran()</script></svg>"""


def quoted(text):
    """Text as a YAML scalar."""
    return "'" + text.replace("'", "''") + "'"


def in_markdown(text):
    """The ways by which Markdown takes a text, from a heading to a footnote."""
    return "\n\n".join([
        text, f"# {text}", f"`{text}`", f"```{text}\n{text}\n```", f"| {text} |\n|---|\n| {text} |",
        f"- [ ] {text}", f"> [!NOTE]\n> {text}", f"[[{text}]]", f"[[x|{text}]]", f"[{text}](#x)",
        f"![{text}](picture.svg)", f"![x](picture.svg \"{text}\")", f"[x](other.md '{text}')",
        f"[^{text}]\n\n[^{text}]: {text}"])


def addressed(address):
    """The ways by which Markdown takes an address."""
    label = ADDRESSES.index(address)
    return "\n\n".join([
        f"[x]({address})", f"[x](<{address}>)", f"![x]({address})", f"![x](<{address}>)",
        f"<{address}>", f"[[{address}]]", f"[x][{label}]\n\n[{label}]: <{address}>",
        f"<a href=\"{address}\">x</a>", f"<img src=\"{address}\" alt=x>",
        f"<a id=\"{address}\" title='{address}'>x</a>", address])


def write(folder):
    """Writes the notes: each payload of HTML in a note of its own, so that none hides another."""
    folder.mkdir(parents=True)
    (folder / "picture.svg").write_text(PICTURE)
    for number, payload in enumerate(HTML):
        (folder / f"html-{number}.md").write_text(
            f"# HTML\n\n{payload}\n\nAnd *inline* {payload} too.\n")
    for number, text in enumerate(TEXTS):
        (folder / f"text-{number}.md").write_text(
            f"---\ntitle: {quoted(text)}\ndescription: {quoted(text)}\n"
            f"tags: [{quoted(text)}, common]\n---\n\n{in_markdown(text)}\n")
    for number, address in enumerate(ADDRESSES):
        (folder / f"address-{number}.md").write_text(f"# Addresses\n\n{addressed(address)}\n")
    for name in NAMES:
        inner = folder / name
        inner.mkdir()
        (inner / f"{name}.md").write_text(
            f"No title here.\n\n![x](<{name}.svg>) ![](<missing {name}.svg>)\n")
        (inner / f"{name}.svg").write_text(PICTURE)
    links = "\n".join(f"- [[{name}]] [x](<{name}/{name}.md>)" for name in NAMES)
    (folder / "names.md").write_text(f"# Names\n\n{links}\n")
    configuration = folder.parent / "hostile.yml"
    configuration.write_text(f"title: {quoted(TEXTS[2])}\ndescription: {quoted(TEXTS[4])}\n")
    return configuration
