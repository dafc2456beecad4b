internal import Dispatch
internal import Synchronization

/// Gates with names: through each of them one goes at a time.
///
/// A class because threads meet at it.
public final class Gates: Sendable {
  private let gates = Mutex<[String: DispatchSemaphore]>([:])

  /// All gates open.
  public init() {}

  /// Calls `body` while nobody else is behind the gate of this name.
  ///
  /// Who holds one gate must not ask for another, lest two wait for each other.
  public func hold<Result>(_ name: String, _ body: () -> Result) -> Result {
    let gate = gates.withLock { gates in
      let gate = gates[name] ?? DispatchSemaphore(value: 1)
      gates[name] = gate
      return gate
    }
    gate.wait()
    defer { gate.signal() }
    return body()
  }
}
