internal import Glibc

/// Another program of the machine, asked for its output.
enum Subprocess {
  /// The most bytes that are taken.
  private static let cap = 256 << 20

  /// What a program writes; nil where it is not there or does not end well.
  static func output(of command: [String]) -> [UInt8]? {
    var pipes: [Int32] = [0, 0]
    guard let program = command.first, pipe(&pipes) == 0 else { return nil }
    for end in pipes { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(pipes[0]) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, pipes[1], 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) }
    arguments.append(nil)
    defer { for each in arguments { free(each) } }
    var process: pid_t = 0
    let isStarted = posix_spawnp(&process, program, &actions, nil, arguments, environ) == 0
    close(pipes[1])
    guard isStarted else { return nil }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while bytes.count < cap {
      let got = read(pipes[0], &chunk, chunk.count)
      if got < 0, errno == EINTR { continue }
      if got <= 0 { break }
      bytes.append(contentsOf: chunk[..<got])
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      if errno != EINTR { return nil }
    }
    return status == 0 ? bytes : nil
  }
}
