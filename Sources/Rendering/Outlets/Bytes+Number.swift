extension [UInt8] {
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
