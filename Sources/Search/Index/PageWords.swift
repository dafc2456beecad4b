/// Takes the tokens of pages and makes postings of them.
struct PageWords: ~Copyable, TokenSink {
  enum Field { case title, heading, body }

  /// What is known of a text before it is stemmed.
  struct Surface {
    /// The number of its term.
    var term: UInt32
    /// How often it occurs.
    var count: UInt32
    var isStopWord: Bool
  }

  /// Where a term stands among those of a page, and the page that this is true for.
  struct Slot {
    var stamp: UInt32
    var place: UInt32
  }

  /// A word of the page: the place of its term, and where it stands.
  struct Occurrence {
    var place: UInt32
    var position: UInt32
  }

  /// What a term does in the page that is being read.
  struct PageTerm {
    var term: UInt32
    var sections: UInt32 = 0
    var occurrences: UInt32 = 0
    var bodyCount: UInt16 = 0
    var headingCount: UInt8 = 0
    var titleCount: UInt8 = 0
  }

  var field = Field.body
  /// The bit of the section that is being read.
  var section = 0

  /// The postings in the order of arrival; for each where it begins, and its term.
  private(set) var postings = Pile<UInt8>(capacity: 1 << 20)
  private(set) var places = Pile<UInt32>(capacity: 1 << 16)
  private(set) var termOfPosting = Pile<UInt32>(capacity: 1 << 16)
  /// How many bytes of them are positions.
  private(set) var positionsSize = 0
  private(set) var terms = WordTable()
  private(set) var surfaces = WordTable()
  private(set) var surfaceNotes: [Surface] = []
  private var stemmer = EnglishStemmer()
  private let cache = WordCache()

  private var slots = Pile<Slot>(capacity: 1 << 14)
  private var stamp: UInt32 = 0
  private var pageTerms = Pile<PageTerm>()
  /// The page's words in order.
  private var occurrences = Pile<Occurrence>()
  /// The page's headings: the place of the term, the bit, the count of words.
  private var marks: [(slot: UInt32, bit: UInt8, words: UInt8)] = []
  /// The places of the heading's terms, and of those of a title or heading that are no stop words.
  private var marked: [UInt32] = []
  private var counted: [UInt32] = []

  /// How many words the page has so far.
  var count: Int { occurrences.count }

