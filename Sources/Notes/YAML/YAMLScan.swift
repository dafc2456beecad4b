/// A walk over YAML that takes it apart exactly as libyaml's scanner does, and refuses what must not
/// reach Yams.
///
/// Whether `&` begins an anchor or stands for "and" depends on quotes, comments, block text, flow
/// collections and indentation. So this is libyaml's own state machine (scanner.c, 0.2.5: the stack
/// of indents, the simple keys, the flow level) without the values. What it does not understand it
/// refuses: nothing behind that place has been looked at. `YAMLScanTests` compares it with Yams.
struct YAMLScan {
  /// A key that was found: what Yams's duplicates are looked up in.
  struct Key {
    /// The bytes of the key.
    var range: Range<Int>
    /// Where it begins, for people.
    var line: Int
    /// The column for people.
    var column: Int
    /// Equal for keys of one mapping, as long as none of a lesser level lies between them.
    var level: Int
    /// Flow mappings have the levels of their own kind.
    var isInFlow: Bool
  }

  enum Start { case scalar, quoted, collection }

  /// A place that turns out to be a key when a `:` follows on the same line.
  struct SimpleKey {
    var isPossible = false
    var isRequired = false
    var start = Start.scalar
    var cursor: YAMLCursor?
    var end = 0
  }

  /// The keys, in the order of the text.
  var keys: [Key] = []

  let bytes: UnsafeBufferPointer<UInt8>
  var cursor: YAMLCursor
  var indent = -1
  var indents: [Int] = []
  var simpleKeys = [SimpleKey()]
  var allowsSimpleKey = true
  var nodes = 0
  var awaitsValue = false
  var hasContent = false
  var hasMarker = false
  var hasEnded = false
  /// Where the last plain text began that went on over several lines.
  var longTextLine: Int?

  init(_ bytes: UnsafeBufferPointer<UInt8>, firstLine: Int) {
    self.bytes = bytes
    cursor = YAMLCursor(bytes, firstLine: firstLine)
  }

  var flowLevel: Int { simpleKeys.count - 1 }
  var isInFlow: Bool { simpleKeys.count > 1 }

  /// Walks to the end; throws at the first thing that is refused.
  mutating func run() throws(YAMLProblem) {
    while true {
      skipToToken()
      try dropStaleKeys()
      unroll(to: cursor.column)
      if cursor.isAtEnd { break }
      try token()
    }
    try dropSimpleKey()
  }

