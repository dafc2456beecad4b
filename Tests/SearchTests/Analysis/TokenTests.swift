import Search
import Testing

@Suite struct TokenTests {
  /// `term/position`, as docs/search-format.md writes it.
  private static func tokens(_ text: String) -> String {
    Analysis.tokens(of: text).map { token in
      "\(String(decoding: token.term, as: UTF8.self))/\(token.position)"
    }.joined(separator: " ")
  }

  @Test(arguments: [
    ("s3:PutObject", "s3:putobject/0 s3/0 putobject/1 put/1 object/2"),
    ("kube-proxy", "kubeproxi/0 kube/0 proxi/1"),
    ("node_modules", "nodemodul/0 node/0 modul/1"),
    ("AmazonS3", "amazons3/0 amazon/0 s3/1"),
    ("C++ and C#, not C+", "c++/0 and/1 c#/2 not/3 c/4"),
    ("see .env, ./x.y and ...z", "see/0 .env/1 env/1 x.y/2 x/2 y/3 and/4 z/5"),
    ("10.0.0.0/8 and/or", "10.0.0.0/8/0 10/0 0/1 0/2 0/3 8/4 and/5 or/6"),
    ("don't Alice's dogs' rock'n'roll", "dont/0 alic/1 dog/2 rocknrol/3"),
    (
      "HTTPServer IPv4 APIs EC2Instance",
      """
      httpserver/0 http/0 server/1 ipv4/2 api/3 ec2instance/4 ec2/4 instanc/5
      """
    ),
    ("新幹線 鍵 AWSの", "新幹/0 幹線/1 鍵/2 aw/3 の/4"),
    ("naïve Ｆｕｌｌ ﬁne Straße ŁÓDŹ ΣΊΣΥΦΟΣ", "naiv/0 full/1 fine/2 strass/3 lodz/4 σισυφοσ/5"),
    ("a\n\nb", "a/0 b/3"),
    ("か\u{3099}き 한 \u{1112}\u{1161}\u{11AB}", "がき/0 한/1 한/2"),
    ("😀 👍🏽 … --", ""),
    ("co\u{AD}operate", "cooper/0"),
    ("__proto__ <img onerror=x>", "proto/0 img/1 onerror/2 x/3"),
  ])
  func cutsATextIntoTokens(text: String, wanted: String) {
    #expect(Self.tokens(text) == wanted)
  }

  /// With text behind it a word is read eight bytes at once, at the end of a text byte by byte.
  @Test(arguments: 1...42) func readsWordsAtTheEndAsBefore(length: Int) {
    let letters = Array("abcdefghijklmnopqrstuvwxyz012345678901234567")
    let plain = String(letters[..<length])
    let capital = plain.prefix(1).uppercased() + plain.dropFirst()
    let words = [
      plain, plain.uppercased(), capital, String(plain.reversed()), "\(plain)+", "\(plain)-x",
      ".\(plain)", "\(plain)B",
    ]
    for word in words {
      #expect(Self.tokens("\(word)                    ") == Self.tokens(word))
    }
  }

  @Test func leavesOutWhatIsTooLongAndCountsIt() {
    let long = String(repeating: "x", count: 41)
    #expect(Self.tokens("a \(long) b") == "a/0 b/2")
  }

  @Test func saysWhichBytesATokenComesFrom() {
    let text = Array("été\nthe café-bar".utf8)
    let parts = Analysis.tokens(of: text).map { String(decoding: text[$0.range], as: UTF8.self) }
    #expect(parts == ["été", "the", "café-bar", "café-bar", "café-bar"])
  }
}
