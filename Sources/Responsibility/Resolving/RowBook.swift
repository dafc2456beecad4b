internal import Files

/// Collects rows while statements come in, and gives each its id and number.
struct RowBook {
  let finder: LayerFinder
  private var catalog: Catalog { finder.catalog }
  private var drafts: [Draft] = []
  private var byKey: [String: Int] = [:]
  private var ids: [String: Int] = [:]
  private var cache: [String: [Int]] = [:]

  private struct Draft {
    var id: String
    var title: String
    var layers: [Int]
    var number: Int?
  }

  init(_ catalog: Catalog) {
    finder = LayerFinder(catalog: catalog)
  }

  /// What can be told of a subject by itself, whatever other rows there are.
  struct Wording: Sendable {
    fileprivate let found: LayerFinder.Found
    fileprivate let key: String
    fileprivate let id: String
    fileprivate let title: String

    init(_ subject: String, _ finder: LayerFinder) {
      let words = Words(subject)
      let content = RowKey.content(words.folded)
      found = finder.find(subject, words)
      key = RowKey.key(content)
      id = RowKey.slug(content, key: key)
      title = RowKey.title(subject)
    }
  }

  /// The rows that a statement is about; `wording` is its subject's.
  mutating func rows(of statement: Statement, _ wording: Wording) -> [Int] {
    if let id = statement.row {
      let row = named(id, subject: statement.subject)
      if let number = statement.number { drafts[row].number = number }
      return [row]
    }
    let rows = rows(of: wording, subject: statement.subject)
    if let number = statement.number, rows.count == 1 { drafts[rows[0]].number = number }
    return rows
  }

  /// True where the subject is a layer's name and nothing else.
  func isLayer(_ subject: String) -> Bool { !finder.find(subject).whole.isEmpty }

  /// The row with an id, made of a subject where there is none yet.
  mutating func named(_ id: String, subject: String, number: Int? = nil) -> Int {
    let row: Int
    if let known = ids[id] {
      row = known
    } else if let layer = catalog.layers.firstIndex(where: { $0.row == id || $0.id == id }) {
      row = ofLayer(layer)
    } else {
      row = add(
        Draft(
          id: id, title: RowKey.title(subject), layers: finder.find(subject).layers, number: nil))
    }
    if let number { drafts[row].number = number }
    return row
  }

  /// Gives a row that somebody speaks of its number.
  mutating func fix(_ number: Int?, of id: String) {
    if let row = ids[id] { drafts[row].number = number }
  }

  private mutating func rows(of wording: Wording, subject: String) -> [Int] {
    if let known = cache[subject] { return known }
    let rows: [Int]
    if wording.found.whole.isEmpty {
      rows = [own(wording)]
    } else {
      rows = wording.found.whole.map { ofLayer($0) }
    }
    cache[subject] = rows
    return rows
  }

  private mutating func ofLayer(_ index: Int) -> Int {
    let layer = catalog.layers[index]
    if let known = ids[layer.row] { return known }
    return add(Draft(id: layer.row, title: layer.name, layers: [index], number: layer.number))
  }

  private mutating func own(_ wording: Wording) -> Int {
    if let known = byKey[wording.key] { return known }
    var slug = wording.id
    // Another key can have the same first words only beyond six, where a hash tells them apart.
    if ids[slug] != nil {
      slug += "-\(String(Fingerprint.of(Array(wording.key.utf8)), radix: 16).prefix(4))"
    }
    let row = add(Draft(id: slug, title: wording.title, layers: wording.found.layers, number: nil))
    byKey[wording.key] = row
    return row
  }

  private mutating func add(_ draft: Draft) -> Int {
    ids[draft.id] = drafts.count
    drafts.append(draft)
    return drafts.count - 1
  }

  /// The rows in order, and for each row as it was given out its place in that order.
  func finished() -> (rows: [Row], places: [Int]) {
    let order = drafts.indices.sorted { first, second in
      let left = drafts[first]
      let right = drafts[second]
      let layers = (left.layers.first ?? Int.max, right.layers.first ?? Int.max)
      if layers.0 != layers.1 { return layers.0 < layers.1 }
      // The layer's own row stands before others about it.
      let areOwn = (left.number == nil ? 1 : 0, right.number == nil ? 1 : 0)
      if areOwn.0 != areOwn.1 { return areOwn.0 < areOwn.1 }
      if left.title != right.title {
        return left.title.utf8.lexicographicallyPrecedes(right.title.utf8)
      }
      return left.id.utf8.lexicographicallyPrecedes(right.id.utf8)
    }
    var places = [Int](repeating: 0, count: drafts.count)
    for (place, draft) in order.enumerated() { places[draft] = place }
    let numbers = RowNumbers.numbers(drafts.map { ($0.id, $0.number) })
    let rows = order.map { index in
      let draft = drafts[index]
      let layers = draft.layers.map { catalog.layers[$0].id }
      return Row(
        id: "r-\(draft.id)", number: numbers[index], title: draft.title, layer: layers.first,
        layers: layers)
    }
    return (rows, places)
  }
}

/// Gives rows numbers that stay when other rows come and go.
///
/// Known layers and pinned rows have theirs. Any other is the first free one of a sequence that the
/// row's id alone decides: one of 900 numbers, then one of 9,000 and so on. A new row can therefore
/// only move a row whose number it happens to share.
enum RowNumbers {
  static func numbers(_ rows: [(id: String, fixed: Int?)]) -> [Int] {
    var taken: Set<Int> = []
    var numbers = [Int](repeating: 0, count: rows.count)
    for (index, row) in rows.enumerated() {
      if let fixed = row.fixed, taken.insert(fixed).inserted { numbers[index] = fixed }
    }
    let rest = rows.indices.filter { numbers[$0] == 0 }
      .sorted { rows[$0].id.utf8.lexicographicallyPrecedes(rows[$1].id.utf8) }
    for index in rest {
      var hash = Fingerprint.of(Array(rows[index].id.utf8))
      var floor = 100
      while true {
        let number = floor + Int(hash % UInt64(9 * floor))
        if taken.insert(number).inserted {
          numbers[index] = number
          break
        }
        hash = hash.byteSwapped &* 0x9E37_79B9_7F4A_7C15
        if floor < 1_000_000_000 { floor *= 10 }
      }
    }
    return numbers
  }
}
