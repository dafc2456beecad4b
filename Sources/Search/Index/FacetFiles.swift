/// Writes the files of one kind of facet (docs/search-format.md, 2.8).
struct FacetFiles: Sendable {
  let kind: SearchDocument.Facet.Kind
  /// The files, each with its first key.
  private(set) var contents: [(firstKey: [UInt8], bytes: [UInt8])] = []

  /// About how many bytes a file holds.
  private static let size = 6_000

  /// nil where no document has a facet of this kind.
  init?(_ kind: SearchDocument.Facet.Kind, of documents: [SearchDocument]) {
    self.kind = kind
    var values: [[UInt8]: (label: [UInt8], pages: [Int])] = [:]
    for (page, document) in documents.enumerated() {
      for facet in document.facets where facet.kind == kind {
        let key = Self.key(of: facet.label)
        guard !key.isEmpty else { continue }
        let label = Array(facet.label.utf8)
        var value = values[key] ?? (label, [])
        if value.pages.last != page { value.pages.append(page) }
        if label.lexicographicallyPrecedes(value.label) { value.label = label }
        values[key] = value
      }
    }
    guard !values.isEmpty else { return nil }
    var bytes: [UInt8] = []
    var keys: [[UInt8]] = []
    for key in values.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      guard let value = values[key] else { continue }
      keys.append(key)
      bytes.appendText(value.label)
      bytes.appendText(key)
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
