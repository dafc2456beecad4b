/// What there is to say of a link to another site.
public enum Verdict: Hashable, Sendable {
  /// It leads where it says.
  case alive
  /// It leads on to another address, for good.
  case moved(to: String)
  /// The page is there, and has no such part.
  case fragmentMissing
  /// It leads nowhere; the end of a sentence that begins with the address.
  case dead(String)
  /// That could not be found out; the reason.
  case unknown(String)
}

/// How links to other sites are looked at.
public struct ExternalLinkSettings: Sendable {
  /// True to look at addresses of this machine and of private networks as well.
  public var allowsPrivate = false
  /// The file in which living links are remembered; nil for none.
  public var cache: String?
  /// How long they are taken for alive without being looked at, in seconds.
  public var cacheAge = 86_400
  /// How many hosts are asked at once.
  public var crew = 16
  /// How long is waited, and how much is read.
  public var patience = Patience()
  /// Which addresses may be connected to where private ones may not.
  var isPermitted: @Sendable (NetworkAddress) -> Bool = { $0.isPublic }
  /// What the requests say that they come from.
  public var userAgent = "sitegen (link check)"

  /// The usual settings.
  public init() {}
}

/// How long is waited for other sites, and how much is read of them.
public struct Patience: Sendable {
  /// The most time for a connection, in milliseconds.
  public var connection = 10_000
  /// The most time for a request, in milliseconds.
  public var request = 20_000
  /// How often a request is made again that failed for a reason that may pass.
  public var repetitions = 2
  /// The pause before the first repetition, in milliseconds; each further one is twice as long.
  public var pause = 1000
  /// The longest pause that a server may ask for, in milliseconds.
  public var longestPause = 30_000
  /// How many times a link may lead on.
  public var redirections = 10
  /// How many bytes of a page are searched for the part that a link names.
  public var page = 2 << 20

  /// The usual patience.
  public init() {}
}
