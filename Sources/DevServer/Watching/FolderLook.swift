internal import Glibc

/// What a look at folders sees: every file, its size, and when it changed.
struct FolderLook: Equatable {
  private var files: [String: [Int]] = [:]

  /// A look at nothing.
  init() {}

  init(of folders: [String], _ single: [String], excluding excluded: [String]) {
    for file in single { note(file) }
    Self.eachFolder(below: folders, excluding: excluded) { folder in
      note(folder)
      for name in Self.names(in: folder) where !name.hasPrefix(".") { note("\(folder)/\(name)") }
    }
  }

  private mutating func note(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    files[path] = [
      Int(status.st_ino), status.st_size, status.st_mtim.tv_sec, status.st_mtim.tv_nsec,
    ]
  }

  /// Calls `body` for every folder that is not hidden; follows no link.
  static func eachFolder(
    below roots: [String], excluding excluded: [String], _ body: (String) -> Void
  ) {
    var pending = roots
    while let folder = pending.popLast() {
      var status = stat()
      guard stat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { continue }
      body(folder)
      for name in names(in: folder) where !name.hasPrefix(".") {
        let path = "\(folder)/\(name)"
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR,
          !excluded.contains(path)
        else { continue }
        pending.append(path)
      }
    }
  }

  private static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      names.append(name)
    }
    return names
  }
}
