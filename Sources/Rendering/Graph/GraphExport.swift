internal import Files
public import Notes
public import Topics

/// A topic graph, or a part of it, in formats that other programs read.
public struct GraphExport: Sendable {
  /// A format.
  public enum Format: String, CaseIterable, Sendable {
    /// Graphviz.
    case dot
    /// The format of `docs/graph.schema.json`.
    case json
    /// What networkx, Gephi, yEd and others read.
    case graphml
    /// A flowchart for Markdown.
    case mermaid
    /// One row for each edge.
    case csv
  }

  let notebook: Notebook
  let graph: TopicGraph
  let selection: GraphSelection

  /// An export; without a selection of the whole graph.
  public init(_ notebook: Notebook, _ graph: TopicGraph, _ selection: GraphSelection? = nil) {
    self.notebook = notebook
    self.graph = graph
    self.selection = selection ?? GraphSelection(allOf: graph)
  }

  /// The graph in a format; the same graph gives the same bytes.
  public func bytes(as format: Format) -> [UInt8] {
    switch format {
    case .dot: dot
    case .json: json()
    case .graphml: graphML
    case .mermaid: mermaid
    case .csv: csv
    }
  }

  /// The address of a note's page, from the root of the site; nil for what has no page.
  func url(of node: Int) -> String? {
    guard graph.nodes[node].kind == .note else { return nil }
    return notebook.notes[node].page.href(from: .home)
  }

  /// The merges into topics of the selection.
  var merges: [TopicGraph.Merge] {
    let isMeant = Set(selection.nodes)
    return graph.merges.filter { isMeant.contains($0.into) }
  }
}
