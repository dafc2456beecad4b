internal import Diagnostics
internal import Dispatch
internal import Synchronization

/// The preview: shows a site on this machine, watches its notes, and tells open pages what changed.
///
/// It knows nothing of how sites are made. One thread answers, one watches, one makes the site anew; a
/// reader sees the former site until there is a new one, but for the page that is being written.
public struct DevServer: Sendable {
  private let site: PreviewedSite
  private let listening: ListeningSocket
  private let watch: FolderWatch

  /// Begins to watch, and opens the port, or one of the next where it is taken; 0 is any.
  ///
  /// Whoever reads the site after this misses no change.
  ///
  /// - Parameters:
  ///   - site: what is shown.
  ///   - watched: where changes matter.
  ///   - polls: true to look now and then instead of asking the system to tell.
  ///   - port: the port that is wanted.
  /// - Throws: `ServerProblem` where no port can be had.
  public init(
    _ site: PreviewedSite, watching watched: Watched, polls: Bool = false, port: UInt16
  ) throws(ServerProblem) {
    self.site = site
    listening = try ListeningSocket(port: port)
    watch = FolderWatch(
      folders: watched.folders, files: watched.files, excluding: watched.excluded, polls: polls)
  }

  /// The port that was taken.
  public var port: UInt16 { listening.port }

  /// What is watched.
  public struct Watched: Sendable {
    /// Folders, with all that is below them.
    public var folders: [String]
    /// Single files, also those that are not there yet.
    public var files: [String]
    /// Folders below those that do not matter.
    public var excluded: [String]

    /// Names what is watched.
    public init(folders: [String], files: [String] = [], excluded: [String] = []) {
      self.folders = folders
      self.files = files
      self.excluded = excluded
    }
  }

  /// Serves until the process ends.
  ///
  /// - Parameters:
  ///   - first: what came of making the site before anybody asked.
  ///   - refreshed: is told what came of each change; called from one thread.
  /// - Throws: `ServerProblem` where the system has nothing to wake the server with.
  public func run(
    showing first: PreviewedSite.Refresh,
    refreshed: @escaping @Sendable (PreviewedSite.Refresh) -> Void
  ) throws(ServerProblem) {
    let wake = try WakePipe()
    let site = site
    let board = Board(LiveState(first, pageOf: site.page).json)
    let bell = Bell()
    let watch = watch
    DispatchQueue(label: "sitegen.watch").async {
      var watch = watch
      while true {
        watch.wait()
        // The page that is being written comes first.
        let isShown = site.look()
        if isShown { wake.wake() }
        bell.ring(isUrgent: !isShown)
      }
    }
    DispatchQueue(label: "sitegen.refresh").async {
      let clock = ContinuousClock()
      var duration = Duration.zero
      while true {
        bell.wait(after: duration)
        let start = clock.now
        let refresh = site.refresh()
        duration = clock.now - start
        board.json.withLock { $0 = LiveState(refresh, pageOf: site.page).json }
        wake.wake()
        refreshed(refresh)
      }
    }
    var exchange = Exchange(on: listening, wokenBy: wake, Responder(site: site)) {
      board.json.withLock { $0 }
    }
    exchange.run()
  }
}

/// What pages are told, shared by the two threads.
private final class Board: Sendable {
  let json: Mutex<[UInt8]>

  init(_ json: [UInt8]) {
    self.json = Mutex(json)
  }
}

/// Rung by the thread that watches, heard by the one that makes the site anew.
private final class Bell: Sendable {
  private let strokes = DispatchSemaphore(value: 0)
  private let isUrgent = Mutex(false)

  /// How long no stroke has to come before what is shown already is studied: twice as long as that took
  /// last, since who saves meanwhile waits for the page; within these bounds.
  private static let shortest = Duration.milliseconds(250)
  private static let longest = Duration.seconds(2)
  /// How often that is waited for: who writes without a pause is told of findings as well.
  private static let patience = 8

  /// Rings; `isUrgent` where the change cannot be seen until the site is made anew.
  func ring(isUrgent: Bool) {
    if isUrgent { self.isUrgent.withLock { $0 = true } }
    strokes.signal()
  }

  /// Waits for a stroke, and then for a pause unless one is urgent; `duration` is how long studying took last.
  func wait(after duration: Duration) {
    strokes.wait()
    let pause = min(max(duration * 2, Self.shortest), Self.longest)
    let milliseconds = Int(pause / .milliseconds(1))
    for _ in 0..<Self.patience {
      if isUrgent.withLock({ $0 }) { break }
      if strokes.wait(timeout: .now() + .milliseconds(milliseconds)) == .timedOut { break }
    }
    isUrgent.withLock { $0 = false }
    while strokes.wait(timeout: .now()) == .success {}
  }
}
