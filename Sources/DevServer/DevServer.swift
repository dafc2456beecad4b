internal import Diagnostics
internal import Dispatch
internal import Synchronization

/// The preview: shows a site on this machine, watches its notes, and tells open pages what changed.
///
/// It knows nothing of how sites are made. One thread answers, one watches and makes the site anew; a
/// reader sees the former site until there is a new one.
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
    let watch = watch
    DispatchQueue(label: "sitegen.watch").async {
      var watch = watch
      while true {
        watch.wait()
        let refresh = site.refresh()
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
