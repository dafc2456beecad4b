/// A word as characters, for prefixes and distances.
struct Letters {
  let text: [UInt8]
  private let scalars: [UInt32]

  /// The character behind all others.
  static let highest = Array("\u{10FFFF}".utf8)

  init(_ text: [UInt8]) {
    self.text = text
    var scalars: [UInt32] = []
    text.withUnsafeBufferPointer { text in
      var index = 0
      while index < text.count {
        let (scalar, length) = UTF8Scalar.read(text, at: index)
        scalars.append(scalar)
        index += length
      }
    }
    self.scalars = scalars
  }

  private init(scalars: [UInt32]) {
    var text: [UInt8] = []
    for scalar in scalars { UTF8Scalar.append(scalar, to: &text) }
    self.text = text
    self.scalars = scalars
  }

  var count: Int { scalars.count }
  var first: UInt32? { scalars.first }
  var reversed: Letters { Letters(scalars: scalars.reversed()) }

  /// The first characters, in UTF-8.
  func prefix(_ count: Int) -> [UInt8] {
    Letters(scalars: Array(scalars.prefix(count))).text
  }

  /// True for at least `least` characters that make words, none of them a digit 0–9.
  func isWord(from least: Int) -> Bool {
    count >= least
      && scalars.allSatisfy { scalar in
        !(0x30...0x39).contains(scalar) && Folding.shared.isWord(scalar)
      }
  }

  /// The optimal string alignment distance, where it is 1 to `limit`; nil for others.
  func distance(to other: Letters, limit: Int) -> Int? {
    let left = scalars
    let right = other.scalars
    guard abs(left.count - right.count) <= limit else { return nil }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in 0..<left.count {
      var current = [row + 1]
      current.reserveCapacity(right.count + 1)
      var least = row + 1
      for column in 0..<right.count {
        var value = min(
          last[column] + (left[row] == right[column] ? 0 : 1), last[column + 1] + 1,
          current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          value = min(value, beforeLast[column - 1] + 1)
        }
        current.append(value)
        least = min(least, value)
      }
      if least > limit { return nil }
      beforeLast = last
      last = current
    }
    let distance = last[right.count]
    return (1...limit).contains(distance) ? distance : nil
  }
}
