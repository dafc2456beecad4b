/// What a term does in a page.
///
/// It lies in a batch's memory in as few bytes as are needed, with its headings and positions behind it.
struct Posting {
  /// The page's number.
  var page: UInt32
  /// A bit for each section that has the term, modulo 28.
  var sections: UInt32
  /// How many bytes its positions take: how many there are, the first, the distances; as varints.
  var positionsSize: UInt32 = 0
  /// How often it is in the text.
  var bodyCount: UInt16
  /// How often it is in headings; if it is, how many follow, then bit and count of words, in pairs.
  var headingCount: UInt8
  /// How often it is in the title.
  var titleCount: UInt8

  /// How many bits there are for sections.
  static let sectionBits = 28

  /// Bits beside those of the sections: the counts that there are, and whether others take more than a byte.
  private static let titleFlag: UInt32 = 1 << 28
  private static let headingFlag: UInt32 = 1 << 29
  private static let wideFlag: UInt32 = 1 << 30

  /// The most bytes that it takes.
  static let mostSize = 17

  init(page: UInt32, sections: UInt32, body: UInt16, heading: UInt8, title: UInt8) {
    self.page = page
    self.sections = sections
    bodyCount = body
    headingCount = heading
    titleCount = title
  }

  @inline(__always)
  func write(to cursor: inout ByteCursor) {
    let isWide = bodyCount > 0xFF || positionsSize > 0xFF
    var flags: UInt32 = titleCount > 0 ? Self.titleFlag : 0
    if headingCount > 0 { flags |= Self.headingFlag }
    if isWide { flags |= Self.wideFlag }
    cursor.put(page)
    cursor.put(sections | flags)
    cursor.put(UInt8(truncatingIfNeeded: bodyCount))
    cursor.put(UInt8(truncatingIfNeeded: positionsSize))
    guard flags != 0 else { return }
    if isWide {
      cursor.put(UInt8(bodyCount >> 8))
      cursor.put(positionsSize >> 8)
    }
    if titleCount > 0 { cursor.put(titleCount) }
    if headingCount > 0 { cursor.put(headingCount) }
  }

  /// Reads a posting, and goes to what stands behind it.
  @inline(__always)
  init(_ bytes: UnsafeBufferPointer<UInt8>, at place: inout Int) {
    let raw = UnsafeRawBufferPointer(bytes)
    page = raw.loadUnaligned(fromByteOffset: place, as: UInt32.self)
    let word = raw.loadUnaligned(fromByteOffset: place + 4, as: UInt32.self)
    sections = word & (Self.titleFlag - 1)
    bodyCount = UInt16(raw[place + 8])
    positionsSize = UInt32(raw[place + 9])
    headingCount = 0
    titleCount = 0
    place += 10
    if word != sections { readRest(word, raw, &place) }
  }

  private mutating func readRest(
    _ flags: UInt32, _ bytes: UnsafeRawBufferPointer, _ place: inout Int
  ) {
    if flags & Self.wideFlag != 0 {
      bodyCount |= UInt16(bytes[place]) << 8
      positionsSize |= bytes.loadUnaligned(fromByteOffset: place + 1, as: UInt32.self) << 8
      place += 5
    }
    if flags & Self.titleFlag != 0 {
      titleCount = bytes[place]
      place += 1
    }
    if flags & Self.headingFlag != 0 {
      headingCount = bytes[place]
      place += 1
    }
  }
}

/// What is known of a page when its words are counted.
struct PageMeasure: Equatable {
  /// How many words its text has.
  var bodyLength: UInt32 = 0
  /// How many words its headings have.
  var headingLength: UInt32 = 0
  /// How many words its title has.
  var titleLength: UInt32 = 0
  /// How many different words the title has that are no stop words: 1 to 15.
  var titleWords: UInt8 = 1
  /// False for a topic and for a row of the matrix.
  var isNote = true
}
