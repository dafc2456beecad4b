internal import Files
internal import Text
internal import Topics

extension GraphExport {
  /// The graph as `docs/graph.schema.json` describes it.
  func json(_ layout: JSONWriter.Layout = .indented) -> [UInt8] {
    var json = JSONWriter(layout)
    json.reserve(selection.nodes.count * 160 + selection.edges.count * 140)
    json.object { json in
      json.array("nodes") { json in
        for index in selection.nodes { write(node: index, to: &json) }
      }
      json.array("edges") { json in
        for index in selection.edges { write(graph.edges[index], to: &json) }
      }
      json.array("merges") { json in
        for merge in merges {
          json.object { json in
            json.field("label", merge.label)
            json.field("into", graph.nodes[merge.into].id)
            json.field("because", merge.because.rawValue)
          }
        }
      }
    }
    json.endFile()
    return json.bytes
  }

  private func write(node index: Int, to json: inout JSONWriter) {
    let node = graph.nodes[index]
    json.object { json in
      json.field("id", node.id)
      json.field("kind", node.kind.rawValue)
      json.field("title", node.title)
      json.field("path", node.path?.string)
      json.field("url", url(of: index))
      json.field("labels", node.labels)
      json.field("inDegree", node.inDegree)
      json.field("demand", node.demand)
    }
  }

  private func write(_ edge: TopicGraph.Edge, to json: inout JSONWriter) {
    json.object { json in
      json.field("from", graph.nodes[edge.from].id)
      json.field("to", graph.nodes[edge.to].id)
      json.field("kind", edge.kind.rawValue)
      if edge.order > 0 { json.field("order", edge.order) }
      json.field("anchor", edge.anchor)
      if edge.line > 0 {
        json.field("file", graph.file(of: edge)?.string)
        json.field("line", edge.line)
        if edge.column > 0 { json.field("column", edge.column) }
      }
      if let reason = edge.reason {
        json.field("because", reason.rawValue)
        json.field("score", edge.score)
      }
    }
  }
}
