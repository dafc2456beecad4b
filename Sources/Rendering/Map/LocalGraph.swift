internal import Topics

/// What a note's own graph shows: two steps back and two steps on, in rows.
struct LocalGraph: Equatable {
  /// The most rows, the note's own not counted.
  static let rowCap = 12
  /// Beyond this many notes within two steps nobody counts.
  static let countCap = 1000

  /// A row: a note or a wanted note, once.
  struct Row: Equatable {
    let node: Int
    /// -2 and -1 for what leads to the note, 1 and 2 for where it leads; 0 for itself.
    let step: Int
    /// How many links lead from one to the other.
    let count: Int
    /// True where a next step does.
    let isNextStep: Bool
  }

  /// From top to bottom; each row of two steps beside the one through which it is reached.
  private(set) var rows: [Row] = []
  /// How many there are within two steps, at most `countCap`.
  private(set) var total = 0

  init(around note: Int, in graph: NoteGraph) {
    let before = graph.predecessors(of: note)
    let after = graph.successors(of: note)
    guard !before.isEmpty || !after.isEmpty else { return }
    total = graph.neighbourCount(of: note, cap: Self.countCap)

    // Two thirds of the rows for one step, more of them onwards than back; the rest for the second.
    // There are thirteen at most: a list is searched faster than a set.
    var shown = [note]
    func show(_ neighbour: NoteGraph.Neighbour) -> Bool {
      if shown.contains(neighbour.node) { return false }
      shown.append(neighbour.node)
      return true
    }
    let backShare = max(3, 8 - after.count)
    let first = before.prefix(backShare).filter(show)
    let next = after.prefix(8 - first.count).filter(show)
    let near = next + first
    var left = Self.rowCap - first.count - next.count
    var further: [[NoteGraph.Neighbour]] = Array(repeating: [], count: near.count)
    // A row at a time for each, so that no neighbour takes all.
    for round in 0..<Self.rowCap where left > 0 {
      for (place, neighbour) in near.enumerated() where left > 0 {
        guard further[place].count == round else { continue }
        let beyond =
          place < next.count
          ? graph.successors(of: neighbour.node) : graph.predecessors(of: neighbour.node)
        guard let new = beyond.prefix(40).first(where: show) else { continue }
        further[place].append(new)
        left -= 1
      }
    }
    for (place, neighbour) in first.enumerated() {
      for far in further[next.count + place] { rows.append(Row(far, step: -2)) }
      rows.append(Row(neighbour, step: -1))
    }
    rows.append(Row(node: note, step: 0, count: 0, isNextStep: false))
    for (place, neighbour) in next.enumerated() {
      rows.append(Row(neighbour, step: 1))
      for far in further[place] { rows.append(Row(far, step: 2)) }
    }
  }
}

extension LocalGraph.Row {
  fileprivate init(_ neighbour: NoteGraph.Neighbour, step: Int) {
    self.init(
      node: neighbour.node, step: step, count: neighbour.count, isNextStep: neighbour.isStep)
  }
}
