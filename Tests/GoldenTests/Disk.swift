import Files
import Glibc
import Testing

/// A temporary folder; removed at the end.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    var template = Array("/tmp/golden-tests-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap(mkdtemp).map { String(cString: $0) }
    }
    path = try #require(made)
  }

  deinit {
    removeTree(path)
  }
}

/// Files by their paths below a folder.
typealias Tree = [String: [UInt8]]

/// The files below a folder that are not hidden; nothing where there is no folder.
func tree(below folder: String) throws -> Tree {
  guard access(folder, F_OK) == 0 else { return [:] }
  let source = try Folder(at: folder).source()
  var tree: Tree = [:]
  for path in try source.list().files { tree[path.string] = try source.read(path, 1 << 26) }
  return tree
}

/// Writes a file, and the folders that it lies in.
func write(_ bytes: [UInt8], to path: String) throws {
  for end in path.indices.dropFirst() where path[end] == "/" { mkdir(String(path[..<end]), 0o777) }
  let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
  try #require(file >= 0, "\(path): \(String(cString: strerror(errno)))")
  defer { close(file) }
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
    try #require(count > 0, "\(path): \(String(cString: strerror(errno)))")
    rest = rest.dropFirst(count)
  }
}

/// Removes a folder of this test and what is in it; follows no link and leaves no file system.
func removeTree(_ path: String, onDevice device: dev_t? = nil) {
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
