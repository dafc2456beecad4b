/// An HTML element that a note may use; every other name is shown as text.
public enum HTMLElement: String, CaseIterable, Sendable {
  case a
  case abbr
  case b
  case blockquote
  case br
  case caption
  case cite
  case code
  case dd
  case del
  case details
  case dfn
  case div
  case dl
  case dt
  case em
  case figcaption
  case figure
  case h1
  case h2
  case h3
  case h4
  case h5
  case h6
  case hr
  case i
  case img
  case ins
  case kbd
  case li
  case mark
  case ol
  case p
  case pre
  case q
  case s
  case samp
  case small
  case span
  case strong
  case sub
  case summary
  case sup
  case table
  case tbody
  case td
  case tfoot
  case th
  case thead
  case tr
  case u
  case ul
  case `var`
  case wbr

  /// The element of a lower-cased name, or nil when the name is not allowed.
  public init?(lowercased name: some Collection<UInt8>) {
    guard let word = PackedWord(name), let element = Self.byName.value(of: word) else { return nil }
    self = element
  }

  /// What the policy says of it.
  public var rule: HTMLPolicy.ElementRule { HTMLPolicy.ElementRule(element: self) }

  /// Whether this is one of `h1` to `h6`.
  public var isHeading: Bool {
    switch self {
    case .h1, .h2, .h3, .h4, .h5, .h6: true
    default: false
    }
  }

  private static let byName = NameTable(allCases.map { ($0.rawValue, $0) })
}
