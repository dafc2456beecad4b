/// Reads one page after the other and counts their words.
struct PageReader {
  private(set) var words = PageWords()
  private var tokenizer = Tokenizer()

  /// Reads a page.
  mutating func read(_ document: SearchDocument, page: UInt32) -> PageMeasure {
    words.begin()
    tokenizer.position = 0
    var measure = PageMeasure()
    var title = document.title
    let before = words.count
    title.withUTF8 { text in
      words.field = .title
      tokenizer.read(text, into: &words)
    }
    measure.titleLength = UInt32(words.count - before)
    measure.titleWords = words.wordsSinceMark()
    tokenizer.position += 1
    for alias in document.aliases { measure.headingLength += readHeading(alias) }
    for text in document.keywords {
      var text = text
      words.field = .body
      text.withUTF8 { tokenizer.read($0, into: &words) }
      tokenizer.position += 1
    }
    document.text.withUnsafeBufferPointer { text in
      for (number, section) in document.sections.enumerated() {
        words.section = number % Posting.sectionBits
        if !section.heading.isEmpty { measure.headingLength += readHeading(section.heading) }
        let start = words.count
        words.field = .body
        tokenizer.read(UnsafeBufferPointer(rebasing: text[section.text]), into: &words)
        tokenizer.position += 1
        measure.bodyLength += UInt32(words.count - start)
      }
    }
    words.end(page: page)
    return measure
  }

  private mutating func readHeading(_ text: String) -> UInt32 {
    var text = text
    let start = words.count
    words.beginMark()
    words.field = .heading
    text.withUTF8 { tokenizer.read($0, into: &words) }
    words.endHeading()
    tokenizer.position += 1
    return UInt32(words.count - start)
  }
}

/// Takes the tokens of pages and makes postings of them.
struct PageWords: TokenSink {
  enum Field { case title, heading, body }

  var field = Field.body
  /// The bit of the section that is being read.
  var section = 0

  /// The postings in the order of arrival, and for each its term.
  private(set) var postings: [Posting] = []
  private(set) var termOfPosting: [UInt32] = []
  private(set) var positions: [UInt8] = []
  private(set) var headings: [UInt8] = []
  private(set) var terms = WordTable()
  private(set) var surfaces = WordTable()
  private(set) var termOfSurface: [UInt32] = []
  private(set) var surfaceCounts: [UInt32] = []
  private var isStopWord: [Bool] = []
  private var stemmer = EnglishStemmer()

  /// For each term, its place among the page's postings, and the page that this is true for.
  private var slots: [UInt32] = []
  private var stamps: [UInt32] = []
  private var stamp: UInt32 = 0
  private var firstPosting = 0
  /// The page's words in order: the place of the term, and the position.
  private var occurrences: [(slot: UInt32, position: UInt32)] = []
  /// The page's headings: the place of the term, the bit, the count of words.
  private var marks: [(slot: UInt32, bit: UInt8, words: UInt8)] = []
  /// The places of the heading's terms, and of those of a title or heading that are no stop words.
  private var marked: [UInt32] = []
  private var counted: [UInt32] = []

  /// How many words the page has so far.
  var count: Int { occurrences.count }

  mutating func begin() {
    stamp += 1
    firstPosting = postings.count
    occurrences.removeAll(keepingCapacity: true)
    marks.removeAll(keepingCapacity: true)
    section = 0
    beginMark()
  }

  mutating func beginMark() {
    marked.removeAll(keepingCapacity: true)
    counted.removeAll(keepingCapacity: true)
  }

  /// How many different words there are since the mark: 1 to 15.
  mutating func wordsSinceMark() -> UInt8 {
    counted.sort()
    var count = 0
    for (index, slot) in counted.enumerated() where index == 0 || counted[index - 1] != slot {
      count += 1
    }
    return UInt8(max(1, min(15, count)))
  }

  mutating func endHeading() {
    let words = wordsSinceMark()
    marked.sort()
    for (index, slot) in marked.enumerated() where index == 0 || marked[index - 1] != slot {
      marks.append((slot, UInt8(section), words))
    }
  }

