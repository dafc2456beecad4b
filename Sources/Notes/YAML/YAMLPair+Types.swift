// What a key's value can be read as. Each adds a problem that names the key where the value is
// something else, and gives nil.
extension YAMLValue.Pair {
  /// Text on one line: blanks and ends of lines become single spaces.
  ///
  /// nil, without a problem, where nothing is left.
  func text(_ problems: inout [YAMLProblem]) -> String? {
    guard let text = value.text else {
      problems.append(wrongType("text"))
      return nil
    }
    let line = text.onOneLine
    return line.isEmpty ? nil : line
  }

  /// True or false, and no other spelling.
  func boolean(_ problems: inout [YAMLProblem]) -> Bool? {
    switch value.content {
    case .scalar("true", false): return true
    case .scalar("false", false): return false
    default:
      problems.append(wrongType("true or false", help: "write '\(key): true' or '\(key): false'"))
      return nil
    }
  }

  /// A whole or decimal number.
  func number(_ problems: inout [YAMLProblem]) -> Double? {
    if case .scalar(let text, false) = value.content, text.isDecimal, let number = Double(text),
      number.isFinite
    {
      return number
    }
    let help = value.wasQuoted ? "write it without quotes" : "write it as 3 or 2.5"
    problems.append(wrongType("a number", help: help))
    return nil
  }

  /// The texts of a list, each with its value; items that are no text are problems of their own.
  func texts(_ problems: inout [YAMLProblem]) -> [(text: String, value: YAMLValue)]? {
    guard let items = value.items else {
      problems.append(wrongType("a list", help: "write '\(key): [one, two]'"))
      return nil
    }
    return items.compactMap { item in
      guard let text = item.text else {
        problems.append(
          YAMLProblem(at: item, "an item of \(key.quoted) must be text, not \(item.kind)"))
        return nil
      }
      let line = text.onOneLine
      return item.isNull || line.isEmpty ? nil : (line, item)
    }
  }

  /// The pairs of a mapping.
  func mapping(_ problems: inout [YAMLProblem]) -> [YAMLValue.Pair]? {
    guard let pairs = value.pairs else {
      problems.append(wrongType("a mapping", help: "write indented 'key: value' lines below it"))
      return nil
    }
    return pairs
  }

  /// The problem of a value that is not what the key asks for.
  func wrongType(_ expected: String, help: String? = nil) -> YAMLProblem {
    YAMLProblem(
      at: value, "\(key.quoted) must be \(expected), not \(value.kind)", help: help)
  }
}

extension YAMLValue {
  /// What the value is, in words for a sentence.
  var kind: String {
    switch content {
    case .sequence: "a list"
    case .mapping: "a mapping"
    case .scalar where isNull: "nothing"
    case .scalar(let text, true): "the text \(text.quoted)"
    case .scalar(let text, false): text.quoted
    }
  }
}

extension String {
  /// The text without blanks at its ends, each run of blanks and ends of lines one space.
  var onOneLine: String {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte >= 0x09 && byte <= 0x0D }
    var last: UInt8 = 0x20
    var isDone = true
    for byte in utf8 {
      if isBlank(byte), byte != 0x20 || last == 0x20 { isDone = false }
      last = byte
    }
    if isDone && (last != 0x20 || isEmpty) { return self }
    let words = utf8.split(whereSeparator: isBlank)
    return String(decoding: Array(words.joined(separator: [0x20])), as: UTF8.self)
  }

  /// True for an optional minus sign, digits, and optionally a point and more digits.
  var isDecimal: Bool {
    var digits = utf8[...]
    if digits.first == UInt8(ascii: "-") { digits = digits.dropFirst() }
    let parts = digits.split(
      separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
      !part.isEmpty && part.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    }
  }
}
