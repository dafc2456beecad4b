/// Finds the pages that the conditions of a query allow (docs/search-format.md, 3.5).
struct QueryConditions {
  private var reader: IndexReader
  private let manifest: IndexManifest
  /// The pages that may be results; nil for all.
  private(set) var allowed: Set<Int>?
  /// The pages that may not.
  private(set) var refused: Set<Int> = []
  /// False where a file is missing that a condition needs.
  private(set) var isComplete = true

  init(_ query: SearchQuery, _ reader: IndexReader, _ manifest: IndexManifest) {
    self.reader = reader
    self.manifest = manifest
    for kind in SearchDocument.Facet.Kind.allCases {
      let own = query.filters.filter { $0.kind == kind }
      let wanted = own.filter { !$0.isExcluded }
      if !wanted.isEmpty {
        allow(wanted.reduce(into: Set()) { $0.formUnion(pages(of: $1)) })
      }
      for filter in own where filter.isExcluded { refused.formUnion(pages(of: filter)) }
    }
    for stretch in query.stretches where stretch.isPhrase {
      allow(pages(of: stretch.tokens, within: allowed) ?? [])
    }
    for tokens in query.excluded {
      if let pages = pages(of: tokens, within: nil) { refused.formUnion(pages) }
    }
  }

  func allows(_ page: Int) -> Bool {
    !refused.contains(page) && (allowed?.contains(page) ?? true)
  }

  private mutating func allow(_ pages: Set<Int>) {
    allowed = allowed?.intersection(pages) ?? pages
  }

  // MARK: - Facets

  private mutating func pages(of filter: SearchQuery.Filter) -> Set<Int> {
    let key = FacetFiles.key(of: filter.value)
    guard !key.isEmpty,
      let files = manifest.facets.first(where: { $0.kind == filter.kind.rawValue })?.files
    else { return [] }
    let all = Array(files.checks.indices)
    switch filter.kind {
    case .folder:
      // A folder is found by the last of its names as well, and that may stand in any file.
      return pages(in: all, of: files) { value in
        value == key || value.hasSuffix([UInt8(ascii: "/")] + key)
      }
    case .tag:
      return pages(in: [files.place(of: key)], of: files) { $0 == key }
    case .topic, .party, .layer, .service:
      let own = pages(in: [files.place(of: key)], of: files) { $0 == key }
      let dash = [UInt8(ascii: "-")]
      return own.isEmpty
        ? pages(in: all, of: files) { (dash + $0 + dash).contains(dash + key + dash) } : own
    }
  }

  /// The pages of the values that are meant.
  private mutating func pages(
    in places: [Int], of files: IndexDirectory, where isMeant: ([UInt8]) -> Bool
  ) -> Set<Int> {
    var result: Set<Int> = []
    for place in places {
      guard let content = reader.content(.facets, files.checks[place]),
        let values = try? Self.values(content)
      else {
        isComplete = false
        continue
      }
      for value in values where isMeant(value.key) { result.formUnion(value.pages) }
    }
    return result
  }

  private static func values(
    _ content: [UInt8]
  ) throws(DamagedFile) -> [(key: [UInt8], pages: [Int])] {
    var reader = ByteReader(content)
    var result: [(key: [UInt8], pages: [Int])] = []
    for _ in 0..<(try reader.count()) {
      _ = try reader.text()
      let key = try reader.text()
      result.append((key, try reader.pages(try reader.count())))
    }
    return result
  }

  // MARK: - Phrases

  private struct Member {
    var term: [UInt8]
    var offset: Int
    var lexicon: Lexicon
    var place: Int
    var pageCount: Int { lexicon.pageCounts[place] }
  }

  /// The pages that have tokens as they stand; nil where a file is missing.
  private mutating func pages(of tokens: [Token], within allowed: Set<Int>?) -> Set<Int>? {
    var members: [Member] = []
    for token in tokens {
      guard !manifest.lexicon.checks.isEmpty else { return [] }
      let file = manifest.lexicon.checks[manifest.lexicon.place(of: token.term)]
      guard let lexicon = reader.lexicon(file) else {
        isComplete = false
        return nil
      }
      guard let place = lexicon.place(of: token.term) else { return [] }
      members.append(
        Member(term: token.term, offset: token.position, lexicon: lexicon, place: place))
    }
    if members.count == 1 { return pages(of: members[0]) }
    let order = members.indices.sorted { left, right in
      (members[left].pageCount, left) < (members[right].pageCount, right)
    }
    // For each page, where the phrase could begin: its positions less the offset.
    var starts: [Int: Set<Int>]?
    for index in order {
      let member = members[index]
      guard let found = positions(of: member, within: starts.map { Set($0.keys) } ?? allowed)
      else { return nil }
      var next: [Int: Set<Int>] = [:]
      for (page, positions) in found {
        let own = Set(positions.map { $0 - member.offset })
        let both = starts.map { $0[page]?.intersection(own) ?? [] } ?? own
        if !both.isEmpty { next[page] = both }
      }
      starts = next
      if next.isEmpty { break }
    }
    return Set((starts ?? [:]).keys)
  }

  /// All pages of a term: its hot list where that holds all, else its cold blocks.
  private mutating func pages(of member: Member) -> Set<Int>? {
    if member.pageCount <= manifest.cap,
      let list = reader.hotList(of: member.place, in: member.lexicon, cap: manifest.cap)
    {
      return Set(list.map(\.page))
    }
    return positions(of: member, within: nil).map { Set($0.keys) }
  }

  /// Where a term stands in pages; only blocks that may hold wanted pages are read.
  private mutating func positions(
    of member: Member, within wanted: Set<Int>?
  ) -> [Int: [Int]]? {
    guard let group = member.lexicon.cold.first(where: { $0.terms.contains(member.place) }) else {
      return nil
    }
    var result: [Int: [Int]] = [:]
    for (index, block) in group.blocks.enumerated() {
      let end = index + 1 < group.blocks.count ? group.blocks[index + 1].firstPage : Int.max
      if let wanted, !wanted.contains(where: { $0 >= block.firstPage && $0 < end }) { continue }
      guard let content = reader.content(.cold, block.check),
        let found = try? Self.positions(
          in: content, term: member.place - group.terms.lowerBound)
      else {
        isComplete = false
        return nil
      }
      for (page, positions) in found where wanted?.contains(page) ?? true {
        result[page] = positions
      }
    }
    return result
  }

  private static func positions(
    in content: [UInt8], term: Int
  ) throws(DamagedFile) -> [(page: Int, positions: [Int])] {
    var reader = ByteReader(content)
    for number in 0...term {
      var result: [(page: Int, positions: [Int])] = []
      var page = -1
      for _ in 0..<(try reader.count()) {
        page += 1 + (try reader.varint())
        var positions = try reader.varints(try reader.count())
        for index in positions.indices.dropFirst() { positions[index] += positions[index - 1] }
        if number == term { result.append((page, positions)) }
      }
      if number == term { return result }
    }
    return []
  }
}

extension [UInt8] {
  fileprivate func hasSuffix(_ other: [UInt8]) -> Bool {
    count >= other.count && suffix(other.count).elementsEqual(other)
  }
}
