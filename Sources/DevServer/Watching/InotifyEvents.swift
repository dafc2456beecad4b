internal import Glibc

/// What the system tells of changes in folders: inotify(7).
struct InotifyEvents {
  private let descriptor: Int32
  /// For a folder in which only some files matter, their names; by the number of its watch.
  private var names: [Int32: Set<String>] = [:]
  /// The folders that are watched whole.
  private var whole: Set<Int32> = []

  /// What a few events mean together.
  struct Change {
    /// True where the site may be another one.
    var matters = false
    /// True where there is a folder that is not watched yet.
    var hasNewFolder = false
    /// True where events were lost.
    var hasOverflow = false

    mutating func add(_ other: Change) {
      matters = matters || other.matters
      hasNewFolder = hasNewFolder || other.hasNewFolder
      hasOverflow = hasOverflow || other.hasOverflow
    }
  }

  /// Asks the system; nil where it has none to give.
  init?() {
    descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    guard descriptor >= 0 else { return nil }
  }

  /// Watches a folder, whole or for a file of a name; false where the system refuses for lack of room.
  mutating func add(_ folder: String, isFile: Bool, named name: String = "") -> Bool {
    let mask =
      IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB
      | IN_ONLYDIR
    let number = inotify_add_watch(descriptor, folder, UInt32(bitPattern: mask))
    guard number >= 0 else { return errno != ENOSPC && errno != ENOMEM }
    if isFile { names[number, default: []].insert(name) } else { whole.insert(number) }
    return true
  }

  /// Waits for an event, so many milliseconds at most; -1 is for ever.
  func hasEvent(within time: Int32) -> Bool {
    var event = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&event, 1, time) > 0
  }

  /// Takes the events that are there.
  mutating func read() -> Change {
    var change = Change()
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return change }
      buffer.withUnsafeBytes { bytes in
        var offset = 0
        let head = MemoryLayout<inotify_event>.size
        while offset + head <= count {
          let event = bytes.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
          let length = Int(event.len)
          let name = bytes[(offset + head)..<min(offset + head + length, count)]
            .prefix { $0 != 0 }
          take(event, name: String(decoding: name, as: UTF8.self), into: &change)
          offset += head + length
        }
      }
    }
  }

  private mutating func take(_ event: inotify_event, name: String, into change: inout Change) {
    if event.mask & UInt32(bitPattern: IN_Q_OVERFLOW) != 0 {
      change.hasOverflow = true
      change.matters = true
      return
    }
    if event.mask & UInt32(bitPattern: IN_IGNORED) != 0 {
      names[event.wd] = nil
      whole.remove(event.wd)
      return
    }
    let isFolder = event.mask & UInt32(bitPattern: IN_ISDIR) != 0
    let isNew = event.mask & UInt32(bitPattern: IN_CREATE | IN_MOVED_TO) != 0
    if names[event.wd]?.contains(name) == true {
      change.matters = true
      change.hasNewFolder = change.hasNewFolder || isFolder && isNew
    }
    // Hidden files are no part of the site, and editors write many.
    guard whole.contains(event.wd), !name.hasPrefix(".") else { return }
    if isFolder, isNew { change.hasNewFolder = true }
    change.matters = true
  }
}
