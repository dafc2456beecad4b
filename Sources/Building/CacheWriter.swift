internal import Files
internal import Publishing
internal import Search
internal import Synchronization

/// Puts what a build wants to remember into the cache, and knows the names of its files.
///
/// A class because several threads hand files over.
final class CacheWriter: Sendable {
  private let cache: BuildCache
  private let state = Mutex((files: [String](), index: ""))

  init(_ cache: BuildCache) {
    self.cache = cache
  }

  /// Takes a file of the index's memory.
  func add(_ name: String, _ bytes: [UInt8]) {
    // All are named by their content, the index's header as well.
    let own =
      name == IndexMemory.header ? "\(name)-\(String(Fingerprint.of(bytes), radix: 16))" : name
    cache.add(own, bytes)
    state.withLock { state in
      state.files.append(own)
      if name == IndexMemory.header { state.index = own }
    }
  }

  /// The names so far, and the one of the index's header.
  var names: (files: [String], index: String) { state.withLock { $0 } }
}
