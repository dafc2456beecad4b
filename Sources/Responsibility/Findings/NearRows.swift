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
    // Words are compared as numbers, each once in a title.
    var numbers: [String: Int] = [:]
    var names: [String] = []
    var postings: [[Int]] = []
    let words = rows.indices.map { row in
      let own = RowKey.content(Words(rows[row].title).folded).map { word in
        let number = numbers[word] ?? names.count
        if number == names.count {
          numbers[word] = number
          names.append(word)
          postings.append([])
        }
        return number
      }
      let once = own.sorted().reduce(into: [Int]()) { if $0.last != $1 { $0.append($1) } }
      if rows[row].number >= 100 { for word in once { postings[word].append(row) } }
      return once
    }
    let shared = names.indices.filter { postings[$0].count > 1 && postings[$0].count <= Self.cap }
    var found: [MatrixCheck.RowFinding] = []
    var seen: Set<[Int]> = []
    for word in shared.sorted(by: { names[$0] < names[$1] }) {
      for (place, first) in postings[word].enumerated() {
        for second in postings[word][(place + 1)...]
        where isNear(words[first], words[second], names) {
          guard seen.insert([first, second]).inserted else { continue }
          found.append(finding(second, like: first))
        }
      }
    }
    return found.sorted { $0.finding.place < $1.finding.place }
  }

  /// True where all words but one or so are the same, or differ by a letter.
  private func isNear(_ first: [Int], _ second: [Int], _ names: [String]) -> Bool {
    let common = first.count { second.contains($0) }
    guard common > 0, common * 4 >= 2 * max(first.count, second.count) else { return false }
    let left = first.filter { !second.contains($0) }
    let right = second.filter { !first.contains($0) }
    if left.isEmpty || right.isEmpty {
      return common >= 3 && max(left.count, right.count) == 1
    }
    guard left.count == right.count, left.count <= 2 else { return false }
    return left.allSatisfy { word in
      let word = names[word]
      return word.utf8.count > 4
        && right.contains {
          EditDistance.between(word, names[$0], limit: word.utf8.count > 7 ? 2 : 1) != nil
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
