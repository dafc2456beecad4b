internal import Bytes

/// Where a link or an image leads, as far as its spelling tells.
///
/// This is the one door for addresses: after it nobody asks again whether an address is safe.
public enum Address: Equatable, Sendable {
  /// A path beside or below this page, or from the root; with its query and fragment.
  case relative([UInt8])
  /// A place in this page, without the number sign.
  case fragment([UInt8])
  /// An address of its own, complete with its scheme.
  case absolute(Scheme, [UInt8])
  /// An address that never reaches a page.
  case refused(Refusal)

  /// The schemes that are allowed.
  public enum Scheme: String, CaseIterable, Sendable {
    case http
    case https
    case mailto
    case tel
  }

  /// Why an address is refused.
  public enum Refusal: Equatable, Sendable {
    /// The scheme, lower-cased, is not among those that are allowed.
    case scheme([UInt8])
    /// `//host`, also with backslashes: the page's own scheme on another host.
    case otherHost
    /// `C:\x`: a drive of someone's machine.
    case drive
  }

  /// Reads an address as browsers do.
  ///
  /// Entities are already decoded by the caller: `java&#x0A;script:` must arrive with its newline.
  public init(written: some Sequence<UInt8>) {
    let bytes = Self.cleaned(written)
    if bytes.first == UInt8(ascii: "#") {
      self = .fragment(Array(bytes.dropFirst()))
    } else if bytes.count > 1, Self.isSlash(bytes[0]), Self.isSlash(bytes[1]) {
      self = .refused(.otherHost)
    } else if let scheme = Self.scheme(of: bytes) {
      if let allowed = Scheme.allCases.first(where: { scheme.isWord($0.rawValue) }) {
        self = .absolute(allowed, bytes)
      } else if scheme.count == 1 {
        self = .refused(.drive)
      } else {
        self = .refused(.scheme(scheme.map(\.asciiLowercased)))
      }
    } else {
      self = .relative(bytes)
    }
  }

  /// Reads an address as browsers do; entities are already decoded.
  public init(written: String) {
    self.init(written: written.utf8)
  }

  /// Appends an address as the value of an `href` or `src`, escaped as cmark does it.
  ///
  /// Letters, digits and `-_.+!*(),%#@?=;:/$~` stay, `&` and `'` become character references, all
  /// else is percent-encoded. The Markdown specification's examples depend on it to the byte.
  static func appendEscapedHref(
    _ bytes: UnsafeBufferPointer<UInt8>, to output: inout ByteBuffer
  ) {
    let plain = hrefBytes
    // Most anchors are words and hyphens.
    if bytes.allSatisfy({ plain.contains($0) }) { return output.append(bytes) }
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "&"): output.append("&amp;")
      case UInt8(ascii: "'"): output.append("&#x27;")
      case _ where plain.contains(byte): output.append(byte)
      default: output.append(escape: byte)
      }
    }
  }

  // MARK: Reading

  /// Without control characters and spaces at both ends, nor tabs and newlines anywhere.
  private static func cleaned(_ written: some Sequence<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(written.underestimatedCount)
    for byte in written {
      guard byte != 0x09, byte != 0x0A, byte != 0x0D else { continue }
      guard byte > 0x20 || !bytes.isEmpty else { continue }
      bytes.append(byte)
    }
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    return bytes
  }

  private static func scheme(of bytes: [UInt8]) -> ArraySlice<UInt8>? {
    guard let first = bytes.first, first.isASCIILetter else { return nil }
    let end = bytes.firstIndex { byte in
      switch byte {
      case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): false
      default: !byte.isASCIIAlphanumeric
      }
    }
    guard let end, bytes[end] == UInt8(ascii: ":") else { return nil }
    return bytes[..<end]
  }

  private static func isSlash(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\")
  }

  // MARK: Writing

  /// What stays as it is in the value of an `href` or `src`.
  private static let hrefBytes = ASCIISet(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%()*+,-./:;=?@_~")
}
