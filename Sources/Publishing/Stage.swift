import Glibc
import Synchronization

/// The folder in which a site grows before it is exchanged with the former one.
///
/// Files may be written by several threads at once; the lock is held only to look up a folder and
/// to note a file.
final class Stage: Sendable {
  /// What was put at a path.
  struct Record: Sendable {
    let entry: Manifest.Entry
    /// True where the former site has the same bytes at this path.
    let isUnchanged: Bool
  }

  let root: OpenFolder
  private let state = Mutex(State())

  private struct State {
    /// Every folder that was made, and an open descriptor of the first few.
    var folders: [RawPath: OpenFolder?] = [:]
    var open = 0
    var nursery: Nursery?
    var records: [Record] = []
    var failure: PublishingError?
  }

  /// Descriptors that a stage keeps at most; further folders are reached by path from the root.
  private static let openFolders = 128

  init(_ root: OpenFolder) {
    self.root = root
  }

  /// The files so far, and the first thing that went wrong.
  var content: (records: [Record], failure: PublishingError?) {
    state.withLock { ($0.records, $0.failure) }
  }

  /// Removes what only served to make the folders.
  func gather() {
    state.withLock { $0.nursery?.remove() }
  }

  func note(_ record: Record) {
    state.withLock { $0.records.append(record) }
  }

  func note(_ failure: PublishingError) {
    state.withLock { if $0.failure == nil { $0.failure = failure } }
  }

  /// Where to create a path: an open folder that exists now, and the path from there.
  ///
  /// `mode` gives the permissions of a folder that has to be made; nil leaves them to the umask.
  func place(
    of path: RawPath, mode: (RawPath) -> mode_t? = { _ in nil }
  ) throws(PublishingError) -> (folder: OpenFolder, name: RawPath) {
    let wanted = path.folder
    if wanted == .root { return (root, path) }
    let made: Result<OpenFolder?, PublishingError> = state.withLock { state in
      if let known = state.folders[wanted] { return .success(known) }
      // Not before: where the former site is what would be made again, nothing is staged.
      if state.folders.isEmpty { state.nursery = Nursery(in: root) }
      for folder in path.folders where state.folders[folder] == nil {
        guard state.nursery?.makeFolder(folder) ?? root.makeFolder(folder) else {
          return .failure(errno == ENOTDIR ? .writtenTwice(path: folder.string) : .errno(folder))
        }
        if let mode = mode(folder) {
          _ = folder.withCString { fchmodat(root.descriptor, $0, mode, 0) }
        }
        var opened = root.folder(folder)
        if state.open < Self.openFolders { state.open += 1 } else { opened = nil }
        state.folders[folder] = .some(opened)
      }
      return .success(state.folders[wanted] ?? nil)
    }
    guard let folder = try made.get() else { return (root, path) }
    return (folder, path.name)
  }

  /// Creates a file and hands its descriptor on; `body` gives false with `errno` set on failure.
  func create(_ path: RawPath, _ body: (Int32) -> Bool) throws(PublishingError) {
    let (folder, name) = try place(of: path)
    let written = createFile(name, in: folder, body)
    if written { return }
    if errno == EEXIST || errno == EISDIR { throw .writtenTwice(path: path.string) }
    throw .errno(path)
  }
}

/// Creates a file that must not exist yet; false with `errno` set on failure.
///
/// Nothing is synchronised to the disk. A site can be built again from its notes, an fsync for each
/// of ten thousand pages takes minutes, and a crash of the machine is found out by the manifest's
/// hashes. What a dying process leaves behind is whole without it.
func createFile(_ name: RawPath, in folder: OpenFolder, _ body: (Int32) -> Bool) -> Bool {
  let descriptor = name.withCString {
    openat(folder.descriptor, $0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o666)
  }
  guard descriptor >= 0 else { return false }
  guard body(descriptor) else {
    let code = errno
    close(descriptor)
    errno = code
    return false
  }
  // A network file system reports a full disk only here.
  return close(descriptor) == 0 || errno == EINTR
}
