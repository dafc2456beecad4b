internal import Glibc

/// One connection: what has arrived, what is still to be sent, and since when nothing has happened.
///
/// Nothing here waits: each step does what can be done at once.
struct Connection {
  let descriptor: Int32
  /// What has arrived and is not answered yet.
  private(set) var arrived: [UInt8] = []
  private var toSend: [UInt8] = []
  private var sentCount = 0
  /// The page whose changes it waits for; nil for ordinary connections.
  var stream: Stream?
  /// True where it is to be closed once everything is sent.
  var isEnding = false
  /// When something last went well, in milliseconds of the monotonic clock.
  private(set) var lastStep: Int
  /// When the request began that is being read; it has to be whole within a limit of its own.
  private(set) var requestStart: Int

  /// What a stream knows.
  struct Stream {
    /// The page's path in the site.
    var page: String
    /// The hash of the page as its reader has it.
    var hash: UInt64
  }

  init(_ descriptor: Int32, now: Int) {
    self.descriptor = descriptor
    lastStep = now
    requestStart = now
  }

  /// True where bytes wait to be sent.
  var isSending: Bool { sentCount < toSend.count }

  /// Adds bytes to what is to be sent.
  mutating func send(_ bytes: [UInt8]) {
    if !isSending {
      toSend.removeAll(keepingCapacity: false)
      sentCount = 0
    }
    toSend += bytes
  }

  /// How many bytes wait to be sent.
  var waitingCount: Int { toSend.count - sentCount }

  /// Takes what has arrived; false where the other side is gone.
  mutating func receive(now: Int) -> Bool {
    var chunk = [UInt8](repeating: 0, count: 8192)
    let got = recv(descriptor, &chunk, chunk.count, 0)
    if got > 0 {
      if arrived.isEmpty { requestStart = now }
      lastStep = now
      // A stream has nothing more to say.
      if stream == nil { arrived += chunk[..<got] }
      return arrived.count <= RequestHead.sizeCap + chunk.count
    }
    return got < 0 && (errno == EAGAIN || errno == EINTR)
  }

  /// Sends what can be sent; false where the other side is gone.
  mutating func flush(now: Int) -> Bool {
    while isSending {
      let count = toSend[sentCount...].withUnsafeBytes { rest in
        Glibc.send(descriptor, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL))
      }
      if count < 0 {
        if errno == EINTR { continue }
        return errno == EAGAIN
      }
      sentCount += count
      lastStep = now
    }
    return !isEnding
  }

  /// Takes the request away that was answered.
  mutating func forget(_ count: Int, now: Int) {
    arrived.removeFirst(count)
    requestStart = now
  }
}
