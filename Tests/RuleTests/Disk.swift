import Glibc
import Testing

/// A temporary folder; removed at the end.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    var template = Array("/tmp/rule-tests-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap(mkdtemp).map { String(cString: $0) }
    }
    path = try #require(made)
  }

  deinit {
    removeTree(path)
  }

  /// Writes a file below the folder, and the folders that it lies in.
  func write(_ text: String, to file: String) throws {
    try RuleTests.write(Array(text.utf8), to: "\(path)/\(file)")
  }
}

/// Writes a file, and the folders that it lies in.
func write(_ bytes: [UInt8], to path: String) throws {
  for end in path.indices.dropFirst() where path[end] == "/" { mkdir(String(path[..<end]), 0o777) }
  let file = try #require(fopen(path, "w"), "\(path): \(String(cString: strerror(errno)))")
  defer { fclose(file) }
  try #require(fwrite(bytes, 1, bytes.count, file) == bytes.count)
}

/// Removes a folder of this test and what is in it; follows no link and leaves no file system.
private func removeTree(_ path: String, onDevice device: dev_t? = nil) {
  var status = stat()
  guard lstat(path, &status) == 0, status.st_dev == device ?? status.st_dev else { return }
  if status.st_mode & S_IFMT == S_IFDIR, let stream = opendir(path) {
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { removeTree("\(path)/\(name)", onDevice: status.st_dev) }
    }
    closedir(stream)
  }
  remove(path)
}
