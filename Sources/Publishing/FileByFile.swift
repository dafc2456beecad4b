import Glibc

/// Publishing where two folders cannot be exchanged, such as a mount point: each file by a rename,
/// the manifest last.
///
/// Meanwhile the folder holds pages of both sites. The new manifest lies in the state folder as a
/// journal, so that the next build knows the files of a broken-off one as sitegen's own.
struct FileByFile {
  let former: FormerSite
  let stage: OpenFolder
  let state: OpenFolder
  let manifest: Manifest
  let unchanged: Set<RawPath>
  var sweep: Sweep

  static let journal = RawPath("journal")

  mutating func publish() throws(PublishingError) {
    _ = state.remove(Self.journal)
    let text = manifest.text
    let noted = createFile(Self.journal, in: state) { descriptor in
      text.withUnsafeBytes { writeAll($0, to: descriptor) }
    }
    guard noted else { throw .errno(Manifest.fileName) }
    let changed = manifest.entries.map { RawPath($0.path) }.filter { !unchanged.contains($0) }
    let last = RawPath(Manifest.fileName)
    if try isElsewhere() {
      let incoming = try copy(changed + [last])
      defer { removeIncoming(from: former.folder) }
      for (number, path) in changed.enumerated() {
        try place(path, from: incoming, as: RawPath("\(number)"))
      }
      removeFormer()
      try place(last, from: incoming, as: RawPath("\(changed.count)"))
    } else {
      for path in changed { try place(path, from: stage, as: path) }
      removeFormer()
      try place(last, from: stage, as: last)
    }
    _ = state.remove(Self.journal)
  }

  /// True where no rename leads from the stage into the output folder.
  private func isElsewhere() throws(PublishingError) -> Bool {
    let probe = RawPath(Manifest.incomingName)
    guard createFile(probe, in: stage, { _ in true }) else { throw .errno(probe) }
    if stage.rename(probe, into: former.folder, as: probe) {
      _ = former.folder.remove(probe)
      return false
    }
    guard errno == EXDEV else { throw .errno(probe) }
    return true
  }

  /// Copies files of the stage into a folder of our own in the output folder, numbered.
  ///
  /// All of them before the first takes its place: a full disk leaves the former site as it was.
  private func copy(_ paths: [RawPath]) throws(PublishingError) -> OpenFolder {
    let name = RawPath(Manifest.incomingName)
    if former.folder.status(name) != nil { throw .wouldOverwrite(path: name.string) }
    guard former.folder.makeFolder(name), let incoming = former.folder.folder(name) else {
      throw .errno(name)
    }
    for (number, path) in paths.enumerated() {
      let copied =
        stage.file(path).map { file in
          createFile(RawPath("\(number)"), in: incoming) { file.copy(to: $0) }
        } ?? false
      if copied { continue }
      let error = PublishingError.errno(path)
      removeIncoming(from: former.folder)
      _ = state.remove(Self.journal)
      throw error
    }
    return incoming
  }

  /// Moves a staged file to its place, and what is in its way out of it.
  private mutating func place(
    _ path: RawPath, from source: OpenFolder, as name: RawPath
  ) throws(PublishingError) {
    var folder = former.folder
    for outer in path.folders {
      if let inner = folder.folder(outer.name) {
        folder = inner
        continue
      }
      if errno == ENOTDIR || errno == ELOOP { clear(outer, in: folder) }
      guard let inner = folder.makingFolders(outer.name) else { throw .errno(outer) }
      folder = inner
    }
    // A file of ours is replaced by the rename itself, so that the page is never missing.
    if !Manifest.reserves(path) { clear(path, in: folder, sparingOurs: true) }
    guard source.rename(name, into: folder, as: path.name) else { throw .errno(path) }
  }

  /// Makes the place free: what is ours is removed, the rest goes aside.
  private mutating func clear(_ path: RawPath, in folder: OpenFolder, sparingOurs: Bool = false) {
    guard let status = folder.status(path.name) else { return }
    let entry = OpenFolder.Entry(name: path.name, kind: status.kind)
    if entry.isFolder {
      if let inner = folder.folder(path.name) { sweep.empty(inner, beside: nil, path) }
      _ = folder.removeFolder(path.name)
    } else if sweep.mayRemove(entry, in: folder, beside: nil, path) == true {
      if !sparingOurs { _ = folder.remove(path.name) }
    } else {
      sweep.keepAside(path.name, in: folder, path)
    }
  }

  /// Removes the pages that the new site has no more, and the folders that are empty then.
  private func removeFormer() {
    for entry in former.manifest?.entries ?? [] {
      let path = RawPath(entry.path)
      guard manifest[path] == nil, !manifest.hasFolder(path),
        entry.matches(in: former.folder, at: path) == true, former.folder.remove(path)
      else { continue }
      for folder in path.folders.reversed() where !former.folder.removeFolder(folder) { break }
    }
  }
}

/// Removes the folder of copies that wait for their places.
func removeIncoming(from output: OpenFolder) {
  let name = RawPath(Manifest.incomingName)
  output.folder(name)?.removeEverything()
  _ = output.removeFolder(name)
}
