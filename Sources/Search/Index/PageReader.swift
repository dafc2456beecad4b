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
    for text in document.keywords { read(text, as: .body) }
    document.text.withUnsafeBufferPointer { text in
      for (number, section) in document.sections.enumerated() {
        words.begin(section: number % Posting.sectionBits)
        if !section.heading.isEmpty { measure.headingLength += readHeading(section.heading) }
        measure.bodyLength += read(
          UnsafeBufferPointer(rebasing: text[section.text]), as: .body)
      }
    }
    words.end(page: page)
    return measure
  }

  private mutating func readTitle(_ title: String, _ measure: inout PageMeasure) {
    measure.titleLength = read(title, as: .title)
    measure.titleWords = words.wordsSinceMark()
  }

  private mutating func readHeading(_ text: String) -> UInt32 {
    words.beginMark()
    defer { words.endHeading() }
    return read(text, as: .heading)
  }

  @discardableResult
  private mutating func read(_ text: String, as field: PageWords.Field) -> UInt32 {
    var text = text
    return text.withUTF8 { read($0, as: field) }
  }

  /// Reads a text and what separates it from the next one; returns how many words it has.
  private mutating func read(
    _ text: UnsafeBufferPointer<UInt8>, as field: PageWords.Field
  ) -> UInt32 {
    defer { tokenizer.position += 1 }
    return words.read(text, as: field, with: &tokenizer)
  }
}
