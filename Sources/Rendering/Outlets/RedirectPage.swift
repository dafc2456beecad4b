internal import Files
internal import Markup
internal import Notes

/// A page at an old address that leads to the note's page, without a script.
struct RedirectPage {
  let bytes: [UInt8]

  init(from path: SitePath, to index: Int, of site: Site) {
    let note = site.notebook.notes[index]
    var html = HTML()
    html.markup("<!doctype html>\n<html")
    html.attribute("lang", note.frontMatter.language ?? site.identity.language)
    html.markup(">\n<head>\n<meta charset=\"utf-8\">\n")
    html.markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    html.markup("<meta http-equiv=\"Content-Security-Policy\" content=\"")
    html.markup(Site.policy)
    html.markup("\">\n<title>")
    html.text(note.title)
    html.markup("</title>\n<meta name=\"robots\" content=\"noindex\">\n")
    html.markup("<meta http-equiv=\"refresh\" content=\"0; url=")
    html.path(note.page, from: path)
    html.markup("\">\n<link rel=\"canonical\" href=\"")
    if let url = site.identity.url {
      html.text(url + note.page.publicHref)
    } else {
      html.path(note.page, from: path)
    }
    html.markup("\">\n</head>\n<body>\n<main>\n<h1>Moved</h1>\n<p>This page is now <a href=\"")
    html.path(note.page, from: path)
    html.markup("\">")
    html.text(note.title)
    html.markup("</a>.</p>\n</main>\n</body>\n</html>\n")
    bytes = html.take()
  }
}
