/// A title in at most two short lines, as it is written below a node.
struct MapLabel: Equatable {
  let lines: [String]

  /// The most characters of a line.
  static let width = 16

  init(_ title: String) {
    var lines: [String] = []
    var line = ""
    var isCut = false
    for word in title.split(separator: " ") {
      if line.isEmpty {
        line = String(word)
      } else if line.count + 1 + word.count <= Self.width {
        line += " \(word)"
      } else if lines.isEmpty {
        lines.append(line)
        line = String(word)
      } else {
        isCut = true
        break
      }
    }
    lines.append(line)
    for index in lines.indices where lines[index].count > Self.width {
      lines[index] = lines[index].prefix(Self.width - 1) + "…"
    }
    if isCut, let last = lines.indices.last, !lines[last].hasSuffix("…") {
      lines[last] = lines[last].prefix(Self.width - 1) + "…"
    }
    self.lines = lines
  }
}
