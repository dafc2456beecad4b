import Markup
import Testing

@Suite struct HostileHTML {
  @Test func hasAHundredPayloadsAndMore() {
    #expect(Set(hostilePayloads).count >= 100)
    #expect(Set(hostilePayloads).count == hostilePayloads.count)
  }

  @Test(arguments: hostilePayloads)
  func leavesOnlyAllowedTagsOfAPayload(_ payload: String) {
    for page in [block(payload), inline(payload), cell(payload), block("<svg>" + payload)] {
      #expect(StrictVerifier.complaint(about: page.bytes) == nil, "\(page.html)")
    }
  }

  @Test func leavesOnlyAllowedTagsOfTwentyThousandMutations() {
    var random = SplitMix(state: 0x5173_6E65)
    let payloads = hostilePayloads.map { Array($0.utf8) }
    let joints = ["<", ">", "\"", "'", "/", "=", " ", "\0", "-->", "<!--", "</p>", "<p>", "</a>"]
      .map { Array($0.utf8) }
    for round in 0..<20_000 {
      var page = TestPage()
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let html = mutation(of: payloads, joints, using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: page.container(.inline, "p") { $0.add(html, inline: true) }
        case 1: page.container(.inline, "p") { $0.container(.inline, "em") { $0.add(html) } }
        case 2: page.container(.block, "div") { $0.add(html) }
        default: page.add(html)
        }
        // A Markdown container would stand in a table; that is for the renderer to prevent.
        page.closeStructures()
      }
      page = page.finished()
      let complaint = StrictVerifier.complaint(about: page.bytes)
      if complaint != nil {
        Issue.record("round \(round): \(complaint ?? "") in \(page.html)")
        return
      }
    }
  }

  @Test(arguments: [
    "<a <a ", "<!--", "<!-- ", "a<?", "<?", "<a href=\"", "<a href='x' ", "<![CDATA[", "</", "</a",
    "<b>", "<p>", "<h1>", "<script>", "<script><!--", "<style>", "<p><b></p>", "<a a=", "<x>",
    "</x>",
    "<table><tr><td>", "<ul><li>", "<a href=x>", "<p>x<li>", "</style", "<!", "-->", "<foo></foo>",
    "<img src=x a=&amp>", "<div><h2><p></div>", "<!-->", "&", "<a a b c d e f g h i j k l m n o p",
  ])
  func takesTimeInProportionToItsLength(_ piece: String) {
    let count = 100_000 / piece.utf8.count
    let html = Array(repeatElement(Array(piece.utf8), count: count).joined())
    let clock = ContinuousClock()
    var page = TestPage()
    let time = clock.measure { page.add(html) }
    #expect(time < .seconds(8), "\(time)")
    #expect(StrictVerifier.complaint(about: page.finished().bytes) == nil)
  }

  @Test func keepsNoMoreAttributesThanTheLimit() {
    let many = (0..<50_000).map { "a\($0)=x" }.joined(separator: " ")
    let page = TestPage(blocks: ["<b \(many)>x</b>"]).finished()
    #expect(page.html == "<b>x</b>")
    #expect(page.findings.count == HTMLTag.attributeLimit + 1)
  }

  private func block(_ html: String) -> TestPage { TestPage(blocks: [html]).finished() }

  private func inline(_ html: String) -> TestPage {
    var page = TestPage()
    page.container(.inline, "p") { page in
      page.add(html, inline: true)
      page.container(.inline, "em") { $0.add(html, inline: true) }
      page.add(html, inline: true)
    }
    return page.finished()
  }

  private func cell(_ html: String) -> TestPage {
    var page = TestPage()
    page.container(.block, "blockquote") { $0.add(html, inline: true) }
    return page.finished()
  }

  private func mutation(
    of payloads: [[UInt8]], _ joints: [[UInt8]], using random: inout SplitMix
  ) -> [UInt8] {
    var bytes = payloads.randomElement(using: &random) ?? []
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      let place = Int.random(in: 0...bytes.count, using: &random)
      switch Int.random(in: 0..<6, using: &random) {
      case 0: bytes.insert(contentsOf: joints.randomElement(using: &random) ?? [], at: place)
      case 1: bytes.insert(contentsOf: payloads.randomElement(using: &random) ?? [], at: place)
      case 2: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
      case 3: bytes.removeSubrange(place..<min(place + 3, bytes.count))
      case 4: bytes += bytes[place...]
      default: bytes.removeLast(bytes.count - place)
      }
    }
    return bytes
  }
}
