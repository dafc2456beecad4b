public import Markup

/// Where the body of a note lies in its page, and how long each filling of its holes is.
///
/// With it a page can follow its note's text while everything else on it stays as it is.
public struct BodySeam: Sendable, Equatable {
  /// The offset of the body in the page, in bytes.
  public var start: Int
  /// The lengths of what fills the holes of the note's document, in order, in bytes.
  public var fillings: [Int]

  /// Makes a seam.
  public init(start: Int, fillings: [Int]) {
    self.start = start
    self.fillings = fillings
  }

  func moved(by offset: Int) -> BodySeam {
    BodySeam(start: start + offset, fillings: fillings)
  }

  /// The page with the body of another document in place of the one that it was made of; the fillings
  /// stay, each in the hole of its number.
  ///
  /// nil where the page does not hold the former body at this place, to the byte, or the documents
  /// differ in their holes.
  public func page(
    _ page: [UInt8], with document: MarkdownDocument, inPlaceOf former: MarkdownDocument
  ) -> [UInt8]? {
    guard fillings.count == former.holes.count, fillings.count == document.holes.count,
      (0...page.count).contains(start)
    else { return nil }
    let (old, new) = (former.html.bytes, document.html.bytes)
    var filled: [ArraySlice<UInt8>] = []
    var place = start
    var done = 0
    for (hole, length) in zip(former.holes, fillings) {
      let literal = old[done..<Int(hole.offset)]
      guard page.holds(literal, at: place), length >= 0,
        place + literal.count + length <= page.count
      else { return nil }
      place += literal.count
      filled.append(page[place..<place + length])
      place += length
      done = Int(hole.offset)
    }
    let rest = old[done...]
    guard page.holds(rest, at: place) else { return nil }
    var result = Array(page[..<start])
    result.reserveCapacity(page.count + new.count)
    done = 0
    for (hole, filling) in zip(document.holes, filled) {
      result.append(contentsOf: new[done..<Int(hole.offset)])
      result.append(contentsOf: filling)
      done = Int(hole.offset)
    }
    result.append(contentsOf: new[done...])
    result.append(contentsOf: page[(place + rest.count)...])
    return result
  }
}

extension [UInt8] {
  fileprivate func holds(_ bytes: ArraySlice<UInt8>, at place: Int) -> Bool {
    place + bytes.count <= count && self[place..<place + bytes.count].elementsEqual(bytes)
  }
}
