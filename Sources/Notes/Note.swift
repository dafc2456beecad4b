public import Diagnostics
public import Files
public import Markup

/// A note: where it lies, where its page goes, and what it says.
public struct Note: Sendable {
  /// Where its file lies.
  public let path: ContentPath
  /// Where its page goes.
  public internal(set) var page: SitePath
  /// Front matter's title, else the first heading, else the file's name.
  public let title: String
  /// What its Markdown says; beside the fields that others ask for most.
  public let document: MarkdownDocument
  /// What its front matter says.
  public let frontMatter: FrontMatter
  /// One sentence about it: front matter's description, else the beginning of its first paragraph.
  public let summary: String
  /// A hash of its bytes.
  public let fingerprint: UInt64
  /// What is wrong with it by itself.
  public internal(set) var findings: [Finding]
  /// Comments in it that accept findings.
  public private(set) var suppressions: [Suppression] = []
  /// What ``Notebook/Selection/marks`` says of it; nil where nobody was asked.
  public internal(set) var isMarked: Bool?

  /// True for `README.md` and `index.md`, which become their folder's page.
  public var isIndex: Bool { Self.isIndex(path, slug: frontMatter.slug) }

  /// The same of a path and front matter's slug.
  static func isIndex(_ path: ContentPath, slug: String?) -> Bool {
    guard slug == nil else { return false }
    let stem = path.stem
    guard stem.utf8.count == 6 || stem.utf8.count == 5 else { return false }
    let name = stem.asciiLowercased()
    return name == "readme" || name == "index"
  }
}

extension Note {
  /// The largest note that is read, in bytes.
  public static let sizeCap = 4 << 20

  /// Reads a note from its bytes.
  init(path: ContentPath, bytes: [UInt8]) {
    self.path = path
    fingerprint = Fingerprint.of(bytes)
    var findings: [Finding] = []
    let parser = MarkdownParser()
    let isUTF8 = UTF8Text.isValid(bytes)
    let (reading, document) = bytes.withUnsafeBufferPointer { buffer in
      let reading = FrontMatter.read(buffer)
      let body = UnsafeBufferPointer(rebasing: buffer[reading.bodyStart...])
      let document = parser.parse(
        body, firstLine: reading.bodyLine, outlines: true, isUTF8: isUTF8)
      return (reading, document)
    }
    frontMatter = reading.frontMatter
    for problem in reading.problems {
      findings.append(Finding(problem, in: path))
    }
    if !isUTF8 {
      findings.append(
        Finding(
          .encodingInvalid, at: Note.firstInvalid(in: bytes, path: path),
          "bytes that are not UTF-8 are shown as U+FFFD",
          help: "save the note as UTF-8"))
    }
    if let document {
      self.document = document
      findings += document.problems.map { Finding($0, in: path) }
      findings += HeadingCheck(document, title: frontMatter.title, in: path).findings
      findings += FootnoteCheck(bytes, in: path).findings
      let comments = SuppressionComments(document.comments, of: bytes, in: path)
      suppressions = comments.suppressions
      findings += comments.findings
    } else {
      self.document = MarkdownDocument()
      findings.append(
        Finding(.noteUnreadable, at: Place(path.string), "the note could not be read"))
    }
    findings += SecretCheck(bytes, in: path).findings
    self.findings = findings
    summary = Note.summary(frontMatter, self.document)
    title = frontMatter.title ?? self.document.title ?? Note.title(ofFileNamed: path.stem)
    page = Note.page(for: path, slug: frontMatter.slug)
  }

  /// A note that could not be read: its page says so.
  init(path: ContentPath, bytes: [UInt8]?, unreadable reason: String) {
    self.path = path
    fingerprint = bytes.map { Fingerprint.of($0) } ?? 0
    frontMatter = FrontMatter()
    document = MarkdownDocument(unreadable: reason)
    findings = [
      Finding(.noteUnreadable, at: Place(path.string), "the note could not be read: \(reason)")
    ]
    summary = Note.summary(frontMatter, document)
    title = Note.title(ofFileNamed: path.stem)
    page = Note.page(for: path, slug: nil)
  }

  private static func summary(_ frontMatter: FrontMatter, _ document: MarkdownDocument) -> String {
    if let description = frontMatter.description { return description }
    guard !document.lead.isEmpty else { return "" }
    return Excerpt.beginning(of: document.plain[document.lead], limit: 160)
  }

  /// The page of a note: `.html` for its ending; `index.html` for its folder's note.
  private static func page(for path: ContentPath, slug: String?) -> SitePath {
    let name = isIndex(path, slug: slug) ? "index.html" : "\(slug ?? String(path.stem)).html"
    return SitePath(asset: path.folder.appending(name))
  }

  /// A title made of a file's or folder's name: without its leading number, `_` and `-` as spaces.
  public static func title(ofFileNamed name: some StringProtocol) -> String {
    let digits = name.utf8.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    var rest = name.utf8.dropFirst(digits.count)
    let separators = rest.prefix { [0x2D, 0x5F, 0x2E, 0x20].contains($0) }
    rest = rest.dropFirst(separators.count)
    guard !digits.isEmpty, !separators.isEmpty, !rest.isEmpty else {
      return spaced(String(name).utf8)
    }
    return spaced(rest)
  }

  private static func spaced(_ name: some Sequence<UInt8>) -> String {
    String(decoding: name.map { $0 == 0x5F || $0 == 0x2D ? 0x20 : $0 }, as: UTF8.self)
  }

  private static func firstInvalid(in bytes: [UInt8], path: ContentPath) -> Place {
    var line = 1
    var start = 0
    for (index, byte) in bytes.enumerated() where byte == 0x0A {
      if let column = invalidColumn(bytes[start..<index]) {
        return Place(path.string, line: line, column: column)
      }
      line += 1
      start = index + 1
    }
    return Place(path.string, line: line, column: invalidColumn(bytes[start...]) ?? 1)
  }

  private static func invalidColumn(_ line: ArraySlice<UInt8>) -> Int? {
    guard String(validating: line, as: UTF8.self) == nil else { return nil }
    // The longest prefix that is still valid ends before the fault.
    var low = 0
    for count in stride(from: line.count, through: 0, by: -1)
    where String(validating: line.prefix(count), as: UTF8.self) != nil {
      low = count
      break
    }
    return low + 1
  }
}

/// The number that a name begins with; nil without one.
func number(leading name: some StringProtocol) -> Double? {
  let digits = name.utf8.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  return digits.isEmpty ? nil : Double(String(decoding: digits, as: UTF8.self))
}
