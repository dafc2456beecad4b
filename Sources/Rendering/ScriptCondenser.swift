/// Takes out of a script of the theme what means nothing to a browser: comments, indentation, and spaces
/// and ends of lines that divide nothing.
///
/// Readers of the sources want them; readers of the site would only wait for them. Names stay as they are. It
/// knows as much of JavaScript as it takes to find texts, templates and regular expressions, which are
/// copied; where an end of line might end a statement it stays.
struct ScriptCondenser {
  private let script: [UInt8]
  private var place = 0
  private var result: [UInt8] = []
  private var hasSpace = false
  private var hasLineEnd = false

  /// A script as it is served.
  static func condensed(_ script: [UInt8]) -> [UInt8] {
    var condenser = ScriptCondenser(script)
    condenser.run()
    return condenser.result
  }

  private init(_ script: [UInt8]) {
    self.script = script
    result.reserveCapacity(script.count)
  }

  private var byte: UInt8 { script[place] }

  private func isAt(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { script[place...].starts(with: $0) }
  }

  private mutating func run() {
    while place < script.count {
      if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") {
        hasSpace = true
        place += 1
      } else if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        hasLineEnd = true
        place += 1
      } else if isAt("//") {
        while place < script.count, byte != UInt8(ascii: "\n") { place += 1 }
      } else if isAt("/*") {
        passComment()
      } else {
        divide()
        copyToken()
      }
    }
    result.append(UInt8(ascii: "\n"))
  }

  private mutating func passComment() {
    hasSpace = true
    place += 2
    while place < script.count, !isAt("*/") {
      if byte == UInt8(ascii: "\n") { hasLineEnd = true }
      place += 1
    }
    place = min(place + 2, script.count)
  }

  /// Writes what has to stand between the last token and the next.
  private mutating func divide() {
    defer { (hasSpace, hasLineEnd) = (false, false) }
    guard let last = result.last else { return }
    if hasLineEnd, !Self.goesOn(last, byte) {
      result.append(UInt8(ascii: "\n"))
    } else if hasSpace || hasLineEnd, Self.divides(last, byte) {
      result.append(UInt8(ascii: " "))
    }
  }

  /// True where a statement goes on over the end of a line, or has been ended before it.
  private static func goesOn(_ last: UInt8, _ next: UInt8) -> Bool {
    ";{,([:?&|=><!~^%*".utf8.contains(last) || "}]),.?:&|=;".utf8.contains(next)
  }

  /// True where two bytes mean something else without a space between them: of two words, of `+ +`.
  private static func divides(_ left: UInt8, _ right: UInt8) -> Bool {
    if isWord(left), isWord(right) { return true }
    return left == right && (left == UInt8(ascii: "+") || left == UInt8(ascii: "-"))
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...:
      true
    default: false
    }
  }

  // MARK: - Tokens

  private mutating func copy() {
    result.append(byte)
    place += 1
  }

  private mutating func copyToken() {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): copyText(endingWith: byte)
    case UInt8(ascii: "`"): copyTemplate()
    case UInt8(ascii: "/") where mayBeginExpression: copyRegularExpression()
    default: copy()
    }
  }

  private mutating func copyText(endingWith quote: UInt8) {
    copy()
    while place < script.count, byte != quote {
      if byte == UInt8(ascii: "\\"), place + 1 < script.count { copy() }
      copy()
    }
    if place < script.count { copy() }
  }

  /// Copies a template with what is embedded in it.
  private mutating func copyTemplate() {
    copy()
    while place < script.count, byte != UInt8(ascii: "`") {
      if byte == UInt8(ascii: "\\"), place + 1 < script.count {
        copy()
        copy()
      } else if isAt("${") {
        copy()
        copyBraces()
      } else {
        copy()
      }
    }
    if place < script.count { copy() }
  }

  private mutating func copyBraces() {
    copy()
    while place < script.count, byte != UInt8(ascii: "}") {
      if byte == UInt8(ascii: "{") { copyBraces() } else { copyToken() }
    }
    if place < script.count { copy() }
  }

  private mutating func copyRegularExpression() {
    var isInClass = false
    copy()
    while place < script.count, isInClass || byte != UInt8(ascii: "/") {
      if byte == UInt8(ascii: "[") { isInClass = true }
      if byte == UInt8(ascii: "]") { isInClass = false }
      if byte == UInt8(ascii: "\\"), place + 1 < script.count { copy() }
      copy()
    }
    if place < script.count { copy() }
  }

  /// True where a slash begins a regular expression, and does not divide.
  private var mayBeginExpression: Bool {
    guard let last = result.last(where: { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\n") })
    else { return true }
    if last == UInt8(ascii: ")") || last == UInt8(ascii: "]") { return false }
    guard Self.isWord(last) else { return last != UInt8(ascii: "\"") && last != UInt8(ascii: "`") }
    let word = result.reversed().drop { !Self.isWord($0) }.prefix { Self.isWord($0) }
    return ["return", "typeof", "case", "of", "in"].contains {
      $0.utf8.reversed().elementsEqual(word)
    }
  }
}
