/// Writes the files of one kind of facet (docs/search-format.md, 2.8).
struct FacetFiles: Sendable {
  let kind: SearchDocument.Facet.Kind
  /// The files, each with its first key.
  private(set) var contents: [(firstKey: [UInt8], bytes: [UInt8])] = []

  /// About how many bytes a file holds.
  private static let size = 6_000

  /// Labels with the same key, the first of them, and the pages that have one.
  private struct Value {
    let kind: SearchDocument.Facet.Kind
    let key: [UInt8]
    var label: [UInt8]
    var pages: [Int] = []
  }

  /// The files of each kind that documents have.
  static func all(of documents: [SearchDocument]) -> [FacetFiles] {
    let values = values(of: documents)
    return SearchDocument.Facet.Kind.allCases.compactMap { kind in
      let own = values.filter { $0.kind == kind }
      return own.isEmpty ? nil : FacetFiles(kind, own)
    }
  }

  private static func values(of documents: [SearchDocument]) -> [Value] {
    var values: [Value] = []
    // Most pages have labels that others have as well: those are known as they are written.
    var numbers: [SearchDocument.Facet: Int] = [:]
    var known: [SearchDocument.Facet.Kind: [[UInt8]: Int]] = [:]
    for page in documents.indices {
      for facet in documents[page].facets {
        let number: Int
        if let known = numbers[facet] {
          number = known
        } else {
          let key = key(of: facet.label)
          guard !key.isEmpty else { continue }
          let label = Array(facet.label.utf8)
          number = known[facet.kind]?[key] ?? values.count
          if number == values.count {
            values.append(Value(kind: facet.kind, key: key, label: label))
            known[facet.kind, default: [:]][key] = number
          } else if label.lexicographicallyPrecedes(values[number].label) {
            values[number].label = label
          }
          numbers[facet] = number
        }
        if values[number].pages.last != page { values[number].pages.append(page) }
      }
    }
    return values
  }

  private init(_ kind: SearchDocument.Facet.Kind, _ values: [Value]) {
    self.kind = kind
    var bytes: [UInt8] = []
    var keys: [[UInt8]] = []
    for value in values.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      keys.append(value.key)
      bytes.appendText(value.label)
      bytes.appendText(value.key)
      bytes.appendVarint(value.pages.count)
      var last: Int?
      for page in value.pages {
        bytes.appendVarint(last.map { page - $0 - 1 } ?? page)
        last = page
      }
      if bytes.count > Self.size { close(&keys, &bytes) }
    }
    if !keys.isEmpty { close(&keys, &bytes) }
  }

  private mutating func close(_ keys: inout [[UInt8]], _ bytes: inout [UInt8]) {
    var content: [UInt8] = []
    content.appendVarint(keys.count)
    contents.append((keys[0], content + bytes))
    keys = []
    bytes = []
  }

  /// What tells a label from others, whatever its case and punctuation.
  static func key(of label: String) -> [UInt8] {
    var result: [UInt8] = []
    var isPending = false
    for cell in Analysis.folded(label) {
      guard cell.isWord || cell.isPair || cell.isCharacter("/") else {
        isPending = !result.isEmpty
        continue
      }
      if isPending { result.append(UInt8(ascii: "-")) }
      isPending = false
      UTF8Scalar.append(cell.scalar, to: &result)
    }
    return result
  }
}
