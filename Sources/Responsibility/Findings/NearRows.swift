internal import Diagnostics
internal import Files
internal import Notes

/// Finds rows that mean the same in other words, or are misspelt.
struct NearRows {
  let rows: [Row]
  /// The first claim about each row.
  let firstClaims: [Int]
  let claims: [Claim]

  /// A word in more rows than this is too common to bring two together.
  private static let cap = 16

  func findings() -> [MatrixCheck.RowFinding] {
    let words = rows.map { Set(RowKey.content(Words($0.title).folded)) }
    var postings: [String: [Int]] = [:]
    for (row, words) in words.enumerated() where rows[row].number >= 100 {
      for word in words { postings[word, default: []].append(row) }
    }
    var found: [MatrixCheck.RowFinding] = []
    var seen: Set<[Int]> = []
    for (_, list) in postings.sorted(by: { $0.key < $1.key })
    where list.count > 1 && list.count <= Self.cap {
      for (place, first) in list.enumerated() {
        for second in list[(place + 1)...] where isNear(words[first], words[second]) {
          guard seen.insert([first, second]).inserted else { continue }
          found.append(finding(second, like: first))
        }
      }
    }
    return found.sorted { $0.finding.place < $1.finding.place }
  }

  /// True where all words but one or so are the same, or differ by a letter.
  private func isNear(_ first: Set<String>, _ second: Set<String>) -> Bool {
    let common = first.intersection(second).count
    guard common > 0, common * 4 >= 2 * max(first.count, second.count) else { return false }
    let (left, right) = (first.subtracting(second), second.subtracting(first))
    if left.isEmpty || right.isEmpty {
      return common >= 3 && max(left.count, right.count) == 1
    }
    guard left.count == right.count, left.count <= 2 else { return false }
    return left.allSatisfy { word in
      word.utf8.count > 4
        && right.contains {
          EditDistance.between(word, $0, limit: word.utf8.count > 7 ? 2 : 1) != nil
        }
    }
  }

  private func finding(_ row: Int, like other: Int) -> MatrixCheck.RowFinding {
    let claim = claims[max(firstClaims[row], firstClaims[other])]
    let earlier = claims[min(firstClaims[row], firstClaims[other])]
    let titles = firstClaims[row] > firstClaims[other] ? (row, other) : (other, row)
    return (
      Finding(
        .matrixNearDuplicateRows,
        at: Place(
          claim.provenance.file.string, line: claim.provenance.firstLine,
          column: claim.provenance.column),
        "'\(rows[titles.0].title)' seems to mean the same as '\(rows[titles.1].title)' in"
          + " \(earlier.provenance.file):\(earlier.provenance.firstLine)",
        help: "use the same words, or pin both to one row with a comment"),
      rows[titles.0].id
    )
  }
}
