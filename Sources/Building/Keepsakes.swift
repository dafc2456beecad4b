internal import Synchronization

/// Values that live as long as the process.
///
/// What a build knows of ten thousand notes is millions of small values. To give them back one by one
/// takes a sixtieth of the build, on one thread; the system takes all of them at once.
enum Keepsakes {
  private static let kept = Mutex<[any Sendable]>([])

  /// Keeps a value, with all that it refers to.
  static func keep(_ value: any Sendable) { kept.withLock { $0.append(value) } }
}
