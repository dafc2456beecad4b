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
    var chart = Mermaid()
    chart.literal("flowchart LR\n")
    for index in selection.nodes {
      chart.literal("  n")
      chart.number(index)
      switch graph.nodes[index].kind {
      case .note:
        chart.literal("[")
        chart.quoted(graph.nodes[index].title)
        chart.literal("]\n")
      case .topic:
        chart.literal("([")
        chart.quoted(graph.nodes[index].title)
        chart.literal("])\n")
      case .wanted:
        chart.literal("[")
        chart.quoted(graph.nodes[index].title)
        chart.literal("]:::wanted\n")
      }
    }
    for index in selection.edges {
      let edge = graph.edges[index]
      chart.literal("  n")
      chart.number(edge.from)
      switch edge.kind {
      case .nextStep:
        chart.literal(" -->|")
        chart.number(edge.order)
        chart.literal("| n")
      case .link: chart.literal(" --> n")
      case .treats: chart.literal(" -.- n")
      }
      chart.number(edge.to)
      chart.literal("\n")
    }
    chart.literal("  classDef wanted stroke-dasharray: 4 3\n")
    return chart.bytes
  }
}

/// The language of Mermaid: literals of the program, and text in quotes.
private struct Mermaid {
  private(set) var bytes: [UInt8] = []

  mutating func literal(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  mutating func number(_ value: Int) {
    bytes.append(contentsOf: String(value).utf8)
  }

  /// Appends a quoted string, in which only letters, digits, spaces and a few marks stand for
  /// themselves: Mermaid reads entities, HTML and Markdown in it.
  mutating func quoted(_ text: String) {
    literal("\"")
    for byte in text.utf8 {
      switch byte {
      case 0x00...0x1F, 0x7F: literal(" ")
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"), 0x80...0xFF, UInt8(ascii: " "), UInt8(ascii: "-"),
        UInt8(ascii: ","), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ":"),
        UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "'"):
        bytes.append(byte)
      case UInt8(ascii: "."): bytes.append(byte)
      default:
        literal("#")
        number(Int(byte))
        literal(";")
      }
    }
    literal("\"")
  }
}
