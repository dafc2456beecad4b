extension [UInt8] {
  /// Where some bytes occur first, from a place on; nil where they do not.
  func firstPlace(of wanted: [UInt8], from start: Int = 0) -> Int? {
    guard let first = wanted.first, let last = wanted.last, start >= 0 else { return nil }
    return withUnsafeBufferPointer { bytes in
      var place = start
      let most = bytes.count - wanted.count
      while place <= most {
        if bytes[place] == first, bytes[place + wanted.count - 1] == last,
          UnsafeBufferPointer(rebasing: bytes[place..<place + wanted.count]).elementsEqual(wanted)
        {
          return place
        }
        place += 1
      }
      return nil
    }
  }

  /// The whole number that is written at a place, and where it ends; nil where none is.
  func number(at place: Int) -> (value: Int, end: Int)? {
    var value = 0
    var end = place
    while end < count, end - place < 10, (0x30...0x39).contains(self[end]) {
      value = value * 10 + Int(self[end] - 0x30)
      end += 1
    }
    return end > place ? (value, end) : nil
  }
}
