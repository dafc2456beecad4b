import CExchange
import Files
import Glibc
import Synchronization
public import Workers

/// One build's way into the output folder: files are staged beside it, then all of them take its
/// place at once.
///
/// A class because it owns the lock. Until `commit` the former site is untouched; a publication that
/// is given up, or whose process dies, leaves it as it was.
public final class Publication: Sendable {
  /// What the former build wrote; nil where there was none.
  public let formerManifest: Manifest?
  /// What the former build left for this one.
  public let cache: BuildCache

  let place: OutputPlace
  let lock: BuildLock
  let former: FormerSite?
  let stage: Stage
  let force: Bool
  let exchange: Exchange
  let recoveredStrays: [String]
  private let isFinished = Atomic<Bool>(false)

  /// Exchanges two paths: 0, or a negated error number.
  typealias Exchange = @Sendable (String, String) -> Int32

  static let realExchange: Exchange = { sitegen_exchange($0, $1) }

  /// Takes the lock, clears up after a build that died, and reads the former manifest.
  ///
  /// Throws `locked` where another build is at work, and `outputNotOurs` where the folder holds
  /// files that sitegen did not write, unless `force` is set: then they stay.
  public static func begin(output: String, force: Bool) throws(PublishingError) -> Publication {
    try Publication(output: output, force: force, exchange: realExchange)
  }

  init(output: String, force: Bool, exchange: @escaping Exchange) throws(PublishingError) {
    let place = try OutputPlace(output)
    let lock = try BuildLock(place)
    do throws(PublishingError) {
      let recovery = try Recovery(place, lock.state)
      former = try FormerSite(place, force: force)
      recoveredStrays = recovery.strays
      guard mkdir(place.stage, 0o777) == 0, let root = OpenFolder(at: place.stage) else {
        throw .errno(place.stage)
      }
      stage = Stage(root)
    } catch {
      rmdir(place.stage)
      lock.release()
      throw error
    }
    self.place = place
    self.lock = lock
    self.force = force
    self.exchange = exchange
    formerManifest = former?.manifest
    cache = BuildCache(in: lock.state)
  }

  deinit {
    abandon()
  }

  /// Puts a file into the new site; several threads may do so at once.
  ///
  /// Where the former site has the same bytes at this path its file is kept. Throws `unsafePath`,
  /// `writtenTwice`, `wouldOverwrite` or the system's error; after that `commit` throws it again.
  public func write(_ path: String, _ bytes: UnsafeRawBufferPointer) throws(PublishingError) {
    try staging {
      () throws(PublishingError) in
      let place = try Self.checked(path)
      let hash = Fingerprint.of(bytes)
      let old = former(at: place, size: bytes.count, hash: hash)
      let isUnchanged = old?.holds(bytes) ?? false
      if old != nil, !isUnchanged { try refuseForeign(place) }
      let isLinked = isUnchanged ? try link(place) : false
      if !isLinked {
        try stage.create(place) { writeAll(bytes, to: $0) }
      }
      note(path, hash, bytes.count, isUnchanged)
    }
  }

  /// Puts a file into the new site whose bytes come in pieces, from its beginning to its end.
  ///
  /// Throws as `write` of bytes does.
  public func write(
    _ path: String, pieces: (_ take: (UnsafeRawBufferPointer) -> Void) -> Void
  ) throws(PublishingError) {
    try staging { () throws(PublishingError) in
      let place = try Self.checked(path)
      var fingerprint = Fingerprint()
      var count = 0
      try stage.create(place) { descriptor in
        var code: Int32 = 0
        pieces { piece in
          guard code == 0 else { return }
          fingerprint.append(piece)
          count += piece.count
          if !writeAll(piece, to: descriptor) { code = errno }
        }
        errno = code
        return code == 0
      }
      let isUnchanged = try keepFormer(place, size: count, hash: fingerprint.value)
      note(path, fingerprint.value, count, isUnchanged)
    }
  }

  /// Puts the former site's file back where it has the same bytes as the one that was just staged; says
  /// whether it has.
  private func keepFormer(
    _ path: RawPath, size: Int, hash: UInt64
  ) throws(PublishingError) -> Bool {
    guard let old = former(at: path, size: size, hash: hash) else { return false }
    let (folder, name) = try stage.place(of: path)
    guard let staged = folder.file(name) else { throw .errno(path) }
    guard old.fingerprint(ifSameAs: staged.descriptor) != nil else {
      try refuseForeign(path)
      return false
    }
    guard folder.remove(name) else { throw .errno(path) }
    try linkOrCopy(path)
    return true
  }

