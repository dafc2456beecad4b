internal import Files
internal import Notes
internal import Text

/// An Atom feed (RFC 4287) of the notes that changed last.
struct Feed {
  static let name = "feed.xml"
  /// How many notes it holds.
  private static let cap = 50
  private let site: Site
  private let url: String

  init(_ site: Site, _ url: String) {
    self.site = site
    self.url = url
  }

  var bytes: [UInt8] {
    let dated = site.notebook.notes.compactMap { note in
      site.studies.day(of: note).map { (note: note, day: $0) }
    }
    // The latest first; of one day in the order of their paths.
    let latest = dated.sorted { ($1.day, $0.note.path) < ($0.day, $1.note.path) }.prefix(Self.cap)
    var xml = XML()
    xml.declaration()
    xml.markup("<feed xmlns=\"http://www.w3.org/2005/Atom\"")
    xml.attribute("xml:lang", site.identity.language)
    xml.markup(">\n")
    element("title", site.identity.title, in: &xml)
    if !site.identity.description.isEmpty {
      element("subtitle", site.identity.description, in: &xml)
    }
    element("id", url, in: &xml)
    link(url, rel: "alternate", in: &xml)
    link(url + Self.name, rel: "self", in: &xml)
    if let newest = latest.first { element("updated", time(newest.day), in: &xml) }
    xml.markup("<author>")
    element("name", site.identity.title, in: &xml)
    xml.markup("</author>\n<generator>sitegen</generator>\n")
    for (note, day) in latest {
      let address = url + note.page.publicHref
      xml.markup("<entry>\n")
      element("title", note.title, in: &xml)
      element("id", address, in: &xml)
      link(address, rel: "alternate", in: &xml)
      element("updated", time(day), in: &xml)
      if let date = note.frontMatter.date { element("published", time(date), in: &xml) }
      if !note.summary.isEmpty { element("summary", note.summary, in: &xml) }
      for tag in note.frontMatter.tags {
        xml.markup("<category")
        xml.attribute("term", tag)
        xml.markup("/>\n")
      }
      xml.markup("</entry>\n")
    }
    xml.markup("</feed>\n")
    return xml.bytes
  }

  private func time(_ day: CalendarDate) -> String { "\(day)T00:00:00Z" }

  private func element(_ name: StaticString, _ text: String, in xml: inout XML) {
    xml.markup("<")
    xml.markup(name)
    xml.markup(">")
    xml.text(text)
    xml.markup("</")
    xml.markup(name)
    xml.markup(">\n")
  }

  private func link(_ address: String, rel: String, in xml: inout XML) {
    xml.markup("<link")
    xml.attribute("rel", rel)
    xml.attribute("href", address)
    xml.markup("/>\n")
  }
}
