internal import Files
internal import Notes
internal import Text
internal import Topics
internal import Workers

extension SiteMap {
  /// Another number wherever the same notes give other data.
  static let dataFormat: UInt64 = 1

  /// The map as a classic script that sets `sitegenMap`: scripts can be loaded from `file://`, data
  /// cannot.
  ///
  /// Nodes are numbers: notes first, then topics, then wanted notes. What is known of all of them lies in
  /// arrays side by side, and edges in runs of a node, a count, and the nodes that it leads to.
  func data(siteTitle: String, workers: Workers) -> [UInt8] {
    let parts: [@Sendable (inout JSONWriter) -> Void] = [
      { appendFolders(siteTitle: siteTitle, to: &$0) },
      { appendNodes(to: &$0) },
      { appendTopics(to: &$0) },
      { appendEdges(.nextStep, to: &$0) },
      { appendEdges(.link, to: &$0) },
      { appendEdges(.treats, to: &$0) },
      { appendTags(to: &$0) },
    ]
    let written = workers.map(parts.count) { index in
      var json = JSONWriter()
      parts[index](&json)
      return json.take()
    }
    let names = ["folders", "nodes", "topics", "next", "link", "treats", "tags"]
    var script = Array("sitegenMap={".utf8)
    script.reserveCapacity(written.reduce(64) { $0 + $1.count + 10 })
    for (name, bytes) in zip(names, written) {
      if name != names[0] { script.append(UInt8(ascii: ",")) }
      script.append(contentsOf: name.utf8)
      script.append(UInt8(ascii: ":"))
      script.append(contentsOf: bytes)
    }
    script.append(contentsOf: "};\n".utf8)
    return script
  }

  /// For each folder: title, the folder around it or -1, centre, radius, address.
  private func appendFolders(siteTitle: String, to json: inout JSONWriter) {
    json.array { json in
      for (index, folder) in notebook.folders.enumerated() {
        let disc = layout.clusters[index]
        json.array { json in
          json.string(title(ofFolder: index, site: siteTitle))
          json.number(folder.parent ?? -1)
          json.number(disc.center.x * Self.stretch)
          json.number(disc.center.y)
          json.number(disc.radius)
          json.string(folder.page.href(from: page))
        }
      }
    }
  }

  private func appendNodes(to json: inout JSONWriter) {
    json.object { json in
      json.field("notes", topics.noteCount)
      json.field("topics", treatedBy.count)
      json.field("wantedAt", wantedPage.map { $0.href(from: page) })
      json.field("titles", topics.nodes.lazy.map(\.title))
      json.array("folder") { json in for folder in folderOf { json.number(folder) } }
      json.array("x") { json in for place in layout.nodes { json.number(place.x * Self.stretch) } }
      json.array("y") { json in for place in layout.nodes { json.number(place.y) } }
      // Where a note's page is, seen from the page of its folder.
      json.array("pages") { json in
        for note in notebook.notes.indices {
          json.string(
            notebook.notes[note].page.href(from: notebook.folders[folderOf[note]].page))
        }
      }
    }
  }

  /// For each topic the note and the section that treat it; nothing where none does.
  private func appendTopics(to json: inout JSONWriter) {
    json.array { json in
      for topic in treatedBy.indices {
        json.array { json in
          guard let note = treatedBy[topic]?.from else { return }
          json.number(note)
          if let anchor = treatedBy[topic]?.anchor { json.string(anchor) }
        }
      }
    }
  }

  private func appendEdges(_ kind: TopicGraph.Edge.Kind, to json: inout JSONWriter) {
    json.array { json in
      var from = -1
      var ends: [Int] = []
      func flush(_ json: inout JSONWriter) {
        guard !ends.isEmpty else { return }
        json.number(from)
        json.number(ends.count)
        for end in ends { json.number(end) }
      }
      for edge in topics.edges.indices where topics.edges[edge].kind == kind {
        let (start, end) = (topics.edges[edge].from, topics.edges[edge].to)
        if start != from {
          flush(&json)
          from = start
          ends.removeAll(keepingCapacity: true)
        }
        if !ends.contains(end) { ends.append(end) }
      }
      flush(&json)
    }
  }

  /// For each tag its name and its notes.
  private func appendTags(to json: inout JSONWriter) {
    json.array { json in
      for tag in tags.tags {
        json.array { json in
          json.string(tag.name)
          for note in tag.notes { json.number(note) }
        }
      }
    }
  }
}
