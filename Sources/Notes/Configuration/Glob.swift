/// A pattern for paths in the folder of notes.
///
/// `*` stands for anything within one part of a path, `?` for one character, and `**` as a whole part
/// for any number of parts. A pattern that names a folder takes in all that lies below it. Matching
/// never goes back further than to the last star, so it takes at most pattern times path.
public struct Glob: Hashable, Sendable, CustomStringConvertible {
  /// The pattern as written.
  public let description: String
  private let parts: [Part]

  private enum Part: Hashable, Sendable {
    case anyParts
    case name([Unicode.Scalar])
  }

  /// Reads a pattern; nil where it is empty or leaves the folder of notes.
  ///
  /// A slash or `./` at its beginning and a slash at its end change nothing.
  public init?(_ pattern: String) {
    var parts: [Part] = []
    for part in pattern.split(separator: "/") where part != "." {
      if part == ".." { return nil }
      if part == "**" {
        // Several in a row mean the same as one.
        if parts.last != .anyParts { parts.append(.anyParts) }
      } else {
        parts.append(.name(Array(part.unicodeScalars)))
      }
    }
    if parts.isEmpty { return nil }
    description = pattern
    self.parts = parts
  }

  /// True where the pattern takes in this path, or a folder that it lies in.
  public func matches(_ path: String) -> Bool {
    let names = path.split(separator: "/").map { Array($0.unicodeScalars) }
    var (part, name) = (0, 0)
    var retry: (part: Int, name: Int)?
    while part < parts.count {
      switch parts[part] {
      case .anyParts:
        // At the end `**` asks for at least one part.
        if part + 1 == parts.count { return name < names.count }
        retry = (part + 1, name)
        part += 1
        continue
      case .name(let pattern):
        if name < names.count, Glob.matches(pattern, names[name]) {
          part += 1
          name += 1
          continue
        }
      }
      guard let last = retry, last.name < names.count else { return false }
      retry = (last.part, last.name + 1)
      (part, name) = (last.part, last.name + 1)
    }
    return true
  }

  private static func matches(_ pattern: [Unicode.Scalar], _ name: [Unicode.Scalar]) -> Bool {
    var (place, position) = (0, 0)
    var retry: (place: Int, position: Int)?
    while position < name.count || place < pattern.count {
      if place < pattern.count, pattern[place] == "*" {
        place += 1
        retry = (place, position)
      } else if place < pattern.count, position < name.count,
        pattern[place] == "?" || pattern[place] == name[position]
      {
        place += 1
        position += 1
      } else if let last = retry, last.position < name.count {
        retry = (last.place, last.position + 1)
        (place, position) = (last.place, last.position + 1)
      } else {
        return false
      }
    }
    return true
  }
}
