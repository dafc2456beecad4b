/// Packs bytes among which next to nothing repeats: as raw DEFLATE data (RFC 1951) of literals alone, in blocks with
/// Huffman codes of their own; or as they are, where that is no larger.
///
/// A library's compressor looks for repetitions first, which takes most of its time (decision 44).
enum LiteralPacker {
  /// Parts that are shorter do not make up for a code of their own, in bytes.
  private static let leastPart = 64

  /// A seed byte of 0, then the content as raw DEFLATE data.
  static func pack(_ content: [UInt8]) -> [UInt8] { pack(content, partsEnd: [content.count]) }

  /// The same for a content of parts that end at these places, the last one at its end: each has frequent bytes of its
  /// own.
  static func pack(_ content: [UInt8], partsEnd ends: [Int]) -> [UInt8] {
    var blocks: [LiteralBlock] = []
    var bits = 0
    var start = 0
    for (index, end) in ends.enumerated() {
      let isLast = index == ends.count - 1
      guard isLast || min(end - start, content.count - end) >= leastPart else { continue }
      let block = LiteralBlock(content[start..<end])
      bits += block.size
      blocks.append(block)
      start = end
    }
    let size = (bits + 7) / 8
    guard size < content.count else { return stored(content) }
    return [UInt8](unsafeUninitializedCapacity: 1 + size + BitWriter.margin) { buffer, count in
      buffer[0] = 0
      var writer = BitWriter(UnsafeMutableBufferPointer(rebasing: buffer[1...]))
      for (index, block) in blocks.enumerated() {
        block.write(isLast: index == blocks.count - 1, to: &writer)
      }
      count = 1 + size
    }
  }

  /// Bytes as they are.
  private static func stored(_ content: [UInt8]) -> [UInt8] {
    let most = 65_535
    var result: [UInt8] = [0]
    result.reserveCapacity(1 + content.count + 5 * (content.count / most + 1))
    var start = 0
    repeat {
      let count = min(most, content.count - start)
      result.append(start + count == content.count ? 1 : 0)
      for size in [count, ~count] {
        result.append(UInt8(truncatingIfNeeded: size))
        result.append(UInt8(truncatingIfNeeded: size >> 8))
      }
      result.append(contentsOf: content[start..<(start + count)])
      start += count
    } while start < content.count
    return result
  }
}

/// A block of literals, with its code.
private struct LiteralBlock {
  /// How many bits it takes.
  let size: Int
  private let content: ArraySlice<UInt8>
  private let code: HuffmanCode
  /// The lengths of the code's words, and the code that these are written in.
  private let runs: [Run]
  private let runCode: HuffmanCode
  /// How many lengths of that code are told.
  private let listed: Int

  /// The symbol that ends a block.
  private static let end = 256
  /// In which order the lengths of the code for lengths are told.
  private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

  /// Some equal lengths in a row, as DEFLATE writes them.
  private struct Run {
    var symbol: Int
    var extra = 0
    var extraBits = 0
  }

  init(_ content: ArraySlice<UInt8>) {
    self.content = content
    let counts = Self.counts(in: content)
    code = HuffmanCode(counts: counts, limit: 15)
    // One code word for distances, which none uses.
    let runs = Self.runs(in: code.lengths + [1])
    self.runs = runs
    var runCounts = [UInt32](repeating: 0, count: Self.order.count)
    for run in runs { runCounts[run.symbol] += 1 }
    let runCode = HuffmanCode(counts: runCounts, limit: 7)
    self.runCode = runCode
    listed = (Self.order.lastIndex { runCode.lengths[$0] > 0 } ?? 3) + 1
    var bits = 17 + 3 * listed
    for run in runs { bits += Int(runCode.lengths[run.symbol]) + run.extraBits }
    for symbol in counts.indices { bits += Int(counts[symbol]) * Int(code.lengths[symbol]) }
    size = bits
  }

  /// How often each byte occurs, and the end.
  private static func counts(in content: ArraySlice<UInt8>) -> [UInt32] {
    [UInt32](unsafeUninitializedCapacity: end + 1) { counts, count in
      counts.initialize(repeating: 0)
      content.withUnsafeBufferPointer { content in
        for byte in content { counts[Int(byte)] &+= 1 }
      }
      counts[end] = 1
      count = end + 1
    }
  }

