internal import Files
internal import Text
internal import Topics

extension GraphExport {
  /// The graph as `docs/graph.schema.json` describes it.
  func json(_ layout: JSONWriter.Layout = .indented) -> [UInt8] {
    var bytes: [UInt8] = []
    writeJSON(layout) { bytes += $0 }
    return bytes
  }

  /// The same, piece by piece: there may be hundreds of thousands of edges.
  func writeJSON(_ layout: JSONWriter.Layout, to take: (UnsafeBufferPointer<UInt8>) -> Void) {
    var json = JSONWriter(layout)
    // Edges name each node many times over.
    let ids = JSONTexts(graph.nodes.count, reserving: graph.nodes.count * 64) { graph.nodes[$0].id }
    let files = JSONTexts(graph.noteCount, reserving: graph.noteCount * 64) { note in
      graph.nodes[note].path?.string ?? ""
    }
    json.object { json in
      json.array("nodes") { json in
        for index in selection.nodes {
          write(node: index, ids, to: &json)
          json.drainPiece(take)
        }
      }
      json.array("edges") { json in
        for index in selection.edges {
          write(edge: index, ids, files, to: &json)
          json.drainPiece(take)
        }
      }
      json.array("merges") { json in
        for merge in merges {
          json.object { json in
            json.field("label", merge.label)
            json.field("into", merge.into, of: ids)
            json.field("because", merge.because.rawValue)
          }
        }
      }
    }
    json.endFile()
    json.drain(take)
  }

  private func write(node index: Int, _ ids: JSONTexts, to json: inout JSONWriter) {
    json.object { json in
      json.field("id", index, of: ids)
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
  private func write(
    edge index: Int, _ ids: JSONTexts, _ files: JSONTexts, to json: inout JSONWriter
  ) {
    json.object { json in
      json.field("from", graph.edges[index].from, of: ids)
      json.field("to", graph.edges[index].to, of: ids)
      json.field("kind", graph.edges[index].kind.rawValue)
      if graph.edges[index].order > 0 { json.field("order", graph.edges[index].order) }
      json.field("anchor", graph.edges[index].anchor)
      if graph.edges[index].line > 0 {
        // What is not written has no file.
        let note = graph.edges[index].from
        if note < graph.noteCount { json.field("file", note, of: files) }
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
