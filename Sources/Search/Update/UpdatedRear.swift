internal import Bytes
internal import Workers

/// The words reversed after a change: files are made only around words that come, go, or have more pages now.
struct UpdatedRear {
  private(set) var files: [IndexFile] = []
  private(set) var known: [MemoryHeader.Rear] = []

  init(
    _ terms: [UpdatedTerm], _ changes: [PageChange.Term], of former: FormerIndex,
    _ formerTerms: FormerTerms, _ workers: Workers
  ) throws {
    let told = former.header.rear
    // What was there of the terms that changed, and what is.
    var words: [[UInt8]: (before: UInt8?, after: UInt8?)] = [:]
    for change in changes {
      guard let range = formerTerms.range(of: change.text) else { throw OtherSizes() }
      let place = formerTerms.place(of: change.text, in: range)
      guard place < formerTerms.terms(of: range).upperBound,
        formerTerms.words[place].term == change.text
      else { continue }
      for (word, pages) in formerTerms.words[place].rear(pages: formerTerms.pageCounts[place]) {
        words[word, default: (nil, nil)].before = pages
      }
    }
    for term in terms where term.change != nil {
      for (word, pages) in term.word.rear(pages: term.pages) {
        words[word, default: (nil, nil)].after = pages
      }
    }
    words = words.filter { $0.value.before != $0.value.after }
    guard !words.isEmpty else {
      (files, known) = (told.map { IndexFile(.rear, kept: $0.file) }, told)
      return
    }
    guard !told.isEmpty else { throw OtherSizes() }
    var ranges: [Int: [[UInt8]]] = [:]
    var moving: Set<Int> = []
    var grown = 0
    for (word, change) in words {
      let range = Self.range(of: word, among: told)
      ranges[range, default: []].append(word)
      if change.before == nil || change.after == nil { moving.insert(range) }
      grown += (change.after == nil ? 0 : 1) - (change.before == nil ? 0 : 1)
    }
    let count = told.reduce(0) { $0 + $1.count }
    let size = RearFiles.size(count)
    guard RearFiles.size(count + grown) == size else { throw OtherSizes() }
    let pieces = try Steadiness.recut(
      told.count, of: size, moves: { moving.contains($0) }, differs: { ranges[$0] != nil },
      items: { range in
        try Self.words(of: told[range], after: ranges[range] ?? [], words, former)
      }, text: \.word)
    let marks = Dictionary(told.map { ($0.fingerprint, $0.file) }) { first, _ in first }
    let made = workers.map(pieces.count) { number -> (file: IndexFile, known: MemoryHeader.Rear) in
      switch pieces[number] {
      case .same(let range): return (IndexFile(.rear, kept: told[range].file), told[range])
      case .made(let items):
        let content = RearFiles.content(of: items)
        let fingerprint = content.fingerprint
        let file =
          marks[fingerprint].map { IndexFile(.rear, kept: $0) }
          ?? IndexFile(.rear, content, with: Compressor())
        return (
          file,
          MemoryHeader.Rear(
            first: items.first?.word ?? [], count: items.count, file: file.mark,
            fingerprint: fingerprint)
        )
      }
    }
    files = made.map(\.file)
    known = made.map(\.known)
    try former.settle(&files)
    for (number, file) in files.enumerated() { known[number].file = file.mark }
  }

  private static func range(of word: [UInt8], among rear: [MemoryHeader.Rear]) -> Int {
    max(0, rear.indices.partitionPoint { word.lexicographicallyPrecedes(rear[$0].first) } - 1)
  }

  /// The words of a file after some changes.
  private static func words(
    of rear: MemoryHeader.Rear, after own: [[UInt8]],
    _ changes: [[UInt8]: (before: UInt8?, after: UInt8?)], _ former: FormerIndex
  ) throws -> [RearFiles.Word] {
    var reader = ByteReader(try former.content(of: .rear, rear.file))
    guard try reader.count() == rear.count else { throw DamagedFile() }
    let texts = try reader.columns(rear.count)
    var pages = Dictionary(zip(texts, try reader.bytes(rear.count))) { first, _ in first }
    guard pages.count == rear.count, reader.isAtEnd else { throw DamagedFile() }
    for word in own {
      guard pages[word] == changes[word]?.before else { throw DamagedFile() }
      pages[word] = changes[word]?.after
    }
    return pages.map { ($0.key, $0.value) }.sorted {
      $0.word.lexicographicallyPrecedes($1.word)
    }
  }
}
