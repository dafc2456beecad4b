internal import CFetch
internal import Glibc
internal import Workers

/// Looks at pages of other sites, one request at a time for each host.
struct Visitor: Sendable {
  let settings: ExternalLinkSettings
  let gates: Gates

  /// What a page's server answered in the end, or what is to be said where it gave no answer.
  enum Answer: Sendable {
    case response(Request.Answer)
    case verdict(Verdict)
  }

  /// The verdict on a page, and on each of its parts that links name.
  func look(
    at page: WebAddress, fragments: Set<String>
  ) -> (page: Verdict, fragments: [String: Verdict]) {
    var address = page
    var way: Set<WebAddress> = [page]
    var isForGood = true
    var wantsCookies = false
    for _ in 0...settings.patience.redirections {
      let response: Request.Answer
      switch ask(address, readsPage: !fragments.isEmpty) {
      case .verdict(let verdict):
        return (address == page ? verdict : verdict.behind(address), [:])
      case .response(let answer): response = answer
      }
      wantsCookies = wantsCookies || response.setsCookie
      guard [301, 302, 303, 307, 308].contains(response.status), let location = response.location
      else {
        let verdict = verdict(on: response)
        guard verdict == .alive else {
          return (address == page ? verdict : verdict.behind(address), [:])
        }
        let end: Verdict =
          address != page && isForGood ? .moved(to: address.description) : .alive
        return (end, parts(fragments, of: response, otherwise: end))
      }
      isForGood = isForGood && [301, 308].contains(response.status)
      do throws(WebAddress.Fault) {
        address = try address.following(location).page
      } catch {
        return (.unknown("it leads on to '\(location.prefix(200))': \(error.rawValue)"), [:])
      }
      guard way.insert(address).inserted else {
        return (
          wantsCookies
            ? .unknown("it leads round in a circle without its cookies")
            : .dead("leads round in a circle"), [:]
        )
      }
    }
    return (.dead("leads on more than \(settings.patience.redirections) times"), [:])
  }

  /// Asks a server for a page: with HEAD, and with GET where that is refused or the page is to be read.
  private func ask(_ address: WebAddress, readsPage: Bool) -> Answer {
    let places: [NetworkAddress]
    switch HostLookup(address.host) {
    case .none: return .verdict(.nameless)
    case .failed(let reason):
      return .verdict(.unknown("its host could not be looked up: \(reason)"))
    case .addresses(let found): places = found
    }
    if !settings.allowsPrivate, let place = places.first(where: { !settings.isPermitted($0) }) {
      return .verdict(
        .unknown("its host has the private address \(place); --allow-private looks at it"))
    }
    var isHead = !readsPage
    var repetition = 0
    while true {
      let request = Request(
        address: address, places: places, isHead: isHead,
        bodyCap: readsPage ? settings.patience.page : 0)
      let answer = gates.hold(address.host) { request.send(settings) }
      let mayPass = answer.outcome != sitegen_fetched || [429, 503].contains(answer.status)
      if answer.outcome == sitegen_fetched, !mayPass {
        if !isHead || answer.status < 400 { return .response(answer) }
        // Some servers do not know HEAD, or answer it with anything.
        isHead = false
        continue
      }
      if let verdict = Self.lastingFailure(answer) { return .verdict(verdict) }
      if isHead, answer.outcome != sitegen_fetched {
        isHead = false
        continue
      }
      let pause = answer.retryAfter.map { $0 * 1000 } ?? settings.patience.pause << repetition
      guard repetition < settings.patience.repetitions, pause <= settings.patience.longestPause
      else { return .verdict(Self.passingFailure(answer)) }
      usleep(UInt32(pause) * 1000)
      repetition += 1
    }
  }

  // MARK: - What an answer says

  private func verdict(on answer: Request.Answer) -> Verdict {
    switch answer.status {
    case 200..<300, 304: .alive
    case 400, 404, 410, 414: .dead("answers \(answer.status)")
    case 401, 402, 403, 407, 451: .unknown("it answers \(answer.status), and lets programs not in")
    default: .unknown("it answers \(answer.status)")
    }
  }

  private func parts(
    _ fragments: Set<String>, of answer: Request.Answer, otherwise end: Verdict
  ) -> [String: Verdict] {
    guard answer.contentType.hasPrefix("text/html") || answer.contentType.contains("xhtml") else {
      return [:]
    }
    let missing = PageParts.missing(fragments, in: answer.body)
    var verdicts: [String: Verdict] = [:]
    for fragment in fragments {
      if !missing.contains(fragment) {
        verdicts[fragment] = end
      } else if answer.isCut {
        verdicts[fragment] = .unknown(
          "the part '#\(fragment)' is not in the first \(settings.patience.page >> 10) kB of its page"
        )
      } else {
        verdicts[fragment] = .fragmentMissing
      }
    }
    return verdicts
  }

  /// The verdict where there is no answer; nil where there is one.
  func failure(of answer: Request.Answer) -> Verdict? {
    if let lasting = Self.lastingFailure(answer) { return lasting }
    return answer.outcome == sitegen_fetched ? nil : Self.passingFailure(answer)
  }

  /// What is so today and will be so tomorrow.
  private static func lastingFailure(_ answer: Request.Answer) -> Verdict? {
    switch answer.outcome {
    case sitegen_no_library: .unknown("libcurl is not installed (Debian's package libcurl4)")
    case sitegen_refused_address: .unknown("it would have led to an address that was not looked up")
    case sitegen_bad_certificate:
      .dead("has a certificate that cannot be trusted: \(answer.message)")
    default: nil
    }
  }

  /// What may be otherwise tomorrow.
  private static func passingFailure(_ answer: Request.Answer) -> Verdict {
    switch answer.outcome {
    case sitegen_fetched where answer.retryAfter != nil:
      .unknown("it answers \(answer.status), and asks to wait \(answer.retryAfter ?? 0) s")
    case sitegen_fetched: .unknown("it answers \(answer.status)")
    case sitegen_cannot_connect: .dead("accepts no connection")
    case sitegen_timed_out: .unknown("it does not answer in time")
    case sitegen_bad_tls: .unknown("it speaks no encryption that is known here: \(answer.message)")
    case sitegen_broken: .unknown("it breaks the connection off")
    default: .unknown(answer.message)
    }
  }
}

extension Verdict {
  /// The verdict on a host that nobody knows.
  static let nameless = Verdict.dead("has a host that nobody knows")

  /// The verdict with the address that a link led on to before.
  fileprivate func behind(_ address: WebAddress) -> Verdict {
    switch self {
    case .dead(let reason): .dead("leads on to '\(address)', which \(reason)")
    case .unknown(let reason): .unknown("it leads on to '\(address)': \(reason)")
    case .alive, .moved, .fragmentMissing: self
    }
  }
}
