import Files
import Testing

@Suite struct FingerprintTests {
  /// Figures of PyPI's xxhash 3.
  @Test(
    arguments: [
      ("", 0xef46_db37_51d8_e999), ("a", 0xd24e_c4f1_a98c_6e5b),
      ("abc", 0x44bc_2cf5_ad77_0999),
    ] as [(String, UInt64)])
  func hashesTheKnownWords(word: String, hash: UInt64) {
    #expect(Array(word.utf8).withUnsafeBytes(Fingerprint.of) == hash)
  }

  /// Two hundred bytes of a linear congruential generator, and XXH64 of the 201 digests of its
  /// beginnings, computed with PyPI's xxhash.
  @Test func hashesEveryLengthAsTheReferenceDoes() {
    let data = noise(200)
    var digests: [UInt8] = []
    for count in 0...200 {
      let hash = data[..<count].withUnsafeBytes(Fingerprint.of)
      withUnsafeBytes(of: hash.bigEndian) { digests.append(contentsOf: $0) }
    }
    #expect(data[..<31].withUnsafeBytes(Fingerprint.of) == 0xf5c9_f1ca_24bf_d59e)
    #expect(data[..<33].withUnsafeBytes(Fingerprint.of) == 0x0ca1_6790_699c_7125)
    #expect(data.withUnsafeBytes(Fingerprint.of) == 0x0482_702c_982a_dd2c)
    #expect(digests.withUnsafeBytes(Fingerprint.of) == 0xb694_db56_c698_d88c)
  }

  @Test func doesNotCareHowTheBytesArrive() {
    let data = noise(200)
    for step in 1...70 {
      var fingerprint = Fingerprint()
      for start in stride(from: 0, to: data.count, by: step) {
        data[start..<min(start + step, data.count)].withUnsafeBytes { fingerprint.append($0) }
      }
      #expect(fingerprint.value == 0x0482_702c_982a_dd2c)
    }
  }

  private func noise(_ count: Int) -> [UInt8] {
    var state: UInt64 = 1
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(state >> 56)
    }
  }
}
