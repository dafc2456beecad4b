internal import Bytes
internal import Files
internal import Topics

extension GraphExport {
  /// The graph in the language of Graphviz: notes as boxes, topics as ellipses, what is not written
  /// dashed.
  var dot: [UInt8] {
    var dot = ByteBuffer()
    dot.append(
      """
      digraph "sitegen" {
        graph [rankdir=LR, overlap=false]
        node [fontname="sans-serif", fontsize=11,style=rounded]
        edge [fontname="sans-serif", fontsize=9, color="#566166"]

      """)
    for index in selection.nodes {
      let node = graph.nodes[index]
      dot.append("  ")
      dot.append(quoted: node.id)
      dot.append(" [label=")
      dot.append(quoted: node.title)
      switch node.kind {
      case .note: dot.append(", shape=box")
      case .topic: dot.append(", shape=ellipse,style=filled, fillcolor=\"#e5f1f3\"")
      case .wanted: dot.append(", shape=box,style=\"rounded,dashed\", color=\"#875100\"")
      }
      if let url = url(of: index) {
        dot.append(", URL=")
        dot.append(quoted: url)
      }
      dot.append("]\n")
    }
    for index in selection.edges {
      let edge = graph.edges[index]
      dot.append("  ")
      dot.append(quoted: graph.nodes[edge.from].id)
      dot.append(" -> ")
      dot.append(quoted: graph.nodes[edge.to].id)
      switch edge.kind {
      case .nextStep:
        dot.append(" [label=\"", number: edge.order)
        dot.append("\", penwidth=1.5]\n")
      case .link: dot.append("\n")
      case .treats: dot.append(" [style=dotted, arrowhead=none]\n")
      }
    }
    dot.append("}\n")
    return dot.take()
  }
}

extension ByteBuffer {
  /// Appends a quoted string; a backslash would begin an escape, and Graphviz reads entities in labels.
  fileprivate mutating func append(quoted text: String) {
    append("\"")
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): append("\\\"")
      case UInt8(ascii: "\\"): append("\\\\")
      case UInt8(ascii: "&"): append("&amp;")
      case 0x0A: append("\\n")
      case 0x00...0x08, 0x0B...0x1F, 0x7F: append("\u{FFFD}")
      default: append(byte)
      }
    }
    append("\"")
  }
}
