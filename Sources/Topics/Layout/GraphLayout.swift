public import Workers

/// Where the nodes of a graph are drawn: every cluster is a disc, with its nodes and its clusters inside.
///
/// Each cluster is laid out by itself, and discs are packed into the disc around them: so no two nodes
/// and no two clusters overlap, and the work is close to linear. The plane knows no label: whoever
/// draws it may stretch it. Arithmetic is addition, multiplication, division and square roots in a
/// fixed order, which give the same bits on every machine; the results are whole numbers.
public struct GraphLayout: Sendable, Equatable {
  /// A point, in units of which a node's disc has `2 × nodeRadius`.
  public struct Place: Sendable, Equatable {
    /// To the right.
    public let x: Int
    /// Downwards.
    public let y: Int
  }

  /// A cluster's disc; its radius is 0 where there is nothing in it.
  public struct Disc: Sendable, Equatable {
    /// Where its centre is.
    public let center: Place
    /// Half its width.
    public let radius: Int
  }

  /// The radius of the disc that every node has to itself.
  public static let nodeRadius = 24
  /// The room between the border of a cluster and what is in it.
  static let margin = 14.0

  /// For each node its centre.
  public let nodes: [Place]
  /// For each cluster its disc; the first cluster's has its centre at 0, 0.
  public let clusters: [Disc]

  /// Lays a graph out.
  ///
  /// - Parameters:
  ///   - graph: the nodes and edges; directions do not matter.
  ///   - clusterOf: for each node its cluster.
  ///   - parents: for each cluster the one that it lies in, which comes before it; nil for the first.
  ///   - workers: who lays out clusters at the same time; their number changes nothing.
  public init(
    _ graph: DirectedGraph, clusterOf: [Int], parents: [Int?], workers: Workers = Workers()
  ) {
    let members = DirectedGraph(
      nodeCount: parents.count,
      edges: clusterOf.indices.map { DirectedGraph.Edge(from: clusterOf[$0], to: $0) })
    let inner = InnerEdges(graph, clusterOf: clusterOf)
    let groups = workers.map(parents.count) { cluster in
      NodeGroup(Array(members.successors(of: cluster)), inner)
    }
    let outer = OuterLinks(graph, clusterOf: clusterOf, parents: parents)
    let children = DirectedGraph(
      nodeCount: parents.count,
      edges: parents.indices.compactMap { child in
        parents[child].map { DirectedGraph.Edge(from: $0, to: child) }
      })

    // From the innermost clusters outwards: how large each is, and where in it its parts lie.
    var radii = [Double](repeating: 0, count: parents.count)
    var ownOffset = [Vector](repeating: .zero, count: parents.count)
    var offset = ownOffset
    for cluster in parents.indices.reversed() {
      let nested = children.successors(of: cluster).filter { radii[$0] > 0 }
      let hasOwn = groups[cluster].radius > 0
      let parts = (hasOwn ? [cluster] : []) + nested
      let sizes = parts.map { $0 == cluster ? groups[cluster].radius : radii[$0] }
      // A cluster with nothing but one other in it lies as close to it as a border allows.
      let gap = parts.count > 1 ? Self.margin / 2 : 0
      let packing = DiscPacking(sizes.map { $0 + gap }, links: outer.links(in: cluster, of: parts))
      for (place, part) in parts.enumerated() {
        if part == cluster {
          ownOffset[cluster] = packing.centers[place]
        } else {
          offset[part] = packing.centers[place]
        }
      }
      radii[cluster] = parts.isEmpty ? 0 : packing.radius + Self.margin
    }

    // And inwards again: where everything is in the plane.
    var centers = [Vector](repeating: .zero, count: parents.count)
    var nodes = [Place](repeating: Place(x: 0, y: 0), count: graph.nodeCount)
    for cluster in parents.indices {
      if let parent = parents[cluster] { centers[cluster] = centers[parent] + offset[cluster] }
      let origin = centers[cluster] + ownOffset[cluster]
      for (place, node) in members.successors(of: cluster).enumerated() {
        nodes[node] = Place(origin + groups[cluster].centers[place])
      }
    }
    self.nodes = nodes
    clusters = zip(centers, radii).map { center, radius in
      Disc(center: Place(center), radius: Int(radius.rounded(.up)))
    }
  }
}

/// A point or a way in the plane.
typealias Vector = SIMD2<Double>

extension Vector {
  /// Its length times itself.
  var square: Double { x * x + y * y }
  /// Its length.
  var length: Double { square.squareRoot() }
}

extension GraphLayout.Place {
  init(_ point: Vector) {
    x = Int(point.x.rounded())
    y = Int(point.y.rounded())
  }
}
