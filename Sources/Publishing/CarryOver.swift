import Glibc
import Workers

/// The walk through the former site before the exchange: what is not ours comes along.
struct CarryOver: Sendable {
  let former: FormerSite
  let stage: Stage
  /// The new site's.
  let manifest: Manifest
  /// The new site's files that the former one has with the same bytes.
  let unchanged: Set<RawPath>
  let force: Bool
  /// Folders side by side are visited at the same time where there are many.
  private let workers: Workers

  /// Files of the former site that the sweep may remove if nothing happens to them till then.
  var removable: [RawPath: FileIdentity] = [:]
  var edited: [RawPath] = []
  var removed = 0
  var foreignKept = 0

  init(
    from former: FormerSite, into stage: Stage, _ manifest: Manifest, unchanged: Set<RawPath>,
    force: Bool, workers: Workers
  ) throws(PublishingError) {
    self.former = former
    self.stage = stage
    self.manifest = manifest
    self.unchanged = unchanged
    self.force = force
    self.workers = workers
    if former.hasFiles { try visit(former.folder, .root) }
  }

  private mutating func visit(_ folder: OpenFolder, _ path: RawPath) throws(PublishingError) {
    guard let entries = folder.entries() else { throw .errno(path) }
    try visitFolders(entries.filter(\.isFolder).map(\.name), in: folder, path)
    for entry in entries where !entry.isFolder {
      let place = path.appending(entry.name)
      if entry.isFile, let old = former.manifest?[place] {
        try visit(old, at: place, in: folder)
      } else if !Manifest.reserves(place) {
        try carry(place)
      }
    }
    let isForeign = former.manifest?.hasFolder(path) != true
    if entries.isEmpty, path != .root, isForeign, !manifest.hasFolder(path) {
      try carryEmptyFolder(path)
    }
  }

  private mutating func visitFolders(
    _ names: [RawPath], in folder: OpenFolder, _ path: RawPath
  ) throws(PublishingError) {
    var nothing = self
    (nothing.removable, nothing.edited, nothing.removed, nothing.foreignKept) = ([:], [], 0, 0)
    let start = nothing
    let visits = workers.crew(forFolders: names.count).map(names.count) {
      index -> Result<CarryOver, PublishingError> in
      var visit = start
      do throws(PublishingError) {
        let place = path.appending(names[index])
        guard let inner = folder.folder(names[index]) else { throw .errno(place) }
        try visit.visit(inner, place)
        return .success(visit)
      } catch {
        return .failure(error)
      }
    }
    for visit in visits {
      let visit = try visit.get()
      removable.merge(visit.removable) { first, _ in first }
      edited += visit.edited
      removed += visit.removed
      foreignKept += visit.foreignKept
    }
  }

  /// A file that the former manifest names: removed, replaced, or somebody's own by now.
  private mutating func visit(
    _ old: Manifest.Entry, at path: RawPath, in folder: OpenFolder
  ) throws(PublishingError) {
    if unchanged.contains(path) { return }
    guard let status = folder.status(path.name),
      let isOurs = old.matches(in: folder, at: path.name)
    else {
      if errno == ENOENT { return }
      throw .errno(path)
    }
    let isReplaced = manifest[path] != nil
    if isOurs || isReplaced { removable[path] = FileIdentity(status) }
    switch (isOurs, isReplaced) {
    case (true, false): removed += 1
    case (false, true): edited.append(path)
    case (false, false): try carry(path)
    case (true, true): break
    }
  }

  private mutating func carry(_ path: RawPath) throws(PublishingError) {
    if unchanged.contains(path) { return }
    guard try isFree(path) else { return }
    let (folder, name) = try stage.place(of: path, mode: formerMode)
    // Without hard links the file stays where it is, and the sweep moves it.
    if !former.folder.link(path, into: folder, as: name), !lacksLinks(errno) {
      if errno == ENOENT { return }
      throw .errno(path)
    }
    foreignKept += 1
  }

  private mutating func carryEmptyFolder(_ path: RawPath) throws(PublishingError) {
    guard try isFree(path) else { return }
    _ = try stage.place(of: path.appending(RawPath("-")), mode: formerMode)
    foreignKept += 1
  }

  /// False where the new site needs the place and `force` lets it have it.
  private func isFree(_ path: RawPath) throws(PublishingError) -> Bool {
    let isTaken =
      manifest[path] != nil || manifest.hasFolder(path)
      || path.folders.contains { manifest[$0] != nil }
    if isTaken, !force { throw .wouldOverwrite(path: path.string) }
    return !isTaken
  }

  private func formerMode(_ folder: RawPath) -> mode_t? {
    former.folder.status(folder).map { $0.st_mode & 0o7777 }
  }
}

extension Workers {
  /// Those that walk through folders side by side: where these are few, one does it as soon.
  func crew(forFolders count: Int) -> Workers { count < 8 ? Workers(width: 1) : self }
}

/// True for the errors of `link` that say: not on this file system, or not this file.
func lacksLinks(_ code: Int32) -> Bool {
  [EPERM, EMLINK, EXDEV, ENOTSUP, ENOSYS].contains(code)
}

extension Manifest {
  /// The place of files that are still on their way where a site is published file by file.
  static let incomingName = ".sitegen-incoming"

  /// True for names at the root that belong to sitegen itself.
  static func reserves(_ path: RawPath) -> Bool {
    path == RawPath(fileName) || path == RawPath(incomingName)
  }
}
