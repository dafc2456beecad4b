internal import Files
internal import Notes
internal import Search
internal import Topics

/// The topics of the graph as things that can be found.
///
/// A topic that a note treats as a whole is found as that note, which has the topic's names as well; any
/// other is a result of its own, which leads to the section that treats it, or to the list of topics.
struct FoundTopics: Sendable {
  private let graph: TopicGraph
  private let notebook: Notebook
  /// For each note the topics that it or one of its sections treats.
  private var treated: [Int: [Int]] = [:]
  /// For each note the topics that it treats best, as a whole.
  private var own: [Int: [Int]] = [:]

  /// Where each topic stands in the list of topics.
  private let places: [Int: String]
  /// The topics that no note treats as a whole.
  private(set) var others: [Int] = []

  /// The most notes that are named for one topic.
  private static let noteCap = 3

  /// `places` gives each topic its place in the list of topics.
  init(_ graph: TopicGraph, in notebook: Notebook, places: [Int: String]) {
    self.graph = graph
    self.notebook = notebook
    self.places = places
    for topic in topics {
      let edges = treatments(of: topic)
      for edge in edges {
        let note = graph.edges[edge].from
        if treated[note]?.last != topic { treated[note, default: []].append(topic) }
      }
      if let best = edges.first, graph.edges[best].anchor == nil {
        own[graph.edges[best].from, default: []].append(topic)
      } else if !edges.isEmpty || places[topic] != nil {
        others.append(topic)
      }
    }
  }

  /// The edges of what treats a topic and is written, the surest first.
  private func treatments(of topic: Int) -> [Int] {
    graph.treatments(of: topic).filter { graph.nodes[graph.edges[$0].from].kind == .note }
  }

  private var topics: [Int] { graph.nodes.indices.filter { graph.nodes[$0].kind == .topic } }

  /// The names of the topics that a note treats as a whole, other than its title.
  func names(of note: Int) -> [String] {
    let title = notebook.notes[note].title
    return (own[note] ?? []).flatMap { names(ofTopic: $0) }.filter { $0 != title }
  }

  func facets(of note: Int) -> [SearchDocument.Facet] {
    (treated[note] ?? []).map { .init(.topic, graph.nodes[$0].title) }
  }

  /// One of the `others`.
  func document(of topic: Int) -> SearchDocument {
    let edges = treatments(of: topic)
    let node = graph.nodes[topic]
    var document = SearchDocument(
      kind: .topic, address: address(of: topic, treatedBy: edges.first), title: node.title,
      text: text(about: topic, treatedBy: edges))
    document.trail = ["Topics"]
    document.aliases = names(ofTopic: topic).filter { $0 != node.title }
    document.facets = [.init(.topic, node.title)]
    document.inDegree = node.inDegree
    return document
  }

  private func address(of topic: Int, treatedBy edge: Int?) -> String {
    guard let edge else { return places[topic] ?? "" }
    let page = notebook.notes[graph.edges[edge].from].page
    return page.href(from: .home, section: graph.edges[edge].anchor ?? "")
  }

  private func names(ofTopic topic: Int) -> [String] {
    let node = graph.nodes[topic]
    return [node.title] + node.labels.filter { $0 != node.title }
  }

  private func text(about topic: Int, treatedBy edges: [Int]) -> String {
    func titles(_ notes: [Int]) -> String {
      let named = notes.prefix(Self.noteCap).map { notebook.notes[$0].title }
      let rest = notes.count - named.count
      return named.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    }
    var treating: [Int] = []
    for edge in edges where !treating.contains(graph.edges[edge].from) {
      treating.append(graph.edges[edge].from)
    }
    var sentences: [String] = []
    if treating.isEmpty {
      sentences.append("No note treats it yet.")
    } else {
      sentences.append("Treated in: \(titles(treating)).")
    }
    let askers = graph.askers(of: topic).map { graph.nextSteps[$0].note }
    if !askers.isEmpty { sentences.append("Next step of: \(titles(askers)).") }
    return sentences.joined(separator: " ") + "\n"
  }
}
