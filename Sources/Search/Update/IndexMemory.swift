/// What an index hands out beside its files, so that a later one can follow the change of one note
/// (docs/decisions/0041-index-that-follows-one-note.md).
public enum IndexMemory {
  /// Keeps a file of the memory under its name.
  ///
  /// Threads call it side by side, each with another name.
  public typealias Keep = @Sendable (_ name: String, _ bytes: [UInt8]) -> Void

  /// The name of the file that tells of all others, and is read whole; these are called after what they hold.
  public static let header = "header"
}
