/// How far apart two words are, for "did you mean".
///
/// The distance of Damerau and Levenshtein in its restricted form (optimal string alignment): how
/// many scalars are put in, left out, replaced, or swapped with their neighbour. Only the band of
/// the table that can stay within the limit is computed (Ukkonen 1985).
public enum EditDistance {
  /// The candidate nearest to a word; the first one where several are as near.
  ///
  /// nil where every candidate is farther than `limit`. Without a limit that is a third of the
  /// word's length, and at least 1.
  public static func nearest(
    to word: String, in candidates: some Sequence<String>, limit: Int? = nil
  ) -> String? {
    let scalars = Array(word.unicodeScalars.prefix(longest + 1))
    var bound = limit ?? max(1, scalars.count / 3)
    var best: String?
    for candidate in candidates {
      let other = Array(candidate.unicodeScalars.prefix(longest + 1))
      guard let distance = between(scalars, other, limit: bound) else { continue }
      best = candidate
      if distance == 0 { break }
      bound = distance - 1
    }
    return best
  }

  /// The distance of two words; nil where it is more than `limit`.
  public static func between(_ first: String, _ second: String, limit: Int) -> Int? {
    between(
      Array(first.unicodeScalars.prefix(longest + 1)),
      Array(second.unicodeScalars.prefix(longest + 1)), limit: limit)
  }

  /// Words of more scalars than this are near to nothing.
  private static let longest = 256

  private static func between(
    _ first: [Unicode.Scalar], _ second: [Unicode.Scalar], limit: Int
  ) -> Int? {
    let (rows, columns) = (first.count, second.count)
    guard limit >= 0, abs(rows - columns) <= limit, max(rows, columns) <= longest else {
      return nil
    }
    let band = min(limit, longest)
    let far = band + 1
    var before = [Int](repeating: far, count: columns + 1)
    var above = (0...columns).map { min($0, far) }
    var current = above
    for row in stride(from: 1, through: rows, by: 1) {
      let low = max(1, row - band)
      let high = min(columns, row + band)
      current = [Int](repeating: far, count: columns + 1)
      current[0] = min(row, far)
      var least = low == 1 ? current[0] : far
      for column in stride(from: low, through: high, by: 1) {
        let same = first[row - 1] == second[column - 1]
        var cost = min(
          above[column] + 1, current[column - 1] + 1, above[column - 1] + (same ? 0 : 1))
        if row > 1, column > 1, first[row - 1] == second[column - 2],
          first[row - 2] == second[column - 1]
        {
          cost = min(cost, before[column - 2] + 1)
        }
        current[column] = min(cost, far)
        least = min(least, cost)
      }
      if least > band { return nil }
      before = above
      above = current
    }
    return above[columns] <= band ? above[columns] : nil
  }
}
