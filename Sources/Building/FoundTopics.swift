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
  /// For each topic, by its node, what treats it, the surest first.
  private var treatments: [Int: [TopicGraph.Edge]] = [:]
  /// For each topic the notes that name it as a next step.
  private var askers: [Int: [Int]] = [:]
  /// For each note the topics that it or one of its sections treats.
  private var treated: [Int: [Int]] = [:]
  /// For each note the topics that it treats best, as a whole.
  private var own: [Int: [Int]] = [:]

  /// The most notes that are named for one topic.
  private static let noteCap = 3

  init(_ graph: TopicGraph, in notebook: Notebook) {
    self.graph = graph
    self.notebook = notebook
    for edge in graph.edges where edge.kind == .treats && graph.nodes[edge.from].kind == .note {
      treatments[edge.to, default: []].append(edge)
    }
    for topic in treatments.keys {
      treatments[topic]?.sort { left, right in
        left.score == right.score ? left.from < right.from : left.score > right.score
      }
    }
    for step in graph.nextSteps {
      guard let topic = step.topic, askers[topic]?.contains(step.note) != true else { continue }
      askers[topic, default: []].append(step.note)
    }
    for topic in topics {
      for edge in treatments[topic] ?? [] where treated[edge.from]?.last != topic {
        treated[edge.from, default: []].append(topic)
      }
      if let best = treatments[topic]?.first, best.anchor == nil {
        own[best.from, default: []].append(topic)
      }
    }
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

  /// All topics but those that a note treats as a whole; `places` gives each its place in the list.
  func documents(places: [Int: String]) -> [SearchDocument] {
    topics.compactMap { topic in
      let best = treatments[topic]?.first
      if let best, best.anchor == nil { return nil }
      let node = graph.nodes[topic]
      let address = best.map { edge in
        notebook.notes[edge.from].page.href(from: .home) + "#" + Self.escaped(edge.anchor ?? "")
      }
      guard let address = address ?? places[topic] else { return nil }
      var document = SearchDocument(
        kind: .topic, address: address, title: node.title, text: text(about: topic))
      document.trail = ["Topics"]
      document.aliases = names(ofTopic: topic).filter { $0 != node.title }
      document.facets = [.init(.topic, node.title)]
      document.inDegree = node.inDegree
      return document
    }
  }

  private func names(ofTopic topic: Int) -> [String] {
    let node = graph.nodes[topic]
    return [node.title] + node.labels.filter { $0 != node.title }
  }

  private func text(about topic: Int) -> String {
    func titles(_ notes: [Int]) -> String {
      let named = notes.prefix(Self.noteCap).map { notebook.notes[$0].title }
      let rest = notes.count - named.count
      return named.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    }
    var treating: [Int] = []
    for edge in treatments[topic] ?? [] where !treating.contains(edge.from) {
      treating.append(edge.from)
    }
    var sentences: [String] = []
    if treating.isEmpty {
      sentences.append("No note treats it yet.")
    } else {
      sentences.append("Treated in: \(titles(treating)).")
    }
    if let askers = askers[topic] { sentences.append("Next step of: \(titles(askers)).") }
    return sentences.joined(separator: " ") + "\n"
  }

  /// A fragment with everything escaped but what stands for itself in any address.
  private static func escaped(_ anchor: String) -> String {
    var bytes: [UInt8] = []
    for byte in anchor.utf8 {
      let isPlain =
        byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte == 0x2D
        || byte == 0x5F || byte == 0x2E || byte == 0x7E
      if isPlain {
        bytes.append(byte)
      } else {
        let digits = Array("0123456789ABCDEF".utf8)
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
