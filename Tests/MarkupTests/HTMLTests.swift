import Testing

@testable import Markup

@Suite struct HTMLTests {
  @Test(arguments: [("&", "&amp;"), ("\"", "&quot;"), ("\u{0}", "\u{FFFD}"), ("é", "é")])
  func findsASignAtAnyPlaceOfATextOfAnyLength(sign: String, written: String) {
    for before in 0..<18 {
      for after in 0..<18 {
        let (start, end) = (
          String(repeating: "a", count: before), String(repeating: "z", count: after)
        )
        let html = HTML(text: start + sign + end + sign)
        #expect(html.string == start + written + end + written)
      }
    }
  }

  @Test(arguments: [0, 9, 10, 99, 100, 12_345_678, 99_999_999, 100_000_000, .max, -1, .min])
  func writesANumberByItsDigits(value: Int) {
    var html = HTML()
    html.number(value)
    #expect(html.string == String(value))
  }
}
