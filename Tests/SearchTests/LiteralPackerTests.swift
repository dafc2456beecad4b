import Testing

@testable import Search

@Suite struct LiteralPackerTests {
  /// What an engine reads from packed bytes.
  private func unpacked(_ bytes: [UInt8]) -> [UInt8]? { IndexReader.content(of: bytes, .hot) }

  /// Bytes of a generator, so that each run has the same.
  private func bytes(_ count: Int, seed: UInt64, _ make: (UInt64) -> UInt8) -> [UInt8] {
    var state = seed
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return make(state >> 33)
    }
  }

  @Test(arguments: [1, 2, 3, 7, 8, 30, 300, 5_000, 70_000])
  func isReadAgainWhateverItHolds(_ count: Int) {
    let contents = [
      bytes(count, seed: 1) { UInt8(truncatingIfNeeded: $0) },
      bytes(count, seed: 2) { UInt8($0 % 7) },
      // Half of them 0, a quarter 1, and so on.
      bytes(count, seed: 3) { UInt8(($0 | 1 << 20).trailingZeroBitCount) },
      [UInt8](repeating: 9, count: count),
      (0..<count).map { UInt8(truncatingIfNeeded: $0) },
    ]
    for content in contents { #expect(unpacked(LiteralPacker.pack(content)) == content) }
  }

  @Test func readsNothingFromNothing() {
    #expect(LiteralPacker.pack([]) == [0, 1, 0, 0, 0xFF, 0xFF])
    #expect(unpacked(LiteralPacker.pack([])) == [])
  }

  @Test func takesFewBitsForWhatIsFrequent() {
    let content = bytes(8_000, seed: 4) { UInt8(($0 | 1 << 20).trailingZeroBitCount) }
    // Two bits each, by the entropy of a half, a quarter, an eighth and so on.
    #expect((2_000...2_080).contains(LiteralPacker.pack(content).count))
  }

  @Test func takesHardlyMoreThanItGets() {
    let content = bytes(200_000, seed: 5) { UInt8(truncatingIfNeeded: $0) }
    #expect(LiteralPacker.pack(content).count == content.count + 1 + 4 * 5)
  }

  /// Weights that grow like Fibonacci's numbers make the deepest tree.
  @Test(arguments: [7, 9, 15])
  func keepsWordsShort(_ limit: Int) {
    var counts: [UInt32] = [1, 1]
    while counts.count < 40 { counts.append(counts[counts.count - 1] + counts[counts.count - 2]) }
    let lengths = HuffmanCode(counts: counts, limit: limit).lengths.map(Int.init)
    #expect(lengths.max() == limit)
    #expect(lengths == lengths.sorted(by: >))
    // Kraft's sum: each bit pattern of the longest words means something.
    #expect(lengths.reduce(0) { $0 + 1 << (limit - $1) } == 1 << limit)
  }

  @Test func numbersWordsAsTheStandardDoes() {
    // The example of RFC 1951, 3.2.2: lengths 3, 3, 3, 3, 3, 2, 4, 4.
    let code = HuffmanCode(counts: [4, 4, 4, 4, 4, 8, 2, 2], limit: 15)
    #expect(code.lengths == [3, 3, 3, 3, 3, 2, 4, 4])
    #expect(code.words == [0b010, 0b110, 0b001, 0b101, 0b011, 0b00, 0b0111, 0b1111])
  }
}
