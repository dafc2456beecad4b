internal import Bytes
internal import Files
internal import Markup
internal import Mustache
internal import Synchronization

/// The parts that a page is made of; an empty one is absent.
struct PageParts {
  /// The variables of `page.mustache`, under their own names.
  enum Key: Int, CaseIterable {
    case lang, kind, title, siteTitle, homeHref, generator
    case head, breadcrumbs, navigation, meta, content, contents, path, nextSteps, backlinks, extra
    case pager, headerLinks, footerLinks, search
  }

  /// One sentence about the page, for its head; the template does not see it.
  var description = HTML()
  /// Where the page's Markdown is; nil where it is not published.
  var markdown: SitePath?
  /// Style sheets of the theme beside `site.css`, by name.
  var styles: [String] = []
  /// Scripts beside `site.js`; they run when the page is read.
  var scripts: [SitePath] = []
  /// Where a note's body lies in its content; nil on other pages.
  var body: BodySeam?

  private var values = [HTML](repeating: HTML(), count: Key.allCases.count)

  subscript(key: Key) -> HTML {
    get { values[key.rawValue] }
    _modify { yield &values[key.rawValue] }
  }

  /// One bit for each part that is there.
  var presence: UInt32 {
    values.enumerated().reduce(0) { $1.element.isEmpty ? $0 : $0 | 1 << UInt32($1.offset) }
  }
}

/// `page.mustache`, rendered once for each combination of parts instead of once for each page.
///
/// The engine walks values by reflection, which for thousands of pages would cost more than all the
/// rest. A logic-less template depends on nothing but which variables are there: rendered with a mark
/// for each of them it falls apart into literals and slots, and a page is their concatenation. Values
/// are HTML by type, so `{{x}}` and `{{{x}}}` are the same here.
final class PageShell: Sendable {
  /// A literal of the template, and what comes after it.
  private struct Piece {
    /// Where the literal ends among all; it begins where the one before ends.
    let end: Int
    /// nil behind the last literal.
    let slot: PageParts.Key?
  }

  /// A template taken apart: its literals lie in one piece, which all threads read.
  private struct Layout {
    var literals: [UInt8] = []
    var pieces: [Piece] = []

    mutating func add(_ literal: some Sequence<UInt8>, before slot: PageParts.Key?) {
      literals.append(contentsOf: literal)
      pieces.append(Piece(end: literals.count, slot: slot))
    }
  }

  private let templates: MustacheLibrary
  private let layouts = Mutex<[UInt32: Layout]>([:])

  init(_ theme: Theme) {
    templates = theme.templates
  }

  /// The whole page, and where the note's body lies in it.
  func render(_ parts: PageParts) -> (bytes: [UInt8], body: BodySeam?) {
    let presence = parts.presence
    let layout = layouts.withLock { known in
      if let found = known[presence] { return found }
      let made = compile(parts)
      known[presence] = made
      return made
    }
    var page = ByteBuffer()
    // A part may be shown twice.
    page.reserve(
      layout.pieces.reduce(layout.literals.count) { size, piece in
        size + (piece.slot.map { parts[$0].count } ?? 0)
      })
    var contents: [Int] = []
    layout.literals.withUnsafeBufferPointer { literals in
      var start = 0
      for piece in layout.pieces {
        page.append(UnsafeBufferPointer(rebasing: literals[start..<piece.end]))
        start = piece.end
        guard let slot = piece.slot else { continue }
        if slot == .content { contents.append(page.count) }
        parts[slot].read { page.append($0) }
      }
    }
    // A theme may leave the content out, or show it twice.
    return (page.take(), contents.count == 1 ? parts.body?.moved(by: contents[0]) : nil)
  }

  private func compile(_ parts: PageParts) -> Layout {
    var marks: [String: Any] = [:]
    for key in PageParts.Key.allCases where !parts[key].isEmpty {
      marks["\(key)"] = "\u{1}\(key.rawValue)\u{2}"
    }
    let text = templates.render(marks, withTemplate: "page") ?? ""
    var layout = Layout()
    var literal: [UInt8] = []
    for (index, part) in text.utf8.split(separator: 1, omittingEmptySubsequences: false)
      .enumerated()
    {
      guard index > 0, let end = part.firstIndex(of: 2),
        let number = Int(String(decoding: part[..<end], as: UTF8.self)),
        let key = PageParts.Key(rawValue: number)
      else {
        literal += part
        continue
      }
      layout.add(literal, before: key)
      literal = Array(part[part.index(after: end)...])
    }
    layout.add(literal, before: nil)
    return layout
  }
}
