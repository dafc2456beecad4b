internal import Files
internal import Glibc
internal import Markup

/// Parses a note in a process of its own that may not take more than a little time and memory.
///
/// A note whose trial fails is not parsed in this process at all; its page says so, and the rest of the
/// site is built.
struct Trial {
  let command: [String]
  let environment: [String]

  /// True where the command ended well with the note as its standard input.
  func succeeds(on path: ContentPath, in folder: Folder) -> Bool {
    guard let file = try? folder.openFile(path).descriptor else { return false }
    defer { close(file) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, file, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) }
    arguments.append(nil)
    defer { for each in arguments { free(each) } }
    var environment: [UnsafeMutablePointer<CChar>?] = self.environment.map { strdup($0) }
    environment.append(nil)
    defer { for each in environment { free(each) } }
    var process: pid_t = 0
    guard let program = command.first,
      posix_spawn(&process, program, &actions, nil, arguments, environment) == 0
    else { return false }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      if errno != EINTR { return false }
    }
    return status == 0
  }
}

/// The other side of a trial: what the process of its own does.
public enum TrialParse {
  /// The most processor time of a trial, in seconds.
  public static let secondsCap = 1
  /// The most memory of a trial, in bytes.
  public static let memoryCap = 512 << 20

  /// Sets the limits, parses standard input, and answers whether that went well.
  ///
  /// Above a limit the system ends the process.
  public static func run() -> Bool {
    var seconds = rlimit(
      rlim_cur: rlim_t(secondsCap), rlim_max: rlim_t(secondsCap + 1))
    setrlimit(.init(RLIMIT_CPU.rawValue), &seconds)
    var memory = rlimit(rlim_cur: rlim_t(memoryCap), rlim_max: rlim_t(memoryCap))
    setrlimit(.init(RLIMIT_AS.rawValue), &memory)
    var core = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(.init(RLIMIT_CORE.rawValue), &core)
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let got = read(0, &chunk, chunk.count)
      if got <= 0 { break }
      bytes.append(contentsOf: chunk[..<got])
    }
    return MarkdownParser().parse(bytes) != nil
  }
}
