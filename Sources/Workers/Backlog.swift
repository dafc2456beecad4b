internal import Dispatch
internal import Synchronization

/// Pieces of work that can wait: one thread takes them in order beside what is more urgent, until all
/// threads are free for the rest.
///
/// A class because the threads share it.
public final class Backlog: Sendable {
  private let count: Int
  private let body: @Sendable (Int) -> Void
  private let next = Atomic<Int>(0)
  private let group = DispatchGroup()

  fileprivate init(_ count: Int, isBegun: Bool, _ body: @escaping @Sendable (Int) -> Void) {
    self.count = count
    self.body = body
    // A queue of its own has a thread of its own: those that are shared are for what is urgent.
    if isBegun { DispatchQueue(label: "backlog").async(group: group) { self.work() } }
  }

  private func work() {
    while true {
      let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard index < count else { return }
      body(index)
    }
  }

  /// Does what is left with all threads, and waits for the end of all.
  public func finish(_ workers: Workers) {
    workers.each(workers.width) { _ in work() }
    group.wait()
  }
}

extension Workers {
  /// Begins work that can wait, `body` for each of `0..<count`; with a width of 1 nothing is done
  /// before the backlog is finished.
  public func begin(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) -> Backlog {
    Backlog(count, isBegun: width > 1, body)
  }
}
