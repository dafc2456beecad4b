internal import Files
internal import Markup
internal import Notes
internal import Topics

extension Site {
  /// The most next steps that a page shows as cards.
  static let nextStepCap = 30

  /// What comes next as cards: the label, where it leads, and what is said there.
  func nextSteps(of index: Int) -> HTML {
    let steps = studies.topics.nextStepRange(of: index)
    var html = HTML()
    guard !steps.isEmpty, ahead != index || stillStand(studies.topics.nextSteps[steps]) else {
      return html
    }
    let page = notebook.notes[index].page
    html.reserve(room(for: steps.prefix(Self.nextStepCap)))
    html.markup("<ol class=\"next-steps\">")
    for step in steps.prefix(Self.nextStepCap) {
      html.markup("<li>")
      append(step, at: page, to: &html)
      html.markup("</li>")
    }
    html.markup("</ol>")
    if steps.count > Self.nextStepCap {
      html.markup("<p class=\"more\">and ")
      html.number(steps.count - Self.nextStepCap)
      html.markup(" more in the text</p>")
    }
    return html
  }

  /// How many bytes next steps need, about.
  ///
  /// Each leads to another place in memory: who looks at all of them first waits once.
  private func room(for steps: Range<Int>) -> Int {
    var room = 64
    for step in steps {
      room += 160 + 2 * studies.topics.nextSteps[step].label.utf8.count
      guard let destination = studies.topics.nextSteps[step].destination else { continue }
      room += book.size(of: destination) + notebook.notes[destination].summary.utf8.count
    }
    return room
  }

  /// True where a newer text of a note has the links that its next steps were read from, and none of
  /// them leads into the newer text itself.
  private func stillStand(_ steps: ArraySlice<NextStep>) -> Bool {
    steps.allSatisfy { step in
      let document = notebook.notes[step.note].document
      return step.link < document.links.count && step.destination != step.note
        && document.text(document.links[step.link].label) == step.label
    }
  }

  private func append(_ step: Int, at page: SitePath, to html: inout HTML) {
    // Next steps are large values; reading single fields in place spares copies of the whole.
    let label = studies.topics.nextSteps[step].label
    if let destination = studies.topics.nextSteps[step].destination {
      let treatment = studies.topics.nextSteps[step].treatment
      let section = treatment?.note == destination ? treatment : nil
      appendLink(to: destination, section: section?.anchor, label, at: page, to: &html)
      appendSentence(of: destination, section?.heading, to: &html)
      appendWhere(destination, section?.heading, unless: label, to: &html)
    } else if studies.topics.nextSteps[step].end != nil {
      html.markup("<span class=\"wanted\">")
      html.text(label)
      html.markup("</span><p>Not written yet.</p>")
    } else {
      appendOther(studies.topics.nextSteps[step], at: page, to: &html)
    }
  }

  /// A step that leads to no note: to another site, to a folder without a note of its own, to a file.
  private func appendOther(_ step: NextStep, at page: SitePath, to html: inout HTML) {
    let link = notebook.notes[step.note].document.links[step.link]
    switch notebook.targets[step.note][step.link].end {
    case .external:
      html.markup("<a class=\"external\" href=\"")
      html.address(link.destination)
      html.markup("\">")
      html.text(step.label)
      html.markup("</a>")
    case .folder(let folder):
      html.markup("<a href=\"")
      html.path(notebook.folders[folder].page, from: page)
      html.markup("\">")
      html.text(step.label)
      html.markup("</a>")
    case .note, .wanted, .file, .missing, .outside, .nowhere: html.text(step.label)
    }
  }

  /// The note and the section that a step leads to, where the label does not say so already.
  private func appendWhere(
    _ note: Int, _ heading: Int?, unless label: String, to html: inout HTML
  ) {
    guard !(book.isTitle(label, of: note) ?? (notebook.notes[note].title == label)) else { return }
    html.markup("<p class=\"where\">")
    book.appendTitle(of: note, to: &html)
    if let heading {
      let text = notebook.notes[note].document.headings[heading].text
      if text != label, text != notebook.notes[note].title {
        html.markup(" \u{203A} ")
        html.text(text)
      }
    }
    html.markup("</p>")
  }

  /// The first sentence of a section; of a note as a whole its summary.
  private func appendSentence(of note: Int, _ heading: Int?, to html: inout HTML) {
    var sentence: String?
    if let heading, heading > 0 {
      sentence = Note.firstSentence(
        ofSection: heading, notebook.notes[note].document.headings,
        notebook.notes[note].document.plain)
    }
    let shown = sentence ?? notebook.notes[note].summary
    guard !shown.isEmpty else { return }
    html.markup("<p>")
    html.text(shown)
    html.markup("</p>")
  }

  /// A link to a note or one of its sections.
  func appendLink(
    to note: Int, section anchor: String? = nil, _ label: String, at page: SitePath,
    to html: inout HTML
  ) {
    html.markup("<a href=\"")
    book.appendHref(of: note, from: page, to: &html)
    if let anchor, !anchor.isEmpty {
      html.markup("#")
      html.address(anchor)
    }
    html.markup("\">")
    html.text(label)
    html.markup("</a>")
  }

  /// A link to a note or to the section of one of its headings, with the note's title.
  func appendLink(
    to note: Int, heading: Int? = nil, at page: SitePath, to html: inout HTML
  ) {
    html.markup("<a href=\"")
    book.appendHref(of: note, from: page, to: &html)
    if let heading { book.appendAnchor(of: heading, in: note, to: &html) }
    html.markup("\">")
    book.appendTitle(of: note, to: &html)
    html.markup("</a>")
  }

  // MARK: - Learning path

  /// Where a note lies on its learning path: "Step 3 of 9", and what comes before and after it.
  func learningPath(of index: Int) -> HTML {
    var html = HTML()
    guard let place = studies.learningPaths.places[index] else { return html }
    let notes = studies.learningPaths.paths[place.path].notes
    let page = notebook.notes[index].page
    html.markup("<p>Step ")
    html.number(place.step)
    html.markup(" of ")
    html.number(notes.count)
    html.markup(
      studies.learningPaths.paths[place.path].isCut
        ? " and more on the path from " : " on the path from ")
    let title = notebook.notes[notes[0]].title
    if let list = pathsPage {
      html.markup("<a href=\"")
      html.path(list, from: page)
      if place.path < PathsPage.pathCap {
        html.markup("#path-")
        html.number(place.path + 1)
      }
      html.markup("\">")
      html.text(title)
      html.markup("</a>")
    } else {
      html.text(title)
    }
    html.markup("</p><ul class=\"next-steps\">")
    if place.step > 1 {
      html.markup("<li>Before: ")
      let before = notes[place.step - 2]
      appendLink(to: before, at: page, to: &html)
      html.markup("</li>")
    }
    if place.step < notes.count {
      html.markup("<li>After: ")
      let after = notes[place.step]
      appendLink(to: after, at: page, to: &html)
      html.markup("</li>")
    }
    html.markup("</ul>")
    return html
  }
}
