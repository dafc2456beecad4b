internal import Files
internal import Notes
internal import Topics
internal import Workers

extension StudyPlan {
  /// Adds the map's page and the script with its data; nothing where there is no note.
  ///
  /// The map is laid out when one of them is made: whoever keeps a site in memory and shows one page of
  /// it does not wait for it.
  mutating func addMap(
    _ notebook: Notebook, _ studies: SiteStudies, _ paths: GeneratedPaths, siteTitle: String,
    workers: Workers
  ) {
    guard !notebook.notes.isEmpty else { return }
    let page = SitePath(asset: paths.folder("map").appending("index.html"))
    let wantedPage = studies.wanted.byDemand.isEmpty ? nil : paths.free(WantedPage.name)
    let map = Deferred {
      SiteMap(
        notebook, studies.topics, studies.tags, at: page, wantedAt: wantedPage, workers: workers)
    }
    let digest = String(Self.digest(notebook, studies, wantedPage, siteTitle: siteTitle), radix: 16)
      .prefix(8)
    let folder = ContentPath.root.appending("sitegen")
    let script = SitePath(asset: folder.appending("map-data.\(digest).js"))
    add(
      StudyPage(
        path: page, kind: "map", title: "Map", description: SiteMap.summary(of: studies.topics),
        headerLabel: "Map", styles: ["map.css"], scripts: ["map.js"], dataScripts: [script],
        content: { _ in map.value.content(siteTitle: siteTitle) }))
    add(
      StudyFile(
        path: script,
        bytes: { _ in map.value.data(siteTitle: siteTitle, workers: workers) }))
  }

  /// A hash of all that the map's data is made of: it names the file before the file is made.
  private static func digest(
    _ notebook: Notebook, _ studies: SiteStudies, _ wantedPage: SitePath?, siteTitle: String
  ) -> UInt64 {
    var hash = Fingerprint()
    hash.append(SiteMap.dataFormat)
    hash.append(siteTitle)
    hash.append(wantedPage?.string ?? "")
    for folder in notebook.folders {
      hash.append(folder.page.string)
      hash.append(folder.title)
    }
    // Notes, nodes and edges are large values, and read in place.
    for note in notebook.notes.indices {
      hash.append(notebook.notes[note].page.string)
      hash.append(UInt64(notebook.folderOfNote[note]))
    }
    let (nodes, edges) = (studies.topics.nodes, studies.topics.edges)
    for node in nodes.indices {
      hash.append(nodes[node].id)
      hash.append(nodes[node].title)
    }
    for edge in edges.indices {
      hash.append(UInt64(edges[edge].from) << 32 | UInt64(edges[edge].to))
      hash.append(edges[edge].kind.rawValue)
      if let anchor = edges[edge].anchor { hash.append(anchor) }
    }
    for tag in studies.tags.tags {
      hash.append(tag.name)
      for note in tag.notes { hash.append(UInt64(note)) }
    }
    return hash.value
  }
}
