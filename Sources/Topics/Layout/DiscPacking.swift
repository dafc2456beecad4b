/// Discs side by side, none over another, around the origin.
///
/// Wang, Wang, Dai, Wang 2006, "Visualization of large hierarchical data by circle packing": the discs
/// are placed by size, each touching two neighbours of the front, a chain of discs around all that are
/// placed. Where the paper takes the place that is nearest to the middle, this takes the one that is
/// nearest to the middle and to the discs that a disc is linked with. O(discs × length of the front).
struct DiscPacking {
  /// For each disc its centre.
  private(set) var centers: [Vector]
  /// The radius of a circle around the origin with all discs in it.
  private(set) var radius = 0.0

  private let radii: [Double]
  /// For each disc on the front the next one, against the clock.
  private var next: [Int]
  private var previous: [Int]
  private var front = 0

  /// Packs discs of these radii; `links` are pairs of discs that should lie close to each other.
  init(_ radii: [Double], links: [OuterLinks.Weight] = []) {
    self.radii = radii
    centers = [Vector](repeating: .zero, count: radii.count)
    next = Array(radii.indices)
    previous = next
    let order = radii.indices.sorted {
      radii[$0] == radii[$1] ? $0 < $1 : radii[$0] > radii[$1]
    }
    let partners = Partners(links, order: order)
    for (place, disc) in order.enumerated() {
      switch place {
      case 0: break
      case 1: centers[disc].x = radii[order[0]] + radii[disc]
      case 2: beginFront(order[0], order[1], disc)
      default: insert(disc, near: partners.placed(before: disc))
      }
    }
    recenter()
  }

  // MARK: - Front

  private mutating func beginFront(_ a: Int, _ b: Int, _ c: Int) {
    centers[c] = touching(b, a, radius: radii[c])
    for (one, other) in [(a, b), (b, c), (c, a)] {
      next[one] = other
      previous[other] = one
    }
    front = a
  }

  private mutating func insert(_ disc: Int, near partners: [Partners.Partner]) {
    var (a, b) = bestGap(for: disc, near: partners)
    while let hit = firstHit(of: disc, between: a, b) {
      // What lies between is behind the front from now on.
      if hit.isAhead { b = hit.disc } else { a = hit.disc }
      next[a] = b
      previous[b] = a
    }
    centers[disc] = touching(a, b, radius: radii[disc])
    next[a] = disc
    previous[disc] = a
    next[disc] = b
    previous[b] = disc
    front = disc
  }

  /// The two neighbours of the front between which a disc should lie.
  private func bestGap(for disc: Int, near partners: [Partners.Partner]) -> (Int, Int) {
    var best = (front, next[front])
    var least = Double.infinity
    var each = front
    repeat {
      let place = touching(each, next[each], radius: radii[disc])
      var cost = place.length
      for partner in partners {
        cost += partner.share * (place - centers[partner.disc]).length
      }
      if cost < least {
        least = cost
        best = (each, next[each])
      }
      each = next[each]
    } while each != front
    return best
  }

  /// The nearest disc along the front that a disc between two others would lie over.
  private func firstHit(of disc: Int, between a: Int, _ b: Int) -> (disc: Int, isAhead: Bool)? {
    let place = touching(a, b, radius: radii[disc])
    func overlaps(_ other: Int) -> Bool {
      let reach = radii[disc] + radii[other] - 1e-6
      return (place - centers[other]).square < reach * reach
    }
    var (ahead, behind) = (next[b], previous[a])
    var (wayAhead, wayBehind) = (radii[b], radii[a])
    while ahead != a {
      if wayAhead <= wayBehind {
        if overlaps(ahead) { return (ahead, true) }
        if ahead == behind { return nil }
        wayAhead += radii[ahead]
        ahead = next[ahead]
      } else {
        if overlaps(behind) { return (behind, false) }
        if ahead == behind { return nil }
        wayBehind += radii[behind]
        behind = previous[behind]
      }
    }
    return nil
  }

  /// The centre of a disc that touches two others, to the right of the way from the first to the second.
  private func touching(_ a: Int, _ b: Int, radius: Double) -> Vector {
    let way = centers[b] - centers[a]
    let distance = way.length
    guard distance > 0 else { return centers[a] + Vector(radii[a] + radius, 0) }
    let (toA, toB) = (radii[a] + radius, radii[b] + radius)
    let along = (distance * distance + toA * toA - toB * toB) / (2 * distance)
    let aside = max(0, toA * toA - along * along).squareRoot()
    let unit = way / distance
    return centers[a] + unit * along + Vector(unit.y, -unit.x) * aside
  }

  // MARK: - Middle

  private mutating func recenter() {
    let circle = EnclosingCircle(centers, radii)
    for disc in centers.indices { centers[disc] -= circle.center }
    radius = circle.radius
  }
}

/// The placed discs that a disc is linked with, the strongest links first.
private struct Partners {
  struct Partner {
    let disc: Int
    /// The part of all its links that these are, 0 to 1.
    let share: Double
  }

  /// The most links of a disc that are looked at.
  private static let cap = 6

  private var of: [[(disc: Int, count: Int)]]
  private let rank: [Int]

  init(_ links: [OuterLinks.Weight], order: [Int]) {
    of = Array(repeating: [], count: order.count)
    var rank = [Int](repeating: 0, count: order.count)
    for (place, disc) in order.enumerated() { rank[disc] = place }
    self.rank = rank
    for link in links {
      of[link.first].append((link.second, link.count))
      of[link.second].append((link.first, link.count))
    }
  }

  func placed(before disc: Int) -> [Partner] {
    let placed = of[disc].filter { rank[$0.disc] < rank[disc] }
      .sorted { $0.count == $1.count ? $0.disc < $1.disc : $0.count > $1.count }.prefix(Self.cap)
    let total = placed.reduce(0) { $0 + $1.count }
    return placed.map { Partner(disc: $0.disc, share: Double($0.count) / Double(total)) }
  }
}

/// A small circle around discs.
///
/// Bădoiu, Clarkson 2003, "Smaller core-sets for balls": the centre goes towards the farthest disc, a
/// smaller part of the way each time.
struct EnclosingCircle {
  private(set) var center = Vector.zero
  private(set) var radius = 0.0

  init(_ centers: [Vector], _ radii: [Double]) {
    guard let first = centers.first else { return }
    center = first
    for step in 1...60 {
      let far = farthest(centers, radii)
      let way = centers[far.disc] - center
      let distance = way.length
      guard distance > 0 else { break }
      // The farthest point of a disc lies beyond its centre.
      center += way * ((distance + radii[far.disc]) / distance / Double(step + 1))
    }
    radius = farthest(centers, radii).reach
  }

  private func farthest(_ centers: [Vector], _ radii: [Double]) -> (disc: Int, reach: Double) {
    var (disc, reach) = (0, -1.0)
    for index in centers.indices {
      let own = (centers[index] - center).length + radii[index]
      if own > reach { (disc, reach) = (index, own) }
    }
    return (disc, reach)
  }
}
