internal import Files
internal import Topics

extension GraphExport {
  /// The graph in the language of Graphviz: notes as boxes, topics as ellipses, what is not written
  /// dashed.
  var dot: [UInt8] {
    var dot = DOT()
    dot.literal(
      """
      digraph "sitegen" {
        graph [rankdir=LR, overlap=false]
        node [fontname="sans-serif", fontsize=11,style=rounded]
        edge [fontname="sans-serif", fontsize=9, color="#566166"]

      """)
    for index in selection.nodes {
      let node = graph.nodes[index]
      dot.literal("  ")
      dot.quoted(node.id)
      dot.literal(" [label=")
      dot.quoted(node.title)
      switch node.kind {
      case .note: dot.literal(", shape=box")
      case .topic: dot.literal(", shape=ellipse,style=filled, fillcolor=\"#e5f1f3\"")
      case .wanted: dot.literal(", shape=box,style=\"rounded,dashed\", color=\"#875100\"")
      }
      if let url = url(of: index) {
        dot.literal(", URL=")
        dot.quoted(url)
      }
      dot.literal("]\n")
    }
    for index in selection.edges {
      let edge = graph.edges[index]
      dot.literal("  ")
      dot.quoted(graph.nodes[edge.from].id)
      dot.literal(" -> ")
      dot.quoted(graph.nodes[edge.to].id)
      switch edge.kind {
      case .nextStep:
        dot.literal(" [label=\"")
        dot.number(edge.order)
        dot.literal("\", penwidth=1.5]\n")
      case .link: dot.literal("\n")
      case .treats: dot.literal(" [style=dotted, arrowhead=none]\n")
      }
    }
    dot.literal("}\n")
    return dot.bytes
  }
}

/// The language of Graphviz: literals of the program, and text in quotes.
private struct DOT {
  private(set) var bytes: [UInt8] = []

  mutating func literal(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  mutating func number(_ value: Int) {
    bytes.append(contentsOf: String(value).utf8)
  }

  /// Appends a quoted string; a backslash would begin an escape, and Graphviz reads entities in labels.
  mutating func quoted(_ text: String) {
    literal("\"")
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): literal("\\\"")
      case UInt8(ascii: "\\"): literal("\\\\")
      case UInt8(ascii: "&"): literal("&amp;")
      case 0x0A: literal("\\n")
      case 0x00...0x08, 0x0B...0x1F, 0x7F: literal("\u{FFFD}")
      default: bytes.append(byte)
      }
    }
    literal("\"")
  }
}
