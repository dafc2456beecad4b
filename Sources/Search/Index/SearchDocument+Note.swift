internal import Files
internal import Markup
public import Notes

extension SearchDocument {
  /// A note as a document; `trail` and `inDegree` are what the note itself does not know.
  public init(_ note: Note, trail: [String], inDegree: Int) {
    let document = note.document
    var sections = [Section(heading: "", anchor: "", level: 0, text: 0..<0)]
    var start = 0
    for (index, heading) in document.headings.enumerated() {
      // The note's own title is no section: what follows it belongs to the page.
      let isTitle = index == 0 && heading.text == note.title
      if !isTitle {
        sections[sections.count - 1].text = start..<max(start, heading.plainOffset)
        sections.append(
          Section(
            heading: heading.text, anchor: heading.anchor, level: heading.level, text: 0..<0))
      } else if heading.plainOffset > 0 {
        // Text stands before the title; its line stays in the text.
        continue
      }
      start = Self.lineEnd(in: document.plain, from: heading.plainOffset)
    }
    sections[sections.count - 1].text = start..<max(start, document.plain.count)
    self.init(
      address: note.page.href(from: .home), title: note.title, sections: sections,
      text: document.plain)
    self.trail = trail
    self.inDegree = inDegree
    aliases = note.frontMatter.aliases.map { alias in
      Note.title(ofFileNamed: alias.text.split(separator: "/").last.map(String.init) ?? alias.text)
    }
    keywords = note.frontMatter.tags
    if let description = note.frontMatter.description { keywords.append(description) }
    facets = note.frontMatter.tags.map { Facet(.tag, $0) }
  }

  private static func lineEnd(in text: [UInt8], from start: Int) -> Int {
    guard start < text.count else { return text.count }
    return text[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? text.count
  }
}
