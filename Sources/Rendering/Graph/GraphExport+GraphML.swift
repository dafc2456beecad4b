internal import Files
internal import Text
internal import Topics

extension GraphExport {
  /// The graph as GraphML (Brandes, Eiglsperger, Herman, Himsolt, Marshall 2002).
  ///
  /// Labels are joined by line feeds.
  var graphML: [UInt8] {
    var xml = XML()
    xml.reserve(selection.nodes.count * 300 + selection.edges.count * 300)
    xml.declaration()
    xml.markup("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n")
    for key in GraphMLKey.allCases { key.declare(in: &xml) }
    xml.markup("<graph id=\"sitegen\" edgedefault=\"directed\">\n")
    for index in selection.nodes {
      let node = graph.nodes[index]
      xml.markup("<node")
      xml.attribute("id", node.id)
      xml.markup(">")
      GraphMLKey.kind.append(node.kind.rawValue, to: &xml)
      GraphMLKey.title.append(node.title, to: &xml)
      if let path = node.path { GraphMLKey.path.append(path.string, to: &xml) }
      if let url = url(of: index) { GraphMLKey.url.append(url, to: &xml) }
      if !node.labels.isEmpty {
        GraphMLKey.labels.append(node.labels.joined(separator: "\n"), to: &xml)
      }
      GraphMLKey.inDegree.append(node.inDegree, to: &xml)
      GraphMLKey.demand.append(node.demand, to: &xml)
      xml.markup("</node>\n")
    }
    for index in selection.edges {
      let edge = graph.edges[index]
      xml.markup("<edge")
      xml.attribute("id", "e\(index)")
      xml.attribute("source", graph.nodes[edge.from].id)
      xml.attribute("target", graph.nodes[edge.to].id)
      xml.markup(">")
      GraphMLKey.relation.append(edge.kind.rawValue, to: &xml)
      if edge.order > 0 { GraphMLKey.order.append(edge.order, to: &xml) }
      if let anchor = edge.anchor { GraphMLKey.anchor.append(anchor, to: &xml) }
      if edge.line > 0 {
        if let file = graph.file(of: edge) { GraphMLKey.file.append(file.string, to: &xml) }
        GraphMLKey.line.append(edge.line, to: &xml)
        if edge.column > 0 { GraphMLKey.column.append(edge.column, to: &xml) }
      }
      if let reason = edge.reason {
        GraphMLKey.because.append(reason.rawValue, to: &xml)
      }
      xml.markup("</edge>\n")
    }
    xml.markup("</graph>\n</graphml>\n")
    return xml.bytes
  }
}

/// What a node or an edge says of itself.
private enum GraphMLKey: String, CaseIterable {
  case kind, title, path, url, labels, inDegree, demand
  case relation, order, anchor, file, line, column, because

  private var isOfNode: Bool {
    switch self {
    case .kind, .title, .path, .url, .labels, .inDegree, .demand: true
    case .relation, .order, .anchor, .file, .line, .column, .because: false
    }
  }

  private var isNumber: Bool {
    switch self {
    case .inDegree, .demand, .order, .line, .column: true
    default: false
    }
  }

  func declare(in xml: inout XML) {
    xml.markup("<key")
    xml.attribute("id", rawValue)
    xml.attribute("for", isOfNode ? "node" : "edge")
    // Both kinds of kinds have the same name, as in JSON.
    xml.attribute("attr.name", self == .relation ? "kind" : rawValue)
    xml.attribute("attr.type", isNumber ? "int" : "string")
    xml.markup("/>\n")
  }

  func append(_ value: String, to xml: inout XML) {
    begin(&xml)
    xml.text(value)
    xml.markup("</data>")
  }

  func append(_ value: Int, to xml: inout XML) {
    begin(&xml)
    xml.number(value)
    xml.markup("</data>")
  }

  private func begin(_ xml: inout XML) {
    xml.markup("<data")
    xml.attribute("key", rawValue)
    xml.markup(">")
  }
}
