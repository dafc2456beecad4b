internal import Diagnostics
internal import Files

/// Two sources for one page, and names that some file systems cannot tell apart.
enum PageClashes {
  /// Gives every note a page of its own; the later ones of a clash get their full file name.
  static func settle(_ notes: inout [Note]) -> [Finding] {
    var findings: [Finding] = []
    var owners: [SitePath: Int] = [:]
    owners.reserveCapacity(notes.count)
    for index in notes.indices {
      let page = notes[index].page
      guard let owner = owners[page] else {
        owners[page] = index
        continue
      }
      var other = SitePath(
        asset: notes[index].path.folder.appending("\(notes[index].path.name).html"))
      while owners[other] != nil { other = SitePath(unique: other) }
      owners[other] = index
      notes[index].page = other
      findings.append(
        Finding(
          .slugCollision, at: Place(notes[index].path.string),
          "'\(notes[index].path)' and '\(notes[owner].path)' would both become '\(page)'",
          help: "this one is built as '\(other)'; rename one of them, or give it a slug"))
    }
    return findings
  }

  /// Names that differ only in upper and lower case, or only in how letters are composed.
  static func caseClashes(_ paths: [ContentPath]) -> [Finding] {
    var seen: [String: ContentPath] = [:]
    seen.reserveCapacity(paths.count)
    var findings: [Finding] = []
    for path in paths.sorted() {
      let folded = path.string.lowercased()
      if let other = seen[folded] {
        findings.append(
          Finding(
            .pathCaseClash, at: Place(path.string),
            "'\(path)' and '\(other)' differ only in upper and lower case",
            help: "many file systems cannot hold both; rename one of them"))
      } else {
        seen[folded] = path
      }
    }
    return findings
  }
}

extension SitePath {
  /// The path with `-2` before its ending.
  init(unique path: SitePath) {
    let text = path.string
    let stem = text.utf8.lastIndex(of: UInt8(ascii: ".")).map { text[..<$0] } ?? text[...]
    self.init(asset: ContentPath.root.appending("\(stem)-2\(text[stem.endIndex...])"))
  }
}
