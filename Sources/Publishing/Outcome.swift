/// What a publication did.
public struct Outcome: Sendable, Equatable {
  /// Files that are new or have new bytes.
  public internal(set) var written = 0
  /// Files that stayed as they were, down to their times.
  public internal(set) var unchanged = 0
  /// Files of the former site that the new one has no more.
  public internal(set) var removed = 0
  /// Files, links and empty folders in the output folder that are not sitegen's.
  public internal(set) var foreignKept = 0
  /// Pages that somebody had changed in the output folder and that were replaced, sorted.
  public internal(set) var edited: [String] = []
  /// Where files were put that are not sitegen's and whose place the site needed, sorted.
  public internal(set) var strays: [String] = []
}
