internal import Glibc

/// A socket that waits for connections on this machine only.
struct ListeningSocket {
  let descriptor: Int32
  let port: UInt16

  /// Opens a port of 127.0.0.1; where it is taken, one of the next; for 0 any that is free.
  ///
  /// - Throws: `ServerProblem` where none can be had.
  init(port wanted: UInt16) throws(ServerProblem) {
    for offset in 0..<Self.attempts {
      let (port, isOver) = wanted.addingReportingOverflow(UInt16(offset))
      guard !isOver else { break }
      let made = Self.open(port)
      switch made {
      case .success(let socket):
        self = socket
        return
      case .failure(let problem):
        guard problem.code == EADDRINUSE, wanted > 0 else { throw problem }
      }
    }
    throw ServerProblem("listen on port \(wanted) or one of the next", code: EADDRINUSE)
  }

  private init(descriptor: Int32, port: UInt16) {
    self.descriptor = descriptor
    self.port = port
  }

  /// How many ports are tried.
  private static let attempts = 20

  private static func open(_ port: UInt16) -> Result<ListeningSocket, ServerProblem> {
    let descriptor = socket(
      AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { return .failure(ServerProblem("open a socket", code: errno)) }
    var yes: Int32 = 1
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr = in_addr(s_addr: UInt32(0x7F00_0001).bigEndian)
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(descriptor, pointer, size) == 0 && listen(descriptor, 128) == 0
          && getsockname(descriptor, pointer, &size) == 0
      }
    }
    guard isBound else {
      let problem = ServerProblem("listen on port \(port)", code: errno)
      close(descriptor)
      return .failure(problem)
    }
    return .success(
      ListeningSocket(descriptor: descriptor, port: UInt16(bigEndian: address.sin_port)))
  }
}

/// Why there is no server.
public struct ServerProblem: Error, Sendable, CustomStringConvertible {
  /// What could not be done.
  public let action: String
  /// The system's number for the reason.
  public let code: Int32

  init(_ action: String, code: Int32) {
    self.action = action
    self.code = code
  }

  /// A sentence for people.
  public var description: String { "cannot \(action): \(String(cString: strerror(code)))" }
}
