internal import Files
internal import Glibc
internal import Synchronization

/// All connections, on one thread: a loop over `poll`, in which nothing waits for anybody.
///
/// Readers that send slowly, or never, cost a descriptor each; where there are too many, the one that
/// has been silent longest makes room.
struct Exchange {
  private let listening: ListeningSocket
  private let wake: WakePipe
  private let gate: RequestGate
  private let responder: Responder
  private let state: @Sendable () -> [UInt8]
  private var connections: [Int32: Connection] = [:]

  /// How many connections there may be at once.
  static let connectionCap = 512
  /// How many of them may be streams.
  static let streamCap = 64
  /// The most bytes that wait for a stream's reader.
  static let backlogCap = 1 << 20
  /// In milliseconds: to send a request, and to take the next step of anything else.
  static let requestTime = 10_000
  static let idleTime = 30_000
  /// How often a stream is sent something, so that a reader who is gone is noticed.
  static let beatTime = 15_000

  init(
    on listening: ListeningSocket, wokenBy wake: WakePipe, _ responder: Responder,
    state: @escaping @Sendable () -> [UInt8]
  ) {
    self.listening = listening
    self.wake = wake
    self.responder = responder
    self.state = state
    gate = RequestGate(port: listening.port)
  }

  /// Serves until the process ends.
  mutating func run() {
    while true {
      var events = [
        pollfd(fd: listening.descriptor, events: Int16(POLLIN), revents: 0),
        pollfd(fd: wake.reader, events: Int16(POLLIN), revents: 0),
      ]
      for (descriptor, connection) in connections {
        let wanted = POLLIN | (connection.isSending ? POLLOUT : 0)
        events.append(pollfd(fd: descriptor, events: Int16(wanted), revents: 0))
      }
      guard poll(&events, nfds_t(events.count), 1000) >= 0 || errno == EINTR else { continue }
      let now = Self.now()
      for event in events.dropFirst(2) where event.revents != 0 { step(event, now: now) }
      if events[1].revents != 0 {
        wake.drain()
        tellStreams(now: now)
      }
      if events[0].revents != 0 { accept(now: now) }
      dropSilent(now: now)
    }
  }

  // MARK: - Steps

  private mutating func accept(now: Int) {
    for _ in 0..<64 {
      let descriptor = Glibc.accept(listening.descriptor, nil, nil)
      guard descriptor >= 0 else {
        // Out of descriptors: make room rather than try again at once.
        if errno == EMFILE || errno == ENFILE { dropLongestSilent() }
        return
      }
      _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
      _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
      var yes: Int32 = 1
      setsockopt(
        descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
      if connections.count >= Self.connectionCap { dropLongestSilent() }
      connections[descriptor] = Connection(descriptor, now: now)
    }
  }

  private mutating func step(_ event: pollfd, now: Int) {
    guard var connection = connections.removeValue(forKey: event.fd) else { return }
    var isAlive = event.revents & Int16(POLLERR | POLLNVAL) == 0
    if isAlive, event.revents & Int16(POLLIN | POLLHUP) != 0 {
      isAlive = connection.receive(now: now)
      answer(&connection, now: now)
    }
    if isAlive { isAlive = connection.flush(now: now) }
    keep(connection, if: isAlive)
  }

  private mutating func keep(_ connection: Connection, if isAlive: Bool) {
    if isAlive {
      connections[connection.descriptor] = connection
    } else {
      close(connection.descriptor)
    }
  }

  /// Answers the requests that have arrived whole, one after the other.
  private func answer(_ connection: inout Connection, now: Int) {
    while connection.stream == nil, !connection.isEnding {
      switch RequestHead.read(connection.arrived[...]) {
      case .unfinished: return
      case .refused(let status):
        connection.isEnding = true
        connection.send(Answer.plain(status).bytes(keepsConnection: false))
      case .head(let head, let size):
        connection.forget(size, now: now)
        answer(head, &connection)
      }
    }
  }

  private func answer(_ head: RequestHead, _ connection: inout Connection) {
    let wish: RequestGate.Wish
    switch gate.examine(head) {
    case .failure(let refusal):
      connection.isEnding = true
      var answer = Answer.plain(refusal.status)
      answer.isHead = head.method == "HEAD"
      connection.send(answer.bytes(keepsConnection: false))
      return
    case .success(let passed): wish = passed
    }
    switch responder.react(to: wish) {
    case .answer(let answer):
      connection.isEnding = !head.keepsConnection
      connection.send(answer.bytes(keepsConnection: head.keepsConnection))
    case .stream(let page):
      guard connections.values.count(where: { $0.stream != nil }) < Self.streamCap else {
        connection.isEnding = true
        return connection.send(Answer.plain(.unavailable).bytes(keepsConnection: false))
      }
      connection.stream = .init(page: page, hash: hash(of: page))
      connection.send(Answer.streamHead + Self.event("state", state()))
    }
  }

  /// Tells the pages whose bytes changed to load themselves again, and the others what was found.
  private mutating func tellStreams(now: Int) {
    let state = Self.event("state", state())
    for (descriptor, connection) in connections {
      guard var stream = connection.stream else { continue }
      var connection = connection
      let hash = hash(of: stream.page)
      connection.send(hash == stream.hash ? state : Self.event("changed", []))
      stream.hash = hash
      connection.stream = stream
      connections[descriptor] = nil
      let isAlive = connection.flush(now: now) && connection.waitingCount < Self.backlogCap
      keep(connection, if: isAlive)
    }
  }

  private func hash(of page: String) -> UInt64 {
    let name = page.isEmpty || page.hasSuffix("/") ? page + "index.html" : page
    return responder.page(at: name).map { Fingerprint.of($0) } ?? 0
  }

  private static func event(_ name: String, _ data: [UInt8]) -> [UInt8] {
    Array("event: \(name)\ndata: ".utf8) + data + [0x0A, 0x0A]
  }

  // MARK: - Limits

  private mutating func dropSilent(now: Int) {
    for (descriptor, connection) in connections {
      if connection.stream != nil {
        guard !connection.isSending, now - connection.lastStep >= Self.beatTime else { continue }
        var connection = connection
        connection.send(Array(": still here\n\n".utf8))
        connections[descriptor] = nil
        let isAlive = connection.flush(now: now)
        keep(connection, if: isAlive)
        continue
      }
      let isReading = !connection.arrived.isEmpty && !connection.isSending
      let isLate =
        now - connection.lastStep >= Self.idleTime
        || isReading && now - connection.requestStart >= Self.requestTime
      if isLate {
        connections[descriptor] = nil
        close(descriptor)
      }
    }
  }

  private mutating func dropLongestSilent() {
    let silent = connections.values.filter { $0.stream == nil }
    guard
      let longest = (silent.isEmpty ? Array(connections.values) : silent)
        .min(by: { ($0.lastStep, $0.descriptor) < ($1.lastStep, $1.descriptor) })
    else { return }
    connections[longest.descriptor] = nil
    close(longest.descriptor)
  }

  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}

/// A pipe by which another thread wakes the loop.
struct WakePipe: Sendable {
  let reader: Int32
  private let writer: Int32

  init() throws(ServerProblem) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw ServerProblem("open a pipe", code: errno) }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    reader = ends[0]
    writer = ends[1]
  }

  func wake() {
    var byte: UInt8 = 1
    _ = write(writer, &byte, 1)
  }

  func drain() {
    var bytes = [UInt8](repeating: 0, count: 256)
    while read(reader, &bytes, bytes.count) > 0 {}
  }
}
