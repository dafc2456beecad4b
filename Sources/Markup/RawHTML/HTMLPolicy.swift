/// The list of what raw HTML in a note may be; whatever it does not name is shown as text.
public enum HTMLPolicy {
  /// How many elements opened by raw HTML may be open at once.
  public static let depthLimit = 100

  /// What an element may hold, and so where it may stand.
  public enum Content: Sendable {
    /// Nothing: it has no end tag.
    case void
    /// Running text.
    case inline
    /// Blocks.
    case block
    /// Only certain elements: `table`, `thead`, `tbody`, `tfoot`, `tr`, `ul`, `ol`, `dl`.
    case structure
  }

  /// What the policy says of one element.
  public struct ElementRule: Equatable, Sendable {
    /// The element.
    public let element: HTMLElement
  }

  /// The rule for a lower-cased element name, or nil when the element is not allowed.
  public static func element(named name: some Collection<UInt8>) -> ElementRule? {
    HTMLElement(lowercased: name).map(ElementRule.init(element:))
  }

  /// Checks the attributes of an allowed element's start tag.
  public static func attributes(of tag: HTMLTag, on element: HTMLElement) -> CheckedAttributes {
    var checked = CheckedAttributes()
    for attribute in tag.attributes { checked.add(attribute, on: element) }
    if let overflow = tag.overflow {
      checked.dropped.append(HTMLAttribute(name: Array("…".utf8), value: [], offset: overflow))
    }
    return checked
  }
}

extension HTMLPolicy.ElementRule {
  /// What the element may hold.
  public var content: HTMLPolicy.Content {
    switch element {
    case .br, .hr, .img, .wbr: .void
    case .table, .thead, .tbody, .tfoot, .tr, .ul, .ol, .dl: .structure
    case .blockquote, .caption, .dd, .details, .div, .dt, .figcaption, .figure, .li, .td, .th:
      .block
    // A link, an insertion and a deletion hold what their parent holds.
    default: .inline
    }
  }

  /// Whether it breaks out of a paragraph.
  public var isBlock: Bool {
    switch element {
    case .h1, .h2, .h3, .h4, .h5, .h6, .hr, .p, .pre, .summary: true
    default: content == .block || content == .structure
    }
  }

  /// Whether it may be a child of that element, or of a Markdown container when there is none.
  public func mayStand(in parent: HTMLElement?) -> Bool {
    switch element {
    case .li: parent == .ul || parent == .ol
    case .dt, .dd: parent == .dl
    case .summary: parent == .details
    case .figcaption: parent == .figure
    case .caption, .thead, .tbody, .tfoot: parent == .table
    case .tr: parent == .table || parent == .thead || parent == .tbody || parent == .tfoot
    case .td, .th: parent == .tr
    default: parent?.rule.content != .structure
    }
  }

  /// Whether the attribute is kept when its value is in order.
  public func allows(_ name: AllowedAttribute.Name) -> Bool {
    switch name {
    case .dir, .id, .lang, .title: true
    case .align:
      switch element {
      case .p, .div, .table, .tr, .td, .th, .img: true
      default: element.isHeading
      }
    case .href, .name: element == .a
    case .src, .alt, .width, .height: element == .img
    case .open: element == .details
    case .start, .reversed, .type: element == .ol
    case .value: element == .li
    case .colspan, .rowspan: element == .td || element == .th
    case .scope: element == .th
    }
  }
}
