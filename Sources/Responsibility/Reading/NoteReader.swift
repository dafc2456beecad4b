internal import Diagnostics
internal import Files
internal import Markup
internal import Notes
internal import Workers

/// Reads one note from top to bottom and collects what it says about who does what.
struct NoteReader {
  let note: Note
  let index: Int
  let outline: Outline
  let names: Names
  let settings: NoteSettings
  let pins: Pins

  /// Whose duties are being listed, and from where to where.
  struct Scope {
    let party: String
    /// 1 to 6 for headings; 7 for strong paragraphs and the like; 8 and more for items.
    let level: Int
    let places: [Catalog.Place]
    let title: String
    /// True once a list has been read: the next paragraph ends the scope.
    var hasList = false
  }

  /// A heading above, or a label that counts as one.
  struct Heading {
    /// 1 to 6 for headings; 7 for strong paragraphs, 8 for items.
    let level: Int
    let text: String
    let words: [String]
    /// The anchor of its section; empty for labels.
    let anchor: String
    /// True where it speaks of responsibility.
    let isAboutResponsibility: Bool
    /// True over what asks and answers.
    let isQuiz: Bool
    /// The services, categories or models that it names; nil until somebody asks.
    var places: [Catalog.Place]?

    init(level: Int, text: String, words: [String], anchor: String = "") {
      self.level = level
      self.text = text
      self.words = words
      self.anchor = anchor
      isAboutResponsibility = Vocabulary.speaksOfResponsibility(words)
      isQuiz = words.contains(where: Vocabulary.quiz.contains)
    }
  }

  /// The headings above, with strong paragraphs as level 7.
  var headings: [Heading] = []
  /// The services, categories or models that the note's title names; nil until somebody asks.
  var titlePlaces: [Catalog.Place]?
  var scopes: [Scope] = []
  var statements: [Statement] = []
  var findings: [Finding] = []
  /// Services that notes put into categories: place, category, line.
  var categories: [(service: String, category: String, line: Int)] = []
  /// The activities that tables name, by id.
  var activities: [String: String] = [:]
  /// The places that the statement before named, for "other …".
  var siblingPlaces: [Catalog.Place] = []
  /// The paragraph that ends in a colon right before the list that is being read.
  private(set) var introduction: String?
  /// True where what comes next answers a question.
  private var followsQuestion = false

  private let signs: PartySigns

  init(
    _ note: Note, at index: Int, _ outline: Outline, catalog: Catalog, signs: PartySigns
  ) {
    self.signs = signs
    self.note = note
    self.index = index
    self.outline = outline
    settings = NoteSettings(note, catalog)
    pins = Pins(outline, in: note.document)
    let declared = settings.provider
    names = Names(
      catalog: catalog,
      guess: Deferred {
        declared ?? ProviderGuess.provider(of: note, catalog) ?? Party.providerID
      },
      speaker: settings.speaker)
    findings += settings.findings + pins.findings(in: note)
  }

  /// The scope that holds; nil outside all.
  var scope: Scope? { scopes.last }

  /// True where a heading above speaks of responsibility.
  var isAboutResponsibility: Bool {
    headings.contains(where: \.isAboutResponsibility)
  }

  /// True in a section that asks and answers.
  var isQuiz: Bool {
    headings.contains(where: \.isQuiz)
  }

  // MARK: - Walking

  mutating func read() {
    readBlocks(outline.children())
    PictureSignals.find(in: &self)
  }

  mutating func readBlocks(_ blocks: [Int]) {
    for (place, block) in blocks.enumerated() {
      let next = place + 1 < blocks.count ? blocks[place + 1] : nil
      switch outline.blocks[block].kind {
      case .heading, .paragraph: readText(block, next: next)
      case .list:
        introduction = place > 0 ? introduction(in: blocks[place - 1]) : nil
        if !followsQuestion { readList(block) }
        introduction = nil
        if !scopes.isEmpty { scopes[scopes.count - 1].hasList = true }
        followsQuestion = false
      case .quote: readBlocks(outline.children(of: block))
      case .table:
        if !followsQuestion, !isQuiz, mayRead(block) { TableReader.read(block, &self) }
        if !scopes.isEmpty { scopes[scopes.count - 1].hasList = true }
        followsQuestion = false
      default: break
      }
    }
  }

  /// The text of a paragraph that ends in a colon: "AWS-managed key:".
  private func introduction(in block: Int) -> String? {
    guard outline.blocks[block].kind == .paragraph else { return nil }
    let plain = note.document.plain[outline.blocks[block].plain]
    return plain.last == UInt8(ascii: ":") && plain.count < 80
      ? String(decoding: plain, as: UTF8.self) : nil
  }

  private mutating func readText(_ block: Int, next: Int?) {
    guard outline.blocks[block].kind == .heading || mayMatter(block) else {
      followsQuestion = false
      return
    }
    guard let text = TextBlock(block, of: outline, in: note.document) else { return }
    followsQuestion = text.kind == .paragraph && text.isQuestion
    if text.kind == .heading {
      enter(heading: text)
    } else {
      leaveScopes(before: text)
      AnnouncedLists.check(text, next: next, &self)
    }
    if !text.isQuestion, !isQuiz, !pins.isIgnored(text.index) { ask(text) }
    if text.isStrong { enterLabel(text) }
  }

