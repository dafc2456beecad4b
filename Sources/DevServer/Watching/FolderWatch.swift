internal import Glibc

/// Waits for changes below folders: by inotify where that works, else by looking now and then.
struct FolderWatch {
  private let folders: [String]
  private let files: [String]
  private let excluded: [String]
  private var events: InotifyEvents?
  /// What the last look saw, where there is no inotify.
  private var seen: FolderLook

  /// Begins to watch folders with all that is below them, but for `excluded`, and single files.
  init(folders: [String], files: [String], excluding excluded: [String], polls: Bool = false) {
    self.folders = folders
    self.files = files
    self.excluded = excluded
    events = polls ? nil : InotifyEvents()
    // What changes between this look and the watch is seen as an event.
    seen = FolderLook()
    if !watch() { fallBack() }
  }

  /// True where the system tells of changes.
  var isTold: Bool { events != nil }

  /// In milliseconds: after a change, silence this long ends the wait; a storm ends it after a while.
  private static let silence: Int32 = 10
  private static let storm = 10
  private static let pollTime: UInt32 = 300_000

  /// Waits until something has changed and the storm, if it is one, is over.
  mutating func wait() {
    while var watching = events {
      guard watching.hasEvent(within: -1) else { continue }
      var change = watching.read()
      var rounds = 0
      while rounds < Self.storm, watching.hasEvent(within: Self.silence) {
        change.add(watching.read())
        rounds += 1
      }
      events = watching
      if change.hasNewFolder || change.hasOverflow, !watch() { fallBack() }
      if change.matters { return }
    }
    while true {
      usleep(Self.pollTime)
      let look = FolderLook(of: folders, files, excluding: excluded)
      guard look != seen else { continue }
      seen = look
      return
    }
  }

  private mutating func fallBack() {
    events = nil
    seen = FolderLook(of: folders, files, excluding: excluded)
  }

  /// Adds every folder to the watch; false where the system has no more to give.
  private mutating func watch() -> Bool {
    guard var watching = events else { return false }
    var isComplete = true
    FolderLook.eachFolder(below: folders, excluding: excluded) { folder in
      isComplete = watching.add(folder, isFile: false) && isComplete
    }
    // A file is watched through its folder: editors put a new one in its place.
    for file in files {
      let end = file.lastIndex(of: "/") ?? file.startIndex
      let folder = end == file.startIndex ? "." : String(file[..<end])
      let name = String(file[end...].drop { $0 == "/" })
      isComplete = watching.add(folder, isFile: true, named: name) && isComplete
    }
    events = watching
    return isComplete
  }
}
