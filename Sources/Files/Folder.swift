internal import CExchange
internal import Glibc

/// An open folder on a disk, below which files are read and listed.
///
/// A class because it owns a file descriptor. Reading is safe from several threads at once.
public final class Folder: Sendable {
  /// The path it was opened at, made absolute.
  public let path: String
  private let descriptor: Int32

  /// Opens a folder; throws `FileProblem.system` where there is none.
  public init(at path: String) throws(FileProblem) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .errno(path) }
    self.descriptor = descriptor
    self.path = absolutePath(path) ?? path
  }

  deinit {
    close(descriptor)
  }

  /// A source over this folder, without the folders at the absolute paths `excluded`.
  public func source(excluding excluded: [String] = []) -> FileSource {
    let root = path
    let hidden = Set(excluded)
    return FileSource(
      root: root,
      list: { () throws(FileProblem) in try self.list(excluding: hidden) },
      read: { path, limit throws(FileProblem) in try self.read(path, limit: limit, exact: true) },
      head: { path, count throws(FileProblem) in try self.read(path, limit: count, exact: false) },
      stamp: { self.stamp(of: $0) })
  }

  /// The stamp of a regular file; nil for anything else, a symbolic link included.
  private func stamp(of path: ContentPath) -> FileStamp? {
    var status = stat()
    guard fstatat(descriptor, path.string, &status, AT_SYMLINK_NOFOLLOW) == 0,
      status.st_mode & S_IFMT == S_IFREG
    else { return nil }
    return FileStamp(
      device: UInt64(status.st_dev), number: UInt64(status.st_ino), size: Int64(status.st_size),
      modified: Self.nanoseconds(status.st_mtim), changed: Self.nanoseconds(status.st_ctim))
  }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }

  /// The descriptor of a regular file below this folder; the caller closes it.
  ///
  /// A symbolic link is followed only where it stays below the folder.
  public func openFile(_ path: ContentPath) throws(FileProblem) -> (descriptor: Int32, size: Int) {
    let file = sitegen_open_beneath(descriptor, path.string, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw .system(-file, at: path.string) }
    var status = stat()
    guard fstat(file, &status) == 0 else {
      let problem = FileProblem.errno(path.string)
      close(file)
      throw problem
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      close(file)
      throw .notAFile(path: path.string)
    }
    return (file, Int(status.st_size))
  }

  private func read(_ path: ContentPath, limit: Int, exact: Bool) throws(FileProblem) -> [UInt8] {
    let (file, size) = try openFile(path)
    defer { close(file) }
    if exact, size > limit { throw .tooLarge(path: path.string, limit: limit) }
    var failed = false
    let wanted = min(size, limit)
    let bytes = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
      guard let start = buffer.baseAddress else { return }
      while count < wanted {
        let got = Glibc.read(file, start + count, wanted - count)
        if got < 0, errno == EINTR { continue }
        failed = got < 0
        if got <= 0 { break }
        count += got
      }
    }
    if failed { throw .errno(path.string) }
    return bytes
  }

  // MARK: - Listing

  private func list(excluding excluded: Set<String>) throws(FileProblem) -> Listing {
    var listing = Listing(files: [])
    var pending: [ContentPath] = [.root]
    while let folder = pending.popLast() {
      try visit(folder, excluding: excluded, into: &listing, pending: &pending)
    }
    listing.files.sort()
    listing.refused.sort { $0.path < $1.path }
    return listing
  }

  private func visit(
    _ folder: ContentPath, excluding excluded: Set<String>, into listing: inout Listing,
    pending: inout [ContentPath]
  ) throws(FileProblem) {
    let opened = openat(
      descriptor, folder.isRoot ? "." : folder.string,
      O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
    guard opened >= 0, let stream = fdopendir(opened) else {
      if opened >= 0 { close(opened) }
      if folder.isRoot { throw .errno(path) }
      listing.refused.append(.init(path: folder, reason: FileProblem.reason(errno)))
      return
    }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      guard let name = Self.name(of: entry) else {
        listing.refused.append(
          .init(path: folder.appending("?"), reason: "has a name that is not valid UTF-8"))
        continue
      }
      if name.utf8.first == UInt8(ascii: ".") { continue }
      let path = folder.appending(name)
      var kind = Int(entry.pointee.d_type)
      if kind == DT_UNKNOWN { kind = Self.kind(of: name, in: opened) }
      switch kind {
      case DT_REG:
        listing.files.append(path)
      case DT_DIR:
        if excluded.contains("\(self.path)/\(path.string)") { continue }
        pending.append(path)
      case DT_LNK:
        followLink(at: path, into: &listing)
      default:
        listing.refused.append(.init(path: path, reason: "is neither a file nor a folder"))
      }
    }
  }

  /// Takes a symbolic link to a file below the folder; anything else it leads to is refused.
  private func followLink(at path: ContentPath, into listing: inout Listing) {
    do throws(FileProblem) {
      close(try openFile(path).descriptor)
      listing.files.append(path)
    } catch {
      let reason =
        switch error {
        case .outsideRoot: "is a symbolic link out of the folder of notes"
        case .notAFile: "is a symbolic link to something that is no file"
        case .system(_, let reason): "is a symbolic link that leads nowhere (\(reason))"
        case .tooLarge: "is a symbolic link to a file that is too large"
        }
      listing.refused.append(.init(path: path, reason: reason))
    }
  }

  private static func name(of entry: UnsafeMutablePointer<dirent>) -> String? {
    withUnsafePointer(to: &entry.pointee.d_name) { tuple in
      tuple.withMemoryRebound(to: UInt8.self, capacity: 256) { bytes in
        let count = strnlen(UnsafeRawPointer(bytes).assumingMemoryBound(to: CChar.self), 256)
        return String(validating: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
      }
    }
  }

  private static func kind(of name: String, in folder: Int32) -> Int {
    var status = stat()
    guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return -1 }
    return switch status.st_mode & S_IFMT {
    case S_IFREG: Int(DT_REG)
    case S_IFDIR: Int(DT_DIR)
    case S_IFLNK: Int(DT_LNK)
    default: -1
    }
  }
}

/// The absolute path with links followed; nil where nothing is there.
public func absolutePath(_ path: String) -> String? {
  guard let resolved = realpath(path, nil) else { return nil }
  defer { free(resolved) }
  return String(cString: resolved)
}

extension FileProblem {
  /// The problem that `errno` names.
  static func errno(_ path: String) -> FileProblem {
    .system(Glibc.errno, at: path)
  }

  /// The problem of an error number.
  static func system(_ code: Int32, at path: String) -> FileProblem {
    if code == EXDEV { return .outsideRoot(path: path) }
    return .system(path: path, reason: reason(code))
  }

  /// The system's words for an error number.
  static func reason(_ code: Int32) -> String {
    String(cString: strerror(code))
  }
}
