internal import Bytes
public import Diagnostics
public import Files
internal import Markup
public import Notes
public import Workers

/// Files that could run script in the site if they were served beside its pages.
///
/// A picture in a page runs nothing, but every published file has an address of its own, and what is
/// opened there has the site's origin and no policy: web pages and scripts are never published, and SVG
/// and XML only where nothing in them is active.
public struct ActiveContent: Sendable {
  /// The files that are not published.
  public let refused: Set<ContentPath>
  /// One finding for each link to one of them.
  public let findings: [Finding]

  /// Looks at the files that notes refer to, which a `LinkReport` has collected.
  public init(
    among assets: [ContentPath], of notebook: Notebook, from source: FileSource,
    workers: Workers = Workers()
  ) {
    let paths = assets.filter(Self.isSuspect)
    let active = workers.map(paths.count) { Self.isActive(paths[$0], from: source) }
    let refused = Set(zip(paths, active).filter(\.1).map(\.0))
    self.refused = refused
    findings = refused.isEmpty ? [] : Self.findings(for: refused, in: notebook)
  }

  private static func findings(for refused: Set<ContentPath>, in notebook: Notebook) -> [Finding] {
    var findings: [Finding] = []
    for (note, targets) in zip(notebook.notes, notebook.targets) {
      for (index, target) in targets.enumerated() {
        guard case .file(let path) = target.end, refused.contains(path) else { continue }
        let link = note.document.links[index]
        findings.append(
          Finding(
            .assetActive,
            at: Place(note.path.string, line: link.line, column: link.addressColumn),
            "'\(path)' can run script in the site and is not published",
            help: "take script, event handlers and foreign content out of it, or zip it",
            target: path.string, label: note.document.text(link.label)))
      }
    }
    return findings
  }

  /// Endings that browsers open as pages or scripts.
  private static let pages: Set<String> = [
    "html", "htm", "xhtml", "xht", "shtml", "mht", "mhtml", "js", "mjs", "cjs", "swf", "hta",
    "wasm",
  ]
  /// Endings of formats that may hold script.
  private static let documents: Set<String> = ["svg", "svgz", "xml", "xsl", "xslt", "rdf", "atom"]

  private static func isSuspect(_ path: ContentPath) -> Bool {
    pages.contains(path.fileExtension) || documents.contains(path.fileExtension)
  }

  /// The largest document that is looked through, in bytes.
  private static let sizeCap = 8 << 20

  /// What makes a document active, in lower case.
  private static let marks: [[UInt8]] = [
    "<script", ":script", "<foreignobject", ":foreignobject", "javascript:", "<iframe", "<embed",
    "<object", "<handler", "<!entity", "<?xml-stylesheet", "xlink:href=\"data:", "href=\"data:text",
    "<html", "<animate attributename=\"href", "<set attributename=\"href",
  ].map { Array($0.utf8) }

  private static func isActive(_ path: ContentPath, from source: FileSource) -> Bool {
    guard documents.contains(path.fileExtension), path.fileExtension != "svgz",
      let bytes = try? source.read(path, sizeCap)
    else { return true }
    // Entities could spell any mark; UTF-16 hides all of them.
    if bytes.contains(0) { return true }
    let text = bytes.map { $0 >= 65 && $0 <= 90 ? $0 | 0x20 : $0 }
    return hasEventHandler(text) || marks.contains { has($0, in: text) } || hasEncodedScheme(text)
  }

  /// ` on…=` within a tag.
  private static func hasEventHandler(_ text: [UInt8]) -> Bool {
    var index = 0
    while index + 3 < text.count {
      defer { index += 1 }
      guard [0x20, 0x09, 0x0A, 0x0D, 0x2F, 0x22, 0x27].contains(text[index]),
        text[index + 1] == UInt8(ascii: "o"), text[index + 2] == UInt8(ascii: "n")
      else { continue }
      var end = index + 3
      while end < text.count, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(text[end]) {
        end += 1
      }
      guard end > index + 3 else { continue }
      while end < text.count, [0x20, 0x09, 0x0A, 0x0D].contains(text[end]) { end += 1 }
      if end < text.count, text[end] == UInt8(ascii: "=") { return true }
    }
    return false
  }

  /// A character reference within an address: nobody needs one there but to hide a scheme.
  private static func hasEncodedScheme(_ text: [UInt8]) -> Bool {
    for start in ["href=\"", "href='"].map({ Array($0.utf8) }) {
      var index = 0
      while let found = text.firstOffset(of: start, from: index) {
        let value = text[(found + start.count)...].prefix { $0 != start.last }
        if value.prefix(32).contains(UInt8(ascii: "&")) { return true }
        index = found + start.count
      }
    }
    return false
  }

  private static func has(_ mark: [UInt8], in text: [UInt8]) -> Bool {
    text.firstOffset(of: mark) != nil
  }
}
