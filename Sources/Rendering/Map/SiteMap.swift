internal import Files
internal import Markup
internal import Notes
internal import Topics
internal import Workers

/// The map of all notes, topics and wanted notes: where each is drawn, and where it leads.
///
/// It is made once for a site; its page, its data and its drawing are written from it.
struct SiteMap: Sendable {
  /// Most nodes are labelled in a line or two, so the plane is stretched by this to the right.
  static let stretch = 2
  /// The most nodes that the page itself draws and lists one by one; beyond that it draws folders.
  static let nodeCap = 300
  /// The most rows of the page's own table, and lines of its tree.
  static let rowCap = 200

  let notebook: Notebook
  let topics: TopicGraph
  let tags: TagIndex
  /// Where the map's page goes.
  let page: SitePath
  /// Where wanted notes are listed; nil where they are not.
  let wantedPage: SitePath?
  let layout: GraphLayout
  /// For each node the folder that it is drawn in.
  let folderOf: [Int]
  /// For each topic where it is treated; nil where it is not.
  let treatedBy: [TopicGraph.Edge?]
  /// For each node, how many others its edges lead to.
  let outDegree: [Int]
  /// For each node, where its edges begin in the graph's; one more entry than nodes.
  private let edgeStarts: [Int]

  init(
    _ notebook: Notebook, _ topics: TopicGraph, _ tags: TagIndex, at page: SitePath,
    wantedAt wantedPage: SitePath? = nil, workers: Workers
  ) {
    self.notebook = notebook
    self.topics = topics
    self.tags = tags
    self.page = page
    self.wantedPage = wantedPage
    let treatedBy = Self.treatments(topics)
    self.treatedBy = treatedBy
    let folderOf = Self.folders(of: topics, in: notebook, treatedBy)
    self.folderOf = folderOf
    let graph = topics.directedGraph()
    var lastFrom = [Int](repeating: -1, count: graph.nodeCount)
    var outDegree = [Int](repeating: 0, count: graph.nodeCount)
    var edgeStarts = [0]
    for node in 0..<graph.nodeCount {
      for end in graph.successors(of: node) where end != node && lastFrom[end] != node {
        lastFrom[end] = node
        outDegree[node] += 1
      }
      edgeStarts.append(edgeStarts[node] + graph.outDegree(of: node))
    }
    self.outDegree = outDegree
    self.edgeStarts = edgeStarts
    layout = GraphLayout(
      graph, clusterOf: folderOf, parents: notebook.folders.map(\.parent), workers: workers)
  }

  /// The nodes of a kind.
  func nodes(of kind: TopicGraph.Node.Kind) -> Range<Int> {
    let first = topics.nodes.firstIndex { $0.kind == kind } ?? topics.nodes.count
    let end = topics.nodes[first...].firstIndex { $0.kind != kind } ?? topics.nodes.count
    return first..<end
  }

  /// The edges that begin at a node.
  func edges(from node: Int) -> ArraySlice<TopicGraph.Edge> {
    topics.edges[edgeStarts[node]..<edgeStarts[node + 1]]
  }

  /// All nodes, those that most others lead to first.
  var byDemand: [Int] {
    topics.nodes.indices.sorted { left, right in
      let (a, b) = (topics.nodes[left].inDegree, topics.nodes[right].inDegree)
      return a == b ? left < right : a > b
    }
  }

  /// True where every node is drawn and listed in the page itself.
  var isSmall: Bool { topics.nodes.count <= Self.nodeCap }

  /// The surest treatment of each topic by a note that is written.
  private static func treatments(_ topics: TopicGraph) -> [TopicGraph.Edge?] {
    let topicNodes = topics.nodes.indices.dropFirst(topics.noteCount)
      .prefix { topics.nodes[$0].kind == .topic }
    return topics.surestTreatments()[topicNodes].map { $0.map { topics.edges[$0] } }
  }

  /// A topic lies with the note that treats it, else with the first that asks for it; a wanted note
  /// where it would be written.
  private static func folders(
    of topics: TopicGraph, in notebook: Notebook, _ treatedBy: [TopicGraph.Edge?]
  ) -> [Int] {
    var folders = notebook.folderOfNote
    folders += treatedBy.map { edge in edge.map { notebook.folderOfNote[$0.from] } ?? -1 }
    var known: [ContentPath: Int] = [:]
    for (index, folder) in notebook.folders.enumerated() { known[folder.path] = index }
    for node in topics.nodes.dropFirst(folders.count) {
      var path = node.path?.folder ?? .root
      while known[path] == nil, !path.isRoot { path = path.folder }
      folders.append(known[path] ?? 0)
    }
    for edge in topics.edges.indices where topics.edges[edge].kind == .nextStep {
      let end = topics.edges[edge].to
      if folders[end] < 0 { folders[end] = folders[topics.edges[edge].from] }
    }
    return folders.map { max($0, 0) }
  }

  // MARK: - Addresses

  /// Appends where a node leads, seen from the map; false where it leads nowhere.
  func appendAddress(of node: Int, to html: inout HTML) -> Bool {
    switch topics.nodes[node].kind {
    case .note:
      html.path(notebook.notes[node].page, from: page)
    case .topic:
      guard let edge = treatedBy[node - topics.noteCount] else { return false }
      html.path(notebook.notes[edge.from].page, section: edge.anchor, from: page)
    case .wanted:
      guard let wantedPage else { return false }
      html.path(wantedPage, from: page)
    }
    return true
  }

  /// A folder's title; the root's is the site's.
  func title(ofFolder folder: Int, site: String) -> String {
    folder == 0 ? site : notebook.folders[folder].title
  }
}
