/// Writes what results show of some pages (docs/search-format.md, 2.6).
struct ResultFile {
  private(set) var bytes: [UInt8] = []

  init(_ pages: Range<Int>, of documents: [SearchDocument], _ texts: TextPlan, _ files: [IndexFile])
  {
    for page in pages {
      let document = documents[page]
      append(document.kind.rawValue, end: 0x09)
      append(document.address, end: 0x09)
      append(document.title, end: 0x09)
      for (index, title) in document.trail.enumerated() {
        if index > 0 { bytes.append(0x1F) }
        append(title, end: nil)
      }
      bytes.append(0x09)
      append("\(document.sections.count)", end: 0x09)
      let places = texts.places(of: page, sections: document.sections.count)
      for (index, place) in places.enumerated() {
        if index > 0 { bytes.append(0x1F) }
        let id = IndexFile.id(.texts, files[place.file].check).dropFirst()
        append("\(place.section):\(place.record):\(id)", end: nil)
      }
      bytes.append(0x0A)
      for section in document.sections {
        append(Self.written(section), end: 0x09)
        append(section.heading, end: 0x09)
        append(section.level > 0 ? "\(section.level)" : "", end: 0x0A)
      }
    }
  }

  /// How an anchor is written: empty where it follows from the heading, `!` for none.
  private static func written(_ section: SearchDocument.Section) -> String {
    guard !section.heading.isEmpty || !section.anchor.isEmpty else { return "" }
    if section.anchor.isEmpty { return "!" }
    return plainAnchor(section.heading.utf8).elementsEqual(section.anchor.utf8)
      ? "" : section.anchor
  }

  /// The anchor that follows from a heading.
  static func plainAnchor(_ heading: some Sequence<UInt8>) -> [UInt8] {
    heading.compactMap { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "_"), UInt8(ascii: "-"):
        byte
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte + 0x20
      case UInt8(ascii: " "): UInt8(ascii: "-")
      default: nil
      }
    }
  }

  private mutating func append(_ text: String, end: UInt8?) {
    for byte in text.utf8 {
      bytes.append(byte < 0x20 ? 0x20 : byte)
    }
    if let end { bytes.append(end) }
  }
}