  /// Asks the rules in their order.
  mutating func ask(_ text: TextBlock) {
    for rule in ReadingRule.texts where rule.read(text, &self) { return }
  }

  /// Reads the items of a list; each may open a scope for what lies below it.
  mutating func readList(_ list: Int) {
    guard !isQuiz else { return }
    siblingPlaces = []
    for item in outline.children(of: list) {
      guard item + 1 < outline.blocks.count, mayMatter(item + 1) else {
        if outline.blocks[item + 1].kind == .paragraph { readBelow(item) }
        continue
      }
      guard let text = TextBlock(item, of: outline, in: note.document),
        !text.isQuestion, !pins.isIgnored(item)
      else { continue }
      let depth = scopes.count
      let headingDepth = headings.count
      let count = statements.count
      ask(text)
      let opened = scopes.count > depth
      // What lies below a duty is its detail, unless the item only introduces it.
      let isDuty = statements.count > count && !opened
      if !isDuty {
        if text.strongWords > 0 || opened {
          headings.append(Heading(level: 8, text: label(of: text), words: text.words.folded))
        }
        readBelow(item)
      }
      scopes.removeLast(scopes.count - depth)
      headings.removeLast(headings.count - headingDepth)
    }
  }

  /// Reads what lies below the text of an item.
  private mutating func readBelow(_ item: Int) {
    let siblings = siblingPlaces
    readBlocks(outline.children(of: item).filter { outline.blocks[$0].kind != .paragraph })
    siblingPlaces = siblings
  }

  // MARK: - A quick no

  /// False for a paragraph without any sign that a rule could read it: nearly all are such.
  ///
  /// Where duties are listed or spoken of, and where a note says so itself, everything may matter.
  private func mayMatter(_ paragraph: Int) -> Bool {
    if !scopes.isEmpty || settings.isDeclared || !pins.isEmpty || isAboutResponsibility {
      return true
    }
    let block = outline.blocks[paragraph]
    let isLabelled = outline.marks(in: block.plain).contains {
      $0.kind == .strong && Int($0.plain.lowerBound) == block.plain.lowerBound
    }
    if isLabelled { return true }
    return note.document.plain.withUnsafeBufferPointer { plain in
      let text = UnsafeBufferPointer(rebasing: plain[block.plain])
      if let last = text.last, last == UInt8(ascii: ":") || last == UInt8(ascii: "?") {
        return true
      }
      return signs.mayClaim(text)
    }
  }

  /// False for a text that names no party, and no side of the cloud.
  func mayHead(_ text: TextBlock) -> Bool {
    note.document.plain.withUnsafeBufferPointer { plain in
      signs.mayHead(UnsafeBufferPointer(rebasing: plain[text.plain]))
    }
  }

  /// False for a table that no rule reads.
  private func mayRead(_ table: Int) -> Bool {
    note.document.plain.withUnsafeBufferPointer { plain in
      signs.mayRead(table: table, of: outline, in: plain)
    }
  }

  /// What an item is called as a heading: its strong words, else its text.
  private func label(of text: TextBlock) -> String {
    text.strongWords > 0 ? text.text(of: 0..<text.strongWords) : text.text
  }

  // MARK: - Headings and scopes

  private mutating func enter(heading: TextBlock) {
    let found = note.document.headings[Int(heading.block.detail)]
    if let first = headings.firstIndex(where: { $0.level >= found.level }),
      headings[first...].allSatisfy({ $0.level >= found.level })
    {
      headings.removeLast(headings.count - first)
    } else {
      headings.removeAll { $0.level >= found.level }
    }
    headings.append(
      Heading(
        level: found.level, text: found.text, words: heading.words.folded, anchor: found.anchor))
    scopes.removeAll { $0.level >= found.level }
  }

  private mutating func enterLabel(_ text: TextBlock) {
    headings.removeAll { $0.level >= 7 }
    headings.append(Heading(level: 7, text: text.text, words: text.words.folded))
  }

  /// A paragraph behind a list ends what was listed, and so does a strong one.
  private mutating func leaveScopes(before text: TextBlock) {
    guard text.kind == .paragraph, scopes.last.map({ $0.level <= 7 }) ?? false else { return }
    if text.isStrong {
      scopes.removeAll { $0.level == 7 }
      headings.removeAll { $0.level >= 7 }
      return
    }
    // An introduction may stand before the list; a paragraph behind it is about something else.
    scopes.removeAll { $0.hasList && $0.level == 7 }
    if let scope = scopes.last, scope.hasList, !continues(scope, text) {
      scopes.removeAll { $0.level == scope.level }
    }
  }

  /// True for "The customer also has to:" in the section of the customer.
  private func continues(_ scope: Scope, _ text: TextBlock) -> Bool {
    guard text.endsInColon else { return false }
    let words = text.words.folded
    guard words.contains(where: Vocabulary.doing.contains) else { return false }
    return words.indices.contains { names.party(words, at: $0)?.value == scope.party }
  }

  /// Opens a scope at the place of a text.
  mutating func open(_ heading: PartyHeading, at text: TextBlock) {
    let level: Int
    switch text.kind {
    case .heading: level = note.document.headings[Int(text.block.detail)].level
    case .paragraph: level = 7
    case .item: level = 8 + Int(text.block.depth)
    }
    scopes.removeAll { $0.level >= level }
    scopes.append(
      Scope(party: heading.party, level: level, places: heading.places, title: text.text))
  }
}
