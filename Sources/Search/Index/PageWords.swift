/// Takes the tokens of pages and makes postings of them.
struct PageWords: ~Copyable, TokenSink {
  enum Field { case title, heading, body }

  /// A short word that is not looked up yet.
  struct Waiting: BitwiseCopyable {
    var word: ShortWord
    var hash: UInt32
    var position: UInt32
    /// Its text and its term, once they are known.
    var surface: UInt32 = 0
    var term: UInt32 = 0
  }

  /// A word of the page: where it stands, and the number of the next one with the same term.
  struct Occurrence {
    var position: UInt32
    var next: UInt32
  }

  /// What a term does in the page that is being read.
  struct PageTerm {
    var term: UInt32
    var sections: UInt32
    /// The first and the last of its occurrences.
    var first: UInt32
    var last: UInt32
    var bodyCount: UInt16 = 0
    var headingCount: UInt8 = 0
    var titleCount: UInt8 = 0
  }

  /// What is known of a term.
  struct TermNote: BitwiseCopyable {
    /// Where it stands among the page's terms, counted on from page to page: one that is less than
    /// `firstPlace` is of a page before.
    var lastPlace: UInt32 = 0
    var total = PostingParts.Total()
  }

  private var field = Field.body
  /// The bit of the section that is being read.
  private var section = 0

  private var postings: PostingParts
  /// The positions of a term while they are written.
  private var positions = Pile<UInt8>()
  private(set) var terms: WordTable
  /// The texts of tokens before they are stemmed, each with the number of its term as its note.
  private(set) var surfaces: WordTable
  private var stopWords = Pile<Bool>(capacity: 1 << 14)
  private var stemmer = EnglishStemmer()

  /// Words that wait until memory has their entries: the tables are larger than what lies beside a processor.
  private var waiting = Pile<Waiting>(capacity: Self.mostWaiting)
  private static let mostWaiting = 64

  private var termNotes = Pile<TermNote>(capacity: 1 << 12)
  private var firstPlace: UInt32 = 1
  private var pageTerms = Pile<PageTerm>()
  /// The page's words in order.
  private var occurrences = Pile<Occurrence>()
  /// The page's headings: the place of the term, the bit, the count of words.
  private var marks: [(place: UInt32, bit: UInt8, words: UInt8)] = []
  /// The places of the heading's terms, and of those of a title or heading that are no stop words.
  private var marked: [UInt32] = []
  private var counted: [UInt32] = []

  /// `textSize` is the size of the texts that are going to be read, in bytes.
  init(textSize: Int) {
    let capacity = textSize < Self.smallSize ? 1 << 11 : 1 << 14
    terms = WordTable(capacity: capacity)
    surfaces = WordTable(capacity: capacity)
    postings = PostingParts(textSize: textSize)
  }

  /// Up to how many bytes of text are those of a few pages.
  private static let smallSize = 1 << 16

  /// Begins a page.
  mutating func begin() {
    firstPlace += UInt32(pageTerms.count)
    pageTerms.removeAll()
    occurrences.removeAll()
    marks.removeAll(keepingCapacity: true)
    begin(section: 0)
    beginMark()
  }

  /// Begins a section, by its bit.
  mutating func begin(section: Int) { self.section = section }

  /// Reads a text as what it is of the section; returns how many words it has.
  mutating func read(
    _ text: UnsafeBufferPointer<UInt8>, as field: Field, with tokenizer: inout Tokenizer
  ) -> UInt32 {
    let before = occurrences.count
    self.field = field
    tokenizer.read(text, into: &self)
    addWaiting()
    return UInt32(occurrences.count - before)
  }

  mutating func beginMark() {
    marked.removeAll(keepingCapacity: true)
    counted.removeAll(keepingCapacity: true)
  }

  /// How many different words there are since the mark: 1 to 15.
  mutating func wordsSinceMark() -> UInt8 {
    counted.sort()
    var count = 0
    for (index, place) in counted.enumerated() where index == 0 || counted[index - 1] != place {
      count += 1
    }
    return UInt8(max(1, min(15, count)))
  }

  mutating func endHeading() {
    let words = wordsSinceMark()
    marked.sort()
    for (index, place) in marked.enumerated() where index == 0 || marked[index - 1] != place {
      marks.append((place, UInt8(section), words))
    }
  }

  mutating func take(
    _ token: UnsafeBufferPointer<UInt8>, _ shape: TokenShape, at position: Int,
    from range: Range<Int>
  ) {
    addWaiting()
    let (surface, term) = surfaces.count(token) ?? addSurface(token)
    add(term, ofSurface: surface, at: UInt32(position))
  }

  @inline(__always)
  mutating func take(_ word: ShortWord, at position: Int, from range: Range<Int>) {
    let hash = WordTable.hash(of: word)
    surfaces.prefetch(hash)
    waiting.append(Waiting(word: word, hash: hash, position: UInt32(position)))
    if waiting.count == Self.mostWaiting { addWaiting() }
  }

  /// Adds the words that wait, each step for all of them before the next.
  @inline(never)
  private mutating func addWaiting() {
    for index in 0..<waiting.count {
      let word = waiting[index].word
      let (surface, term) = surfaces.count(word, waiting[index].hash) ?? addSurface(word)
      waiting[index].surface = UInt32(surface)
      waiting[index].term = term
      termNotes.prefetch(Int(term))
    }
    for index in 0..<waiting.count {
      let word = waiting[index]
      add(word.term, ofSurface: Int(word.surface), at: word.position)
    }
    waiting.removeAll()
  }

