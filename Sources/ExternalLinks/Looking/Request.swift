internal import CFetch
internal import Glibc

/// One HTTP request to an address that was looked up, and nothing but that.
struct Request: Sendable {
  let address: WebAddress
  let places: [NetworkAddress]
  let isHead: Bool
  let bodyCap: Int

  /// What came of it.
  struct Answer: Sendable {
    let outcome: sitegen_outcome
    /// libcurl's words for what went wrong.
    let message: String
    let status: Int
    let location: String?
    let contentType: String
    /// In seconds; nil where the server does not say.
    let retryAfter: Int?
    let setsCookie: Bool
    let body: [UInt8]
    let isCut: Bool
  }

  func send(_ settings: ExternalLinkSettings) -> Answer {
    let addresses = places.map(\.description).joined(separator: ",")
    // An address written as numbers has no name to pin.
    let pin =
      address.host.utf8.contains(0x3A) ? nil : "\(address.host):\(address.port):\(addresses)"
    let words: [String?] = [address.description, pin, ",\(addresses),", settings.userAgent]
    let copies = words.map { $0.flatMap { strdup($0) } }
    defer { for copy in copies { free(copy) } }
    var request = sitegen_request()
    request.url = copies[0].map { UnsafePointer($0) }
    request.pin = copies[1].map { UnsafePointer($0) }
    request.allowed = copies[2].map { UnsafePointer($0) }
    request.user_agent = copies[3].map { UnsafePointer($0) }
    request.is_head = isHead ? 1 : 0
    request.body_cap = bodyCap
    request.connect_milliseconds = settings.patience.connection
    request.total_milliseconds = settings.patience.request
    var response = sitegen_response()
    sitegen_fetch(&request, &response)
    defer { sitegen_free_response(&response) }
    return Answer(response)
  }
}

extension Request.Answer {
  fileprivate init(_ response: sitegen_response) {
    outcome = response.outcome
    message = withUnsafeBytes(of: response.message) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    status = response.status
    location = response.location.map { String(cString: $0) }
    contentType = response.content_type.map { String(cString: $0) }?.lowercased() ?? ""
    retryAfter = response.retry_after.map { sitegen_seconds_until($0) }.flatMap {
      $0 < 0 ? nil : $0
    }
    setsCookie = response.sets_cookie != 0
    body = Array(UnsafeBufferPointer(start: response.body, count: response.body_size))
    isCut = response.is_cut != 0
  }
}
