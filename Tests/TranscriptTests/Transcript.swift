import Files
import Glibc
import Testing

/// A transcript: files, then commands with what they print and how they end.
///
/// Files come first, each below `-- path --`; the commands come below `-- transcript --`, each
/// behind `$ `. What a command writes to the error stream stands as it is, what it writes to the
/// output behind `out: `; the last line is `exit` and its code.
struct Transcript {
  /// The files' part, the line `-- transcript --` included.
  private(set) var setup = ""
  /// The files, by their paths.
  private(set) var files: [(path: String, text: String)] = []
  /// The commands.
  private(set) var commands: [String] = []

  init(_ text: String) {
    var isSetup = true
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if isSetup { setup += "\(line)\n" }
      if line == "-- transcript --" {
        isSetup = false
      } else if isSetup, line.hasPrefix("-- "), line.hasSuffix(" --") {
        files.append((String(line.dropFirst(3).dropLast(3)), ""))
      } else if isSetup, !files.isEmpty {
        files[files.count - 1].text += "\(line)\n"
      } else if line.hasPrefix("$ ") {
        commands.append(String(line.dropFirst(2)))
      }
    }
  }

  /// Runs the commands, one after the other, in a folder of their own with the files in it.
  func run() throws -> String {
    let stage = try Stage()
    for (path, text) in files { try stage.write(text, to: "work/\(path)") }
    var result = setup
    for command in commands {
      let (output, errors, code) = try stage.run(command)
      result += "$ \(command)\n"
      for line in Self.lines(of: output) { result += "out: \(line)\n" }
      for line in Self.lines(of: errors) { result += "\(line)\n" }
      result += "exit \(code)\n\n"
    }
    return stage.normalised(result)
  }

  private static func lines(of text: String) -> [Substring] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}

/// A temporary folder in which commands run; removed at the end.
private final class Stage {
  private let folder: String

  init() throws {
    var template = Array("/tmp/transcript-tests-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap(mkdtemp).map { String(cString: $0) }
    }
    folder = try #require(made.flatMap { absolutePath($0) })
    mkdir("\(folder)/work", 0o777)
  }

  deinit {
    removeTree(folder)
  }

  func write(_ text: String, to path: String) throws {
    let whole = "\(folder)/\(path)"
    for end in whole.indices.dropFirst() where whole[end] == "/" {
      mkdir(String(whole[..<end]), 0o777)
    }
    let file = try #require(fopen(whole, "w"), "\(whole): \(String(cString: strerror(errno)))")
    defer { fclose(file) }
    try #require(fputs(text, file) >= 0)
  }

  func read(_ name: String) throws -> String {
    let path = try #require(ContentPath(name))
    return String(
      decoding: try Folder(at: folder).source().read(path, 1 << 24), as: UTF8.self)
  }

  /// Runs a command of the shell with an environment that does not depend on where tests run.
  func run(_ command: String) throws -> (output: String, errors: String, code: Int32) {
    try write("\(command)\n", to: "command")
    let library = getenv("LD_LIBRARY_PATH").map { String(cString: $0) } ?? ""
    let line =
      "cd \(folder)/work && exec env -i PATH='\(try Self.programs):/usr/bin:/bin'"
      + " LD_LIBRARY_PATH='\(library)' LANG=C HOME=\(folder)"
      + " sh ../command >../output 2>../errors </dev/null"
    let process = try #require(popen(line, "r"))
    let status = pclose(process)
    return (try read("output"), try read("errors"), (status >> 8) & 0xFF)
  }

  /// The folder of the built `sitegen`: the one that the tests are in.
  private static var programs: String {
    get throws {
      let tests = try #require(absolutePath("/proc/self/exe"))
      let arguments = [tests] + CommandLine.arguments
      let folders = arguments.filter { $0.hasPrefix("/") }.flatMap { path in
        path.indices.filter { path[$0] == "/" }.reversed().map { String(path[..<$0]) }
      }
      let found = folders.first { access("\($0)/sitegen", X_OK) == 0 && $0.contains("/.build/") }
      return try #require(found, "sitegen is not beside the tests: swift build makes it")
    }
  }

  /// A transcript without what changes from run to run: times, places, processes, escapes.
  func normalised(_ text: String) -> String {
    text.replacing(folder, with: "FOLDER").replacing("\u{1B}", with: "^[")
      .replacing(/in [0-9]+\.[0-9]{2} s/, with: "in 0.00 s")
      .replacing(/\(process [0-9]+\)/, with: "(process 1)")
  }
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