  /// Puts the whole of an open file into the new site, whatever the descriptor's offset.
  ///
  /// Throws as `write` does.
  public func copy(fromDescriptor source: Int32, to path: String) throws(PublishingError) {
    try staging {
      () throws(PublishingError) in
      let place = try Self.checked(path)
      var status = stat()
      guard fstat(source, &status) == 0 else { throw .errno(place) }
      let size = Int(status.st_size)
      if let old = former(at: place, size: size, hash: nil) {
        if let hash = old.fingerprint(ifSameAs: source) {
          if try link(place) { return note(path, hash, size, true) }
        } else {
          try refuseForeign(place)
        }
      }
      var fingerprint = Fingerprint()
      var count = 0
      try stage.create(place) { descriptor in
        var written = true
        let read = forEachChunk(of: source, size: size) { chunk, _ in
          fingerprint.append(chunk)
          count += chunk.count
          written = writeAll(chunk, to: descriptor)
          return written
        }
        return read && written
      }
      note(path, fingerprint.value, count, false)
    }
  }

  /// The hash of the former manifest's file; nil where there is none.
  public var formerManifestHash: UInt64? {
    former?.folder.file(RawPath(Manifest.fileName))?.fingerprint()
  }

  /// The bytes of a file of the former site that the manifest names; nil where it is not there.
  public func formerBytes(at path: String) -> [UInt8]? {
    let raw = RawPath(path)
    guard let former, former.manifest?[raw] != nil else { return nil }
    return former.folder.file(raw)?.bytes
  }

  /// Takes files of the former site over as they lie; they are known to be what the manifest says.
  ///
  /// Throws as `write` does.
  public func keep(_ entries: [Manifest.Entry], workers: Workers) throws(PublishingError) {
    let size = 256
    workers.each((entries.count + size - 1) / size) { run in
      for entry in entries[run * size..<min(entries.count, (run + 1) * size)] {
        try? keep(entry)
      }
    }
    if let failure = stage.content.failure { throw failure }
  }

  private func keep(_ entry: Manifest.Entry) throws(PublishingError) {
    try staging { () throws(PublishingError) in
      let path = try Self.checked(entry.path)
      try linkOrCopy(path)
      stage.note(Stage.Record(entry: entry, isUnchanged: true))
    }
  }

  /// Takes the former site's file over.
  private func linkOrCopy(_ path: RawPath) throws(PublishingError) {
    if try link(path) { return }
    guard let file = former?.folder.file(path) else { throw .errno(path) }
    try stage.create(path) { file.copy(to: $0) }
  }

  /// Puts the new site into its place and sweeps the former one.
  ///
  /// `head` makes, of the hash of the new manifest, what the cache says of itself, and the names of its
  /// other files; nil leaves no cache.
  ///
  /// Whatever is thrown, the former site is whole; only where folders cannot be exchanged may an
  /// error in the middle leave pages of both, which the next build puts right.
  public func commit(
    build: UInt64, caching head: CacheHead? = nil, workers: Workers = Workers(width: 1)
  ) throws(PublishingError) -> Outcome {
    let (records, failure) = stage.content
    if let failure {
      abandon()
      throw failure
    }
    guard !isFinished.exchange(true, ordering: .acquiringAndReleasing) else {
      throw .system(path: place.output, code: EALREADY)
    }
    defer { finish() }
    let (outcome, manifest) = try publish(records, build: build, workers: workers)
    if let head {
      let (name, bytes, others) = head(Fingerprint.of(manifest))
      cache.finish(name, bytes, keeping: others)
    } else {
      cache.clear()
    }
    return outcome
  }

  /// Makes the file of a cache that speaks of the others: its name, its bytes, and their names.
  public typealias CacheHead = (UInt64) -> (name: String, bytes: [UInt8], others: Set<String>)

  /// Gives the build up: the stage and the lock go, the former site stays.
  ///
  /// Does nothing after a commit.
  public func abandon() {
    if !isFinished.exchange(true, ordering: .acquiringAndReleasing) { finish() }
  }

  private func finish() {
    // After an exchange the stage is the site: it is thrown away only where it still is our own.
    for path in [place.stage, place.exchanged] where isStage(path) {
      stage.root.removeEverything()
      rmdir(path)
    }
    lock.release()
  }

  private func isStage(_ path: String) -> Bool {
    var status = stat()
    guard let own = stage.root.ownStatus, lstat(path, &status) == 0 else { return false }
    return status.isSameFile(as: own)
  }
}
