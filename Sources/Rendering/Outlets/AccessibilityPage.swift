internal import Files
internal import Markup
internal import Notes

/// The accessibility statement: what the pages promise, and where the notes fall short of it.
struct AccessibilityPage {
  static let kind = "accessibility"

  static func page(_ paths: GeneratedPaths, contact: String?) -> StudyPage? {
    guard let path = paths.free("accessibility.html") else { return nil }
    return StudyPage(
      path: path, kind: kind, title: "Accessibility",
      description: "What this site does so that everybody can read it, and where it falls short.",
      footerLabel: "Accessibility",
      content: { content(of: $0, contact: contact) })
  }

  private static func content(of site: Site, contact: String?) -> HTML {
    var html = HTML()
    html.markup(
      """
      <h1>Accessibility</h1>
      <p>This site is made to meet the <a href="https://www.w3.org/TR/WCAG22/">Web Content \
      Accessibility Guidelines 2.2</a> at level AA.</p>
      <h2>What the pages do</h2>
      <ul>
      <li>Everything can be read and reached with a keyboard, at 400 % zoom, on a narrow screen, in \
      print, and without JavaScript.</li>
      <li>Colours follow your system, light or dark, and keep the contrast that level AA asks \
      for. No information is in a colour alone.</li>
      <li>Headings, landmarks and labels say what each part is. A link at the top leads past the \
      navigation.</li>
      <li>Nothing moves by itself, and nothing is asked of other sites.</li>
      <li>Shortcuts of a single key can be switched off in the list that <kbd>?</kbd> shows.</li>
      </ul>
      <h2>Where it falls short</h2>

      """)
    let (pictures, silent) = pictures(in: site.notebook)
    if silent > 0 {
      html.markup("<p>")
      html.text(
        silent == 1
          ? "1 of \(Site.count(pictures, "picture")) has no alternative text yet."
          : "\(silent) of \(Site.count(pictures, "picture")) have no alternative text yet.")
      html.markup("</p>\n")
    }
    html.markup(
      """
      <p>The notes are written by people. The pages are checked when they are built: for pictures \
      without alternative text, headings that skip a level, and links that lead nowhere. Whether a \
      text is easy to understand, no program can tell.</p>

      """)
    if let contact {
      html.markup("<h2>Tell us</h2>\n<p>If something keeps you from reading this site: <a href=\"")
      html.address(contact)
      html.markup("\">")
      html.text(contact.hasPrefix("mailto:") ? String(contact.dropFirst(7)) : contact)
      html.markup("</a>.</p>\n")
    }
    return html
  }
  /// How many pictures the notes show, and how many of them say nothing to those who do not see them.
  private static func pictures(in notebook: Notebook) -> (count: Int, silent: Int) {
    var (count, silent) = (0, 0)
    // Links are large values: those of pictures alone are looked at, and in place.
    for note in notebook.notes.indices {
      for (link, end) in notebook.linkEnds[note].enumerated()
      where end.wantsLook && notebook.notes[note].document.links[link].kind.isImage {
        count += 1
        if notebook.notes[note].document.links[link].alternative.allSatisfy(\.isWhitespace) {
          silent += 1
        }
      }
    }
    return (count, silent)
  }
}
