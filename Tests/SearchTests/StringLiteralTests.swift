import Testing

@testable import Search

@Suite struct StringLiteralTests {
  @Test(arguments: [
    "", "plain", "\"quoted\"", "C:\\notes\\", "\\\"", "one\ntwo\r\nthree", "`${1}`", "</script>",
    "na\u{EF}ve \u{2028} \u{1F511}",
  ])
  func readsWhatItWrote(_ text: String) {
    var literal: [UInt8] = []
    StringLiteral.append(Array(text.utf8), to: &literal)
    #expect(StringLiteral.decode(literal) == Array(text.utf8))
    #expect(!literal.contains(0x0A) && !literal.contains(0x0D))
  }

  @Test func escapesWhatWouldEndTheLiteral() {
    var literal: [UInt8] = []
    StringLiteral.append(Array("a\"b\\c\nd\re".utf8), to: &literal)
    #expect(String(decoding: literal, as: UTF8.self) == #"a\"b\\c\nd\re"#)
  }

  @Test(arguments: ["\"", "\\", "\n", "\r"])
  func escapesWhereverItStands(_ special: String) {
    for count in 0..<20 {
      let text = String(repeating: "!", count: count) + special + "#]\u{B}\u{E}" + special
      var literal: [UInt8] = []
      StringLiteral.append(Array(text.utf8), to: &literal)
      #expect(literal.count == text.utf8.count + 2)
      #expect(StringLiteral.decode(literal) == Array(text.utf8))
    }
  }

  @Test(arguments: ["\"", "\\", "\\x41", "\\t", "one\ntwo", "\r", "a\\"])
  func refusesWhatIsNone(_ literal: String) {
    #expect(StringLiteral.decode(Array(literal.utf8)) == nil)
  }
}
