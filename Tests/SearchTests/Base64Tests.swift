import Testing

@testable import Search

@Suite struct Base64Tests {
  @Test func readsWhatItWrote() {
    for count in 0..<50 {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ count) }
      var text: [UInt8] = []
      Base64.append(bytes, to: &text)
      #expect(Base64.decode(text) == bytes)
      #expect(Base64.decode(text[...]) == bytes)
    }
  }

  @Test(arguments: ["a", "ab=", "a===", "====", "ab=c", "=abc", "abcd=", "ab-_", "abc\n"])
  func refusesWhatIsNone(_ text: String) {
    #expect(Base64.decode(Array(text.utf8)) == nil)
  }
}
