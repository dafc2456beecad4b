import Glibc

/// The lock that lets one build at a time write an output folder.
///
/// The kernel drops it with the process, however that ends.
struct BuildLock: Sendable {
  /// The folder that holds the lock and the stage.
  let state: OpenFolder
  private let path: String
  private let descriptor: Int32

  private static let name = RawPath("lock")

  /// Takes the lock; throws `locked` at once where another build has it.
  init(_ place: OutputPlace) throws(PublishingError) {
    // A build that ends removes the file and the folder while we may have them open already: then
    // we hold the lock of a file that nobody else will find, and begin anew.
    for _ in 0..<1000 {
      if mkdir(place.state, 0o777) != 0, errno != EEXIST { throw .errno(place.state) }
      guard let state = OpenFolder(at: place.state) else {
        if errno == ENOENT { continue }
        throw .errno(place.state)
      }
      let opened = openat(
        state.descriptor, "lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
      if opened < 0 {
        if errno == ENOENT { continue }
        throw .errno("\(place.state)/lock")
      }
      if try Self.hold(opened, at: place) {
        self.state = state
        self.path = place.state
        self.descriptor = opened
        return
      }
      close(opened)
    }
    throw .locked(output: place.output, pid: nil)
  }

  /// True where we have the lock of the file that the path names.
  private static func hold(_ opened: Int32, at place: OutputPlace) throws(PublishingError) -> Bool {
    while flock(opened, LOCK_EX | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      let error: PublishingError =
        errno == EWOULDBLOCK
        ? .locked(output: place.output, pid: holder(opened)) : .errno("\(place.state)/lock")
      close(opened)
      throw error
    }
    var mine = stat()
    var theirs = stat()
    guard fstat(opened, &mine) == 0, lstat("\(place.state)/lock", &theirs) == 0,
      mine.isSameFile(as: theirs)
    else { return false }
    // The number is for the message of others only: where it cannot be written, nothing is lost.
    ftruncate(opened, 0)
    _ = Array("\(getpid())\n".utf8).withUnsafeBytes { pwrite(opened, $0.baseAddress, $0.count, 0) }
    return true
  }

  private static func holder(_ opened: Int32) -> Int32? {
    var bytes = [UInt8](repeating: 0, count: 16)
    let count = bytes.withUnsafeMutableBytes { pread(opened, $0.baseAddress, $0.count, 0) }
    guard count > 0 else { return nil }
    return Int32(String(decoding: bytes[..<count].prefix { $0 != 10 }, as: UTF8.self))
  }

  /// Lets go, and removes the folder where nothing is left in it.
  func release() {
    _ = state.remove(Self.name)
    rmdir(path)
    close(descriptor)
  }
}
