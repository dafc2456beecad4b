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

  private let paths: SortedPaths

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
  init(_ entries: some Collection<Entry>, build: UInt64) {
    let sorted = SortedPaths.sorting(entries.lazy.map(\.path))
    paths = sorted.paths
    let entries = Array(entries)
    self.entries = sorted.order.map { entries[$0] }
    self.build = build
  }

  /// The entry at a path.
  subscript(path: RawPath) -> Entry? {
    paths.place(of: path).map { entries[$0] }
  }

  /// True where a file lies below the path.
  func hasFolder(_ path: RawPath) -> Bool {
    paths.hasFolder(path)
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
