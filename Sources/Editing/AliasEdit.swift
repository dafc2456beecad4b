internal import Notes

/// Adds an alias to the front matter of a note, as a person would.
enum AliasEdit {
  /// The note with one more alias; nil where its front matter is written in a way that is not known.
  static func adding(_ alias: String, to note: [UInt8]) -> [UInt8]? {
    let value = Array(
      "\"\(alias.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\"".utf8)
    guard let split = FrontMatter.split(note) else {
      let mark = note.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      return note[..<mark] + Array("---\naliases: [".utf8) + value + Array("]\n---\n".utf8)
        + note[mark...]
    }
    let key = Array("aliases:".utf8)
    var line = split.yaml.lowerBound
    while line < split.yaml.upperBound {
      let end = note[line..<split.yaml.upperBound].firstIndex(of: 0x0A) ?? split.yaml.upperBound
      if note[line..<end].starts(with: key) {
        return adding(value, to: note, key: line + key.count, end: end, yaml: split.yaml)
      }
      line = end + 1
    }
    return note[..<split.yaml.lowerBound] + key + Array(" [".utf8) + value + Array("]\n".utf8)
      + note[split.yaml.lowerBound...]
  }

  /// Adds to a list in brackets, or to a list of lines.
  private static func adding(
    _ value: [UInt8], to note: [UInt8], key: Int, end: Int, yaml: Range<Int>
  ) -> [UInt8]? {
    let rest = note[key..<end].drop { $0 == 0x20 }
    if rest.first == UInt8(ascii: "[") {
      guard let close = note[rest.startIndex..<yaml.upperBound].firstIndex(of: UInt8(ascii: "]"))
      else {
        return nil
      }
      let isEmpty = note[(rest.startIndex + 1)..<close].allSatisfy { $0 <= 0x20 }
      return note[..<close] + Array((isEmpty ? "" : ", ").utf8) + value + note[close...]
    }
    guard rest.allSatisfy({ $0 <= 0x20 }) else { return nil }
    let first = note[min(end + 1, yaml.upperBound)..<yaml.upperBound]
    let indent = first.prefix { $0 == 0x20 }
    guard first.dropFirst(indent.count).first == UInt8(ascii: "-") else { return nil }
    return note[..<(end + 1)] + indent + Array("- ".utf8) + value + [0x0A] + note[(end + 1)...]
  }
}
