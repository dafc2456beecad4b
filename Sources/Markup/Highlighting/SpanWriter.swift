internal import Bytes

/// Writes code as HTML while a lexer names the tokens, front to back.
///
/// What lies between two tokens is written as plain text, so no lexer can lose a byte. Spans end
/// before a line feed and begin again behind it.
struct SpanWriter: ~Copyable {
  /// The bytes that a writer needs to stage its output.
  static let stageSize = 16_384

  /// The code that is written.
  let code: Code
  /// All before it is written.
  private var done = 0
  private var output: ByteBuffer
  private let stage: UnsafeMutableRawPointer
  private var staged = 0

  /// Makes a writer that stages its output in `stage`, which must have `stageSize` bytes.
  init(_ code: Code, appendingTo output: consuming ByteBuffer, stage: UnsafeMutableRawPointer) {
    self.code = code
    self.output = output
    self.stage = stage
  }

  /// Writes all up to `end` and gives `start..<end` a span; what was already written stays as it is.
  mutating func mark(_ start: Int, _ end: Int, _ token: TokenClass) {
    let end = min(end, code.count)
    guard token != .plain, max(start, done) < end else { return }
    if start > done { writePlain(to: start) }
    // "<span cl" and "ass="?">".
    let opening = 0x3E22_0022_3D73_7361 | UInt64(token.rawValue.value) << 40
    while done < end {
      if code[done] == 0x0A {
        writePlain(to: done + 1)
        continue
      }
      reserve(16)
      put(0x6C63_206E_6170_733C, count: 8)
      put(opening, count: 8)
      write(to: end, stopsAtLineFeed: true)
      reserve(8)
      put(0x3E6E_6170_732F_3C, count: 7)
    }
  }

  /// Writes the rest and hands the output back.
  consuming func finish() -> ByteBuffer {
    writePlain(to: code.count)
    flush()
    return output
  }

  private mutating func writePlain(to end: Int) {
    write(to: end, stopsAtLineFeed: false)
  }

  /// Writes text, escaped; with `stopsAtLineFeed` only up to the line's end.
  @inline(__always)
  private mutating func write(to end: Int, stopsAtLineFeed: Bool) {
    while done < end {
      // Eight bytes are always copied; only those before the next special one then count.
      reserve(8)
      let word = code.word(at: done)
      var hits = (word & 0xFBFB_FBFB_FBFB_FBFB).marks(of: 0x22)  // " and &
      hits |= (word & 0xFDFD_FDFD_FDFD_FDFD).marks(of: 0x3C)  // < and >
      if stopsAtLineFeed { hits |= word.marks(of: 0x0A) }
      let clean = min(hits.trailingZeroBitCount >> 3, end &- done)
      put(word, count: clean)
      done &+= clean
      guard clean < 8, done < end else { continue }
      switch UInt8(truncatingIfNeeded: word &>> UInt64(8 &* clean)) {
      case 0x26: escape(0x3B_706D_6126, count: 5)  // &amp;
      case 0x3C: escape(0x3B_746C_26, count: 4)  // &lt;
      case 0x3E: escape(0x3B_7467_26, count: 4)  // &gt;
      case 0x22: escape(0x3B74_6F75_7126, count: 6)  // &quot;
      default: return
      }
    }
  }

  /// Writes an entity for the next byte.
  private mutating func escape(_ entity: UInt64, count: Int) {
    reserve(8)
    put(entity, count: count)
    done &+= 1
  }

  /// Stages eight bytes, of which the first `count` are meant.
  @inline(__always)
  private mutating func put(_ word: UInt64, count: Int) {
    stage.storeBytes(of: word.littleEndian, toByteOffset: staged, as: UInt64.self)
    staged &+= count
  }

  /// Makes room for `count` more bytes.
  @inline(__always)
  private mutating func reserve(_ count: Int) {
    if staged &+ count > Self.stageSize { flush() }
  }

  private mutating func flush() {
    UnsafeRawBufferPointer(start: stage, count: staged).withMemoryRebound(to: UInt8.self) {
      output.append($0)
    }
    staged = 0
  }
}
