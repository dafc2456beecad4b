/// Files that a build leaves beside the site so that the next one has less to do.
///
/// It is never needed: whoever reads it checks what it got, and does without where that is not right.
/// Several threads may write at once.
public final class BuildCache: Sendable {
  private let state: OpenFolder

  private static let name = RawPath("cache")

  init(in state: OpenFolder) {
    self.state = state
  }

  /// The bytes of a file; nil where there is none.
  public func read(_ name: String) -> [UInt8]? {
    guard let file = state.folder(Self.name)?.file(RawPath(name)) else { return nil }
    return file.bytes
  }

  /// Writes a file that is named by its content, also in place of one that may be damaged.
  public func add(_ name: String, _ bytes: [UInt8]) {
    guard state.makeFolder(Self.name), let folder = state.folder(Self.name) else { return }
    // Under a name of its own until it is whole.
    let growing = RawPath("\(name).new")
    _ = folder.remove(growing)
    let written = createFile(growing, in: folder) { descriptor in
      bytes.withUnsafeBytes { writeAll($0, to: descriptor) }
    }
    guard written, folder.rename(growing, into: folder, as: RawPath(name)) else {
      _ = folder.remove(growing)
      return
    }
  }

  /// Puts a new head in place of the former one, and removes all files but those that it speaks of.
  func finish(_ name: String, _ bytes: [UInt8], keeping names: Set<String>) {
    guard state.makeFolder(Self.name), let folder = state.folder(Self.name) else { return }
    add(name, bytes)
    for entry in folder.entries() ?? []
    where !names.contains(entry.name.string) && entry.name.string != name {
      _ = folder.remove(entry.name)
    }
  }

  /// Removes all of it.
  public func clear() {
    state.folder(Self.name)?.removeEverything()
    _ = state.removeFolder(Self.name)
  }
}
