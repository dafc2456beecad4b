/// The lines in which two texts differ, with their numbers; empty for equal texts.
func lineDiff(from old: String, to new: String, limit: Int = 40) -> String {
  let before = old.split(separator: "\n", omittingEmptySubsequences: false)
  let after = new.split(separator: "\n", omittingEmptySubsequences: false)
  let changes = after.difference(from: before).map { change in
    switch change {
    case .remove(let offset, let line, _): (offset, "-\(offset + 1): \(line)")
    case .insert(let offset, let line, _): (offset, "+\(offset + 1): \(line)")
    }
  }
  let sorted = changes.sorted { $0.0 < $1.0 }.map(\.1)
  let rest = sorted.count > limit ? ["and \(sorted.count - limit) more"] : []
  return (sorted.prefix(limit) + rest).joined(separator: "\n")
}