  @inline(__always)
  private mutating func add(_ term: UInt32, ofSurface surface: Int, at position: UInt32) {
    let occurrence = UInt32(occurrences.count)
    occurrences.append(Occurrence(position: position, next: 0))
    let bit: UInt32 = 1 << UInt32(section)
    let last = termNotes[Int(term)].lastPlace
    var place = pageTerms.count
    if last < firstPlace {
      termNotes[Int(term)].lastPlace = firstPlace + UInt32(place)
      pageTerms.append(PageTerm(term: term, sections: bit, first: occurrence, last: occurrence))
    } else {
      place = Int(last - firstPlace)
      occurrences[Int(pageTerms[place].last)].next = occurrence
      pageTerms[place].last = occurrence
      pageTerms[place].sections |= bit
    }
    count(place, isStopWord: field != .body && stopWords[surface])
  }

  @inline(__always)
  private mutating func count(_ place: Int, isStopWord: Bool) {
    switch field {
    case .body:
      if pageTerms[place].bodyCount < .max { pageTerms[place].bodyCount += 1 }
    case .heading:
      if pageTerms[place].headingCount < .max { pageTerms[place].headingCount += 1 }
      marked.append(UInt32(place))
      if !isStopWord { counted.append(UInt32(place)) }
    case .title:
      if pageTerms[place].titleCount < .max { pageTerms[place].titleCount += 1 }
      if !isStopWord { counted.append(UInt32(place)) }
    }
  }

  @inline(never)
  private mutating func addSurface(_ word: ShortWord) -> (number: Int, note: UInt32) {
    word.read { addSurface($0) }
  }

  private mutating func addSurface(
    _ token: UnsafeBufferPointer<UInt8>
  ) -> (number: Int, note: UInt32) {
    let text = Array(token)
    let isLetters = text.allSatisfy { $0 &- 0x61 < 26 }
    let term = Analysis.term(of: text, isLetters: isLetters, with: &stemmer)
    let number = UInt32(term.withUnsafeBufferPointer { addTerm($0) })
    stopWords.append(StopWords.contains(text))
    return (surfaces.add(token, note: number), number)
  }

  private mutating func addTerm(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    if let (number, _) = terms.count(text) { return number }
    termNotes.append(TermNote())
    return terms.add(text)
  }

  /// The postings of all pages, those of the terms in this order.
  func postingTable(_ order: [UInt32]) -> PostingTable {
    postings.table(order) { termNotes[$0].total }
  }

  // MARK: - The end of a page

  /// Writes the page's postings.
  mutating func end(page: UInt32) {
    marks.sort { ($0.place, $0.bit, $0.words) < ($1.place, $1.bit, $1.words) }
    var mark = 0
    for place in 0..<pageTerms.count { write(place, page, &mark) }
  }

  private mutating func write(_ place: Int, _ page: UInt32, _ mark: inout Int) {
    let own = pageTerms[place]
    var posting = Posting(
      page: page, sections: own.sections, body: own.bodyCount, heading: own.headingCount,
      title: own.titleCount)
    if own.first == own.last, own.headingCount == 0 {
      // Most words are once in a page.
      let position = occurrences[Int(own.first)].position
      posting.positionsSize = UInt32(1 + ByteCursor.varintSize(position))
      return postings.append(posting, to: own.term, &termNotes[Int(own.term)].total, room: 6) {
        cursor in
        cursor.put(1 as UInt8)
        cursor.putVarint(position)
      }
    }
    writePositions(own)
    posting.positionsSize = UInt32(positions.count)
    guard own.headingCount > 0 else {
      return postings.append(
        posting, to: own.term, &termNotes[Int(own.term)].total, room: positions.count
      ) { cursor in
        positions.read { cursor.put($0) }
      }
    }
    let first = mark
    while mark < marks.count, Int(marks[mark].place) == place { mark += 1 }
    let headings = marks[first..<mark]
    let room = 1 + 2 * headings.count + positions.count
    postings.append(posting, to: own.term, &termNotes[Int(own.term)].total, room: room) { cursor in
      Self.writeHeadings(headings, to: &cursor)
      positions.read { cursor.put($0) }
    }
  }

  /// Writes where a term stands.
  @inline(__always)
  private mutating func writePositions(_ own: PageTerm) {
    positions.removeAll()
    let first = occurrences[Int(own.first)]
    // Wholes and parts of a compound may share a position; each position counts once.
    var distances: UInt32 = 1
    var word = first
    var number = own.first
    while number != own.last {
      let before = word.position
      number = word.next
      word = occurrences[Int(number)]
      if word.position != before { distances += 1 }
    }
    positions.appendVarint(distances)
    positions.appendVarint(first.position)
    (word, number) = (first, own.first)
    while number != own.last {
      let before = word.position
      number = word.next
      word = occurrences[Int(number)]
      if word.position != before { positions.appendVarint(word.position - before) }
    }
  }

  private static func writeHeadings(
    _ marks: ArraySlice<(place: UInt32, bit: UInt8, words: UInt8)>, to cursor: inout ByteCursor
  ) {
    // Of two sections that share a bit the shorter heading counts.
    let own = marks.indices.filter { $0 == marks.startIndex || marks[$0].bit != marks[$0 - 1].bit }
    cursor.put(UInt8(own.count))
    for index in own {
      cursor.put(marks[index].bit)
      cursor.put(marks[index].words)
    }
  }
}
