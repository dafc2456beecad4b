import Glibc

extension Publication {
  func staging(_ body: () throws(PublishingError) -> Void) throws(PublishingError) {
    do throws(PublishingError) {
      try body()
    } catch {
      stage.note(error)
      throw error
    }
  }

  static func checked(_ path: String) throws(PublishingError) -> RawPath {
    let raw = RawPath(path)
    guard raw.isSafe, !Manifest.reserves(raw) else { throw .unsafePath(path: path) }
    return raw
  }

  /// The former site's file where it may have the same bytes, or is not ours.
  func former(at path: RawPath, size: Int, hash: UInt64?) -> OpenFile? {
    guard let former, former.hasFiles else { return nil }
    if let entry = former.manifest?[path] {
      if entry.size != size { return nil }
      if let hash, hash != entry.hash { return nil }
    }
    return former.folder.file(path)
  }

  func refuseForeign(_ path: RawPath) throws(PublishingError) {
    if former?.manifest?[path] == nil, !force { throw .wouldOverwrite(path: path.string) }
  }

  /// Takes the former site's file over; false where the file system has no hard links, or the file
  /// has just gone.
  func link(_ path: RawPath) throws(PublishingError) -> Bool {
    guard let former else { return false }
    let (folder, name) = try stage.place(of: path)
    if former.folder.link(path, into: folder, as: name) { return true }
    if errno == ENOENT || lacksLinks(errno) { return false }
    if errno == EEXIST { throw .writtenTwice(path: path.string) }
    throw .errno(path)
  }

  func note(_ path: String, _ hash: UInt64, _ size: Int, _ isUnchanged: Bool) {
    let entry = Manifest.Entry(path: path, hash: hash, size: size)
    stage.note(Stage.Record(entry: entry, isUnchanged: isUnchanged))
  }
}
