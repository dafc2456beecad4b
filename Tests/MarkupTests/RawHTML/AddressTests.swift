import Markup
import Testing

@Suite struct Addresses {
  @Test(arguments: [
    "a.md", "../a b.md", "/a", "./a:b", "a/b:c", "1:2", "?q=a:b", "", "%6Aavascript:x", "a#b:c",
    "java&#115cript:x", "\u{A0}javascript:x", "\u{FF4A}avascript:x", "a\\b", "\\a", "ja\0va:x",
    "java script:x", ":x", "-a:x", "@a:x",
  ])
  func thatAreRelative(_ written: String) {
    #expect(Address(written: written) == .relative(Array(written.utf8)))
  }

  @Test(arguments: [
    ("http://a", Address.Scheme.http), ("HTTPS://a/b?c#d", .https), ("mailto:a@b", .mailto),
    ("tel:+49", .tel), ("https:a", .https), ("hTtP:\\\\a", .http),
  ])
  func thatAreAbsolute(_ written: String, _ scheme: Address.Scheme) {
    #expect(Address(written: written) == .absolute(scheme, Array(written.utf8)))
  }

  @Test(arguments: [
    "javascript:x", "JavaScript:x", " javascript:x", "\u{1}javascript:x", "java\nscript:x",
    "java\tscript\r:x", "\u{1F} \u{0}javascript:x", "j\na\tv\ra\ns\nc\tr\ni\np\nt\n:x",
    "javascript:", "javascript://x/%0Aalert(1)",
  ])
  func thatAreScript(_ written: String) {
    #expect(Address(written: written) == .refused(.scheme(Array("javascript".utf8))))
  }

  @Test(arguments: [
    "data:text/html,x", "vbscript:x", "ms-msdt:x", "blob:x", "file:///x", "ftp://x", "irc://x",
    "view-source:x", "feed:x", "x-y+z.1:a", "about:blank", "intent://x", "made-up:x", "cid:x",
    "httpss://x", "http+x://y", "localhost:5001/x",
  ])
  func thatHaveAForeignScheme(_ written: String) {
    let scheme = written.utf8.prefix { $0 != UInt8(ascii: ":") }
    #expect(Address(written: written) == .refused(.scheme(Array(scheme))))
  }

  @Test(arguments: [
    "//a", "\\\\a", "/\\a", "\\/a", "/\t/a", " //a", "/\n\\a", "///a", "\u{0}//a", "//",
    "\\\\?\\C:\\",
  ])
  func thatNameAnotherHost(_ written: String) {
    #expect(Address(written: written) == .refused(.otherHost))
  }

  @Test(arguments: ["C:\\x", "c:/x", "Z:", "C:\tx"])
  func thatNameADrive(_ written: String) {
    #expect(Address(written: written) == .refused(.drive))
  }

  @Test(arguments: [("#a", "a"), ("#", ""), (" #a b ", "a b"), ("#javascript:x", "javascript:x")])
  func thatAreFragments(_ written: String, _ fragment: String) {
    #expect(Address(written: written) == .fragment(Array(fragment.utf8)))
  }

  @Test func loseControlCharactersAndSpacesAtTheirEnds() {
    #expect(Address(written: "\u{1} a\tb\n.md \u{0}") == .relative(Array("ab.md".utf8)))
    #expect(Address(written: "ht\ntp://a ") == .absolute(.http, Array("http://a".utf8)))
  }

  @Test(arguments: [
    ("foo bä", "foo%20b%C3%A4"), ("a&b'c", "a&amp;b&#x27;c"),
    ("\"<>\\[]`", "%22%3C%3E%5C%5B%5D%60"),
    ("-_.+!*(),%#@?=;:/$~09azAZ", "-_.+!*(),%#@?=;:/$~09azAZ"),
    ("{|}^\u{7F}\u{1}", "%7B%7C%7D%5E%7F%01"),
  ])
  func areEscapedAsCmarkDoes(_ written: String, _ escaped: String) {
    var html = HTML()
    html.address(written)
    #expect(html.string == escaped)
  }
}
