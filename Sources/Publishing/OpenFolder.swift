import CExchange
import Glibc

/// An open folder; the descriptor is closed with the last reference.
final class OpenFolder: Sendable {
  let descriptor: Int32

  init?(at path: String) {
    let opened = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
    // Before the property is set: else `deinit` would run and change `errno`.
    if opened < 0 { return nil }
    descriptor = opened
  }

  private init(adopting descriptor: Int32) {
    self.descriptor = descriptor
  }

  deinit {
    close(descriptor)
  }

  /// A folder in this one, not through a symbolic link; nil with `errno` set where there is none.
  func folder(_ name: RawPath) -> OpenFolder? {
    let opened = name.withCString {
      openat(descriptor, $0, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
    }
    return opened < 0 ? nil : OpenFolder(adopting: opened)
  }

  /// A regular file below this folder, open for reading; nil with `errno` set otherwise.
  func file(_ path: RawPath) -> OpenFile? {
    // O_NONBLOCK: opening a pipe must not wait for its writer.
    let opened = path.withCString {
      sitegen_open_beneath(descriptor, $0, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    }
    guard opened >= 0 else {
      errno = -opened
      return nil
    }
    return OpenFile(adopting: opened)
  }

  /// What is at a path, a symbolic link not followed; nil with `errno` set where nothing is.
  func status(_ path: RawPath) -> stat? {
    var status = stat()
    let result = path.withCString { fstatat(descriptor, $0, &status, AT_SYMLINK_NOFOLLOW) }
    return result == 0 ? status : nil
  }

  /// The folder's own mode, owner and times.
  var ownStatus: stat? {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? status : nil
  }

  /// Makes a folder; true also where there is one already.
  func makeFolder(_ path: RawPath) -> Bool {
    if path.withCString({ mkdirat(descriptor, $0, 0o777) }) == 0 { return true }
    guard errno == EEXIST else { return false }
    guard let status = status(path) else { return false }
    errno = ENOTDIR
    return status.kind == S_IFDIR
  }

  func remove(_ path: RawPath) -> Bool {
    path.withCString { unlinkat(descriptor, $0, 0) } == 0
  }

  /// Removes an empty folder.
  func removeFolder(_ path: RawPath) -> Bool {
    path.withCString { unlinkat(descriptor, $0, AT_REMOVEDIR) } == 0
  }

  /// Gives a file of this folder a second name in another; a symbolic link is linked itself.
  func link(_ path: RawPath, into other: OpenFolder, as name: RawPath) -> Bool {
    path.withCString { from in
      name.withCString { linkat(descriptor, from, other.descriptor, $0, 0) }
    } == 0
  }

  func rename(_ path: RawPath, into other: OpenFolder, as name: RawPath) -> Bool {
    path.withCString { from in
      name.withCString { renameat(descriptor, from, other.descriptor, $0) }
    } == 0
  }

  /// Moves anything but a folder, never onto something that is there.
  func move(_ path: RawPath, into other: OpenFolder, as name: RawPath) -> Bool {
    if link(path, into: other, as: name) { return remove(path) }
    // Where there are no hard links a look and a rename have to do.
    guard errno != EEXIST, other.status(name) == nil, errno == ENOENT else { return false }
    return rename(path, into: other, as: name)
  }

  /// Removes everything below this folder without asking; symbolic links are not followed.
  func removeEverything() {
    for entry in entries() ?? [] {
      if entry.isFolder {
        folder(entry.name)?.removeEverything()
        _ = removeFolder(entry.name)
      } else {
        _ = remove(entry.name)
      }
    }
  }

  /// One name in a folder.
  struct Entry {
    let name: RawPath
    /// A kind as in `st_mode`.
    let kind: mode_t

    var isFolder: Bool { kind == S_IFDIR }
    var isFile: Bool { kind == S_IFREG }
  }

  /// The names in this folder, in no order; nil with `errno` set where it cannot be read.
  func entries() -> [Entry]? {
    let opened = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard opened >= 0 else { return nil }
    guard let stream = fdopendir(opened) else {
      close(opened)
      return nil
    }
    defer { closedir(stream) }
    var entries: [Entry] = []
    errno = 0
    while let entry = readdir(stream) {
      let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      let name = RawPath(bytes: bytes)
      if name.bytes == [UInt8(ascii: ".")] || name.bytes == Array("..".utf8) { continue }
      // d_type is the kind of st_mode, twelve bits further down (DTTOIF in dirent.h).
      var kind = mode_t(entry.pointee.d_type) << 12
      if kind == 0 { kind = status(name)?.kind ?? 0 }
      entries.append(Entry(name: name, kind: kind))
      errno = 0
    }
    return errno == 0 ? entries : nil
  }
}

extension stat {
  var kind: mode_t { st_mode & S_IFMT }

  func isSameFile(as other: stat) -> Bool {
    st_ino == other.st_ino && st_dev == other.st_dev
  }
}
