/// Reads one page after the other and counts their words.
struct PageReader: ~Copyable {
  private var words: PageWords
  private var tokenizer = Tokenizer()

  /// `textSize` is the size of the texts that are going to be read, in bytes.
  init(textSize: Int) { words = PageWords(textSize: textSize) }

  /// The words of all pages.
  consuming func finish() -> PageWords { words }

  /// Reads a page.
  mutating func read(_ document: SearchDocument, page: UInt32) -> PageMeasure {
    words.begin()
    tokenizer.position = 0
    var measure = PageMeasure()
    measure.isNote = document.kind == .note
    if measure.isNote {
      readTitle(document.title, &measure)
    } else {
      // What is no note names what notes are about: the note that has it as its title comes first.
      measure.headingLength += readHeading(document.title)
    }
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

  private mutating func readTitle(_ title: String, _ measure: inout PageMeasure) {
    var title = title
    let before = words.count
    words.field = .title
    title.withUTF8 { tokenizer.read($0, into: &words) }
    measure.titleLength = UInt32(words.count - before)
    measure.titleWords = words.wordsSinceMark()
    tokenizer.position += 1
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
