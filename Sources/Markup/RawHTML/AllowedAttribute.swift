/// An attribute that has passed the policy, with a value that is safe once escaped.
public struct AllowedAttribute: Equatable, Sendable {
  /// The names the policy knows.
  public enum Name: String, CaseIterable, Sendable {
    case align
    case alt
    case colspan
    case dir
    case height
    case href
    case id
    case lang
    case name
    case open
    case reversed
    case rowspan
    case scope
    case src
    case start
    case title
    case type
    case value
    case width

    /// The name of that lower-cased spelling.
    init?(lowercased name: [UInt8]) {
      guard let word = PackedWord(name), let known = Self.byName.value(of: word) else { return nil }
      self = known
    }

    private static let byName = NameTable(allCases.map { ($0.rawValue, $0) })
  }

  /// The attribute's name.
  public let name: Name

  /// The value, not escaped; for `align` one of `left`, `right` and `center`.
  public let value: [UInt8]

  /// Makes an attribute; what calls this has checked the value.
  public init(name: Name, value: [UInt8]) {
    self.name = name
    self.value = value
  }

  /// Appends ` name="value"`, escaped; `align` becomes a class, since HTML no longer knows it.
  public func append(to output: inout [UInt8]) {
    switch name {
    case .align: output += " class=\"align-".utf8
    default:
      output.append(UInt8(ascii: " "))
      output += name.rawValue.utf8
      output += "=\"".utf8
    }
    for byte in value {
      switch byte {
      case UInt8(ascii: "&"): output += "&amp;".utf8
      case UInt8(ascii: "<"): output += "&lt;".utf8
      case UInt8(ascii: ">"): output += "&gt;".utf8
      case UInt8(ascii: "\""): output += "&quot;".utf8
      default: output.append(byte)
      }
    }
    output.append(UInt8(ascii: "\""))
  }
}

/// The attributes of one start tag, sorted into what stays and what goes.
public struct CheckedAttributes: Equatable, Sendable {
  /// What stays, but for addresses and ids.
  public internal(set) var kept: [AllowedAttribute] = []

  /// The address of a link, entities decoded, otherwise as written: still to be resolved.
  public internal(set) var href: HTMLAttribute?

  /// The address of an image, entities decoded, otherwise as written: still to be resolved.
  public internal(set) var src: HTMLAttribute?

  /// The anchors: the id and, when it differs, the name of an `a`.
  public internal(set) var anchors: [HTMLAttribute] = []

  /// What goes.
  public internal(set) var dropped: [HTMLAttribute] = []

  /// The value of a kept attribute.
  public func value(of name: AllowedAttribute.Name) -> [UInt8]? {
    kept.first { $0.name == name }?.value
  }

  mutating func add(_ attribute: HTMLAttribute, on element: HTMLElement) {
    guard let name = AllowedAttribute.Name(lowercased: attribute.name),
      element.rule.allows(name), let value = name.accepted(attribute.value)
    else { return dropped.append(attribute) }
    switch name {
    case .href: href = attribute
    case .src: src = attribute
    case .id, .name:
      let anchor = HTMLAttribute(name: attribute.name, value: value, offset: attribute.offset)
      guard !anchors.contains(where: { $0.value == value }) else { return }
      // The id comes first, since only the first anchor can be the element's own.
      anchors.insert(anchor, at: name == .id ? 0 : anchors.count)
    default: kept.append(AllowedAttribute(name: name, value: value))
    }
  }
}
