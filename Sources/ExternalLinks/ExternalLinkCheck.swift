internal import Glibc
internal import Synchronization
internal import Workers

/// Looks at links to other sites: the only part of the program that uses the network, and only when asked.
///
/// Names are looked up first; addresses of this machine and of private networks are not connected to
/// unless that is permitted, and no connection goes to an address that was not looked up. Hosts are
/// asked side by side, each for one page at a time.
public struct ExternalLinkCheck: Sendable {
  /// The verdict on each address.
  public let verdicts: [String: Verdict]
  /// How many of them were remembered from a former check.
  public let rememberedCount: Int

  /// Looks at addresses; each once.
  ///
  /// `progress` is told how many of how many pages are done, from several threads.
  public init(
    of addresses: [String], _ settings: ExternalLinkSettings = ExternalLinkSettings(),
    progress: @escaping @Sendable (_ done: Int, _ all: Int) -> Void = { _, _ in }
  ) {
    var cache = VerdictCache(reading: settings.cache, age: settings.cacheAge, now: time(nil))
    var verdicts: [String: Verdict] = [:]
    var visits: [WebAddress: Visit] = [:]
    for address in Set(addresses) {
      if let known = cache[address] {
        verdicts[address] = known
        continue
      }
      do throws(WebAddress.Fault) {
        let parsed = try WebAddress(address)
        let fragment = parsed.fragment.flatMap { PageParts.isJudged($0) ? $0 : nil }
        visits[parsed.page, default: Visit()].links.append((address, fragment))
      } catch {
        verdicts[address] = .unknown(error.rawValue)
      }
    }
    rememberedCount = verdicts.count { $0.value == .alive || $0.value.isMove }
    let looked = Self.doubting(Self.visit(visits, settings, progress), visits)
    for (address, verdict) in looked { cache.note(verdict, on: address) }
    verdicts.merge(looked) { _, new in new }
    self.verdicts = verdicts
    if let path = settings.cache { cache.write(to: path) }
  }

  /// The links that lead to one page.
  private struct Visit: Sendable {
    var links: [(address: String, fragment: String?)] = []
  }

  /// The verdicts, where a host that nobody knows counts as unknown if no name at all could be looked up:
  /// then there is no network, or nobody to ask.
  private static func doubting(
    _ verdicts: [String: Verdict], _ visits: [WebAddress: Visit]
  ) -> [String: Verdict] {
    let isAnyKnown = visits.contains { page, visit in
      page.hasName && visit.links.contains { verdicts[$0.address] != .nameless }
    }
    guard !isAnyKnown else { return verdicts }
    return verdicts.mapValues {
      $0 == .nameless ? .unknown("no name could be looked up; is there a network?") : $0
    }
  }

  /// Visits pages, those of one host one after the other.
  private static func visit(
    _ visits: [WebAddress: Visit], _ settings: ExternalLinkSettings,
    _ progress: @escaping @Sendable (Int, Int) -> Void
  ) -> [String: Verdict] {
    // The longest lane first, since it takes longest.
    let lanes = Dictionary(grouping: visits.sorted { "\($0.key)" < "\($1.key)" }, by: \.key.host)
      .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map(\.value)
    let visitor = Visitor(settings: settings, gates: Gates())
    let tally = Tally()
    Workers.eachWaiting(lanes.count, crew: settings.crew) { index in
      for (page, visit) in lanes[index] {
        let seen = visitor.look(at: page, fragments: Set(visit.links.compactMap(\.fragment)))
        let done = tally.add(
          visit.links.map { ($0.address, $0.fragment.flatMap { seen.fragments[$0] } ?? seen.page) })
        progress(done, visits.count)
      }
    }
    return tally.verdicts
  }
}

/// The verdicts so far.
///
/// A class because several threads add to it.
private final class Tally: Sendable {
  private let state = Mutex<(verdicts: [String: Verdict], pages: Int)>(([:], 0))

  var verdicts: [String: Verdict] { state.withLock { $0.verdicts } }

  /// Adds the verdicts on the links to a page; gives the number of pages so far.
  func add(_ verdicts: [(String, Verdict)]) -> Int {
    state.withLock { state in
      for (address, verdict) in verdicts { state.verdicts[address] = verdict }
      state.pages += 1
      return state.pages
    }
  }
}

extension Verdict {
  fileprivate var isMove: Bool {
    if case .moved = self { true } else { false }
  }
}
