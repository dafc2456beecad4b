/// What keeps most files as they are when a note changes: sizes in steps, and cuts that follow from what is cut.
enum Steadiness {
  /// The nearest of eight sizes for each doubling, so that one more word does not move all boundaries.
  static func coarse(_ size: Int) -> Int {
    guard size > 16 else { return size }
    let step = 1 << (Int.bitWidth - 4 - size.leadingZeroBitCount)
    return (size + step / 2) / step * step
  }

  /// The same for a mean.
  static func coarse(_ mean: Double) -> Double {
    Double(coarse(Int(mean * 64))) / 64
  }

  /// Cuts texts into ranges of about `size`, each where a text has the least hash of those near the end.
  ///
  /// So a text more or less moves the next boundary or two, and not all that follow.
  static func ranges(_ count: Int, of size: Int, text: (Int) -> [UInt8]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    while start < count {
      let least = start + size * 3 / 4
      let most = start + size * 5 / 4
      guard most < count else {
        result.append(start..<count)
        break
      }
      var end = least
      var value = UInt32.max
      for place in least...most {
        let own = IndexFile.check(of: text(place))
        if own < value { (end, value) = (place, own) }
      }
      result.append(start..<end)
      start = end
    }
    return result
  }
}
