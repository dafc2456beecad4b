internal import Bytes

/// XXH64 with seed 0 of bytes that arrive in pieces.
///
/// It tells whether two files are the same; it keeps nobody from forging one. The algorithm is
/// Yann Collet's (github.com/Cyan4973/xxHash, `doc/xxhash_spec.md`).
public struct Fingerprint: Sendable {
  private var lanes: (UInt64, UInt64, UInt64, UInt64) = Self.start
  private var waiting = InlineStripe()
  private var total: UInt64 = 0

  /// The fingerprint of no bytes at all.
  public init() {}

  /// Takes in the next bytes.
  public mutating func append(_ bytes: UnsafeRawBufferPointer) {
    total &+= UInt64(bytes.count)
    var taken = 0
    // Texts and numbers mostly leave the stripe unfinished.
    if waiting.count > 0 || bytes.count < 32 {
      taken = min(32 - waiting.count, bytes.count)
      waiting.append(UnsafeRawBufferPointer(rebasing: bytes[..<taken]))
      guard waiting.count == 32 else { return }
      waiting.withBytes { Self.consume($0, &lanes) }
      waiting.count = 0
    }
    let whole = taken + (bytes.count - taken) & ~31
    Self.consume(UnsafeRawBufferPointer(rebasing: bytes[taken..<whole]), &lanes)
    waiting.append(UnsafeRawBufferPointer(rebasing: bytes[whole...]))
  }

  /// The fingerprint of everything taken in so far.
  public var value: UInt64 {
    waiting.withBytes { Self.finish($0, lanes, total) }
  }

  /// The fingerprint of bytes that are all there.
  public static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var lanes = start
    let whole = bytes.count & ~31
    consume(UnsafeRawBufferPointer(rebasing: bytes.prefix(whole)), &lanes)
    return finish(
      UnsafeRawBufferPointer(rebasing: bytes.dropFirst(whole)), lanes, UInt64(bytes.count))
  }

  // MARK: - The algorithm

  private static let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
  private static let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
  private static let prime3: UInt64 = 0x1656_67B1_9E37_79F9
  private static let prime4: UInt64 = 0x85EB_CA77_C2B2_AE63
  private static let prime5: UInt64 = 0x27D4_EB2F_1656_67C5

  private typealias Lanes = (UInt64, UInt64, UInt64, UInt64)

  private static var start: Lanes { (prime1 &+ prime2, prime2, 0, 0 &- prime1) }

  @inline(__always)
  private static func rotate(_ value: UInt64, _ count: UInt64) -> UInt64 {
    (value &<< count) | (value &>> (64 &- count))
  }

  @inline(__always)
  private static func round(_ lane: UInt64, _ input: UInt64) -> UInt64 {
    rotate(lane &+ input &* prime2, 31) &* prime1
  }

  @inline(__always)
  private static func word(_ bytes: UnsafeRawPointer, _ offset: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// Takes in stripes of 32 bytes; the count must be a multiple of 32.
  private static func consume(_ bytes: UnsafeRawBufferPointer, _ lanes: inout Lanes) {
    guard let base = bytes.baseAddress else { return }
    var (first, second, third, fourth) = lanes
    var offset = 0
    while offset < bytes.count {
      first = round(first, word(base, offset))
      second = round(second, word(base, offset &+ 8))
      third = round(third, word(base, offset &+ 16))
      fourth = round(fourth, word(base, offset &+ 24))
      offset &+= 32
    }
    lanes = (first, second, third, fourth)
  }

  private static func finish(
    _ tail: UnsafeRawBufferPointer, _ lanes: Lanes, _ total: UInt64
  ) -> UInt64 {
    var hash = prime5
    if total >= 32 {
      hash =
        rotate(lanes.0, 1) &+ rotate(lanes.1, 7) &+ rotate(lanes.2, 12) &+ rotate(lanes.3, 18)
      for lane in [lanes.0, lanes.1, lanes.2, lanes.3] {
        hash = (hash ^ round(0, lane)) &* prime1 &+ prime4
      }
    }
    hash &+= total
    var offset = 0
    while offset + 8 <= tail.count {
      let input = tail.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      hash ^= round(0, UInt64(littleEndian: input))
      hash = rotate(hash, 27) &* prime1 &+ prime4
      offset += 8
    }
    if offset + 4 <= tail.count {
      let input = tail.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
      hash ^= UInt64(UInt32(littleEndian: input)) &* prime1
      hash = rotate(hash, 23) &* prime2 &+ prime3
      offset += 4
    }
    while offset < tail.count {
      hash = rotate(hash ^ (UInt64(tail[offset]) &* prime5), 11) &* prime1
      offset += 1
    }
    hash = (hash ^ (hash &>> 33)) &* prime2
    hash = (hash ^ (hash &>> 29)) &* prime3
    return hash ^ (hash &>> 32)
  }
}

/// Up to 32 bytes that wait for the rest of their stripe, without an allocation.
private struct InlineStripe: Sendable {
  var count = 0
  private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  mutating func append(_ bytes: UnsafeRawBufferPointer) {
    let old = count
    withUnsafeMutableBytes(of: &words) {
      UnsafeMutableRawBufferPointer(rebasing: $0[old...]).copyMemory(from: bytes)
    }
    count += bytes.count
  }

  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    withUnsafeBytes(of: words) { body(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
  }
}
