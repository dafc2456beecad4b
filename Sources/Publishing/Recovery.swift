import Glibc

/// Clears up after a build that died.
struct Recovery {
  /// Where files went that are not sitegen's and whose place was taken.
  let strays: [String]

  init(_ place: OutputPlace, _ state: OpenFolder) throws(PublishingError) {
    // A stage holds only our own files and second names of files that are in the site as well.
    if let stage = OpenFolder(at: place.stage) {
      stage.removeEverything()
      guard rmdir(place.stage) == 0 else { throw .errno(place.stage) }
    }
    strays = try Self.sweepExchanged(place)
    try Self.takeOverJournal(place, state)
  }

  /// The folder of an exchange is the new site or, if the build died after it, the former one.
  private static func sweepExchanged(_ place: OutputPlace) throws(PublishingError) -> [String] {
    guard let old = OpenFolder(at: place.exchanged) else { return [] }
    var sweep = Sweep(
      manifest: Manifest(in: old, at: RawPath(Manifest.fileName)), removable: [:],
      new: OpenFolder(at: place.output), kept: place.kept)
    sweep.empty(old)
    guard rmdir(place.exchanged) == 0 else { throw .errno(place.exchanged) }
    return sweep.strays
  }

  /// Adds to the manifest what a broken-off publication file by file had already put there.
  private static func takeOverJournal(
    _ place: OutputPlace, _ state: OpenFolder
  ) throws(PublishingError) {
    guard let journal = Manifest(in: state, at: FileByFile.journal) else {
      // None, or one that was broken off itself: then no file had been moved yet.
      _ = state.remove(FileByFile.journal)
      return
    }
    guard let output = OpenFolder(at: place.output) else { return }
    removeIncoming(from: output)
    let name = RawPath(Manifest.fileName)
    let former = Manifest(in: output, at: name)
    let arrived = journal.entries.filter {
      $0.matches(in: output, at: RawPath($0.path)) == true
    }
    let text = Manifest((former?.entries ?? []) + arrived, build: 0).text
    let incoming = RawPath(Manifest.incomingName)
    _ = output.remove(incoming)
    let written = createFile(incoming, in: output) { descriptor in
      text.withUnsafeBytes { writeAll($0, to: descriptor) }
    }
    guard written, output.rename(incoming, into: output, as: name),
      state.remove(FileByFile.journal)
    else { throw .errno(place.output) }
  }
}