  private static func runs(in lengths: [UInt8]) -> [Run] {
    var runs: [Run] = []
    runs.reserveCapacity(lengths.count)
    var index = 0
    while index < lengths.count {
      let length = lengths[index]
      var left = 1
      while index + left < lengths.count, lengths[index + left] == length { left += 1 }
      index += left
      if length > 0 {
        runs.append(Run(symbol: Int(length)))
        left -= 1
      }
      while left >= 3 {
        let (symbol, least, most, extraBits) =
          length > 0 ? (16, 3, 6, 2) : left < 11 ? (17, 3, 10, 3) : (18, 11, 138, 7)
        let taken = min(left, most)
        runs.append(Run(symbol: symbol, extra: taken - least, extraBits: extraBits))
        left -= taken
      }
      for _ in 0..<left { runs.append(Run(symbol: Int(length))) }
    }
    return runs
  }

  func write(isLast: Bool, to writer: inout BitWriter) {
    // A block with codes of its own, for 257 literals and one distance.
    writer.put(isLast ? 0b101 : 0b100, 3)
    writer.put(0, 10)
    writer.put(UInt64(listed - 4), 4)
    for symbol in Self.order.prefix(listed) { writer.put(UInt64(runCode.lengths[symbol]), 3) }
    for run in runs {
      writer.put(UInt64(runCode.words[run.symbol]), Int(runCode.lengths[run.symbol]))
      writer.put(UInt64(run.extra), run.extraBits)
    }
    content.withUnsafeBufferPointer { writer.put($0, code) }
    writer.put(UInt64(code.words[Self.end]), Int(code.lengths[Self.end]))
  }
}

/// Writes bits, the lowest first, into memory that has `margin` bytes more than they need.
private struct BitWriter {
  static let margin = 8

  // Proof: each store takes eight bytes, and is refused where these are not there.
  private let buffer: UnsafeMutableBufferPointer<UInt8>
  private var offset = 0
  /// The bits that wait, and how many: less than 8 after each store.
  private var bits: UInt64 = 0
  private var count: UInt64 = 0

  init(_ buffer: UnsafeMutableBufferPointer<UInt8>) { self.buffer = buffer }

  /// Writes up to 48 bits.
  @inline(__always)
  mutating func put(_ value: UInt64, _ length: Int) {
    bits |= value &<< count
    count &+= UInt64(truncatingIfNeeded: length)
    store()
  }

  /// Writes the code words of bytes.
  mutating func put(_ content: UnsafeBufferPointer<UInt8>, _ code: HuffmanCode) {
    // A word above, its length in the lowest byte.
    let words = zip(code.words, code.lengths).map { UInt64($0) << 8 | UInt64($1) }
    precondition(words.count > Int(UInt8.max))
    // The writer in registers, while nobody else has it.
    var writer = self
    words.withUnsafeBufferPointer { words in
      var index = 0
      // Three words of at most 15 bits have room beside what waits.
      while index &+ 3 <= content.count {
        writer.hold(words[Int(content[index])])
        writer.hold(words[Int(content[index &+ 1])])
        writer.hold(words[Int(content[index &+ 2])])
        writer.store()
        index &+= 3
      }
      for byte in content[index...] {
        writer.hold(words[Int(byte)])
        writer.store()
      }
    }
    self = writer
  }

  @inline(__always)
  private mutating func hold(_ word: UInt64) {
    bits |= (word &>> 8) &<< count
    count &+= word & 0xFF
  }

  @inline(__always)
  private mutating func store() {
    precondition(offset &+ 8 <= buffer.count)
    UnsafeMutableRawPointer(buffer.baseAddress.unsafelyUnwrapped + offset)
      .storeBytes(of: bits.littleEndian, as: UInt64.self)
    offset &+= Int(truncatingIfNeeded: count &>> 3)
    bits = bits &>> (count & ~7)
    count &= 7
  }
}
