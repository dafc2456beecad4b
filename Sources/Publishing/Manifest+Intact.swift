import Glibc
import Synchronization

extension Manifest {
  /// True when every file it names is in `output` with its size and its hash.
  ///
  /// The files are read by `jobs` threads; the first difference ends the reading.
  public func isIntact(in output: String, jobs: Int) -> Bool {
    guard let path = resolvedPath(output), let folder = OpenFolder(at: path) else { return false }
    let search = Search(entries: entries, folder: folder)
    var threads: [pthread_t] = []
    for _ in 1..<max(1, min(jobs, entries.count / 16)) {
      var thread = pthread_t()
      let argument = Unmanaged.passRetained(search)
      let failed = pthread_create(
        &thread, nil,
        { argument in
          guard let argument else { return nil }
          Unmanaged<Search>.fromOpaque(argument).takeRetainedValue().run()
          return nil
        }, argument.toOpaque())
      if failed == 0 {
        threads.append(thread)
      } else {
        argument.release()
      }
    }
    search.run()
    for thread in threads { pthread_join(thread, nil) }
    return !search.differs.load(ordering: .acquiring)
  }
}

/// The search for a file that differs, shared by threads.
private final class Search: Sendable {
  let entries: [Manifest.Entry]
  let folder: OpenFolder
  let next = Atomic<Int>(0)
  let differs = Atomic<Bool>(false)

  init(entries: [Manifest.Entry], folder: OpenFolder) {
    self.entries = entries
    self.folder = folder
  }

  func run() {
    while !differs.load(ordering: .relaxed) {
      let place = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard place < entries.count else { return }
      let entry = entries[place]
      if entry.matches(in: folder, at: RawPath(entry.path)) != true {
        differs.store(true, ordering: .releasing)
      }
    }
  }
}
