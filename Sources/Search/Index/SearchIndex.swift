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
  static let version = 3

  /// Makes the index of documents; page numbers are their places.
  ///
  /// `keeping` keeps what an `IndexUpdate` needs.
  public init(
    _ documents: [SearchDocument], workers: Workers = Workers(),
    keeping: IndexMemory.Keep? = nil
  ) {
    self.init(documents, workers: workers, keeping: keeping, limits: IndexLimits())
  }

  /// The same within other limits.
  init(
    _ documents: [SearchDocument], workers: Workers, keeping: IndexMemory.Keep?,
    limits: IndexLimits
  ) {
    pageCount = documents.count
    // What is known of all words is large, and goes before there are texts to keep.
    let words = Words(documents, workers, keeping, limits)
    let (terms, lexica) = (words.terms, words.lexica)
    let textPlan = TextPlan(documents)
    let texts = Self.settled(
      Self.inGroups(textPlan.fileCount, workers) { files in
        IndexFile.all(.texts, files.map { textPlan.bytes(of: $0, of: documents) })
      })
    let lexicon = Self.settled(
      Self.compressed(.lexicon, lexica.count, workers) { lexica[$0].content })
    let rearWords = RearFiles(lexica)
    let rear = Self.settled(
      Self.compressed(.rear, rearWords.count, workers) { rearWords.content(of: $0) })
    let shelves = ResultShelves(
      notes: documents.indices.prefix { documents[$0].kind == .note }.count,
      pages: documents.count)
    let results = Self.settled(
      Self.compressed(.results, shelves.fileCount, workers) { file in
        ResultFile(shelves.pages(ofFile: file), of: documents, textPlan, texts).bytes
      })
    let facets = FacetFiles.all(of: documents)
    let facetContents = facets.flatMap(\.contents)
    let facetFiles = Self.settled(
      Self.compressed(.facets, facetContents.count, workers) { facetContents[$0].bytes })

    var told: [UInt8] = []
    told.appendVarint(facets.count)
    var next = 0
    for facet in facets {
      told.appendText(facet.kind.rawValue.utf8)
      let end = next + facet.contents.count
      told.appendDirectory(facet.contents.map(\.firstKey), Array(facetFiles[next..<end]))
      next = end
    }
    let manifest = Self.manifest(
      shelves, cap: limits.cap, (lexica.map(\.firstTerm), lexicon),
      (rearWords.firstWords, rear), results, facets: told)

    var files = [manifest] + lexicon + rear
    for each in terms {
      files += each.hot.map(\.file)
      for group in each.cold { files += group.blocks.map(\.file) }
    }
    self.files = (files + results + texts + facetFiles).filter { !$0.isRepeated }

    guard let keeping else { return }
    var ranges = words.memory
    for (range, file) in lexicon.enumerated() { ranges[range].file = file.mark }
    let header = MemoryHeader(
      limits: limits, pages: MemoryPages(documents, words.measures), ranges: ranges,
      rear: rear.indices.map {
        .init(
          first: rearWords.firstWords[$0], count: rearWords.wordCount(of: $0), file: rear[$0].mark,
          fingerprint: rearWords.content(of: $0).fingerprint)
      },
      results: results.map(\.mark), texts: texts.map(\.mark), facets: told)
    keeping(IndexMemory.header, header.bytes)
  }

  /// The manifest; `facets` is what it tells of these.
  static func manifest(
    _ shelves: ResultShelves, cap: Int, _ lexicon: (firsts: [[UInt8]], files: [IndexFile]),
    _ rear: (firsts: [[UInt8]], files: [IndexFile]), _ results: [IndexFile], facets: [UInt8]
  ) -> IndexFile {
    var manifest: [UInt8] = []
    for number in [
      version, shelves.pages, cap, shelves.notes, shelves.notesPerFile, shelves.othersPerFile,
    ] {
      manifest.appendVarint(number)
    }
    manifest.appendDirectory(lexicon.firsts, lexicon.files)
    manifest.appendDirectory(rear.firsts, rear.files)
    for file in results { manifest.appendCheck(file.check) }
    return IndexFile(.manifest, manifest + facets, with: Compressor())
  }

  /// The lists of all terms, the files that say where each is, and what is kept of them.
  private struct Words {
    let terms: [TermFiles]
    let lexica: [LexiconFile]
    let memory: [MemoryRange]
    let measures: [PageMeasure]

    init(
      _ documents: [SearchDocument], _ workers: Workers, _ keeping: IndexMemory.Keep?,
      _ limits: IndexLimits
    ) {
      let plan = IndexPlan(
        SearchIndex.batches(of: documents, workers: workers), inDegrees: documents.map(\.inDegree),
        limits: limits)
      measures = plan.batches.flatMap(\.pages)
      let ranges = plan.lexiconRanges
      var made = workers.map(ranges.count) { TermFiles(ranges[$0], of: plan, keeping: keeping) }
      TermFiles.settle(&made) { $0.settle(among: &$1) }
      let terms = made
      self.terms = terms
      let told = workers.map(terms.count) { range in
        let words = plan.words(of: terms[range].terms)
        let lexicon = LexiconFile(terms[range], words)
        return (lexicon, keeping == nil ? nil : MemoryRange(terms[range], words, lexicon))
      }
      lexica = told.map(\.0)
      memory = told.compactMap(\.1)
    }
  }

  /// The pages in a few batches, each read by one thread.
  private static func batches(of documents: [SearchDocument], workers: Workers) -> [Batch] {
    // The batches are of about equal text, and few: each has tables of its own, which are joined afterwards.
    let total = documents.indices.reduce(0) { $0 + documents[$1].text.count + 200 }
    let size = total / workers.width + 1
    var ranges: [Range<Int>] = []
    var start = 0
    var sum = 0
    for index in documents.indices {
      sum += documents[index].text.count + 200
      if sum >= size {
        ranges.append(start..<(index + 1))
        start = index + 1
        sum = 0
      }
    }
    if start < documents.count { ranges.append(start..<documents.count) }
    let planned = ranges
    return workers.map(planned.count) {
      Batch(documents[planned[$0]], first: planned[$0].lowerBound)
    }
  }

  /// Files with the contents of these numbers.
  private static func compressed(
    _ family: IndexFile.Family, _ count: Int, _ workers: Workers,
    _ content: @escaping @Sendable (Int) -> [UInt8]
  ) -> [IndexFile] {
    inGroups(count, workers) { files in
      // A compressor serves many files.
      let compressor = Compressor()
      return IndexFile.all(family, files.map { compressor.compress(content($0)) })
    }
  }

  /// Files of these numbers, some of them at a time.
  private static func inGroups(
    _ count: Int, _ workers: Workers, _ make: @escaping @Sendable (Range<Int>) -> [IndexFile]
  ) -> [IndexFile] {
    let size = 64
    let groups = workers.map((count + size - 1) / size) { group in
      make((group * size)..<min(count, (group + 1) * size))
    }
    return groups.flatMap { $0 }
  }

  private static func settled(_ files: [IndexFile]) -> [IndexFile] {
    var files = files
    var names: IndexFile.Names = [:]
    for index in files.indices { files[index].settle(among: &names) }
    return files
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
