public import Workers

/// The index of a site's pages: files that a browser, and `sitegen search`, find answers in.
public struct SearchIndex: Sendable {
  /// All files, in an order that depends on the documents only.
  public let files: [IndexFile]
  /// How many pages can be found.
  public let pageCount: Int

  /// The folder of the index in the site.
  public static let folder = "sitegen/search"
  /// The version of the format.
  static let version = 2

  /// Makes the index of documents; page numbers are their places.
  public init(_ documents: [SearchDocument], workers: Workers = Workers()) {
    pageCount = documents.count
    // What is known of all words is large, and goes before there are texts to keep.
    let (terms, lexica) = Self.terms(of: documents, workers)
    let textPlan = TextPlan(documents)
    let texts = Self.settled(
      Self.compressed(.texts, textPlan.fileCount, level: textPlan.level, workers) {
        textPlan.content(of: $0, documents)
      })
    let lexicon = Self.settled(
      Self.compressed(.lexicon, lexica.count, workers) { lexica[$0].content })
    let rearWords = RearFiles(lexica)
    let rear = Self.settled(
      Self.compressed(.rear, rearWords.count, workers) { rearWords.content(of: $0) })
    let shelves = ResultShelves(
      notes: documents.prefix { $0.kind == .note }.count, pages: documents.count)
    let results = Self.settled(
      Self.compressed(.results, shelves.fileCount, workers) { file in
        ResultFile(shelves.pages(ofFile: file), of: documents, textPlan, texts).bytes
      })
    let facets = SearchDocument.Facet.Kind.allCases.compactMap { FacetFiles($0, of: documents) }
    let facetContents = facets.flatMap(\.contents)
    let facetFiles = Self.settled(
      Self.compressed(.facets, facetContents.count, workers) { facetContents[$0].bytes })

    var manifest: [UInt8] = []
    manifest.appendVarint(Self.version)
    manifest.appendVarint(documents.count)
    manifest.appendVarint(IndexPlan.cap)
    for number in [shelves.notes, shelves.notesPerFile, shelves.othersPerFile] {
      manifest.appendVarint(number)
    }
    manifest.appendDirectory(lexica.map(\.firstTerm), lexicon)
    manifest.appendDirectory(rearWords.firstWords, rear)
    for file in results { manifest.appendCheck(file.check) }
    manifest.appendVarint(facets.count)
    var next = 0
    for facet in facets {
      manifest.appendText(facet.kind.rawValue.utf8)
      let end = next + facet.contents.count
      manifest.appendDirectory(facet.contents.map(\.firstKey), Array(facetFiles[next..<end]))
      next = end
    }
    let manifestFile = IndexFile(.manifest, manifest, with: Compressor())

    var files = [manifestFile] + lexicon + rear
    for each in terms {
      files += each.hot.map(\.file)
      for group in each.cold { files += group.blocks.map(\.file) }
    }
    self.files = files + results + texts + facetFiles
  }

  /// The lists of all terms, and the files that say where each is.
  private static func terms(
    of documents: [SearchDocument], _ workers: Workers
  ) -> ([TermFiles], [LexiconFile]) {
    let plan = IndexPlan(
      batches(of: documents, workers: workers), inDegrees: documents.map(\.inDegree))
    let ranges = plan.lexiconRanges
    var terms = workers.map(ranges.count) { TermFiles(ranges[$0], of: plan) }
    settle(&terms)
    let settled = terms
    return (settled, workers.map(settled.count) { LexiconFile(settled[$0], of: plan) })
  }

  /// The pages in a few batches, each read by one thread.
  private static func batches(of documents: [SearchDocument], workers: Workers) -> [Batch] {
    // The batches are of about equal text, and few: each has a table of its own.
    let total = documents.reduce(0) { $0 + $1.text.count + 200 }
    let size = total / (workers.width * 3) + 1
    var ranges: [Range<Int>] = []
    var start = 0
    var sum = 0
    for (index, document) in documents.enumerated() {
      sum += document.text.count + 200
      if sum >= size {
        ranges.append(start..<(index + 1))
        start = index + 1
        sum = 0
      }
    }
    if start < documents.count { ranges.append(start..<documents.count) }
    let planned = ranges
    return workers.map(planned.count) { Batch(planned[$0]) { documents[$0] } }
  }

  private static func compressed(
    _ family: IndexFile.Family, _ count: Int, level: Int32 = 6, _ workers: Workers,
    _ content: @escaping @Sendable (Int) -> [UInt8]
  ) -> [IndexFile] {
    // A compressor serves many files.
    let size = 64
    let groups = workers.map((count + size - 1) / size) { group in
      let compressor = Compressor(level: level)
      return ((group * size)..<min(count, (group + 1) * size)).map {
        IndexFile(family, content($0), with: compressor)
      }
    }
    return groups.flatMap { $0 }
  }

  private static func settled(_ files: [IndexFile]) -> [IndexFile] {
    var files = files
    var taken: Set<UInt32> = []
    for index in files.indices { files[index].settle(among: &taken) }
    return files
  }

  private static func settle(_ terms: inout [TermFiles]) {
    var hot: Set<UInt32> = []
    var cold: Set<UInt32> = []
    for index in terms.indices {
      for file in terms[index].hot.indices { terms[index].hot[file].file.settle(among: &hot) }
      for group in terms[index].cold.indices {
        for block in terms[index].cold[group].blocks.indices {
          terms[index].cold[group].blocks[block].file.settle(among: &cold)
        }
      }
    }
  }
}

extension [UInt8] {
  /// Appends files with what each begins with.
  fileprivate mutating func appendDirectory(_ firsts: [[UInt8]], _ files: [IndexFile]) {
    appendVarint(files.count)
    appendFrontCoded(firsts)
    for file in files { appendCheck(file.check) }
  }
}
