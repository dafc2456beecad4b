extension DocumentRenderer {
  mutating func enterList(_ node: SyntaxNode) {
    startLine()
    if depth == 1, document.contentsList == nil, Self.isContentsList(node) {
      document.contentsList = document.links.count..<Int.max
    }
    guard node.isOrdered else {
      html.markup("<ul>\n")
      return
    }
    html.markup("<ol")
    if node.listStart != 1 { html.attribute("start", node.listStart) }
    html.markup(">\n")
  }

  mutating func enterItem(_ node: SyntaxNode) {
    startLine()
    switch node.isTaskDone {
    case nil: html.markup("<li>")
    case .some(let isDone) where style == .specification:
      html.markup("<li>")
      html.markup(
        isDone
          ? "<input type=\"checkbox\" checked=\"\" disabled=\"\" /> "
          : "<input type=\"checkbox\" disabled=\"\" /> ")
    case .some(let isDone):
      html.markup("<li class=\"task\"><input type=\"checkbox\" disabled aria-label=\"")
      html.markup(isDone ? "done\" checked> " : "to do\"> ")
    }
    raw.enterContainer(.block)
  }

  /// True for a list in which every item is one link to a heading of the same note, and what lies
  /// below it is such a list again.
  private static func isContentsList(_ list: SyntaxNode) -> Bool {
    var lists = [list]
    var links = 0
    while let list = lists.popLast() {
      var next = list.firstChild
      while let item = next {
        next = item.next
        guard let paragraph = item.firstChild, paragraph.kind == .paragraph,
          let link = paragraph.firstChild, link.kind == .link, link.next == nil,
          link.address.first == UInt8(ascii: "#")
        else { return false }
        links += 1
        var below = paragraph.next
        while let child = below {
          guard child.kind == .list else { return false }
          lists.append(child)
          below = child.next
        }
      }
    }
    return links > 1
  }
}
