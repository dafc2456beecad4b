internal import Bytes
internal import Files
internal import Markup
internal import Notes
internal import Topics
internal import Workers

/// All topics from A to Z: on one page, or with many of them on a page or more for each letter.
struct TopicList {
  static let kind = "topics"

  /// More topics than this are spread over pages.
  static let pageCap = 400
  /// The most topics on one of these pages.
  static let partCap = 200
  /// The most notes that are named for one topic.
  static let noteCap = 3

  /// The topics that begin with one letter, or a part of them.
  struct Letter: Sendable {
    /// `A` to `Z`, `0–9` or `Other`, from the second part on with its number.
    let name: String
    /// What stands for it in addresses.
    let slug: String
    /// The nodes of the topics, by name.
    let topics: [Int]
    /// What stands for the letter itself.
    var initial: Substring { slug.prefix { $0 != "-" } }
  }

  /// For each topic, by its node, the page that lists it, and the heading of its letter there.
  static func places(
    of graph: TopicGraph, _ paths: GeneratedPaths
  ) -> [Int: (path: SitePath, anchor: String?)] {
    let letters = letters(of: graph)
    let isOnePage = letters.reduce(0) { $0 + $1.topics.count } <= pageCap
    let folder = paths.folder("topics")
    var places: [Int: (path: SitePath, anchor: String?)] = [:]
    for letter in isOnePage ? letters : letters.flatMap(parts) {
      let path = SitePath(asset: folder.appending("\(isOnePage ? "index" : letter.slug).html"))
      for topic in letter.topics { places[topic] = (path, isOnePage ? letter.slug : nil) }
    }
    return places
  }

  static func pages(_ studies: SiteStudies, _ paths: GeneratedPaths) -> [StudyPage] {
    let letters = letters(of: studies.topics)
    let count = letters.reduce(0) { $0 + $1.topics.count }
    guard count > 0 else { return [] }
    let folder = paths.folder("topics")
    let index = SitePath(asset: folder.appending("index.html"))
    let about = "\(Site.count(count, "topic")) that next steps name, and where each is treated."
    @Sendable func path(_ letter: Letter) -> SitePath {
      SitePath(asset: folder.appending("\(letter.slug).html"))
    }
    guard count > pageCap else {
      return [
        StudyPage(
          path: index, kind: kind, title: "Topics", description: about, headerLabel: "Topics"
        ) { site in
          var html = heading(about)
          html.html(jumps(letters) { HTML(text: "#\($0.slug)") })
          for letter in letters {
            html.markup("<h2 id=\"")
            html.text(letter.slug)
            html.markup("\">")
            html.text(letter.name)
            html.markup("</h2>\n")
            append(letter.topics, of: site, at: index, to: &html)
          }
          return html
        }
      ]
    }
    let first = StudyPage(
      path: index, kind: kind, title: "Topics", description: about, headerLabel: "Topics"
    ) { _ in
      var html = heading(about)
      html.html(jumps(letters) { HTML(text: path($0).href(from: index)) })
      return html
    }
    let parts = letters.flatMap(parts)
    return [first]
      + parts.map { letter in
        let title = "Topics: \(letter.name)"
        let about = Site.count(letter.topics.count, "topic")
        return StudyPage(path: path(letter), kind: kind, title: title, description: about) { site in
          var html = HTML()
          html.markup("<h1>")
          html.text(title)
          html.markup("</h1>\n")
          html.html(jumps(letters) { HTML(text: path($0).href(from: path(letter))) })
          let siblings = parts.filter { $0.initial == letter.initial }
          if siblings.count > 1 {
            html.html(jumps(siblings) { HTML(text: path($0).href(from: path(letter))) })
          }
          append(letter.topics, of: site, at: path(letter), to: &html)
          return html
        }
      }
  }

  private static func heading(_ about: String) -> HTML {
    var html = HTML()
    html.markup("<h1>Topics</h1>\n<p>")
    html.text(about)
    html.markup(" Sorted without the name of the vendor.</p>\n")
    return html
  }

  /// Links to the letters, with how many topics each has.
  private static func jumps(_ letters: [Letter], _ address: (Letter) -> HTML) -> HTML {
    var html = HTML()
    html.markup("<nav aria-label=\"Letters\"><ul class=\"tags\">")
    for letter in letters {
      html.markup("<li><a class=\"tag\" href=\"")
      html.html(address(letter))
      html.markup("\">")
      html.text(letter.name)
      html.markup(" <span class=\"visually-hidden\">with </span>")
      html.number(letter.topics.count)
      html.markup("</a></li>")
    }
    html.markup("</ul></nav>\n")
    return html
  }

