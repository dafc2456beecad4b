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
    let links = studies.topics.backlinks(to: index)
    guard !links.isEmpty else { return html }
    let sources = Self.sources(of: links)
    let page = notebook.notes[index].page
    html.reserve(room(for: sources.prefix(Self.backlinkCap), links))
    html.markup("<ul class=\"backlinks\">")
    for source in sources.prefix(Self.backlinkCap) {
      html.markup("<li>")
      if source.isStep {
        appendSteps(links[source.links], at: page, to: &html)
      } else {
        append(links[source.links.lowerBound], at: page, to: &html)
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

  /// How many bytes sources need, about.
  ///
  /// Each is another place in memory: who looks at all of them first waits once.
  private func room(
    for sources: ArraySlice<Source>, _ links: ArraySlice<TopicGraph.Backlink>
  ) -> Int {
    var room = 64
    for source in sources {
      let link = links[source.links.lowerBound]
      room += 128 + book.size(of: link.note)
      if let step = link.step {
        room += studies.topics.nextSteps[step].label.utf8.count
      } else {
        room += min(notebook.notes[link.note].document.plain.count, 240)
      }
    }
    return room
  }

  /// A note that links here.
  private struct Source {
    /// Its links, as indices of the backlinks.
    var links: Range<Int>
    /// True where one of them is a next step.
    var isStep: Bool
  }

  /// The notes of backlinks, those with next steps first.
  private static func sources(of links: ArraySlice<TopicGraph.Backlink>) -> [Source] {
    var sources: [Source] = []
    for index in links.indices {
      let isStep = links[index].step != nil
      if index > links.startIndex, links[index - 1].note == links[index].note {
        sources[sources.count - 1].links = sources[sources.count - 1].links.lowerBound..<index + 1
        if isStep { sources[sources.count - 1].isStep = true }
      } else {
        sources.append(Source(links: index..<index + 1, isStep: isStep))
      }
    }
    return sources.filter(\.isStep) + sources.filter { !$0.isStep }
  }

  /// The most labels of next steps that are shown for one note.
  private static let labelCap = 3

  /// A note that names this one as what comes next, with the labels by which it does.
  private func appendSteps(
    _ links: ArraySlice<TopicGraph.Backlink>, at page: SitePath, to html: inout HTML
  ) {
    var count = 0
    for link in links.indices {
      guard let step = links[link].step else { continue }
      count += 1
      if count == 1 {
        appendSource(links[link], at: page, to: &html)
        html.markup("<p>Next step: ")
      }
      guard count <= Self.labelCap else { continue }
      html.markup(count == 1 ? "<mark>" : ", <mark>")
      // Next steps are large values; reading single fields in place spares copies of the whole.
      html.text(studies.topics.nextSteps[step].label)
      html.markup("</mark>")
    }
    if count > Self.labelCap {
      html.markup(" and ")
      html.number(count - Self.labelCap)
      html.markup(" more")
    }
    html.markup("</p>")
  }

  private func append(
    _ backlink: TopicGraph.Backlink, at page: SitePath, to html: inout HTML
  ) {
    appendSource(backlink, at: page, to: &html)
    guard !backlink.label.isEmpty else { return }
    // Bytes go from the note into the page as they are: no text is made on the way.
    notebook.notes[backlink.note].document.plain.withUnsafeBufferPointer { plain in
      let sentence = Excerpt.sentence(around: backlink.label, in: plain)
      html.markup(sentence.isCutBefore ? "<p>\u{2026}" : "<p>")
      html.text(UnsafeBufferPointer(rebasing: plain[sentence.before]))
      html.markup("<mark>")
      html.text(UnsafeBufferPointer(rebasing: plain[sentence.part]))
      html.markup("</mark>")
      html.text(UnsafeBufferPointer(rebasing: plain[sentence.after]))
      html.markup(sentence.isCutAfter ? "\u{2026}</p>" : "</p>")
    }
  }

  /// A link to the section that a link stands in.
  private func appendSource(
    _ link: TopicGraph.Backlink, at page: SitePath, to html: inout HTML
  ) {
    let section = link.section < 0 ? nil : link.section
    appendLink(to: link.note, heading: section, at: page, to: &html)
  }
}