  mutating func token() throws(YAMLProblem) {
    let byte = cursor.byte()
    if cursor.column == 0, byte == UInt8(ascii: "%") {
      throw cursor.problem("a '%' at the start of a line is a YAML directive, which is not read")
    }
    if cursor.isMarker(UInt8(ascii: "-")) { return try documentStart() }
    if cursor.isMarker(UInt8(ascii: ".")) { return try documentEnd() }
    if hasEnded { throw severalDocuments }
    hasContent = true
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "{"): try flowStart()
    case UInt8(ascii: "]"), UInt8(ascii: "}"): try flowEnd()
    case UInt8(ascii: ","): try flowEntry()
    case UInt8(ascii: "-") where cursor.isBlankOrEnd(1): try blockEntry()
    case UInt8(ascii: "?") where isInFlow || cursor.isBlankOrEnd(1):
      throw cursor.problem(
        "a '?' here begins a key that is not simple text", help: "write 'key: value'")
    case UInt8(ascii: ":") where isInFlow || cursor.isBlankOrEnd(1): try value()
    case UInt8(ascii: "*"): throw refused("'*' at the start of a value means an alias")
    case UInt8(ascii: "&"): throw refused("'&' at the start of a value means an anchor")
    case UInt8(ascii: "!"): throw refused("'!' at the start of a value means a tag")
    case UInt8(ascii: "|") where !isInFlow, UInt8(ascii: ">") where !isInFlow: try blockScalar()
    case UInt8(ascii: "'"), UInt8(ascii: "\""): try quotedScalar(byte)
    case UInt8(ascii: "\t"):
      throw cursor.problem("a tab cannot indent YAML", help: "use spaces")
    case UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "%"), UInt8(ascii: "@"),
      UInt8(ascii: "`"), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: "#"):
      guard byte != UInt8(ascii: "?") && byte != UInt8(ascii: ":") else { return try plainScalar() }
      let mark = String(Unicode.Scalar(byte))
      throw cursor.problem("a value cannot begin with '\(mark)'", help: "put the value in quotes")
    default: try plainScalar()
    }
  }

  func refused(_ what: String) -> YAMLProblem {
    cursor.problem(
      "\(what) in YAML, and sitegen does not read those",
      help: "if it is meant as text, put it in quotes")
  }

  var severalDocuments: YAMLProblem {
    cursor.problem("a second YAML document begins here; only one is read", help: "remove it")
  }

  mutating func documentStart() throws(YAMLProblem) {
    // One `---` in front of everything is how many files begin.
    guard !hasContent && !hasMarker && !hasEnded else { throw severalDocuments }
    hasMarker = true
    try marker()
  }

  mutating func documentEnd() throws(YAMLProblem) {
    hasEnded = true
    try marker()
  }

  mutating func marker() throws(YAMLProblem) {
    unroll(to: -1)
    try dropSimpleKey()
    allowsSimpleKey = false
    for _ in 0..<3 { cursor.advance() }
  }

  mutating func flowStart() throws(YAMLProblem) {
    try countNode()
    try saveSimpleKey(.collection)
    simpleKeys.append(SimpleKey())
    try checkDepth()
    allowsSimpleKey = true
    cursor.advance()
  }

  mutating func flowEnd() throws(YAMLProblem) {
    try dropSimpleKey()
    guard isInFlow else {
      let mark = String(Unicode.Scalar(cursor.byte()))
      throw cursor.problem(
        "this '\(mark)' closes nothing", help: "if it is meant as text, put it in quotes")
    }
    simpleKeys.removeLast()
    allowsSimpleKey = false
    awaitsValue = false
    cursor.advance()
  }

  mutating func flowEntry() throws(YAMLProblem) {
    guard isInFlow else {
      throw cursor.problem("a value cannot begin with ','", help: "put the value in quotes")
    }
    try dropSimpleKey()
    allowsSimpleKey = true
    try expectValue()
    cursor.advance()
  }

  mutating func blockEntry() throws(YAMLProblem) {
    if !isInFlow {
      guard allowsSimpleKey else {
        throw cursor.problem(
          "a list item cannot begin here",
          help: "begin the list on a line of its own, or put the text in quotes")
      }
      try roll(to: cursor.column)
    }
    try dropSimpleKey()
    allowsSimpleKey = true
    try expectValue()
    cursor.advance()
  }

  mutating func value() throws(YAMLProblem) {
    let top = simpleKeys.count - 1
    if simpleKeys[top].isPossible, let start = simpleKeys[top].cursor {
      try checkKey(simpleKeys[top], start)
      if !isInFlow { try roll(to: start.column) }
      simpleKeys[top].isPossible = false
      allowsSimpleKey = false
    } else {
      if !isInFlow {
        // Without `?` no key can stand on the lines before.
        throw allowsSimpleKey
          ? cursor.problem("a key is missing here", help: "write 'key: value'") : misplacedColon
      }
      allowsSimpleKey = false
    }
    try expectValue()
    cursor.advance()
  }

  mutating func checkKey(
    _ key: SimpleKey, _ start: YAMLCursor
  ) throws(YAMLProblem) {
    guard key.start != .collection else {
      throw start.problem("a key must be text", help: "put the key in quotes")
    }
    let range = start.offset..<key.end
    if key.start == .scalar, bytes[range].elementsEqual("<<".utf8) {
      throw start.problem(
        "'<<' merges mappings in YAML, and sitegen does not do that", help: "write the keys out")
    }
    keys.append(
      Key(
        range: range, line: start.placeLine, column: start.placeColumn,
        level: isInFlow ? flowLevel : start.column, isInFlow: isInFlow))
  }

  var misplacedColon: YAMLProblem {
    if let longTextLine {
      return cursor.problem(
        "a ': ' inside text that began on line \(longTextLine)",
        help: "write 'key: value' on line \(longTextLine), and check the indentation")
    }
    return cursor.problem(
      "a ': ' inside a value", help: "put the whole value in quotes, or check the indentation")
  }
}
