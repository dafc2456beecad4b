/// The width and height of a picture, read from the first bytes of its file.
public struct PictureSize: Sendable, Equatable {
  /// In pixels; for SVG in its own units.
  public let width: Int
  /// Likewise.
  public let height: Int

  /// How many bytes of a file are enough.
  public static let headLength = 64 * 1024

  /// Makes a size.
  public init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  /// Reads PNG, GIF, JPEG, WebP and SVG; nil for anything else, and for sizes of 0.
  public init?(head: [UInt8]) {
    guard
      let size = Self.png(head) ?? Self.gif(head) ?? Self.jpeg(head) ?? Self.webp(head)
        ?? Self.svg(head), size.width > 0, size.height > 0
    else { return nil }
    self = size
  }

  /// ISO/IEC 15948, 11.2.2: the header chunk comes first.
  private static func png(_ head: [UInt8]) -> PictureSize? {
    guard head.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), head.count >= 24
    else { return nil }
    return PictureSize(width: big(head, 16, 4), height: big(head, 20, 4))
  }

  private static func gif(_ head: [UInt8]) -> PictureSize? {
    guard head.starts(with: "GIF8".utf8), head.count >= 10 else { return nil }
    return PictureSize(width: little(head, 6, 2), height: little(head, 8, 2))
  }

  /// ITU-T T.81, annex B: the first frame header.
  private static func jpeg(_ head: [UInt8]) -> PictureSize? {
    guard head.starts(with: [0xFF, 0xD8]) else { return nil }
    var index = 2
    while index + 9 < head.count {
      guard head[index] == 0xFF else { return nil }
      let marker = head[index + 1]
      if marker == 0xFF {
        index += 1
        continue
      }
      let isFrame = (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
      if isFrame {
        return PictureSize(width: big(head, index + 7, 2), height: big(head, index + 5, 2))
      }
      index += 2 + (marker == 0x01 || (0xD0...0xD9).contains(marker) ? 0 : big(head, index + 2, 2))
    }
    return nil
  }

  /// The three forms of WebP (RFC 9649).
  private static func webp(_ head: [UInt8]) -> PictureSize? {
    guard head.count >= 30, head.starts(with: "RIFF".utf8), head[8..<12].elementsEqual("WEBP".utf8)
    else { return nil }
    switch head[15] {
    case UInt8(ascii: " "):
      return PictureSize(width: little(head, 26, 2) & 0x3FFF, height: little(head, 28, 2) & 0x3FFF)
    case UInt8(ascii: "L"):
      let bits = little(head, 21, 4)
      return PictureSize(width: (bits & 0x3FFF) + 1, height: (bits >> 14 & 0x3FFF) + 1)
    case UInt8(ascii: "X"):
      return PictureSize(width: little(head, 24, 3) + 1, height: little(head, 27, 3) + 1)
    default: return nil
    }
  }

  /// The root element's `width` and `height` in pixels, else its `viewBox`.
  private static func svg(_ head: [UInt8]) -> PictureSize? {
    let text = String(decoding: head.prefix(4096), as: UTF8.self)
    guard let start = text.firstRange(of: "<svg"),
      let end = text[start.upperBound...].firstIndex(of: ">")
    else { return nil }
    let tag = text[start.upperBound..<end]
    if let width = attribute("width", of: tag).flatMap(pixels),
      let height = attribute("height", of: tag).flatMap(pixels)
    {
      return PictureSize(width: width, height: height)
    }
    let box = attribute("viewBox", of: tag)?.split { $0 == " " || $0 == "," } ?? []
    guard box.count == 4, let width = Double(box[2]), let height = Double(box[3]),
      width < 100_000, height < 100_000
    else { return nil }
    return PictureSize(width: Int(width.rounded()), height: Int(height.rounded()))
  }

  private static func attribute(_ name: String, of tag: Substring) -> Substring? {
    for quote in ["\"", "'"] {
      guard let start = tag.firstRange(of: " \(name)=\(quote)") else { continue }
      return tag[start.upperBound...].prefix { String($0) != quote }
    }
    return nil
  }

  private static func pixels(_ value: Substring) -> Int? {
    let number = value.hasSuffix("px") ? value.dropLast(2) : value
    guard let pixels = Double(number), pixels < 100_000 else { return nil }
    return Int(pixels.rounded())
  }

  private static func big(_ bytes: [UInt8], _ offset: Int, _ count: Int) -> Int {
    bytes[offset..<offset + count].reduce(0) { $0 << 8 | Int($1) }
  }

  private static func little(_ bytes: [UInt8], _ offset: Int, _ count: Int) -> Int {
    bytes[offset..<offset + count].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
