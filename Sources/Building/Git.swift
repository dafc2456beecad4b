internal import Glibc

/// The program git, asked about a folder without letting the repository's settings run anything else.
struct Git: Sendable {
  let folder: String

  /// The most that a question may take, in milliseconds.
  static let patience = 10_000

  /// What holds for every question: no pager, no locks, no hooks, no programs, no network.
  private static let safety = [
    "--no-pager", "--no-optional-locks", "-c", "core.fsmonitor=false", "-c",
    "core.hooksPath=/dev/null", "-c", "log.showSignature=false", "-c", "protocol.allow=never",
  ]
  /// Where programs and the user's own settings are; nothing else of the environment.
  private static let environment = ["PATH", "LD_LIBRARY_PATH", "HOME", "XDG_CONFIG_HOME"]
    .compactMap { (name: String) -> String? in
      getenv(name).map { "\(name)=\(String(cString: $0))" }
    }
  private static let safeEnvironment = [
    "GIT_TERMINAL_PROMPT=0", "GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL=", "LC_ALL=C",
  ]

  /// What git writes; nil where it is not there, does not end well or takes too long.
  func output(of arguments: [String]) -> [UInt8]? {
    var bytes: [UInt8] = []
    let isWhole = run(arguments, within: Self.patience) {
      bytes.append(contentsOf: $0)
      return bytes.count <= Self.cap
    }
    return isWhole ? bytes : nil
  }

  /// The most bytes that are taken.
  private static let cap = 256 << 20

  /// Runs git and hands on what it writes, piece by piece, until `body` answers false.
  ///
  /// It may take `limit` milliseconds.
  ///
  /// - Returns: true where git ended well in time.
  func run(
    _ arguments: [String], within limit: Int, _ body: (UnsafeRawBufferPointer) -> Bool
  ) -> Bool {
    // Two sockets, since a pipe cannot be made so that no other process of this program inherits it.
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { return false }
    defer { close(ends[0]) }
    let process = start(arguments, writingTo: ends[1])
    close(ends[1])
    guard let process else { return false }
    let isWhole = read(from: ends[0], within: limit, body)
    if !isWhole { kill(process, SIGKILL) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      if errno != EINTR { return false }
    }
    return isWhole && status == 0
  }

  private func start(_ arguments: [String], writingTo output: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    let words = ["git"] + Self.safety + ["-C", folder] + arguments
    var vector: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    vector.append(nil)
    defer { for each in vector { free(each) } }
    var variables: [UnsafeMutablePointer<CChar>?] = (Self.environment + Self.safeEnvironment).map {
      strdup($0)
    }
    variables.append(nil)
    defer { for each in variables { free(each) } }
    var process: pid_t = 0
    guard posix_spawnp(&process, "git", &actions, nil, vector, variables) == 0 else { return nil }
    return process
  }

  /// Reads to the end; false where that takes too long, fails, or `body` has enough.
  private func read(
    from socket: Int32, within limit: Int, _ body: (UnsafeRawBufferPointer) -> Bool
  ) -> Bool {
    let clock = ContinuousClock()
    let end = clock.now.advanced(by: .milliseconds(limit))
    return withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { chunk in
      while true {
        let left = Int32((end - clock.now) / .milliseconds(1))
        guard left > 0 else { return false }
        var waiting = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
        let ready = poll(&waiting, 1, left)
        if ready < 0, errno == EINTR { continue }
        guard ready > 0 else { return false }
        let count = Glibc.read(socket, chunk.baseAddress, chunk.count)
        if count < 0, errno == EINTR { continue }
        if count == 0 { return true }
        guard count > 0, body(UnsafeRawBufferPointer(rebasing: chunk[..<count])) else {
          return false
        }
      }
    }
  }
}
