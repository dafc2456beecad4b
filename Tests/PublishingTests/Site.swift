import Glibc
import Testing

@testable import Publishing

/// A temporary folder with an output folder in it; removed at the end.
final class Site: Sendable {
  let folder: String
  var output: String { "\(folder)/Public" }
  var kept: String { "\(folder)/Public.kept" }

  init() throws {
    var template = Array("/tmp/publishing-tests-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap(mkdtemp).map { String(cString: $0) }
    }
    folder = try #require(made)
  }

  deinit {
    OpenFolder(at: folder)?.removeEverything()
    rmdir(folder)
  }

  @discardableResult
  func publish(
    _ pages: [String: String], build: UInt64 = 1, force: Bool = false,
    exchange: Publication.Exchange? = nil
  ) throws -> Outcome {
    let publication = try begin(force: force, exchange: exchange)
    for (path, text) in pages { try publication.write(path, text) }
    return try publication.commit(build: build)
  }

  func begin(force: Bool = false, exchange: Publication.Exchange? = nil) throws -> Publication {
    guard let exchange else { return try Publication.begin(output: output, force: force) }
    return try Publication(output: output, force: force, exchange: exchange)
  }

  func put(_ path: String, _ text: String) {
    let descriptor = open("\(output)/\(path)", O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    _ = Array(text.utf8).withUnsafeBytes { writeAll($0, to: descriptor) }
    close(descriptor)
  }

  /// Every path below the output folder with its contents; folders end with a slash.
  var tree: [String: String] { Self.tree(output) }

  /// The same without the manifest.
  var pages: [String: String] { tree.filter { $0.key != Manifest.fileName } }

  static func tree(_ folder: String) -> [String: String] {
    var found: [String: String] = [:]
    guard let root = OpenFolder(at: folder) else { return found }
    func visit(_ folder: OpenFolder, _ path: RawPath) {
      for entry in folder.entries() ?? [] {
        let place = path.appending(entry.name)
        if entry.isFolder {
          found["\(place.string)/"] = ""
          if let inner = folder.folder(entry.name) { visit(inner, place) }
        } else if let file = folder.file(entry.name) {
          var bytes: [UInt8] = []
          _ = forEachChunk(of: file.descriptor, size: file.size) { chunk, _ in
            bytes.append(contentsOf: chunk)
            return true
          }
          found[place.string] = String(decoding: bytes, as: UTF8.self)
        } else {
          found[place.string] = "kind \(String(entry.kind, radix: 8))"
        }
      }
    }
    visit(root, .root)
    return found
  }

  func status(_ path: String) -> stat? {
    OpenFolder(at: output)?.status(RawPath(path))
  }

  /// What lies beside the output folder.
  var siblings: [String] {
    (OpenFolder(at: folder)?.entries() ?? []).map(\.name.string).sorted()
  }
}

extension Publication {
  func write(_ path: String, _ text: String) throws(PublishingError) {
    let bytes = Array(text.utf8)
    let result = bytes.withUnsafeBytes { buffer in
      Result { () throws(PublishingError) in try write(path, buffer) }
    }
    try result.get()
  }

  func write(_ path: String, _ bytes: [UInt8], inPiecesOf size: Int) throws(PublishingError) {
    try write(path) { take in
      for start in stride(from: 0, to: bytes.count, by: size) {
        bytes[start..<min(bytes.count, start + size)].withUnsafeBytes(take)
      }
    }
  }
}
