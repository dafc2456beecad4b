internal import Synchronization

/// A value that is made when it is first asked for, once, and then kept.
///
/// A class because all who ask share it. Who asks while it is being made waits.
public final class Deferred<Value: Sendable>: Sendable {
  private let made = Mutex<Value?>(nil)
  private let make: @Sendable () -> Value

  /// A value that `make` makes; `make` must not ask for it.
  public init(_ make: @escaping @Sendable () -> Value) {
    self.make = make
  }

  /// The value.
  public var value: Value {
    made.withLock { made in
      if let made { return made }
      let value = make()
      made = value
      return value
    }
  }
}
