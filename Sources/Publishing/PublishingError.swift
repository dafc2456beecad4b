import Glibc

/// Why a site could not be published; the former site is untouched.
public enum PublishingError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The output folder holds files and no manifest of ours.
  case outputNotOurs(path: String)
  /// Another build holds the lock; its process id where the lock file tells it.
  case locked(output: String, pid: Int32?)
  /// A page needs the place of something that sitegen did not write.
  case wouldOverwrite(path: String)
  /// A path that is absolute, leaves the site, has an empty part or is the manifest's own.
  case unsafePath(path: String)
  /// Two pages or assets have one path.
  case writtenTwice(path: String)
  /// The system refused; `code` is its error number.
  case system(path: String, code: Int32)

  /// A sentence for people.
  public var description: String {
    switch self {
    case .outputNotOurs(let path):
      "\(path): not empty, and not written by sitegen (--force keeps its files and goes on)"
    case .locked(let output, let pid):
      "another sitegen build is writing \(output)" + (pid.map { " (process \($0))" } ?? "")
    case .wouldOverwrite(let path):
      "\(path): a page needs this place, and the file there is not sitegen's"
    case .unsafePath(let path): "\(path): not a path inside the site"
    case .writtenTwice(let path): "\(path): written twice"
    case .system(let path, let code): "\(path): \(String(cString: strerror(code)))"
    }
  }

  /// The error that `errno` names.
  static func errno(_ path: String) -> PublishingError {
    .system(path: path, code: Glibc.errno)
  }

  /// The error that `errno` names.
  static func errno(_ path: RawPath) -> PublishingError {
    .errno(path.string)
  }
}
