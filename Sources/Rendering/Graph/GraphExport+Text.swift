internal import Bytes
internal import Files
internal import Text
internal import Topics

extension GraphExport {
  /// One row for each edge.
  var csv: [UInt8] {
    var csv = CSVWriter([
      "from", "from title", "kind", "to", "to title", "order", "anchor", "file", "line", "column",
      "because",
    ])
    for index in selection.edges {
      let edge = graph.edges[index]
      csv.row { row in
        row.text(graph.nodes[edge.from].id)
        row.text(graph.nodes[edge.from].title)
        row.text(edge.kind.rawValue)
        row.text(graph.nodes[edge.to].id)
        row.text(graph.nodes[edge.to].title)
        row.number(edge.order > 0 ? edge.order : nil)
        row.text(edge.anchor ?? "")
        row.text(edge.line > 0 ? graph.file(of: edge)?.string ?? "" : "")
        row.number(edge.line > 0 ? edge.line : nil)
        row.number(edge.column > 0 ? edge.column : nil)
        row.text(edge.reason?.rawValue ?? "")
      }
    }
    return csv.bytes
  }

  /// A flowchart in the language of Mermaid: notes as boxes, topics as stadiums, what is not written
  /// dashed.
  var mermaid: [UInt8] {
    var chart = ByteBuffer()
    chart.append("flowchart LR\n")
    for index in selection.nodes {
      chart.append("  n", number: index)
      switch graph.nodes[index].kind {
      case .note:
        chart.append("[")
        chart.append(quoted: graph.nodes[index].title)
        chart.append("]\n")
      case .topic:
        chart.append("([")
        chart.append(quoted: graph.nodes[index].title)
        chart.append("])\n")
      case .wanted:
        chart.append("[")
        chart.append(quoted: graph.nodes[index].title)
        chart.append("]:::wanted\n")
      }
    }
    for index in selection.edges {
      let edge = graph.edges[index]
      chart.append("  n", number: edge.from)
      switch edge.kind {
      case .nextStep:
        chart.append(" -->|", number: edge.order)
        chart.append("| n")
      case .link: chart.append(" --> n")
      case .treats: chart.append(" -.- n")
      }
      chart.append(number: edge.to)
      chart.append("\n")
    }
    chart.append("  classDef wanted stroke-dasharray: 4 3\n")
    return chart.take()
  }
}

extension ByteBuffer {
  /// Appends a quoted string, in which only letters, digits, spaces and a few marks stand for
  /// themselves: Mermaid reads entities, HTML and Markdown in it.
  fileprivate mutating func append(quoted text: String) {
    append("\"")
    for byte in text.utf8 {
      switch byte {
      case 0x00...0x1F, 0x7F: append(" ")
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"), 0x80...0xFF, UInt8(ascii: " "), UInt8(ascii: "-"),
        UInt8(ascii: ","), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ":"),
        UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "'"):
        append(byte)
      case UInt8(ascii: "."): append(byte)
      default:
        append("#", number: Int(byte))
        append(";")
      }
    }
    append("\"")
  }
}
