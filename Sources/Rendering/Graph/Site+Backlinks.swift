internal import Files
internal import Markup
internal import Notes
internal import Topics

extension Site {
  /// The most notes that are listed under "Linked from".
  static let backlinkCap = 20

  /// The notes that link here, each once: those that name this one as a next step with the labels, the
  /// others with the sentence around their first link.
  func linkedFrom(_ index: Int) -> HTML {
    var html = HTML()
    let links = studies.backlinks[index]
    guard !links.isEmpty else { return html }
    let sources = sources(of: links)
    let page = notebook.notes[index].page
    html.reserve(min(sources.count, Self.backlinkCap) * 320)
    html.markup("<ul class=\"backlinks\">")
    for source in sources.prefix(Self.backlinkCap) {
      html.markup("<li>")
      if source.steps.isEmpty {
        append(links[source.first], at: page, to: &html)
      } else {
        append(source.steps, at: page, to: &html)
      }
      html.markup("</li>")
    }
    html.markup("</ul>")
    if sources.count > Self.backlinkCap {
      html.markup("<p class=\"more\">and ")
      html.number(sources.count - Self.backlinkCap)
      html.markup(" more</p>")
    }
    return html
  }

  /// A note that links here.
  private struct Source {
    /// The first of its links, as an index of the backlinks.
    let first: Int
    /// Those of its links that are next steps, as indices of the graph's.
    var steps: [Int] = []
  }

  /// The notes of backlinks, those with next steps first.
  private func sources(of links: ArraySlice<TopicGraph.Backlink>) -> [Source] {
    var sources: [Source] = []
    var stepping = 0
    for index in links.indices {
      let link = links[index]
      if index == links.startIndex || links[index - 1].note != link.note {
        sources.append(Source(first: index))
      }
      if let step = studies.topics.nextStep(ofLink: link.link, in: link.note) {
        if sources[sources.count - 1].steps.isEmpty { stepping += 1 }
        sources[sources.count - 1].steps.append(step)
      }
    }
    guard stepping > 0, stepping < sources.count else { return sources }
    return sources.filter { !$0.steps.isEmpty } + sources.filter(\.steps.isEmpty)
  }

  /// The most labels of next steps that are shown for one note.
  private static let labelCap = 3

  private func append(_ steps: [Int], at page: SitePath, to html: inout HTML) {
    // Next steps are large values; reading single fields in place spares copies of the whole.
    appendSource(
      studies.topics.nextSteps[steps[0]].note, studies.topics.nextSteps[steps[0]].link, at: page,
      to: &html)
    html.markup("<p>Next step: ")
    for (place, step) in steps.prefix(Self.labelCap).enumerated() {
      if place > 0 { html.markup(", ") }
      html.markup("<mark>")
      html.text(studies.topics.nextSteps[step].label)
      html.markup("</mark>")
    }
    if steps.count > Self.labelCap {
      html.markup(" and ")
      html.number(steps.count - Self.labelCap)
      html.markup(" more")
    }
    html.markup("</p>")
  }

  private func append(
    _ backlink: TopicGraph.Backlink, at page: SitePath, to html: inout HTML
  ) {
    let source = backlink.note
    appendSource(source, backlink.link, at: page, to: &html)
    let label = notebook.notes[source].document.links[backlink.link].label
    guard !label.isEmpty else { return }
    // Bytes go from the note into the page as they are: no text is made on the way.
    notebook.notes[source].document.plain.withUnsafeBufferPointer { plain in
      let sentence = Excerpt.sentence(around: label, in: plain)
      html.markup("<p>")
      if sentence.isCutBefore { html.markup("\u{2026}") }
      html.text(UnsafeBufferPointer(rebasing: plain[sentence.before]))
      html.markup("<mark>")
      html.text(UnsafeBufferPointer(rebasing: plain[sentence.part]))
      html.markup("</mark>")
      html.text(UnsafeBufferPointer(rebasing: plain[sentence.after]))
      if sentence.isCutAfter { html.markup("\u{2026}") }
      html.markup("</p>")
    }
  }

  /// A link to the section that a link stands in.
  private func appendSource(_ note: Int, _ link: Int, at page: SitePath, to html: inout HTML) {
    // Notes are large values; reading single fields in place spares copies of the whole.
    let section = notebook.notes[note].document.links[link].section
    let isTitle = section == 0 && notebook.notes[note].document.headings[0].level == 1
    let anchor =
      section < 0 || isTitle ? nil : notebook.notes[note].document.headings[section].anchor
    appendLink(to: note, section: anchor, notebook.notes[note].title, at: page, to: &html)
  }
}