  mutating func begin() {
    stamp += 1
    pageTerms.removeAll()
    occurrences.removeAll()
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

  @inline(__always)
  mutating func take(
    _ token: UnsafeBufferPointer<UInt8>, _ shape: TokenShape, at position: Int,
    from range: Range<Int>
  ) {
    guard let key = WordCache.Key(token), let known = cache.count(key) else {
      let (term, isStopWord) = lookUp(token, shape)
      add(term, isStopWord, at: position)
      return
    }
    add(known.term, known.isStopWord, at: position)
  }

  @inline(__always)
  private mutating func add(_ term: UInt32, _ isStopWord: Bool, at position: Int) {
    var slot = slots[Int(term)]
    if slot.stamp != stamp {
      slot = Slot(stamp: stamp, place: UInt32(pageTerms.count))
      slots[Int(term)] = slot
      pageTerms.append(PageTerm(term: term))
    }
    occurrences.append(Occurrence(place: slot.place, position: UInt32(position)))
    var own = pageTerms[Int(slot.place)]
    own.sections |= 1 << UInt32(section)
    own.occurrences += 1
    switch field {
    case .body:
      if own.bodyCount < .max { own.bodyCount += 1 }
    case .heading:
      if own.headingCount < .max { own.headingCount += 1 }
      marked.append(slot.place)
      if !isStopWord { counted.append(slot.place) }
    case .title:
      if own.titleCount < .max { own.titleCount += 1 }
      if !isStopWord { counted.append(slot.place) }
    }
    pageTerms[Int(slot.place)] = own
  }

  /// The term of a word that is new, long or long ago.
  @inline(never)
  private mutating func lookUp(
    _ token: UnsafeBufferPointer<UInt8>, _ shape: TokenShape
  ) -> (term: UInt32, isStopWord: Bool) {
    let (surface, isNew) = surfaces.number(of: token)
    if isNew { addSurface(token, isLetters: shape.contains(.letters)) }
    let note = surfaceNotes[surface]
    if let key = WordCache.Key(token) {
      let former = cache.insert(
        WordCache.Entry(
          key: key, isStopWord: note.isStopWord, count: 1, term: note.term,
          surface: UInt32(surface)))
      if let former { surfaceNotes[Int(former.surface)].count += former.count }
    } else {
      surfaceNotes[surface].count += 1
    }
    return (note.term, note.isStopWord)
  }

  private mutating func addSurface(_ token: UnsafeBufferPointer<UInt8>, isLetters: Bool) {
    let text = Array(token)
    let term = Analysis.term(of: text, isLetters: isLetters, with: &stemmer)
    let (number, isNew) = term.withUnsafeBufferPointer { terms.number(of: $0) }
    if isNew { slots.append(Slot(stamp: 0, place: 0)) }
    surfaceNotes.append(
      Surface(term: UInt32(number), count: 0, isStopWord: StopWords.contains(text)))
  }

  /// Counts what only the cache knows of.
  mutating func finish() {
    var notes = surfaceNotes
    cache.removeAll { notes[Int($0.surface)].count += $0.count }
    surfaceNotes = notes
  }

  // MARK: - The end of a page

  /// Writes the page's postings.
  mutating func end(page: UInt32) {
    marks.sort { ($0.slot, $0.bit, $0.words) < ($1.slot, $1.bit, $1.words) }
    // Where the positions of each term begin, then all of them, term by term.
    let count = occurrences.count
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: count + 1) { sorted in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: pageTerms.count) { next in
        var sum: UInt32 = 0
        for slot in next.indices {
          next[slot] = sum
          sum += pageTerms[slot].occurrences
        }
        occurrences.read { occurrences in
          for occurrence in occurrences {
            let slot = Int(occurrence.place)
            sorted[Int(next[slot])] = occurrence.position
            next[slot] += 1
          }
        }
        var mark = 0
        for slot in next.indices {
          let start = Int(next[slot] - pageTerms[slot].occurrences)
          write(
            pageTerms[slot], slot, page,
            UnsafeMutableBufferPointer(rebasing: sorted[start..<Int(next[slot])]), &mark)
        }
      }
    }
  }

  private mutating func write(
    _ own: PageTerm, _ slot: Int, _ page: UInt32, _ positions: UnsafeMutableBufferPointer<UInt32>,
    _ mark: inout Int
  ) {
    places.append(UInt32(postings.count))
    termOfPosting.append(own.term)
    let place = postings.count
    postings.append(
      Posting(
        page: page, sections: own.sections, positionsSize: 0, bodyCount: own.bodyCount,
        headingCount: own.headingCount, titleCount: own.titleCount))
    if own.headingCount > 0 { writeHeadings(slot, &mark) }
    let start = postings.count
    // Wholes and parts of a compound may share a position; each position counts once.
    var distances: UInt32 = 0
    var before = UInt32.max
    for position in positions where position != before {
      distances += 1
      before = position
    }
    postings.appendVarint(distances)
    before = 0
    var isFirst = true
    for position in positions where isFirst || position != before {
      postings.appendVarint(position - before)
      before = position
      isFirst = false
    }
    positionsSize += postings.count - start
    postings.setPositionsSize(UInt32(postings.count - start), at: place)
  }

  private mutating func writeHeadings(_ slot: Int, _ mark: inout Int) {
    let first = mark
    while mark < marks.count, Int(marks[mark].slot) == slot { mark += 1 }
    // Of two sections that share a bit the shorter heading counts.
    let own = (first..<mark).filter { $0 == first || marks[$0].bit != marks[$0 - 1].bit }
    postings.append(UInt8(own.count))
    for index in own {
      postings.append(marks[index].bit)
      postings.append(marks[index].words)
    }
  }
}

extension Pile<UInt8> {
  fileprivate mutating func append(_ record: Posting) {
    withUnsafeBytes(of: record) { append($0.assumingMemoryBound(to: UInt8.self)) }
  }

  fileprivate mutating func setPositionsSize(_ size: UInt32, at place: Int) {
    withUnsafeBytes(of: size) { size in
      let offset = MemoryLayout<Posting>.offset(of: \.positionsSize) ?? 0
      replace(at: place + offset, with: size.assumingMemoryBound(to: UInt8.self))
    }
  }
}
