internal import Files
internal import Markup
internal import Notes
internal import Topics

extension SiteMap {
  /// The drawing for pages without script: every node where there are few, else every folder.
  ///
  /// A note is a disc, a topic a diamond, a wanted note a dashed ring: never told by colour alone.
  func drawing(siteTitle: String) -> HTML {
    let radius = layout.clusters.first?.radius ?? 0
    let (width, height) = (2 * radius * Self.stretch + 40, 2 * radius + 40)
    var html = HTML()
    html.markup("<svg class=\"map-drawing\"")
    html.attribute("width", width)
    html.attribute("height", height)
    html.markup(" viewBox=\"")
    html.number(-width / 2)
    html.markup(" ")
    html.number(-height / 2)
    html.markup(" ")
    html.number(width)
    html.markup(" ")
    html.number(height)
    html.markup("\">\n<title>Map of the notes</title>\n<desc id=\"sg:map-about\">")
    html.markup("Discs are notes, diamonds topics, dashed rings notes that are not written yet. ")
    html.markup("The table and the tree below say the same in words.</desc>\n")
    appendFolders(siteTitle: siteTitle, to: &html)
    if isSmall {
      for kind in TopicGraph.Edge.Kind.allCases { appendEdges(kind, to: &html) }
      for node in byDemand { appendNode(node, to: &html) }
    }
    html.markup("</svg>")
    return html
  }

  private func appendFolders(siteTitle: String, to html: inout HTML) {
    html.markup("<g class=\"map-folders\">\n")
    let shown = layout.clusters.indices.dropFirst().filter { layout.clusters[$0].radius > 0 }
    for folder in shown {
      let disc = layout.clusters[folder]
      html.markup("<ellipse")
      html.attribute("cx", disc.center.x * Self.stretch)
      html.attribute("cy", disc.center.y)
      html.attribute("rx", disc.radius * Self.stretch)
      html.attribute("ry", disc.radius)
      html.markup("/>")
      html.markup("<a href=\"")
      html.path(notebook.folders[folder].page, from: page)
      html.markup("\"><text")
      html.attribute("x", disc.center.x * Self.stretch)
      html.attribute("y", isSmall ? disc.center.y - disc.radius - 4 : disc.center.y)
      html.markup(">")
      html.text(notebook.folders[folder].title)
      html.markup("</text></a>\n")
    }
    html.markup("</g>\n")
  }

  private func appendEdges(_ kind: TopicGraph.Edge.Kind, to html: inout HTML) {
    // Edges are large values; reading single fields in place spares copies of the whole.
    let edges = topics.edges.indices.filter { topics.edges[$0].kind == kind }
    guard !edges.isEmpty else { return }
    switch kind {
    case .nextStep: html.markup("<path class=\"map-next\" d=\"")
    case .link: html.markup("<path class=\"map-link\" d=\"")
    case .treats: html.markup("<path class=\"map-treats\" d=\"")
    }
    for edge in edges {
      appendPlace("M", of: topics.edges[edge].from, to: &html)
      appendPlace("L", of: topics.edges[edge].to, to: &html)
    }
    html.markup("\"/>\n")
  }

  private func appendPlace(_ letter: StaticString, of node: Int, to html: inout HTML) {
    html.markup(letter)
    html.number(layout.nodes[node].x * Self.stretch)
    html.markup(" ")
    html.number(layout.nodes[node].y - Self.lift)
  }

  /// How far a node's sign lies above the middle of its place; its label is below.
  private static let lift = 10

  private func appendNode(_ node: Int, to html: inout HTML) {
    let (x, y) = (layout.nodes[node].x * Self.stretch, layout.nodes[node].y)
    let kind = topics.nodes[node].kind
    var address = HTML()
    let leads = appendAddress(of: node, to: &address)
    if leads {
      html.markup("<a href=\"")
      html.html(address)
      html.markup("\">")
    } else {
      html.markup("<g>")
    }
    let size = Self.size(degree: topics.nodes[node].inDegree + outDegree[node])
    switch kind {
    case .note, .wanted:
      html.markup("<circle class=\"map-")
      html.text(kind.rawValue)
      html.markup("\"")
      html.attribute("cx", x)
      html.attribute("cy", y - Self.lift)
      html.attribute("r", size)
      html.markup("/>")
    case .topic:
      html.markup("<path class=\"map-topic\" d=\"M")
      html.number(x)
      html.markup(" ")
      html.number(y - Self.lift - size)
      for (dx, dy) in [(size, size), (-size, size), (-size, -size)] {
        html.markup("l")
        html.number(dx)
        html.markup(" ")
        html.number(dy)
      }
      html.markup("z\"/>")
    }
    html.markup("<text")
    html.attribute("x", x)
    html.attribute("y", y + 12)
    html.markup(">")
    for (line, text) in MapLabel(topics.nodes[node].title).lines.enumerated() {
      if line > 0 {
        html.markup(" <tspan")
        html.attribute("x", x)
        html.markup(" dy=\"13\">")
        html.text(text)
        html.markup("</tspan>")
      } else {
        html.text(text)
      }
    }
    html.markup("</text>")
    html.markup(leads ? "</a>\n" : "</g>\n")
  }

  /// The radius of a node's sign: hubs are larger.
  private static func size(degree: Int) -> Int {
    5 + min(6, Int(Double(degree).squareRoot() * 1.3))
  }
}
