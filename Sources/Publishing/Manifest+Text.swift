internal import Bytes

extension Manifest {
  private static let title: StaticString = "sitegen-manifest 1"

  /// The manifest as it stands in its file.
  var text: [UInt8] {
    var text = ByteBuffer()
    text.reserve(entries.count * 80 + 64)
    text.append(Self.title)
    text.append("\nbuild ")
    text.append(hexadecimal: build)
    text.append("\n")
    for index in entries.indices {
      text.append(hexadecimal: entries[index].hash)
      text.append(" ", number: entries[index].size)
      text.append(" ")
      entries[index].path.withBytes { text.append(escaping: $0) }
      text.append("\n")
    }
    return text.take()
  }

  /// Reads a manifest's text; nil where it is not exactly what `text` gives, apart from order.
  init?(parsing text: [UInt8]) {
    guard text.last == UInt8(ascii: "\n") else { return nil }
    var lines = text.split(separator: UInt8(ascii: "\n"))[...]
    guard lines.popFirst()?.elementsEqual("\(Self.title)".utf8) == true,
      let second = lines.popFirst(), second.starts(with: "build ".utf8),
      let build = UInt64(hexadecimal: second.dropFirst(6))
    else { return nil }
    var entries: [Entry] = []
    entries.reserveCapacity(lines.count)
    for line in lines {
      guard let entry = Entry(parsing: line) else { return nil }
      entries.append(entry)
    }
    self.init(entries, build: build)
  }
}

extension Manifest.Entry {
  fileprivate init?(parsing line: ArraySlice<UInt8>) {
    let parts = line.split(
      separator: UInt8(ascii: " "), maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let hash = UInt64(hexadecimal: parts[0]),
      let size = Int(String(decoding: parts[1], as: UTF8.self)), size >= 0,
      let path = Self.unescape(parts[2])
    else { return nil }
    self.init(path: path, hash: hash, size: size)
  }

  /// nil where an escape is broken, or the path is not one that sitegen writes: a manifest that
  /// somebody made must not lead out of the folder.
  private static func unescape(_ bytes: ArraySlice<UInt8>) -> String? {
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var rest = bytes
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        plain.append(byte)
        continue
      }
      guard rest.count >= 2, let high = rest.popFirst()?.hexadecimalValue,
        let low = rest.popFirst()?.hexadecimalValue
      else { return nil }
      plain.append(high << 4 | low)
    }
    guard RawPath(bytes: plain).isSafe else { return nil }
    return String(validating: plain, as: UTF8.self)
  }
}

extension ByteBuffer {
  /// Appends sixteen digits.
  fileprivate mutating func append(hexadecimal value: UInt64) {
    write(atMost: 16) {
      for shift in stride(from: UInt64(60), through: 0, by: -4) {
        $0.put(UInt8(hexadecimal: UInt8(value >> shift & 15)))
      }
    }
  }

  /// Appends a path in which no byte ends a line.
  fileprivate mutating func append(escaping path: UnsafeBufferPointer<UInt8>) {
    write(atMost: 3 * path.count) {
      for byte in path {
        if byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "%") {
          $0.put(UInt8(ascii: "%"))
          $0.put(UInt8(hexadecimal: byte >> 4))
          $0.put(UInt8(hexadecimal: byte & 15))
        } else {
          $0.put(byte)
        }
      }
    }
  }
}

extension UInt8 {
  /// A number below 16 as a digit.
  fileprivate init(hexadecimal value: UInt8) {
    self = value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }

  fileprivate var hexadecimalValue: UInt8? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}

extension UInt64 {
  /// Exactly sixteen lower-case digits.
  fileprivate init?(hexadecimal digits: ArraySlice<UInt8>) {
    guard digits.count == 16 else { return nil }
    var value: UInt64 = 0
    for digit in digits {
      guard let four = digit.hexadecimalValue else { return nil }
      value = value << 4 | UInt64(four)
    }
    self = value
  }
}
