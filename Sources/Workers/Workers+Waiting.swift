internal import Dispatch
internal import Synchronization

extension Workers {
  /// Calls `body` for `0..<count`, at most `crew` of them at once, and waits for all.
  ///
  /// For work that waits for others, such as servers, more than it computes: the crew may be larger
  /// than the number of processors.
  public static func eachWaiting(
    _ count: Int, crew: Int, _ body: @escaping @Sendable (Int) -> Void
  ) {
    let next = Mutex(0)
    let take: @Sendable () -> Int? = {
      next.withLock { next in
        guard next < count else { return nil }
        next += 1
        return next - 1
      }
    }
    work(crew: min(max(1, crew), count), taking: take, body)
  }

  private static func work(
    crew: Int, taking take: @escaping @Sendable () -> Int?,
    _ body: @escaping @Sendable (Int) -> Void
  ) {
    let group = DispatchGroup()
    for number in 0..<crew {
      // A queue of its own has a thread of its own; a shared one has as many as there are processors.
      DispatchQueue(label: "waiting \(number)").async(group: group) {
        while let index = take() { body(index) }
      }
    }
    group.wait()
  }
}
