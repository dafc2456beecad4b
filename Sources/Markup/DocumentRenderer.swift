internal import Bytes

/// Walks cmark's tree once, without recursion, and writes HTML, plain text, headings and links.
struct DocumentRenderer {
  /// What comes of it.
  var document = MarkdownDocument()

  let style: MarkdownParser.Style
  let source: UnsafeBufferPointer<UInt8>
  /// What is added to cmark's line numbers: the lines of front matter.
  let lineOffset: Int

  var html = HTML()
  var plain: [UInt8] = []
  var raw = RawHTMLState()
  var slugger = Slugger()
  /// Markdown's own nesting: blocks and inlines.
  var depth = 0
  /// The links that are open, as indices of `document.links`, or `hiddenLink` or `refusedLink`.
  var openLinks: [Int] = []
  /// Raw HTML links that are open, with whether they need a hole at their end.
  var openRawLinks: [Int] = []
  var table = TableState()
  var tableCount = 0
  var footnoteNumber = 0
  var alert: Alert?
  /// Where the offset of the HTML node that is being read lies in the file.
  var rawPlace = (line: 0, column: 0)
  /// A heading of a lower level that stands in for the missing title.
  var promoted: SyntaxNode?
  /// Where the plain text of the paragraph at the top level begins that is being written.
  var paragraphStart = 0
  var lineStarts: [Int] = []
  /// True where the note's blocks are recorded.
  let outlines: Bool
  var recorder = OutlineState()

  init(
    source: UnsafeBufferPointer<UInt8>, firstLine: Int, style: MarkdownParser.Style,
    outlines: Bool = false
  ) {
    self.source = source
    self.style = style
    self.outlines = outlines
    lineOffset = firstLine - 1
    html.reserve(source.count + source.count / 2)
    plain.reserveCapacity(source.count)
    document.links.reserveCapacity(16)
    document.holes.reserveCapacity(16)
    if outlines { recorder.outline.blocks.reserveCapacity(source.count / 64) }
  }

  /// What to do after a node was entered.
  enum Descent {
    /// Visit its children.
    case children
    /// Go on beside it.
    case skip
    /// Visit its children from this one on.
    case from(SyntaxNode)
  }

  /// Renders the document.
  mutating func render(_ root: SyntaxNode) {
    findTitle(root)
    var node = root
    walk: while true {
      switch enter(node) {
      case .children:
        depth += 1
        if let child = node.firstChild {
          node = child
          continue walk
        }
        depth -= 1
        leave(node)
      case .from(let child):
        depth += 1
        node = child
        continue walk
      case .skip:
        break
      }
      while true {
        if node == root { break walk }
        if let next = node.next {
          node = next
          continue walk
        }
        guard let parent = node.parent else { break walk }
        node = parent
        depth -= 1
        leave(node)
      }
    }
    document.html = HTML(trusted: html.bytes)
    document.plain = plain.compacted
    // Now the text is at hand; later it would have to come from far.
    document.wordCount = Self.words(in: plain)
    document.links = document.links.compacted
    document.holes = document.holes.compacted
    if outlines { document.outline = recorder.outline.trimmed }
  }

  /// True for a container that is shown without its tags, since it is nested too deep.
  var isTooDeep: Bool { depth > MarkdownParser.nestingCap }

  /// Decides whether the note has a title of its own, and if not, which heading stands in for it.
  private mutating func findTitle(_ root: SyntaxNode) {
    if let first = root.firstChild, first.kind == .heading, first.headingLevel == 1 {
      document.opensWithTitle = true
    }
    var child = root.firstChild
    while let node = child {
      if node.kind == .heading, node.headingLevel == 1 {
        document.hasTitleHeading = true
        return
      }
      child = node.next
    }
    if style == .site, let first = root.firstChild, first.kind == .heading {
      promoted = first
      document.isTitlePromoted = true
      document.hasTitleHeading = true
      document.opensWithTitle = true
    }
  }

  private mutating func enter(_ node: SyntaxNode) -> Descent {
    switch node.kind {
    case .text: return enterText(node)
    case .softBreak:
      html.markup("\n")
      plain.append(UInt8(ascii: " "))
      return .skip
    case .lineBreak:
      html.markup("<br />\n")
      mark(.lineBreak)
      plain.append(UInt8(ascii: " "))
      return .skip
    case .code:
      html.markup("<code>")
      html.text(node.literal)
      html.markup("</code>")
      plain.append(contentsOf: node.literal)
      mark(.code, from: plain.count - node.literal.count)
      return .skip
    case .link: return enterLink(node)
    case .image: return enterImage(node)
    case .emphasis: return enterInline("<em>")
    case .strong:
      openStrong()
      return enterInline("<strong>")
    case .strikethrough: return enterInline("<del>")
    case .htmlInline:
      appendRaw(node, kind: .inline)
      return .skip
    case .footnoteReference:
      appendFootnoteReference(node)
      return .skip
    default:
      guard outlines, !isTooDeep else { return enterBlock(node) }
      openBlock(node)
      let descent = enterBlock(node)
      if case .skip = descent { closeBlock(node) }
      return descent
    }
  }

  private mutating func leave(_ node: SyntaxNode) {
    switch node.kind {
    case .link: leaveLink()
    case .emphasis: leaveInline("</em>")
    case .strong:
      closeStrong()
      leaveInline("</strong>")
    case .strikethrough: leaveInline("</del>")
    default:
      leaveBlock(node)
      if outlines, !isTooDeep { closeBlock(node) }
    }
  }

  private mutating func enterInline(_ tag: StaticString) -> Descent {
    if isTooDeep {
      reportDepth()
    } else {
      html.markup(tag)
      raw.enterContainer(.inline)
    }
    return .children
  }

  private mutating func leaveInline(_ tag: StaticString) {
    guard !isTooDeep else { return }
    leaveRawContainer()
    html.markup(tag)
  }

  /// Adds a problem at a place in the file.
  mutating func report(_ kind: MarkupProblem.Kind, _ text: String, line: Int, column: Int) {
    document.problems.append(
      MarkupProblem(kind: kind, text: text, line: line + lineOffset, column: column))
  }

  mutating func reportDepth() {
    guard !document.problems.contains(where: { $0.kind == .tooDeep }) else { return }
    report(.tooDeep, "", line: 0, column: 0)
  }
}
