public import Diagnostics

/// The site that is previewed, as the server sees it: closures.
public struct PreviewedSite: Sendable {
  /// The bytes of a file of the site; nil where it has none at this path.
  public var bytes: @Sendable (_ path: String) -> [UInt8]?
  /// The page of a note, by the note's path; nil where it has none.
  public var page: @Sendable (_ note: String) -> String?
  /// Makes the page of a note anew whose text alone has changed; true where there is a new one.
  public var look: @Sendable () -> Bool
  /// Makes the site anew; where that fails, the former one stays.
  public var refresh: @Sendable () -> Refresh

  /// What came of making the site anew.
  public enum Refresh: Sendable {
    /// A site, with what was found in its notes.
    case made(FindingList)
    /// Why there is none.
    case failed(String)
  }

  /// Makes a site of closures.
  public init(
    bytes: @escaping @Sendable (_ path: String) -> [UInt8]?,
    page: @escaping @Sendable (_ note: String) -> String?,
    look: @escaping @Sendable () -> Bool = { false },
    refresh: @escaping @Sendable () -> Refresh
  ) {
    self.bytes = bytes
    self.page = page
    self.look = look
    self.refresh = refresh
  }
}
