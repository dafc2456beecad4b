internal import Workers

/// The files of texts and results after a change of one page's text.
struct UpdatedTexts {
  let texts: [IndexFile]
  let results: [IndexFile]

  init(
    _ page: Int, _ document: SearchDocument, _ pages: MemoryPages, of former: FormerIndex,
    _ workers: Workers
  ) throws {
    let before = former.header.pages.textPlan
    let after = pages.textPlan
    guard before.size == after.size else { throw OtherSizes() }
    guard before.fileCount == former.header.texts.count else { throw DamagedFile() }
    let change = TextChange(page: page, document: document, before: before, after: after)
    let kept = change.kept
    let made = kept.indices.filter { kept[$0] == nil }
    let contents = try change.contents(of: made, former, workers)
    var texts = kept.map { kept in
      IndexFile(.texts, kept: kept.map { former.header.texts[$0] } ?? FileMark(0))
    }
    for (file, content) in zip(made, contents) {
      texts[file] = IndexFile(texts: content)
    }
    try former.settle(&texts)
    self.texts = texts

    // Who has a text in a file that is not as it was tells where it is now.
    var moved: Set<Int> = [page]
    for (file, text) in texts.enumerated() where !text.isKept {
      moved.formUnion(after.pages(ofFile: file))
    }
    let shelves = ResultShelves(notes: pages.notes, pages: pages.measures.count)
    let marks = former.header.results
    guard marks.count == shelves.fileCount else { throw DamagedFile() }
    var results = marks.map { IndexFile(.results, kept: $0) }
    let compressor = Compressor()
    for file in Set(moved.map { shelves.place(of: $0).file }).sorted() {
      let content = try ResultFile(
        shelves.pages(ofFile: file), from: try former.content(of: .results, marks[file]),
        page: page, document, moved: moved, after, texts)
      results[file] = IndexFile(.results, content.bytes, with: compressor)
    }
    try former.settle(&results)
    self.results = results
  }
}

/// Which records stand in which text file before and after.
private struct TextChange: Sendable {
  let page: Int
  let document: SearchDocument
  let before: TextPlan
  let after: TextPlan

  /// For each file the one of before that has the same records, none of them the page's own.
  var kept: [Int?] {
    var files: [TextPlan.Record: Int] = [:]
    for file in 0..<before.fileCount { files[before.records[before.starts[file]]] = file }
    return (0..<after.fileCount).map { file in
      let start = after.starts[file]
      guard let known = files[after.records[start]], !after.pages(ofFile: file).contains(page)
      else {
        return nil
      }
      let count = after.starts[file + 1] - start
      let first = before.starts[known]
      // No record of another page is more or less, so their last ones tell.
      let isSame =
        before.starts[known + 1] - first == count
        && before.records[first + count - 1] == after.records[start + count - 1]
      return isSame ? known : nil
    }
  }

  /// What files hold: the page's own records from its document, others from the files they were in.
  func contents(
    of files: [Int], _ former: FormerIndex, _ workers: Workers
  ) throws -> [[UInt8]] {
    var sources: Set<Int> = []
    for file in files {
      for number in after.starts[file]..<after.starts[file + 1] {
        let record = after.records[number]
        if record.page != Int32(page) { sources.insert(before.file(of: place(of: record))) }
      }
    }
    let wanted = sources.sorted()
    let read = try workers.all(wanted.count) { place in
      let records = try former.content(of: .texts, former.header.texts[wanted[place]])
        .split(separator: 0x1E, omittingEmptySubsequences: false)
      let count = before.starts[wanted[place] + 1] - before.starts[wanted[place]]
      guard records.count == count else { throw DamagedFile() }
      return records
    }
    let texts = Dictionary(uniqueKeysWithValues: zip(wanted, read))
    return try files.map { file in
      try after.bytes(of: file) { record, bytes in
        if record.page == Int32(page) {
          TextPlan.append(
            document.sections[Int(record.section)].text, of: document.text, to: &bytes)
        } else {
          let number = place(of: record)
          let source = before.file(of: number)
          guard let records = texts[source] else { throw DamagedFile() }
          bytes += records[number - before.starts[source]]
        }
      }
    }
  }

  /// The number that a record of another page had.
  private func place(of record: TextPlan.Record) -> Int {
    before.firstRecord[Int(record.page)] + Int(record.section)
  }
}
