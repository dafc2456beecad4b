import Files
import Glibc

/// The list of what sitegen wrote into an output folder, with a hash and a size for each file.
///
/// Only what it names and what still has that hash is ever removed. It holds no times: the same site
/// has the same manifest, byte for byte.
public struct Manifest: Sendable, Equatable {
  /// One file.
  public struct Entry: Sendable, Equatable {
    /// The path below the output folder.
    public let path: String
    /// XXH64 of the contents.
    public let hash: UInt64
    /// In bytes.
    public let size: Int
  }

  /// The name of the manifest's file in the output folder.
  public static let fileName = ".sitegen-manifest"

  /// Every file, sorted by the bytes of its path.
  public let entries: [Entry]

  /// The caller's own key for the build.
  public let build: UInt64

  private let index: [RawPath: Int]
  private let folders: Set<RawPath>

  /// The manifest of an output folder; nil where there is none that can be read.
  public init?(reading output: String) {
    guard let path = resolvedPath(output), let folder = OpenFolder(at: path) else { return nil }
    self.init(in: folder, at: RawPath(Self.fileName))
  }

  init?(in folder: OpenFolder, at path: RawPath) {
    guard let bytes = folder.file(path)?.bytes else { return nil }
    self.init(parsing: bytes)
  }

  /// A manifest of entries in any order; of two with one path the later holds.
  init(_ entries: [Entry], build: UInt64) {
    var sorted = entries.map { (path: RawPath($0.path), entry: $0) }
    // A manifest's own text is in order; what threads noted is not.
    let isSorted = zip(sorted, sorted.dropFirst()).allSatisfy { $0.path < $1.path }
    if !isSorted {
      var order = Array(sorted.indices)
      order.sort {
        sorted[$0].path == sorted[$1].path ? $0 < $1 : sorted[$0].path < sorted[$1].path
      }
      let all = sorted
      sorted.removeAll(keepingCapacity: true)
      for place in order {
        if sorted.last?.path == all[place].path { sorted.removeLast() }
        sorted.append(all[place])
      }
    }
    var index: [RawPath: Int] = [:]
    index.reserveCapacity(sorted.count)
    var folders: Set<RawPath> = []
    var last = RawPath.root
    for (place, (path, _)) in sorted.enumerated() {
      index[path] = place
      var folder = path.folder
      // Files of a folder stand side by side.
      if folder == last { continue }
      last = folder
      while folder != .root, folders.insert(folder).inserted { folder = folder.folder }
    }
    self.entries = sorted.map(\.entry)
    self.build = build
    self.index = index
    self.folders = folders
  }

  /// The entry at a path.
  subscript(path: RawPath) -> Entry? {
    index[path].map { entries[$0] }
  }

  /// True where a file lies below the path.
  func hasFolder(_ path: RawPath) -> Bool {
    folders.contains(path)
  }

  /// True where the manifest speaks of the same files in the same build.
  public static func == (left: Manifest, right: Manifest) -> Bool {
    left.build == right.build && left.text == right.text
  }
}

extension Manifest.Entry {
  /// True where the file at a path has the entry's size and hash.
  ///
  /// nil with `errno` set where that cannot be known, which is no reason to remove it.
  func matches(in folder: OpenFolder, at path: RawPath) -> Bool? {
    guard let file = folder.file(path) else { return nil }
    if file.size != size { return false }
    return file.fingerprint().map { $0 == hash }
  }
}
