import Markup

/// The HTML of a document whose links and pictures lead where they are written to.
func plainPage(_ document: MarkdownDocument) -> String {
  var bytes: [UInt8] = []
  var done = 0
  for hole in document.holes {
    bytes += document.html.bytes[done..<Int(hole.offset)]
    done = Int(hole.offset)
    let link = document.links[Int(hole.link)]
    var tag = HTML()
    switch hole.part {
    case .close: tag.markup("</a>")
    case .open:
      tag.markup("<a href=\"")
      tag.address(link.destination)
      tag.markup("\"")
      if !link.title.isEmpty { tag.attribute("title", link.title) }
      tag.html(link.attributes)
      tag.markup(">")
    case .image:
      tag.markup("<img src=\"")
      tag.address(link.destination)
      tag.markup("\"")
      tag.attribute("alt", link.alternative)
      if !link.title.isEmpty { tag.attribute("title", link.title) }
      tag.html(link.attributes)
      tag.markup(" />")
    }
    bytes += tag.bytes
  }
  bytes += document.html.bytes[done...]
  return String(decoding: bytes, as: UTF8.self)
}
