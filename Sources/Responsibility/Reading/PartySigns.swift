internal import Markup

/// A quick no: which texts no rule can read, told from their bytes alone.
///
/// Nearly all texts say nothing of who does what. Only what passes here is taken apart into words.
///
/// A class, since all threads ask the same one: copies of its many tables would have to be counted.
final class PartySigns: Sendable {
  private let finder = SignFinder()
  /// A word of each party's name without which it is not named, and words for who is speaking.
  private let names: NumberSet
  /// The last words of names, which stand right before what somebody does.
  private let lastWords: NumberSet
  /// All words that a cell may have that names parties and nothing else.
  private let cellWords: NumberSet
  /// Those of them that make it one.
  private let cellSigns: NumberSet
  /// What the head of a party's column may begin with.
  private let headStarts: NumberSet
  /// Headings that are about responsibility and do not call it so.
  private let matters = NumberSet(["raci", "accountable", "accountability"])
  /// What categories begin with.
  private let categories: NumberSet
  /// Words of looking after: "managed by".
  private let lookedAfter = NumberSet(Vocabulary.lookedAfter)
  private let speakers = NumberSet(Names.speakers)
  /// Words in the heads of columns that are parties' without naming one.
  private let sides = NumberSet(["your", "cloud"])

  init(_ catalog: Catalog) {
    let all = catalog.partyNames.all
    // Of "Amazon Web Services" the word "Amazon" is enough, since it is a name of its own. "The cloud"
    // is a sign of the matter itself.
    let single = Set(all.filter { $0.count == 1 }.joined())
    let signs =
      single
      + all.compactMap { name in
        name == ["the", "cloud"] || name.contains(where: single.contains) ? nil : name.last
      }
    names = NumberSet(signs + Names.speakers + ["abstracted", "iaas", "paas", "saas", "faas"])
    lastWords = NumberSet(all.compactMap(\.last) + Names.speakers)
    cellWords = NumberSet(all.flatMap { $0 } + PartyCell.words)
    cellSigns = NumberSet(signs + ["cloud"] + PartyCell.sharing)
    headStarts = NumberSet(
      all.flatMap { $0 } + Vocabulary.connectives + Vocabulary.responsibility
        + Vocabulary.lookedAfter + ["responsible"] + Names.speakers
        + catalog.placeNames.all.compactMap(\.first))
    categories = NumberSet(catalog.categoryNames.compactMap(\.first))
  }

  /// True where a text may say something of responsibility, or have a heading that does.
  func mayClaim(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    finder.areIn(text) { sign, start in
      switch sign {
      case .responsibility: true
      case .deed: lastWord(before: start, in: text).map(lastWords.contains) ?? false
      case .agent:
        // "Managed by", and "managed and installed by" wherever "managed and" stands before.
        lookedAfterWord(before: start + 2, in: text)
      case .duty:
        names(
          in: UnsafeBufferPointer(
            rebasing: text[max(0, start - 100)..<min(text.count, start + 100)]))
      }
    }
  }

  /// True where one of the few words before an offset is one of looking after.
  private func lookedAfterWord(before end: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = max(0, end - 40)
    var isFound = false
    WordNumbers.each(in: UnsafeBufferPointer(rebasing: text[start..<end])) { number, _ in
      isFound = lookedAfter.contains(number)
      return !isFound
    }
    return isFound
  }

  /// The number of the word that ends before an offset.
  private func lastWord(before end: Int, in text: UnsafeBufferPointer<UInt8>) -> UInt64? {
    var start = end
    while start > 0, !WordNumbers.isWordByte(text[start - 1]) { start -= 1 }
    // "The customer's" is one word, and begins behind a blank.
    while start > 0, text[start - 1] > 0x20, end - start < 80 { start -= 1 }
    var last: UInt64?
    WordNumbers.each(in: UnsafeBufferPointer(rebasing: text[start..<end])) { number, _ in
      last = number
      return true
    }
    return last
  }

  /// True where a text names a party, or a category of services.
  private func names(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    var isNamed = false
    WordNumbers.each(in: text) { number, _ in
      isNamed = names.contains(number)
      return !isNamed
    }
    return isNamed
  }

  // MARK: - Tables

  /// False for a table of which no rule reads anything: it neither has two columns of parties, nor two
  /// cells that name parties and nothing else, nor rows for categories.
  func mayRead(
    table: Int, of outline: Outline, in plain: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    func text(_ block: Outline.Block) -> UnsafeBufferPointer<UInt8> {
      UnsafeBufferPointer(rebasing: plain[block.plain])
    }
    guard names(in: text(outline.blocks[table])) else { return false }
    var (heads, cells, column) = (0, 0, 0)
    var (categories, others) = (0, 0)
    var isHeader = false
    for block in outline.blocks[(table + 1)..<Int(outline.blocks[table].end)] {
      switch block.kind {
      case .row:
        isHeader = block.detail == 1
        column = 0
      case .cell:
        if isHeader {
          if mayHeadColumn(text(block)) { heads += 1 }
        } else if column == 0 {
          if isCategory(text(block)) { categories += 1 } else { others += 1 }
        } else if mayNameParties(text(block)) {
          cells += 1
        }
        column += 1
        if heads > 1 || cells > 1 { return true }
      default: break
      }
    }
    return categories > 0 && others == 0
  }

  /// True for what may be a party's heading.
  func mayHead(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var isFound = false
    WordNumbers.each(in: text) { number, _ in
      isFound = names.contains(number) || sides.contains(number)
      return !isFound
    }
    return isFound
  }

  /// True for the head of what may be a party's column.
  private func mayHeadColumn(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var isStart = false
    WordNumbers.each(in: text) { number, range in
      isStart = headStarts.contains(number) || text[range.lowerBound] <= UInt8(ascii: "9")
      return false
    }
    return isStart && mayHead(text)
  }

  /// True for a heading of a matter that it does not call responsibility.
  func isMatter(_ heading: UnsafeBufferPointer<UInt8>) -> Bool {
    var isFound = false
    WordNumbers.each(in: heading) { number, _ in
      isFound = matters.contains(number)
      return !isFound
    }
    return isFound
  }

  private func isCategory(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var isFound = false
    WordNumbers.each(in: text) { number, _ in
      isFound = categories.contains(number)
      return false
    }
    return isFound
  }

  /// True for a cell that may be all parties, up to what stands in parentheses.
  private func mayNameParties(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let end = text.firstIndex(of: UInt8(ascii: "(")) ?? text.count
    var (hasWords, hasSign, isOther) = (false, false, false)
    WordNumbers.each(in: UnsafeBufferPointer(rebasing: text[..<end])) { number, _ in
      hasWords = true
      if speakers.contains(number) {
        hasSign = true
        return false
      }
      isOther = !cellWords.contains(number)
      if cellSigns.contains(number) { hasSign = true }
      return !isOther
    }
    return !isOther && (hasSign || !hasWords && end < text.count)
  }
}
