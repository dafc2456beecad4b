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
      let end = end(from: start, count, of: size, text: text)
      result.append(start..<end)
      start = end
    }
    return result
  }

  /// Where a range ends.
  private static func end(
    from start: Int, _ count: Int, of size: Int, text: (Int) -> [UInt8]
  ) -> Int {
    let least = start + size * 3 / 4
    let most = start + size * 5 / 4
    guard most < count else { return count }
    var end = least
    var value = UInt32.max
    for place in least...most {
      let own = IndexFile.check(of: text(place))
      if own < value { (end, value) = (place, own) }
    }
    return end
  }

  /// A range after a change: one of those before, or items that are to be in it.
  enum Piece<Item: Sendable>: Sendable {
    case same(Int)
    case made([Item])
  }

  /// Cuts again what was cut into `count` ranges.
  ///
  /// `moves` tells whether items came or went in a range, `differs` whether anything in it is another now;
  /// `items` gives its items. The ranges are those that `ranges` makes of all items, and only the items
  /// near changes are asked for.
  static func recut<Item>(
    _ count: Int, of size: Int, moves: (Int) -> Bool, differs: (Int) -> Bool,
    items: (Int) throws -> [Item], text: (Item) -> [UInt8]
  ) rethrows -> [Piece<Item>] {
    // To find its end, a range looks into the next one, and no further: each has three quarters of `size`.
    func stays(_ range: Int) -> Bool { !moves(range) && (range + 1 == count || !moves(range + 1)) }
    var pieces: [Piece<Item>] = []
    var range = 0
    while range < count {
      guard !stays(range) else {
        pieces.append(differs(range) ? .made(try items(range)) : .same(range))
        range += 1
        continue
      }
      var rest: [Item] = []
      var firsts: [Int: Int] = [:]
      var next = range
      var start = 0
      while true {
        while rest.count - start <= size * 5 / 4, next < count {
          firsts[rest.count] = next
          rest += try items(next)
          next += 1
        }
        if start == rest.count {
          range = count
          break
        }
        if let met = firsts[start], met > range, stays(met) {
          range = met
          break
        }
        let end = end(from: start, rest.count, of: size) { text(rest[$0]) }
        pieces.append(.made(Array(rest[start..<end])))
        start = end
      }
    }
    return pieces
  }
}
