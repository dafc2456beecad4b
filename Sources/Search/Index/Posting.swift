/// What a term does in a page, as it lies in a batch's memory: numbers, then headings, then positions.
///
/// All three stand together, since lists are read term by term, and each is far from the next.
struct Posting {
  /// The page's number.
  var page: UInt32
  /// A bit for each section that has the term, modulo 28.
  var sections: UInt32
  /// How many bytes its positions take: how many there are, the first, the distances; as varints.
  var positionsSize: UInt32
  /// How often it is in the text.
  var bodyCount: UInt16
  /// How often it is in headings; if it is, how many follow, then bit and count of words, in pairs.
  var headingCount: UInt8
  /// How often it is in the title.
  var titleCount: UInt8

  /// The size of the positions alone.
  @inline(__always)
  static func positionsSize(in bytes: UnsafeRawBufferPointer, at place: Int) -> UInt32 {
    bytes.loadUnaligned(fromByteOffset: place + 8, as: UInt32.self)
  }

  /// How many bits there are for sections.
  static let sectionBits = 28
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

/// The postings of some pages, page by page, and which of them are whose.
struct PostingTable: ~Copyable, Sendable {
  private let bytes: Pile<UInt8>
  /// Where each posting begins: term by term, each term's by page; and where those of a term begin.
  private let places: [UInt32]
  private let starts: [UInt32]

  /// `places` and `terms` tell of each posting where it begins and whose it is.
  init(
    _ bytes: consuming Pile<UInt8>, places: borrowing Pile<UInt32>, terms: borrowing Pile<UInt32>,
    positionsSize: Int, termCount: Int
  ) {
    self.bytes = bytes
    self.positionsSize = positionsSize
    var order: [UInt32]
    (order, starts) = Batch.grouped(terms.array, groups: termCount)
    for index in order.indices { order[index] = places[Int(order[index])] }
    self.places = order
  }

  /// How many there are.
  var count: Int { places.count }
  /// How many bytes the positions take.
  let positionsSize: Int

  /// Hands over a term's postings: the memory, and where in it each begins.
  @inline(__always)
  func read(_ term: Int, _ body: (UnsafeRawBufferPointer, UnsafeBufferPointer<UInt32>) -> Void) {
    bytes.read { bytes in
      places.withUnsafeBufferPointer { places in
        body(
          UnsafeRawBufferPointer(bytes),
          UnsafeBufferPointer(rebasing: places[Int(starts[term])..<Int(starts[term + 1])]))
      }
    }
  }

  /// Hands over all bytes where they lie.
  @inline(__always)
  func withBytes(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    bytes.read(body)
  }
}
