import Glibc

/// Where the output folder is, its symbolic links followed once, and the names beside it.
struct OutputPlace: Sendable {
  /// The output folder's absolute path.
  let output: String
  /// The folder beside it that holds the lock and the stage while a build runs.
  let state: String
  /// Where files go that are not ours and whose place in the new site is taken.
  let kept: String

  var stage: String { "\(state)/stage" }
  /// The tree that is about to be exchanged, and after the exchange the former site.
  var exchanged: String { "\(state)/exchange" }

  /// Finds the place; the folder itself need not exist, the one that it is in must.
  init(_ written: String) throws(PublishingError) {
    let found: String
    if let resolved = resolvedPath(written) {
      found = resolved
    } else {
      guard errno == ENOENT else { throw .errno(written) }
      found = try Self.missing(written)
    }
    guard let slash = found.lastIndex(of: "/"), found != "/" else {
      throw .outputNotOurs(path: written)
    }
    let name = found[found.index(after: slash)...]
    output = found
    state = "\(found[..<slash])/.\(name).sitegen"
    kept = "\(found[..<slash])/\(name).kept"
  }

  private static func missing(_ written: String) throws(PublishingError) -> String {
    var path = written[...]
    while path.utf8.last == UInt8(ascii: "/") { path.removeLast() }
    var status = stat()
    if lstat(String(path), &status) == 0 {
      // A symbolic link to nothing.
      throw .system(path: written, code: ENOENT)
    }
    let slash = path.lastIndex(of: "/")
    let name = slash.map { path[path.index(after: $0)...] } ?? path
    let parent = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    guard RawPath(String(name)).isSafe else { throw .unsafePath(path: written) }
    guard let resolved = resolvedPath(parent) else { throw .errno(parent) }
    return resolved == "/" ? "/\(name)" : "\(resolved)/\(name)"
  }
}

/// The absolute path with symbolic links followed; nil with `errno` set where nothing is there.
func resolvedPath(_ path: String) -> String? {
  guard let resolved = realpath(path, nil) else { return nil }
  defer { free(resolved) }
  return String(cString: resolved)
}
