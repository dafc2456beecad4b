import Glibc
import Workers

extension Publication {
  /// Gives what was done, and the text of the new manifest.
  func publish(
    _ records: [Stage.Record], build: UInt64, workers: Workers
  ) throws(PublishingError) -> (Outcome, [UInt8]) {
    let manifest = Manifest(records.lazy.map(\.entry), build: build)
    let unchanged = Set(records.lazy.filter(\.isUnchanged).map { RawPath($0.entry.path) })
    var outcome = Outcome()
    outcome.unchanged = unchanged.count
    outcome.written = records.count - unchanged.count
    outcome.strays = recoveredStrays
    let carried: CarryOver?
    if let former {
      carried = try CarryOver(
        from: former, into: stage, manifest, unchanged: unchanged, force: force,
        workers: workers)
    } else {
      carried = nil
    }
    // The last folders have been made.
    stage.gather()
    let text = manifest.text
    try stage.create(RawPath(Manifest.fileName)) { descriptor in
      text.withUnsafeBytes { writeAll($0, to: descriptor) }
    }
    if let former, let carried {
      outcome.removed = carried.removed
      outcome.foreignKept = carried.foreignKept
      outcome.edited = carried.edited.sorted().map(\.string)
      outcome.strays += try replace(former, carried, manifest, unchanged, workers)
    } else if rename(place.stage, place.output) != 0 {
      throw .errno(place.output)
    }
    outcome.strays.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return (outcome, text)
  }

  /// Exchanges the stage and the former site, and sweeps the latter; gives the strays.
  private func replace(
    _ former: FormerSite, _ carried: CarryOver, _ manifest: Manifest, _ unchanged: Set<RawPath>,
    _ workers: Workers
  ) throws(PublishingError) -> [String] {
    guard fchmod(stage.root.descriptor, former.mode) == 0 else { throw .errno(place.output) }
    // Under this name a later build knows that the folder may be a former site, which is to be
    // swept with care, and not a stage, which may be thrown away.
    guard rename(place.stage, place.exchanged) == 0 else { throw .errno(place.exchanged) }
    let result = exchange(place.exchanged, place.output)
    var sweep = Sweep(
      manifest: former.manifest, removable: carried.removable,
      new: result == 0 ? stage.root : nil, kept: place.kept, workers: workers)
    switch -result {
    case 0:
      // Not `former.folder`: somebody may have put another folder there since.
      if let old = OpenFolder(at: place.exchanged) { sweep.empty(old) }
      if rmdir(place.exchanged) != 0, errno != ENOENT { sweep.strays.append(place.exchanged) }
      return sweep.strays
    case EINVAL, ENOSYS, ENOTSUP, EXDEV, EBUSY:
      var files = FileByFile(
        former: former, stage: stage.root, state: lock.state, manifest: manifest,
        unchanged: unchanged, sweep: sweep)
      try files.publish()
      return files.sweep.strays
    case let code:
      throw .system(path: place.output, code: code)
    }
  }
}
