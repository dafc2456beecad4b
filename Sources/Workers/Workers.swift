internal import Dispatch
internal import Glibc
internal import Synchronization

/// The one place where the program does several things at once: a width, and results in order.
public struct Workers: Sendable {
  /// How many threads work at the same time; at least 1.
  public let width: Int

  /// Makes a crew of `width` threads; by default one per processor.
  public init(width: Int? = nil) {
    self.width = max(1, width ?? Self.processors)
  }

  /// How many processors the machine has.
  public static var processors: Int {
    max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }

  /// The results of `body` for `0..<count`, in that order, whoever finishes first.
  public func map<Result: Sendable>(
    _ count: Int, _ body: @Sendable (Int) -> Result
  ) -> [Result] {
    guard width > 1, count > 1 else { return (0..<count).map(body) }
    return [Result](unsafeUninitializedCapacity: count) { buffer, initialized in
      // Sendable: each index is taken by one thread, and the buffer outlives all of them.
      nonisolated(unsafe) let start = buffer.baseAddress
      let next = Atomic<Int>(0)
      DispatchQueue.concurrentPerform(iterations: min(width, count)) { _ in
        while true {
          let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
          guard index < count, let start else { return }
          (start + index).initialize(to: body(index))
        }
      }
      initialized = count
    }
  }

  /// Calls `body` for `0..<count` in some order and waits for all of them.
  public func each(_ count: Int, _ body: @Sendable (Int) -> Void) {
    _ = map(count, body)
  }
}
