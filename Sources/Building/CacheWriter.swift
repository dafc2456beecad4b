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
    let own = Self.name(name, bytes)
    cache.add(own, bytes)
    state.withLock { state in
      state.files.append(own)
      if name == IndexMemory.header { state.index = own }
    }
  }

  /// The names so far, and the one of the index's header.
  var names: (files: [String], index: String) { state.withLock { $0 } }

  /// The name of a file in the cache: all are named by their content, the index's header as well.
  static func name(_ name: String, _ bytes: [UInt8]) -> String {
    guard name == IndexMemory.header else { return name }
    return "\(name)-\(String(Fingerprint.of(bytes), radix: 16))"
  }
}
