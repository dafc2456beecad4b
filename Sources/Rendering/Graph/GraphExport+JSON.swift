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
        for index in selection.edges { write(edge: index, to: &json) }
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
    json.object { json in
      json.field("id", graph.nodes[index].id)
      json.field("kind", graph.nodes[index].kind.rawValue)
      json.field("title", graph.nodes[index].title)
      json.field("path", graph.nodes[index].path?.string)
      json.field("url", url(of: index))
      json.field("labels", graph.nodes[index].labels)
      json.field("inDegree", graph.nodes[index].inDegree)
      json.field("demand", graph.nodes[index].demand)
    }
  }

  /// There are many edges: each is read in place.
  private func write(edge index: Int, to json: inout JSONWriter) {
    json.object { json in
      json.field("from", graph.nodes[graph.edges[index].from].id)
      json.field("to", graph.nodes[graph.edges[index].to].id)
      json.field("kind", graph.edges[index].kind.rawValue)
      if graph.edges[index].order > 0 { json.field("order", graph.edges[index].order) }
      json.field("anchor", graph.edges[index].anchor)
      if graph.edges[index].line > 0 {
        json.field("file", graph.file(of: graph.edges[index])?.string)
        json.field("line", graph.edges[index].line)
        if graph.edges[index].column > 0 { json.field("column", graph.edges[index].column) }
      }
      if let reason = graph.edges[index].reason {
        json.field("because", reason.rawValue)
        json.field("score", graph.edges[index].score)
      }
    }
  }
}
