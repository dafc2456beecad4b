internal import Bytes

/// Paths in the order of their bytes, each once.
///
/// They lie side by side in memory, so that many can be sorted and looked up without a wait for each.
struct SortedPaths: Sendable {
  private var bytes: [UInt8] = []
  /// Where each path begins; one more than there are paths.
  private var starts: [Int] = [0]

  /// Sorts paths; `order` says which of them stands at each place, of equal ones the last.
  static func sorting(_ paths: some Collection<String>) -> (paths: SortedPaths, order: [Int]) {
    let given = SortedPaths(paths)
    var order = Array(0..<given.count)
    // A manifest's own text is in order; what threads noted is not.
    let isSorted = order.dropFirst().allSatisfy { given.compare($0 - 1, $0) < 0 }
    if isSorted { return (given, order) }
    let heads = order.map(given.head)
    order.sort {
      if heads[$0] != heads[$1] { return heads[$0] < heads[$1] }
      let comparison = given.compare($0, $1)
      return comparison != 0 ? comparison < 0 : $0 < $1
    }
    let all = order
    order = all.indices.filter { place in
      place + 1 == all.count || given.compare(all[place], all[place + 1]) != 0
    }.map { all[$0] }
    return (SortedPaths(order, of: given), order)
  }

  private init(_ paths: some Collection<String>) {
    starts.reserveCapacity(paths.count + 1)
    for path in paths {
      path.withBytes { bytes.append(contentsOf: $0) }
      starts.append(bytes.count)
    }
  }

  private init(_ order: [Int], of paths: SortedPaths) {
    bytes.reserveCapacity(paths.bytes.count)
    starts.reserveCapacity(order.count + 1)
    for place in order {
      bytes.append(contentsOf: paths[place])
      starts.append(bytes.count)
    }
  }

  /// Where a path stands; nil where it is none of them.
  func place(of path: RawPath) -> Int? {
    path.bytes.withUnsafeBufferPointer { path in
      let place = firstPlace(notBefore: path)
      return place < count && compare(place, path) == 0 ? place : nil
    }
  }

  /// True where one of them lies below a path.
  func hasFolder(_ path: RawPath) -> Bool {
    let folder = path.bytes + [UInt8(ascii: "/")]
    return folder.withUnsafeBufferPointer { folder in
      let place = firstPlace(notBefore: folder)
      return place < count && self[place].starts(with: folder)
    }
  }

  private var count: Int { starts.count - 1 }

  private subscript(place: Int) -> ArraySlice<UInt8> { bytes[starts[place]..<starts[place + 1]] }

  private func firstPlace(notBefore path: UnsafeBufferPointer<UInt8>) -> Int {
    (0..<count).partitionPoint { compare($0, path) >= 0 }
  }

  /// The first eight bytes of a path as a number that is in order as they are.
  private func head(_ place: Int) -> UInt64 {
    var head: UInt64 = 0
    for byte in self[place].prefix(8) { head = head << 8 | UInt64(byte) }
    return head << UInt64(8 * max(0, 8 - self[place].count))
  }

  /// Below 0 where a path comes before another, above 0 where it comes after it.
  private func compare(_ place: Int, _ other: Int) -> Int {
    bytes.withUnsafeBufferPointer {
      compare(place, UnsafeBufferPointer(rebasing: $0[starts[other]..<starts[other + 1]]))
    }
  }

  private func compare(_ place: Int, _ other: UnsafeBufferPointer<UInt8>) -> Int {
    bytes.withUnsafeBufferPointer {
      UnsafeBufferPointer(rebasing: $0[starts[place]..<starts[place + 1]]).order(other)
    }
  }
}