  mutating func take(
    _ token: UnsafeBufferPointer<UInt8>, _ shape: TokenShape, at position: Int,
    from range: Range<Int>
  ) {
    let (surface, isNew) = surfaces.number(of: token)
    if isNew { addSurface(token, isLetters: shape.contains(.letters)) }
    surfaceCounts[surface] += 1
    let term = Int(termOfSurface[surface])
    let slot: Int
    if stamps[term] == stamp {
      slot = Int(slots[term])
    } else {
      slot = postings.count
      stamps[term] = stamp
      slots[term] = UInt32(slot)
      postings.append(
        Posting(
          page: 0, sections: 0, positions: 0, headings: Posting.none, bodyCount: 0,
          headingCount: 0, titleCount: 0))
      termOfPosting.append(UInt32(term))
    }
    postings[slot].sections |= 1 << UInt32(section)
    occurrences.append((UInt32(slot), UInt32(position)))
    switch field {
    case .body:
      if postings[slot].bodyCount < .max { postings[slot].bodyCount += 1 }
    case .heading:
      if postings[slot].headingCount < .max { postings[slot].headingCount += 1 }
      marked.append(UInt32(slot))
      if !isStopWord[surface] { counted.append(UInt32(slot)) }
    case .title:
      if postings[slot].titleCount < .max { postings[slot].titleCount += 1 }
      if !isStopWord[surface] { counted.append(UInt32(slot)) }
    }
  }

  private mutating func addSurface(_ token: UnsafeBufferPointer<UInt8>, isLetters: Bool) {
    let text = Array(token)
    let term = Analysis.term(of: text, isLetters: isLetters, with: &stemmer)
    let (number, isNew) = term.withUnsafeBufferPointer { terms.number(of: $0) }
    if isNew {
      stamps.append(0)
      slots.append(0)
    }
    termOfSurface.append(UInt32(number))
    surfaceCounts.append(0)
    isStopWord.append(StopWords.contains(text))
  }

  /// Puts the page's positions and headings beside its postings.
  mutating func end(page: UInt32) {
    let first = UInt32(firstPosting)
    let slotCount = postings.count - firstPosting
    var starts = [Int32](repeating: 0, count: slotCount + 1)
    for occurrence in occurrences { starts[Int(occurrence.slot - first) + 1] += 1 }
    for index in 0..<slotCount { starts[index + 1] += starts[index] }
    var next = starts
    var sorted = [UInt32](repeating: 0, count: occurrences.count)
    for occurrence in occurrences {
      let slot = Int(occurrence.slot - first)
      sorted[Int(next[slot])] = occurrence.position
      next[slot] += 1
    }
    for slot in 0..<slotCount {
      let own = sorted[Int(starts[slot])..<Int(starts[slot + 1])]
      postings[firstPosting + slot].page = page
      postings[firstPosting + slot].positions = UInt32(positions.count)
      append(positions: own)
    }
    marks.sort { ($0.slot, $0.bit, $0.words) < ($1.slot, $1.bit, $1.words) }
    var index = 0
    while index < marks.count {
      let slot = marks[index].slot
      postings[Int(slot)].headings = UInt32(headings.count)
      let lengthAt = headings.count
      headings.append(0)
      var bit: UInt8?
      while index < marks.count, marks[index].slot == slot {
        // Of two sections that share a bit the shorter heading counts.
        if marks[index].bit != bit {
          headings.append(marks[index].bit)
          headings.append(marks[index].words)
          headings[lengthAt] += 1
          bit = marks[index].bit
        }
        index += 1
      }
    }
  }

  private mutating func append(positions own: ArraySlice<UInt32>) {
    var distances = 0
    var before: UInt32?
    for position in own where position != before {
      distances += 1
      before = position
    }
    positions.appendVarint(distances)
    before = nil
    for position in own where position != before {
      positions.appendVarint(position - (before ?? 0))
      before = position
    }
  }
}
