import Markup
import Testing

@Suite struct ValidTextTests {
  /// What is known to be UTF-8 is not looked at again, and makes the same document.
  @Test(arguments: [
    "# Tïtle\n\n新幹線 and 🚀\n", "a\0b\n\n`c\0`\n", "\u{FEFF}# Title\n", "\u{FFFD} stays\n",
    "\r\na\rb\n",
  ])
  func makesTheSameDocument(_ text: String) throws {
    let bytes = Array(text.utf8)
    let (known, unknown) = bytes.withUnsafeBufferPointer { bytes in
      (MarkdownParser().parse(bytes, isUTF8: true), MarkdownParser().parse(bytes))
    }
    #expect(try #require(known).plain == unknown?.plain)
    #expect(known?.html == unknown?.html)
  }

  @Test func shows0AsAReplacement() throws {
    let bytes = Array("a\0b\n".utf8)
    let known = bytes.withUnsafeBufferPointer { MarkdownParser().parse($0, isUTF8: true) }
    #expect(try String(decoding: #require(known).plain, as: UTF8.self) == "a\u{FFFD}b\n")
  }
}