  /// The letters that topics begin with; their vendor does not count.
  private static func letters(of graph: TopicGraph) -> [Letter] {
    var groups: [String: [(name: String, node: Int)]] = [:]
    for node in graph.nodes.indices where graph.nodes[node].kind == .topic {
      let id = graph.nodes[node].id.utf8.dropFirst("topic:".utf8.count)
      let name = id.split(separator: UInt8(ascii: ":")).last.map { String(Substring($0)) } ?? ""
      let slug =
        switch name.utf8.first ?? 0 {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): String(name.prefix(1))
        case UInt8(ascii: "0")...UInt8(ascii: "9"): "digits"
        default: "other"
        }
      groups[slug, default: []].append((name, node))
    }
    let slugs = groups.keys.sorted { left, right in
      if (left.count == 1) != (right.count == 1) { return left.count == 1 }
      return left.precedesInBytes(right)
    }
    return slugs.map { slug in
      let sorted = (groups[slug] ?? []).sorted { left, right in
        left.name == right.name ? left.node < right.node : left.name.precedesInBytes(right.name)
      }
      let name =
        switch slug {
        case "digits": "0\u{2013}9"
        case "other": "Other"
        default: slug.uppercased()
        }
      return Letter(name: name, slug: slug, topics: sorted.map(\.node))
    }
  }

  /// The pages of a letter: as many as keep each at a readable size.
  private static func parts(of letter: Letter) -> [Letter] {
    stride(from: 0, to: letter.topics.count, by: partCap).map { start in
      let number = start / partCap + 1
      return Letter(
        name: number == 1 ? letter.name : "\(letter.name) \(number)",
        slug: number == 1 ? letter.slug : "\(letter.slug)-\(number)",
        topics: Array(letter.topics[start..<min(start + partCap, letter.topics.count)]))
    }
  }

  private static func append(
    _ topics: [Int], of site: Site, at page: SitePath, to html: inout HTML
  ) {
    html.markup("<dl class=\"entries\">\n")
    for topic in topics {
      // Nodes, edges and next steps are large values; single fields are read in place.
      let title = site.studies.topics.nodes[topic].title
      html.markup("<div><dt>")
      html.text(title)
      html.markup("</dt>")
      if site.studies.topics.nodes[topic].labels.contains(where: { $0 != title }) {
        let others = site.studies.topics.nodes[topic].labels.filter { $0 != title }
        html.markup("<dd>Also called ")
        html.text(others.prefix(noteCap).joined(separator: ", "))
        html.markup("</dd>")
      }
      html.markup("<dd>")
      site.appendTreatments(site.studies.topics.treatments(of: topic), at: page, to: &html)
      html.markup("</dd><dd>Next step of ")
      site.appendAskers(site.studies.topics.askers(of: topic), at: page, to: &html)
      html.markup("</dd></div>\n")
    }
    html.markup("</dl>\n")
  }
}

extension Site {
  /// Where a topic is treated: notes and their sections, or what is to be written.
  fileprivate func appendTreatments(
    _ edges: ArraySlice<Int>, at page: SitePath, to html: inout HTML
  ) {
    guard !edges.isEmpty else { return html.markup("Treated nowhere") }
    html.markup("Treated in ")
    for (place, index) in edges.prefix(TopicList.noteCap).enumerated() {
      if place > 0 { html.markup(", ") }
      let note = studies.topics.edges[index].from
      guard note < studies.topics.noteCount else {
        html.markup("<span class=\"wanted\">")
        html.text(studies.topics.nodes[note].title)
        html.markup("</span>, which is not written yet")
        continue
      }
      appendTreatment(of: note, studies.topics.edges[index].anchor, at: page, to: &html)
    }
    appendMore(edges.count, to: &html)
  }

  /// A link to a note and the section of it that treats a topic.
  private func appendTreatment(
    of note: Int, _ anchor: String?, at page: SitePath, to html: inout HTML
  ) {
    let headings = notebook.notes[note].document.headings
    let heading = anchor.flatMap { anchor in
      headings.indices.first { headings[$0].anchor == anchor }.map { headings[$0].text }
    }
    let title = notebook.notes[note].title
    let isSection = heading.map { $0 != title } ?? false
    let label = isSection ? "\(title) \u{203A} \(heading ?? "")" : title
    appendLink(to: note, section: anchor, label, at: page, to: &html)
  }

  /// The notes that name a topic as a next step, each once.
  fileprivate func appendAskers(_ steps: [Int], at page: SitePath, to html: inout HTML) {
    for (place, index) in steps.prefix(TopicList.noteCap).enumerated() {
      if place > 0 { html.markup(", ") }
      appendRequest(
        studies.topics.nextSteps[index].note, line: studies.topics.nextSteps[index].line, at: page,
        to: &html)
    }
    appendMore(steps.count, to: &html)
  }

  private func appendMore(_ count: Int, to html: inout HTML) {
    guard count > TopicList.noteCap else { return }
    html.markup(" and ")
    html.number(count - TopicList.noteCap)
    html.markup(" more")
  }
}
