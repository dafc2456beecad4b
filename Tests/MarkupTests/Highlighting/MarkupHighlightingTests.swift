import Testing

struct MarkupHighlightingTests {
  @Test func htmlHasTagsAttributesEntitiesAndScripts() throws {
    try expect(
      "html",
      #"""
      <!DOCTYPE html>
      <!-- c -->
      <a href="x?a&amp;b" class='y' disabled data-x=1>T &lt; &#65; & don't</a><br/>
      <script type="module">if (a < b) { let s = "</p>"; }</script>
      <?xml version="1.0"?><x:y><![CDATA[ <raw> ]]></x:y>
      """#,
      is: #"""
        «h <!DOCTYPE html>»
        «c <!-- c -->»
        «t <a» «a href»=«s "x?a&amp;b"» «a class»=«s 'y'» «a disabled» «a data-x»=«s 1»«t >»T «b &lt;» «b &#65;» & don't«t </a>»«t <br»«t />»
        «t <script» «a type»=«s "module"»«t >»«k if» (a < b) { «k let» s = «s "</p>"»; }«t </script>»
        «h <?xml version="1.0"?>»«t <x:y>»«s <![CDATA[ <raw> ]]>»«t </x:y>»
        """#)
  }

  @Test func xmlHasDeclarationsSectionsAndTags() throws {
    try expect(
      "xml",
      #"""
      <?xml version="1.0"?>
      <!DOCTYPE svg>
      <svg:g id="a"
        fill='b'>
        <![CDATA[ a < b
        && c ]]> it's
        <!-- two
        lines -->
      </svg:g>
      """#,
      is: #"""
        «h <?xml version="1.0"?>»
        «h <!DOCTYPE svg>»
        «t <svg:g» «a id»=«s "a"»
          «a fill»=«s 'b'»«t >»
          «s <![CDATA[ a < b»
        «s   && c ]]>» it's
          «c <!-- two»
        «c   lines -->»
        «t </svg:g>»
        """#)
  }

  @Test func aPatchHasHeadersAndChangedLines() throws {
    try expect(
      "diff",
      #"""
      diff --git a/x b/x
      index 1..2 100644
      --- a/x
      +++ b/x
      @@ -1,2 +1,2 @@ func
       same
      --- gone
      -old
      +new
      \ No newline at end of file
      """#,
      is: #"""
        «h diff --git a/x b/x»
        «h index 1..2 100644»
        «h --- a/x»
        «h +++ b/x»
        «h @@ -1,2 +1,2 @@ func»
         same
        «d --- gone»
        «d -old»
        «i +new»
        «c \ No newline at end of file»
        """#)
  }

  @Test(arguments: [
    ("xml", "a < b & c &d; &#x41;", "a < b & c «b &d;» «b &#x41;»"),
    ("xml", "<a b=\"open\n>", "«t <a» «a b»=«s \"open»\n«s >»"),
    ("xml", "<a <b/>", "«t <a» «t <b»«t />»"),
    ("html", "<style>a > b {}</style><p>", "«t <style>»a > b {}«t </style>»«t <p>»"),
    ("xml", "<script>1</script>", "«t <script>»1«t </script>»"),
    ("diff", "+++ a\n--- b\n+c", "«i +++ a»\n«d --- b»\n«i +c»"),
    ("diff", "> new\n< old\r\n", "«i > new»\n«d < old\r»\n"),
  ])
  func smallPrintOfMarkup(language: String, code: String, expected: String) throws {
    try expect(language, code, is: expected)
  }

  @Test func aSpanIsClosedAndOpenedAgainAtTheEndOfEachLine() throws {
    let html = try highlight(Array("/* a\n\n<b> & \"c\" */ d".utf8), as: "js")
    #expect(
      String(decoding: html, as: UTF8.self) == """
        <span class="c">/* a</span>

        <span class="c">&lt;b&gt; &amp; &quot;c&quot; */</span> d
        """)
  }
}
