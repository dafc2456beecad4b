internal import Files
internal import Markup
internal import Notes
internal import Topics

/// The learning paths: where to start, and in which order to go on.
struct PathsPage {
  static let kind = "paths"

  /// The most paths that are listed.
  static let pathCap = 200
  /// The most circles that are listed.
  static let circleCap = 100

  static func page(
    _ notebook: Notebook, _ studies: SiteStudies, _ paths: GeneratedPaths
  ) -> StudyPage? {
    let learning = studies.learningPaths
    guard !learning.paths.isEmpty || !learning.circles.isEmpty,
      let path = paths.free("paths.html")
    else { return nil }
    return StudyPage(
      path: path, kind: kind, title: "Learning paths",
      description:
        "\(Site.count(learning.paths.count, "path")) through the notes, from where to start to what comes last.",
      headerLabel: "Paths"
    ) { content(of: $0, at: path) }
  }

  private static func content(of site: Site, at page: SitePath) -> HTML {
    let paths = site.studies.learningPaths
    var html = HTML()
    html.markup(
      """
      <h1>Learning paths</h1>
      <p>A path starts at a note that no other names as its next step, and follows the next steps \
      from there: what a note builds on comes before it.</p>

      """)
    for (index, path) in paths.paths.prefix(pathCap).enumerated() {
      html.markup("<h2 id=\"path-")
      html.number(index + 1)
      html.markup("\">Start here: ")
      html.text(site.notebook.notes[path.notes[0]].title)
      html.markup("</h2>\n<ol class=\"steps\">\n")
      for note in path.notes {
        html.markup("<li>")
        let title = site.notebook.notes[note].title
        site.appendLink(to: note, title, at: page, to: &html)
        let labels = labels(from: path, to: note, site.studies.topics).filter { $0 != title }
        if !labels.isEmpty {
          html.markup(" <span class=\"count\">")
          html.text(shortened(labels))
          html.markup("</span>")
        }
        html.markup("</li>\n")
      }
      html.markup("</ol>\n")
      if path.isCut { html.markup("<p class=\"more\">The nearest notes; there are more.</p>\n") }
    }
    Site.appendRest(min(pathCap, paths.paths.count), of: paths.paths.count, to: &html)
    appendCircles(of: site, at: page, to: &html)
    return html
  }

  private static func appendCircles(of site: Site, at page: SitePath, to html: inout HTML) {
    let circles = site.studies.learningPaths.circles
    guard !circles.isEmpty else { return }
    html.markup(
      """
      <h2 id="circles">Circles</h2>
      <p>These notes lead to each other. On a path they stand side by side.</p>
      <ul>

      """)
    for circle in circles.prefix(circleCap) {
      html.markup("<li>")
      for note in circle.notes {
        site.appendLink(to: note, at: page, to: &html)
        html.markup(" \u{2192} ")
      }
      html.text(circle.notes.first.map { site.notebook.notes[$0].title } ?? "")
      let rest = circle.members.count - circle.notes.count
      if rest > 0 {
        html.markup(" <span class=\"count\">and ")
        html.number(rest)
        html.markup(" more that lead to each other</span>")
      }
      html.markup("</li>\n")
    }
    html.markup("</ul>\n")
    Site.appendRest(min(circleCap, circles.count), of: circles.count, to: &html)
  }

  /// The labels by which the notes of a path name one of them.
  private static func labels(
    from path: LearningPaths.Path, to note: Int, _ graph: TopicGraph
  ) -> [String] {
    var labels: [String] = []
    for source in path.notes where source != note {
      for step in graph.nextSteps(of: source)
      where step.destination == note && !labels.contains(step.label) {
        labels.append(step.label)
      }
    }
    return labels
  }

  private static func shortened(_ labels: [String]) -> String {
    let rest = labels.count > 6 ? " and \(labels.count - 6) more" : ""
    return labels.prefix(6).joined(separator: ", ") + rest
  }
}
