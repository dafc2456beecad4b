internal import Bytes

/// Texts as JSON has them, made once to be written many times.
///
/// They lie side by side: whoever writes one touches one place, and counts no reference to a text that
/// others read at the same time.
public struct JSONTexts: Sendable {
  private let bytes: [UInt8]
  /// Where each begins among the bytes; one more entry than texts.
  private var starts = [0]

  /// Makes a table of `count` texts; `reserving` are the bytes that they may need.
  public init(_ count: Int, reserving bytes: Int = 0, _ text: (Int) -> String) {
    var json = JSONWriter()
    json.reserve(bytes)
    starts.reserveCapacity(count + 1)
    for index in 0..<count {
      json.quote(text(index))
      starts.append(json.count)
    }
    self.bytes = json.take()
  }

  func append(_ text: Int, to buffer: inout ByteBuffer) {
    bytes.withUnsafeBufferPointer {
      buffer.append(UnsafeBufferPointer(rebasing: $0[starts[text]..<starts[text + 1]]))
    }
  }
}
