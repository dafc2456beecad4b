internal import Bytes
internal import Files
internal import Markup
internal import Notes

/// For each note, what links to it are made of: the path of its page, its title, the anchors of its
/// headings.
///
/// Pages name other notes hundreds of thousands of times. Of a note itself, all of this is far apart in
/// memory, and whoever reads it counts references that other threads count as well; here it lies side by
/// side, as it goes into a page. A class, since all threads read the same one.
final class AddressBook: Sendable {
  /// The numbers of characters to which titles can be had cut, the ellipsis included.
  static let widths = (31, 29, 27)

  /// The records of all notes; see `Writer`.
  private let bytes: [UInt8]
  /// Where each record begins; in 32 bits, since notes of 4 GB would not fit into memory.
  private let starts: [UInt32]

  init(_ notebook: Notebook) {
    var writer = Writer()
    var starts: [UInt32] = []
    starts.reserveCapacity(notebook.notes.count)
    for note in notebook.notes.indices {
      starts.append(UInt32(writer.bytes.count))
      writer.add(
        notebook.notes[note].page, notebook.notes[note].title,
        notebook.notes[note].document.headings)
    }
    bytes = writer.bytes
    self.starts = starts
  }

  /// Appends the relative address of a note's page.
  func appendHref(of note: Int, from page: SitePath, to html: inout HTML) {
    read(note) { record in
      let path = record.bytes(Writer.head..<record[.path])
      page.string.withBytes { page in
        html.trusted {
          SitePath.appendHref(
            of: path, isPlain: record[.isPathPlain] == 1, from: page, to: &$0)
        }
      }
    }
  }

  /// Appends a note's title.
  func appendTitle(of note: Int, to html: inout HTML) {
    read(note) { html.trusted($0.bytes($0[.path]..<$0[.title])) }
  }

  /// How many bytes a note's path and its title have.
  ///
  /// Whoever asks it of several notes before writing about one of them waits for memory once.
  func size(of note: Int) -> Int { read(note) { $0[.title] - Writer.head } }

  /// True where a note's title is a text; nil where bytes do not tell, since there are several ways to
  /// write a letter beyond ASCII.
  func isTitle(_ text: String, of note: Int) -> Bool? {
    read(note) { record in
      guard record[.isTitlePlain] == 1 else { return nil }
      return text.withBytes { text in
        guard Writer.isPlain(text) else { return nil }
        return text.elementsEqual(record.bytes(record[.path]..<record[.title]))
      }
    }
  }

  /// True where a note's title is longer than the width of this number, from 0.
  func isCut(_ note: Int, toWidth number: Int) -> Bool {
    read(note) { $0[.cut(number)] > 0 }
  }

  /// Appends a note's title, cut to the width of this number, from 0, where it is longer.
  func appendTitle(of note: Int, cutToWidth number: Int, to html: inout HTML) {
    read(note) { record in
      let cut = record[.cut(number)]
      html.trusted(record.bytes(record[.path]..<(cut > 0 ? cut : record[.title])))
      if cut > 0 { html.markup("\u{2026}") }
    }
  }

  /// Appends `#` and a heading's anchor; nothing for the note's title and without an anchor.
  func appendAnchor(of heading: Int, in note: Int, to html: inout HTML) {
    read(note) { html.trusted($0.bytes($0[.anchor(heading)]..<$0[.anchor(heading + 1)])) }
  }

  @inline(__always)
  private func read<Result>(_ note: Int, _ body: (Record) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { body(Record(bytes: $0, start: Int(starts[note]))) }
  }
}

/// A number in a record: an offset from the record's beginning, but for those that say yes or no.
private enum Field {
  /// Where the path ends and the title begins.
  case path
  /// Where the title ends.
  case title
  /// Where the title ends that is cut to the width of this number; 0 where it fits.
  case cut(Int)
  /// 1 where nothing of the path has to be percent-encoded.
  case isPathPlain
  /// 1 where the title is ASCII and nothing of it was escaped.
  case isTitlePlain
  /// Where the anchor of this heading begins; the one after the last is where that ends.
  case anchor(Int)
}

/// What an address book has of a note.
private struct Record {
  let bytes: UnsafeBufferPointer<UInt8>
  let start: Int

  @inline(__always)
  subscript(field: Field) -> Int {
    switch field {
    case .path: number(0)
    case .title: number(4)
    case .cut(let width): number(8 + 4 * width)
    case .isPathPlain: number(20)
    case .isTitlePlain: number(24)
    case .anchor(let heading): number(number(4) + 4 * heading)
    }
  }

  /// A number that `Writer` has written here.
  @inline(__always)
  private func number(_ offset: Int) -> Int {
    let bytes = UnsafeRawBufferPointer(bytes)
    return Int(bytes.loadUnaligned(fromByteOffset: start + offset, as: UInt32.self))
  }

  @inline(__always)
  func bytes(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[start + range.lowerBound..<start + range.upperBound])
  }
}

/// Writes records: seven numbers, the path and the title; where the anchors are, and the anchors.
private struct Writer {
  /// The bytes of the numbers before the path.
  static let head = 28

  private(set) var bytes: [UInt8] = []

  mutating func add(_ page: SitePath, _ title: String, _ headings: [Heading]) {
    let start = bytes.count
    let path = page.string.utf8.count
    let html = HTML(text: title)
    func cut(_ width: Int) -> Int {
      // Bytes are counted at once, and a title has no more characters than bytes.
      guard title.utf8.count > width, title.count > width else { return 0 }
      return Self.head + path + HTML(text: String(title.prefix(width - 1))).count
    }
    let widths = AddressBook.widths
    append(Self.head + path)
    append(Self.head + path + html.count)
    append(cut(widths.0))
    append(cut(widths.1))
    append(cut(widths.2))
    append(page.string.withBytes(SitePath.isPlain) ? 1 : 0)
    append(
      html.read { title.utf8.elementsEqual($0) } && html.read(Self.isPlain)
        ? 1 : 0)
    bytes.append(contentsOf: page.string.utf8)
    html.read { bytes += $0 }
    addAnchors(of: headings, from: start)
  }

  /// True for ASCII.
  static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool { text.allSatisfy { $0 < 0x80 } }

  private mutating func addAnchors(of headings: [Heading], from start: Int) {
    var anchors = HTML()
    let first = bytes.count - start + 4 * (headings.count + 1)
    for heading in headings.indices {
      append(first + anchors.count)
      // The title is where the page begins.
      let isTitle = heading == 0 && headings[heading].level == 1
      if isTitle || headings[heading].anchor.isEmpty { continue }
      anchors.markup("#")
      anchors.address(headings[heading].anchor)
    }
    append(first + anchors.count)
    anchors.read { bytes += $0 }
  }

  private mutating func append(_ number: Int) {
    withUnsafeBytes(of: UInt32(number)) { bytes.append(contentsOf: $0) }
  }
}
