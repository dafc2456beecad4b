internal import CExchange
import Glibc

/// Where the folders of a stage are made before they get their names: a place on the disk in which
/// files can be made quickly (decision 11).
///
/// ext4 puts a file near its folder, and a folder that is renamed stays where it is. So a few folders
/// are made in different places, and the one in which files are made most quickly gets all others.
struct Nursery: Sendable {
  private let root: OpenFolder
  private let place: Place

  /// How many places are tried, and how many files are made in each.
  private static let places = 16
  private static let files = 3

  /// Tries some places; nil where the file system does not let folders be spread.
  init?(in root: OpenFolder) {
    guard sitegen_spread_folders(root.descriptor, 1) == 0 else { return nil }
    defer { sitegen_spread_folders(root.descriptor, 0) }
    // All of them stay until the last is made: else the next would lie where one has just gone.
    let places = (0..<Self.places).compactMap { _ in Place(in: root) }
    guard let best = places.min(by: { $0.time < $1.time }) else { return nil }
    for place in places where place.name != best.name { place.remove(from: root) }
    self.root = root
    place = best
  }

  /// Makes a folder here and moves it to a path below the root; true also where there is one already.
  func makeFolder(_ path: RawPath) -> Bool {
    let drawn = RawPath.drawn()
    guard place.folder.makeFolder(drawn) else { return root.makeFolder(path) }
    if place.folder.rename(drawn, into: root, as: path) { return true }
    _ = place.folder.removeFolder(drawn)
    return root.makeFolder(path)
  }

  /// Removes the nursery; the folders that were made in it stay.
  func remove() {
    place.remove(from: root)
  }

  /// A folder somewhere on the disk, and how long it takes to make a file in it.
  private struct Place {
    let name: RawPath
    let folder: OpenFolder
    /// In nanoseconds.
    let time: Int

    init?(in root: OpenFolder) {
      name = RawPath.drawn()
      guard root.makeFolder(name), let folder = root.folder(name) else { return nil }
      self.folder = folder
      time = (0..<Nursery.files).map { Self.time(toMake: "\($0)", in: folder) }.min() ?? .max
    }

    private static func time(toMake file: String, in folder: OpenFolder) -> Int {
      let start = now()
      guard createFile(RawPath(file), in: folder, { _ in true }) else { return .max }
      return now() - start
    }

    private static func now() -> Int {
      var time = timespec()
      clock_gettime(CLOCK_MONOTONIC, &time)
      return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }

    func remove(from root: OpenFolder) {
      folder.removeEverything()
      _ = root.removeFolder(name)
    }
  }
}

extension RawPath {
  /// A name that means nothing and that nobody else has.
  fileprivate static func drawn() -> RawPath {
    RawPath(".sitegen-\(String(UInt64.random(in: .min ... .max), radix: 36))")
  }
}
