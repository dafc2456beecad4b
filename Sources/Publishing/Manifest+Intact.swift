import Synchronization
import Workers

extension Manifest {
  /// True when every file it names is in `output` with its size and its hash.
  ///
  /// The files are read by several threads; the first difference ends the reading.
  public func isIntact(in output: String, jobs: Int) -> Bool {
    guard let path = resolvedPath(output), let folder = OpenFolder(at: path) else { return false }
    let workers = Workers(width: jobs)
    let differs = Mutex(false)
    // A run of entries lies in one folder: threads that are in different ones do not meet there.
    let size = max(1, min(256, entries.count / (workers.width * 4)))
    workers.each((entries.count + size - 1) / size) { run in
      for entry in entries[run * size..<min(entries.count, (run + 1) * size)] {
        if differs.withLock({ $0 }) { return }
        if entry.matches(in: folder, at: RawPath(entry.path)) != true {
          differs.withLock { $0 = true }
        }
      }
    }
    return !differs.withLock { $0 }
  }
}
