/// The folder of notes as the rest of the program sees it: a few closures.
///
/// Tests hand in a dictionary; the program hands in a folder. Everything that is read goes through
/// here, so that nothing outside the root can be.
public struct FileSource: Sendable {
  /// Every file below the root that is not hidden, sorted by path, and what was passed over.
  public var list: @Sendable () throws(FileProblem) -> Listing

  /// The bytes of one file, at most `limit` of them; `tooLarge` where there are more.
  public var read: @Sendable (_ path: ContentPath, _ limit: Int) throws(FileProblem) -> [UInt8]

  /// The first `count` bytes of one file, fewer where it is shorter.
  public var head: @Sendable (_ path: ContentPath, _ count: Int) throws(FileProblem) -> [UInt8]

  /// What tells whether a file is still the one that was read; nil where that cannot be told.
  public var stamp: @Sendable (_ path: ContentPath) -> FileStamp?

  /// The absolute path of the root folder where there is one on a disk.
  public var root: String?

  /// Makes a source of closures.
  public init(
    root: String? = nil,
    list: @escaping @Sendable () throws(FileProblem) -> Listing,
    read: @escaping @Sendable (ContentPath, Int) throws(FileProblem) -> [UInt8],
    head: @escaping @Sendable (ContentPath, Int) throws(FileProblem) -> [UInt8],
    stamp: @escaping @Sendable (ContentPath) -> FileStamp? = { _ in nil }
  ) {
    self.root = root
    self.list = list
    self.read = read
    self.head = head
    self.stamp = stamp
  }
}

/// What the system says of a file without opening it; two equal ones mean the same bytes, as far as
/// the file system's clock can tell.
public struct FileStamp: Sendable, Hashable {
  /// The device.
  public var device: UInt64
  /// The file's number on the device.
  public var number: UInt64
  /// In bytes.
  public var size: Int64
  /// When its bytes last changed, in nanoseconds of the file system's clock.
  public var modified: Int64
  /// When its entry last changed, likewise.
  public var changed: Int64

  /// Makes a stamp.
  public init(device: UInt64, number: UInt64, size: Int64, modified: Int64, changed: Int64) {
    self.device = device
    self.number = number
    self.size = size
    self.modified = modified
    self.changed = changed
  }
}

/// What a folder holds.
public struct Listing: Sendable, Equatable {
  /// The regular files, sorted by path.
  public var files: [ContentPath]

  /// What was passed over, and why, sorted by path.
  public var refused: [Refusal]

  /// Makes a listing.
  public init(files: [ContentPath], refused: [Refusal] = []) {
    self.files = files
    self.refused = refused
  }

  /// A directory entry that is not read.
  public struct Refusal: Sendable, Equatable {
    /// Where it is.
    public var path: ContentPath
    /// Why it is not read, as the end of a sentence that begins with the path.
    public var reason: String

    /// Makes a refusal.
    public init(path: ContentPath, reason: String) {
      self.path = path
      self.reason = reason
    }
  }
}

/// Why a file could not be read.
public enum FileProblem: Error, Equatable, Sendable, CustomStringConvertible {
  /// The system refused, with its own words.
  case system(path: String, reason: String)
  /// The file has more bytes than it may have.
  case tooLarge(path: String, limit: Int)
  /// The path leaves the root, by `..` or by a symbolic link.
  case outsideRoot(path: String)
  /// It is a folder, a pipe, a socket or a device.
  case notAFile(path: String)

  /// A sentence for people.
  public var description: String {
    switch self {
    case .system(let path, let reason): "\(path): \(reason)"
    case .tooLarge(let path, let limit): "\(path): larger than \(limit) bytes"
    case .outsideRoot(let path): "\(path): leads out of the folder of notes"
    case .notAFile(let path): "\(path): not a regular file"
    }
  }
}

extension FileSource {
  /// A source without a disk: paths and their contents.
  public static func memory(_ contents: [String: [UInt8]]) -> FileSource {
    let files = contents.keys.compactMap(ContentPath.init).sorted()
    let bytes: @Sendable (ContentPath) throws(FileProblem) -> [UInt8] = {
      path throws(FileProblem) in
      guard let found = contents[path.string] else {
        throw .system(path: path.string, reason: "No such file or directory")
      }
      return found
    }
    return FileSource(
      list: { () throws(FileProblem) in Listing(files: files) },
      read: { path, limit throws(FileProblem) in
        let found = try bytes(path)
        guard found.count <= limit else { throw .tooLarge(path: path.string, limit: limit) }
        return found
      },
      head: { path, count throws(FileProblem) in Array(try bytes(path).prefix(count)) })
  }
}
