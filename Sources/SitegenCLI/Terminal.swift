internal import Diagnostics
internal import Glibc

/// What people see: findings and progress on the error stream, data on the output.
struct Terminal {
  /// When text is coloured.
  enum Colours: String, CaseIterable {
    case auto, always, never
  }

  /// How much is said.
  enum Volume {
    case quiet, normal, verbose
  }

  let volume: Volume
  let isColoured: Bool
  private let isTerminal: Bool

  /// Looks at the environment: colours only on a terminal, unless NO_COLOR or CLICOLOR_FORCE say
  /// otherwise.
  init(volume: Volume, colours: Colours) {
    self.volume = volume
    isTerminal = isatty(2) == 1
    isColoured =
      switch colours {
      case .always: true
      case .never: false
      case .auto:
        if let no = getenv("NO_COLOR"), no.pointee != 0 {
          false
        } else if let force = getenv("CLICOLOR_FORCE"), force.pointee != 0,
          String(cString: force) != "0"
        {
          true
        } else {
          isatty(2) == 1
        }
      }
  }

  /// Writes a line to the error stream.
  func say(_ line: String) {
    write(line + "\n", to: 2)
  }

  /// Writes text to the output stream.
  func print(_ text: String) {
    write(text, to: 1)
  }

  /// Writes bytes to the output stream.
  func print(_ bytes: [UInt8]) {
    write(bytes, to: 1)
  }

  /// Shows what is being done, on a terminal only; the next one takes its place.
  func progress(_ text: String) {
    guard isTerminal, volume != .quiet else { return }
    write("\r\u{1B}[K\(text)", to: 2)
  }

  /// Takes the progress away.
  func endProgress() {
    progress("")
  }

  /// Text in a colour, where there are colours.
  func styled(_ text: String, _ style: Style) -> String {
    isColoured ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }

  /// The few styles there are, as SGR parameters.
  enum Style: String {
    case bold = "1"
    case faint = "2"
    case red = "1;31"
    case yellow = "1;33"
    case blue = "1;34"
    case green = "32"
  }

  private func write(_ text: String, to descriptor: Int32) {
    write(Array(text.utf8), to: descriptor)
  }

  private func write(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { return }
      rest = rest.dropFirst(written)
    }
  }

  /// Text without control characters, so that a note's name or line cannot steer the terminal.
  static func harmless(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F || $0 == 0x09 }) { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isControl =
        scalar.value < 0x20 && scalar != "\t" || (0x7F...0x9F).contains(scalar.value)
        || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
      result.append(isControl ? "\u{FFFD}" : scalar)
    }
    return String(result)
  }
}

extension Duration {
  /// The time with two digits behind the point: `0.42 s`.
  var inSeconds: String {
    let hundredths = Int((self / .milliseconds(10)).rounded())
    let fraction = hundredths % 100
    return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction) s"
  }
}
