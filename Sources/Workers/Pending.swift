internal import Dispatch
internal import Synchronization

/// A value that is being made on another thread.
///
/// A class because two threads share it.
public final class Pending<Value: Sendable>: Sendable {
  private let made = Mutex<Value?>(nil)
  private let group = DispatchGroup()
  private let body: @Sendable () -> Value

  fileprivate init(_ body: @escaping @Sendable () -> Value, isInBackground: Bool) {
    self.body = body
    guard isInBackground else { return }
    DispatchQueue.global().async(group: group) { [self] in
      let value = body()
      made.withLock { $0 = value }
    }
  }

  /// The value, once it is there.
  ///
  /// Where there is one thread only, it is made when it is first asked for.
  public var value: Value {
    group.wait()
    return made.withLock { made in
      if let made { return made }
      let value = body()
      made = value
      return value
    }
  }
}

extension Workers {
  /// A value that is made when it is first asked for.
  public func prepare<Value: Sendable>(_ body: @escaping @Sendable () -> Value) -> Pending<Value> {
    Pending(body, isInBackground: false)
  }

  /// Makes a value beside what follows; with a width of 1 when it is asked for.
  public func begin<Value: Sendable>(_ body: @escaping @Sendable () -> Value) -> Pending<Value> {
    Pending(body, isInBackground: width > 1)
  }
}
