import Glibc
import Testing

/// The scripted server of `server.py`; ends with the test.
final class Server {
  private(set) var port = 0
  private(set) var securePort = 0
  private var process: pid_t = 0
  private let questions: UnsafeMutablePointer<FILE>
  private let answers: UnsafeMutablePointer<FILE>

  init() throws {
    var input: [Int32] = [-1, -1]
    var output: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    try #require(socketpair(AF_UNIX, kind, 0, &input) == 0)
    try #require(socketpair(AF_UNIX, kind, 0, &output) == 0)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input[0], 0)
    posix_spawn_file_actions_adddup2(&actions, output[1], 1)
    let script = String(#filePath.prefix(#filePath.utf8.count - "Server.swift".utf8.count))
    var words: [UnsafeMutablePointer<CChar>?] = []
    for word in ["python3", "\(script)server.py"] { words.append(strdup(word)) }
    words.append(nil)
    defer { for word in words { free(word) } }
    let started = posix_spawnp(&process, "python3", &actions, nil, words, environ)
    close(input[0])
    close(output[1])
    questions = try #require(fdopen(input[1], "w"))
    answers = try #require(fdopen(output[0], "r"))
    try #require(started == 0, "python3 cannot be started")
    let ports = try line().split(separator: " ").compactMap { Int($0) }
    try #require(ports.count == 2, "the server does not say its ports")
    (port, securePort) = (ports[0], ports[1])
  }

  deinit {
    fclose(questions)
    fclose(answers)
    var status: Int32 = 0
    if process > 0 { waitpid(process, &status, 0) }
  }

  /// How many connections it had: all, or those to one of its addresses.
  func connections(to place: String = "") throws -> Int { try ask("connections \(place)") }

  /// How often something was asked for: `GET /ok`.
  func requests(for line: String) throws -> Int { try ask("requests \(line)") }

  /// How many requests to one of its addresses it had at once.
  func mostAtOnce(at place: String) throws -> Int { try ask("most \(place)") }

  private func ask(_ question: String) throws -> Int {
    try #require(fputs("\(question)\n", questions) >= 0 && fflush(questions) == 0)
    return try #require(Int(try line()))
  }

  private func line() throws -> String {
    var bytes = [CChar](repeating: 0, count: 1000)
    try #require(fgets(&bytes, Int32(bytes.count), answers) != nil, "the server says nothing")
    return String(
      decoding: bytes.prefix { $0 != 0 && $0 != 10 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
