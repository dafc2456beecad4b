extension PostingList {
  /// The lists that a hot file's content holds, each with so many rows.
  static func lists(
    ofHot reader: inout ByteReader, counts: [Int], pages: Int
  ) throws(DamagedFile) -> [PostingList] {
    let total = counts.reduce(0, +)
    guard total <= reader.rest else { throw DamagedFile() }
    var numbers: [UInt32] = []
    numbers.reserveCapacity(total)
    for count in counts {
      var next = 0
      for _ in 0..<count {
        next += try reader.varint()
        guard next < pages else { throw DamagedFile() }
        numbers.append(UInt32(next))
        next += 1
      }
    }
    let impacts = try reader.bytes(total)
    var sections: [UInt32] = []
    sections.reserveCapacity(total)
    for _ in 0..<total { sections.append(UInt32(truncatingIfNeeded: try reader.varint())) }
    var lists: [PostingList] = []
    var next = 0
    for count in counts {
      var rows: [Row] = []
      rows.reserveCapacity(count)
      var tails: [UInt8] = []
      for index in next..<(next + count) {
        let impact = impacts[impacts.startIndex + index]
        let row = Row(
          page: numbers[index], sections: sections[index], tail: UInt32(tails.count),
          positionsSize: 0, impact: impact & 0x3F, isInTitle: impact & HotColumns.titleFlag != 0,
          isInHeading: impact & HotColumns.headingFlag != 0)
        if row.isInTitle { _ = try reader.byte() }
        if row.isInHeading {
          let bits = UInt32(truncatingIfNeeded: try reader.varint())
          tails.append(UInt8(bits.nonzeroBitCount))
          for bit in UInt8(0)..<32 where bits >> UInt32(bit) & 1 == 1 {
            tails.append(bit)
            tails.append(try reader.byte())
          }
        }
        rows.append(row)
      }
      next += count
      var list = PostingList()
      list.append(rows, tails)
      lists.append(list)
    }
    guard reader.isAtEnd else { throw DamagedFile() }
    return lists
  }

  /// The lists that the blocks of a group of cold lists hold, each with so many rows.
  static func lists(
    ofCold blocks: [[UInt8]], counts: [Int], pages: Int
  ) throws(DamagedFile) -> [PostingList] {
    guard blocks.count == 1 || counts.count == 1 else { throw DamagedFile() }
    var lists = [PostingList](repeating: PostingList(), count: counts.count)
    for block in blocks {
      var reader = ByteReader(block)
      for index in lists.indices {
        let count = try reader.count()
        var rows: [Row] = []
        rows.reserveCapacity(count)
        var next = 0
        for _ in 0..<count {
          next += try reader.varint()
          guard next < pages else { throw DamagedFile() }
          let start = reader.index
          for _ in 0..<(try reader.count()) { try reader.skipVarint() }
          rows.append(
            Row(
              page: UInt32(next), sections: 0, tail: UInt32(start),
              positionsSize: UInt32(reader.index - start), impact: 0, isInTitle: false,
              isInHeading: false))
          next += 1
        }
        if let last = lists[index].rows.last, let first = rows.first, first.page <= last.page {
          throw DamagedFile()
        }
        lists[index].append(rows, block)
      }
      guard reader.isAtEnd else { throw DamagedFile() }
    }
    for (list, count) in zip(lists, counts) where list.count != count { throw DamagedFile() }
    return lists
  }
}
