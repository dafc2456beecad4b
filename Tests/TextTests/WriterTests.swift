import Testing
import Text

/// What no sink may pass on as it is.
private let canary = "a\"b'c\\d<e>&f,g\n\u{0}\u{7F}\u{2028}é🙂</script>]]>"

@Suite struct JSONWriterTests {
  private func string(_ json: JSONWriter) -> String {
    String(decoding: json.bytes, as: UTF8.self)
  }

  private func write(_ layout: JSONWriter.Layout) -> String {
    var json = JSONWriter(layout)
    json.object { json in
      json.field("title", "Keys")
      json.field("nothing", nil as String?)
      json.array("lines") { json in
        json.number(3)
        json.number(-0.25)
        json.number(.nan)
        json.bool(true)
        json.null()
      }
      json.object("empty") { _ in }
      json.array("none") { _ in }
      json.field("labels", ["a", "b"])
      json.key(text: "é\"")
      json.array { json in
        json.object { $0.field("deep", 1) }
        json.object { $0.field("deep", 2) }
      }
    }
    return string(json)
  }

  @Test func writesForPrograms() {
    #expect(
      write(.compact) == #"{"title":"Keys","lines":[3,-0.25,null,true,null],"empty":{},"none":[],"#
        + #""labels":["a","b"],"é\"":[{"deep":1},{"deep":2}]}"#)
  }

  @Test func writesForPeople() {
    #expect(
      write(.indented) == """
        {
          "title": "Keys",
          "lines": [
            3,
            -0.25,
            null,
            true,
            null
          ],
          "empty": {},
          "none": [],
          "labels": [
            "a",
            "b"
          ],
          "é\\"": [
            {
              "deep": 1
            },
            {
              "deep": 2
            }
          ]
        }
        """)
  }

  @Test func aSingleValueIsADocument() {
    var json = JSONWriter(.indented)
    json.string("x")
    json.endFile()
    #expect(string(json) == "\"x\"\n")
  }

  @Test func escapesWhatStringsMayNotHold() {
    var json = JSONWriter()
    json.string(canary)
    #expect(
      string(json)
        == #""a\"b'c\\d\u003ce>&f,g\n\u0000\u007f\u2028é🙂\u003c/script>]]>""#)
  }

  @Test(arguments: ["\"", "<", "\u{2028}", "é"])
  func findsASignAtAnyPlaceOfATextOfAnyLength(sign: String) {
    var alone = JSONWriter()
    alone.string(sign)
    let written = string(alone).dropFirst().dropLast()
    for before in 0..<18 {
      for after in 0..<18 {
        let (start, end) = (
          String(repeating: "a", count: before), String(repeating: "z", count: after)
        )
        var json = JSONWriter()
        json.string(start + sign + end + sign)
        #expect(string(json) == "\"\(start)\(written)\(end)\(written)\"")
      }
    }
  }

  @Test func aTableWritesTextsAsTheyAreWrittenAlone() {
    let texts = ["a", "", canary, "é"]
    let table = JSONTexts(texts.count) { texts[$0] }
    var (json, other) = (JSONWriter(.indented), JSONWriter(.indented))
    json.object { json in
      json.field("first", 2, of: table)
      json.array("all") { json in for index in texts.indices { json.string(index, of: table) } }
    }
    other.object { other in
      other.field("first", canary)
      other.field("all", texts)
    }
    #expect(string(json) == string(other))
  }

  @Test func piecesAreTheWhole() {
    func write(_ json: inout JSONWriter, _ drain: (inout JSONWriter) -> Void) {
      json.object { json in
        json.array("all") { json in
          for number in 0..<30_000 {
            json.object { $0.field("number", number) }
            drain(&json)
          }
        }
        json.field("last", canary)
      }
      json.endFile()
    }
    for layout in [JSONWriter.Layout.compact, .indented] {
      var (whole, drained) = (JSONWriter(layout), JSONWriter(layout))
      write(&whole) { _ in }
      var pieces: [[UInt8]] = []
      write(&drained) { $0.drainPiece { pieces.append(Array($0)) } }
      drained.drain { pieces.append(Array($0)) }
      #expect(pieces.count > 2)
      #expect(Array(pieces.joined()) == whole.bytes)
    }
  }

  @Test func bytesThatAreNoTextAreReplaced() {
    var json = JSONWriter()
    json.string(utf8: [0x61, 0xFF, 0xE2, 0x80, 0x22])
    #expect(string(json) == "\"a\u{FFFD}\u{FFFD}\\\"\"")
  }

  @Test(arguments: [
    ("\u{8}\u{C}\r\t", #""\b\f\r\t""#), ("\u{2029}", #""\u2029""#), ("\u{2030}", "\"\u{2030}\""),
    ("", "\"\""),
  ])
  func knowsTheShortForms(text: String, written: String) {
    var json = JSONWriter()
    json.string(text)
    #expect(string(json) == written)
  }
}

@Suite struct CSVWriterTests {
  private func row(_ cells: String...) -> String {
    var csv = CSVWriter([])
    csv.row { row in
      for cell in cells { row.text(cell) }
    }
    return String(decoding: csv.bytes.dropFirst(2), as: UTF8.self)
  }

  @Test func writesRowsBelowTheirColumns() {
    var csv = CSVWriter(["name", "count"])
    csv.row { row in
      row.text("keys")
      row.number(-3)
    }
    csv.row { row in
      row.text("")
      row.number(nil)
    }
    #expect(String(decoding: csv.bytes, as: UTF8.self) == "name,count\r\nkeys,-3\r\n,\r\n")
  }

  @Test func quotesWhereItMust() {
    #expect(
      row("a,b", "say \"x\"", "two\nlines", " edge")
        == #""a,b","say ""x""","two\#nlines"," edge"\#r\#n"#)
    #expect(row(canary).hasPrefix("\"a\"\"b'c\\d<e>&f,g\n"))
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\tx"])
  func noTextIsAFormula(text: String) {
    #expect(row(text) == "'\(text)\r\n")
  }

  @Test func aCarriageReturnIsQuotedAndNoFormula() {
    #expect(row("\rx") == "\"'\rx\"\r\n")
  }
}

@Suite struct XMLTests {
  @Test func escapesTextAndAttributes() {
    var xml = XML()
    xml.declaration()
    xml.markup("<node")
    xml.attribute("id", canary)
    xml.attribute("line", 3)
    xml.markup("/>")
    let written =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<node id=\"a&quot;b&apos;c\\d&lt;e&gt;&amp;f,g&#10;"
      + "\u{FFFD}\u{7F}\u{2028}é🙂&lt;/script&gt;]]&gt;\" line=\"3\"/>"
    #expect(String(decoding: xml.bytes, as: UTF8.self) == written)
  }

  @Test func replacesWhatXMLDoesNotAllow() {
    var xml = XML()
    xml.text("a\u{B}b\u{FFFE}c\u{FFFF}d\u{FFFD}\u{FF5E}")
    xml.number(1.5)
    #expect(
      String(decoding: xml.bytes, as: UTF8.self)
        == "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}\u{FF5E}1.5")
  }
}
