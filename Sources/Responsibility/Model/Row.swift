/// A duty: a row of the matrix.
public struct Row: Sendable, Equatable {
  /// `r-` and words that stay the same while the duty does: `r-guest-os`.
  public let id: String
  /// The number for citing, shown as R-07.
  public internal(set) var number: Int
  /// What it is called: the layer's name, else the wording that came first.
  public let title: String
  /// The id of the layer that it is about most; nil where none was recognised.
  public let layer: String?
  /// The ids of all layers that it touches.
  public let layers: [String]

  /// `R-07`.
  public var citation: String { number < 10 ? "R-0\(number)" : "R-\(number)" }
}
