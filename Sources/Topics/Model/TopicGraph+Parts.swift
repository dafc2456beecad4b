public import Files

extension TopicGraph {
  /// A note, a topic, or a note that is not written yet.
  public struct Node: Sendable, Equatable {
    /// What a node stands for.
    public enum Kind: String, Sendable, CaseIterable {
      /// A note.
      case note
      /// What next steps name.
      case topic
      /// A note that links lead to and that is not written yet.
      case wanted
    }

    /// What it stands for.
    public let kind: Kind
    /// `note:` and its path, `topic:` and its name, or `wanted:` and the path it would have.
    public let id: String
    /// The note's title, the topic's most frequent label, or a title made of the wanted file's name.
    public let title: String
    /// Where the note lies or would lie; nil for topics.
    public let path: ContentPath?
    /// For topics and wanted notes the labels of the links that ask for it, each once, in the order of
    /// their first use.
    public internal(set) var labels: [String] = []
    /// How many other notes lead to it.
    public internal(set) var inDegree = 0
    /// How many links ask for it; 0 for notes that exist.
    public internal(set) var demand = 0
    /// How many of those links are next steps.
    public internal(set) var stepDemand = 0
  }

  /// A reason to go from one node to another, with its place.
  public struct Edge: Sendable, Equatable {
    /// What an edge says.
    public enum Kind: String, Sendable, CaseIterable {
      /// A note names a topic as what comes next.
      case nextStep = "next-step"
      /// A note links to a note, written or wanted.
      case link
      /// A note treats a topic, or would if it were written.
      case treats
    }

    /// What it says.
    public let kind: Kind
    /// Why a section is taken to treat a topic; nil for other edges.
    public internal(set) var reason: Treatment.Reason?
    // There are many edges: numbers are kept in half of what they are given in.
    private let start: Int32
    private let end: Int32
    private var place: Int32
    private var lineNumber: Int32
    private var columnNumber: Int32
    /// How sure it is that a section treats a topic, 0 to 1; 1 for what an author wrote.
    public internal(set) var score = 1.0
    /// The section: the one that a link names, or the one that treats a topic; nil for whole notes.
    public internal(set) var anchor: String?

    init(
      kind: Kind, from start: Int, to end: Int, anchor: String? = nil, line: Int = 0,
      column: Int = 0, order: Int = 0
    ) {
      self.kind = kind
      self.start = Int32(clamping: start)
      self.end = Int32(clamping: end)
      self.anchor = anchor
      lineNumber = Int32(clamping: line)
      columnNumber = Int32(clamping: column)
      place = Int32(clamping: order)
    }

    /// The index of the node where it begins.
    public var from: Int { Int(start) }
    /// The index of the node where it ends.
    public var to: Int { Int(end) }
    /// For a next step its place among those of the note, from 1; else 0.
    public var order: Int { Int(place) }
    /// The line from 1 of the link, or of the heading that treats; 0 for whole notes.
    public var line: Int { Int(lineNumber) }
    /// From 1, in UTF-8 bytes; 0 where that is not known.
    public var column: Int { Int(columnNumber) }
  }

  /// A link seen from its target, with what there is to say of it there.
  public struct Backlink: Sendable, Equatable {
    // There are as many as edges: numbers are kept in half of what they are given in.
    private let source: Int32
    private let place: Int32
    private let heading: Int32
    private let labelStart: Int32
    private let labelEnd: Int32
    private let stepPlace: Int32

    init(note: Int, link: Int, section: Int, label: Range<Int>, step: Int?) {
      source = Int32(clamping: note)
      place = Int32(clamping: link)
      heading = Int32(clamping: section)
      labelStart = Int32(clamping: label.lowerBound)
      labelEnd = Int32(clamping: label.upperBound)
      stepPlace = Int32(clamping: step ?? -1)
    }

    /// The index of the note that links.
    public var note: Int { Int(source) }
    /// The index of the link in that note's document.
    public var link: Int { Int(place) }
    /// The index of the heading whose section the link stands in; -1 before the first.
    public var section: Int { Int(heading) }
    /// The range of its label in that note's plain text.
    public var label: Range<Int> { Int(labelStart)..<Int(labelEnd) }
    /// The next step that it is, as an index of the graph's; nil for a link that is none.
    public var step: Int? { stepPlace < 0 ? nil : Int(stepPlace) }
  }

  /// A label that was taken for a topic with another title.
  public struct Merge: Sendable, Equatable {
    /// The label as written.
    public let label: String
    /// The index of the topic's node.
    public let into: Int
    /// Why.
    public let because: MergeReason
  }

  /// The note in whose file an edge has its place; nil for what a note that is not written would treat.
  public func file(of edge: Edge) -> ContentPath? {
    nodes[edge.from].kind == .note ? nodes[edge.from].path : nil
  }
}

extension TopicGraph {
  /// For each topic, by its node, the surest of the edges that say which written note treats it.
  ///
  /// Edges are given as indices of the graph's; of two alike the first. nil for other nodes, and where
  /// there is none.
  public func surestTreatments() -> [Int?] {
    // Edges are large values; reading single fields in place spares copies of the whole.
    nodes.indices.map { node in treatments(of: node).first { edges[$0].from < noteCount } }
  }
}
