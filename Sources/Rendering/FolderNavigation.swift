internal import Files
internal import Markup
internal import Notes

/// The navigation of all pages of one folder: the branch that it lies on, the rest folded.
///
/// It is the same for every page of the folder but for which entry is the current one, so it is made
/// once. Long lists show a window around the current entry, so that its size does not grow with the
/// number of notes.
struct FolderNavigation: Sendable {
  /// The most notes of the folder that are listed at once.
  static let noteWindow = 24
  /// The most folders that are listed at once on each level.
  static let folderWindow = 14

  private struct Entry: Sendable {
    let note: Int
    /// Where it begins in the list.
    let start: Int
    /// Where the attribute of its link goes, were it the current one.
    let linkEnd: Int
  }

  private let before: HTML
  /// The notes of the folder, side by side.
  private let list: HTML
  private let entries: [Entry]
  private let after: HTML
  private let ownPage: HTML
  /// Where the folder's own link stands in `before`: its attribute goes there on the folder's page.
  private let ownLinkEnd: Int

  /// The navigation with `note` as the current entry; nil for the folder's own page.
  func html(current note: Int?) -> HTML {
    var html = HTML()
    before.read { buffer in
      html.trusted(UnsafeBufferPointer(rebasing: buffer[..<ownLinkEnd]))
      if note == nil { html.markup(" aria-current=\"page\"") }
      html.trusted(UnsafeBufferPointer(rebasing: buffer[ownLinkEnd...]))
    }
    let current = note.flatMap { note in entries.firstIndex { $0.note == note } }
    let shown = Self.window(around: current ?? 0, of: entries.count, size: Self.noteWindow)
    appendMore(shown.lowerBound, to: &html)
    list.read { list in
      let range = start(of: shown.lowerBound)..<start(of: shown.upperBound)
      let middle = current.map { entries[$0].linkEnd } ?? range.lowerBound
      html.trusted(UnsafeBufferPointer(rebasing: list[range.lowerBound..<middle]))
      if current != nil { html.markup(" aria-current=\"page\"") }
      html.trusted(UnsafeBufferPointer(rebasing: list[middle..<range.upperBound]))
    }
    appendMore(entries.count - shown.upperBound, to: &html)
    html.html(after)
    return html
  }

  /// Where an entry begins in the list; after the last one where that ends.
  private func start(of entry: Int) -> Int {
    entry < entries.count ? entries[entry].start : list.count
  }

  private func appendMore(_ count: Int, to html: inout HTML) {
    guard count > 0 else { return }
    html.markup("<li class=\"more\"><a href=\"")
    html.html(ownPage)
    html.markup("\">")
    html.number(count)
    html.markup(" more</a></li>")
  }

  private static func window(around center: Int, of count: Int, size: Int) -> Range<Int> {
    guard count > size else { return 0..<count }
    let start = min(max(0, center - size / 2), count - size)
    return start..<start + size
  }

  init(of folder: Int, in notebook: Notebook) {
    var way: [Int] = []
    var each: Int? = folder
    while let current = each {
      way.append(current)
      each = notebook.folders[current].parent
    }
    let page = notebook.folders[folder].page
    var builder = Builder(notebook: notebook, page: page)
    builder.open(Array(way.reversed()))
    before = builder.html
    ownLinkEnd = builder.ownLinkEnd
    var list = HTML()
    entries = notebook.folders[folder].notes.map { note in
      let start = list.count
      list.markup("<li><a href=\"")
      list.path(notebook.notes[note].page, from: page)
      list.markup("\"")
      let linkEnd = list.count
      list.markup(">")
      list.text(notebook.notes[note].title)
      list.markup("</a></li>")
      return Entry(note: note, start: start, linkEnd: linkEnd)
    }
    self.list = list
    builder.html.removeAll()
    builder.close(Array(way.reversed()))
    after = builder.html
    var own = HTML()
    own.path(page, from: page)
    ownPage = own
  }

  /// Writes what stands before and after the notes of the folder.
  private struct Builder {
    let notebook: Notebook
    let page: SitePath
    var html = HTML()
    var ownLinkEnd = 0

    mutating func open(_ way: [Int]) {
      html.markup("<ul class=\"tree\"><li><a href=\"")
      html.path(notebook.folders[0].page, from: page)
      html.markup("\"")
      ownLinkEnd = html.count
      html.markup(">Home</a></li>")
      for (depth, index) in way.enumerated() {
        let next = depth + 1 < way.count ? way[depth + 1] : nil
        guard let next else { break }
        siblings(of: next, in: index, isBefore: true)
        html.markup("<li class=\"branch\"><a href=\"")
        html.path(notebook.folders[next].page, from: page)
        html.markup("\"")
        if depth + 2 == way.count { ownLinkEnd = html.count }
        html.markup(">")
        html.text(notebook.folders[next].title)
        html.markup("</a> <span class=\"count\">")
        html.number(notebook.folders[next].noteCount)
        html.markup("</span><ul>")
      }
    }

    mutating func close(_ way: [Int]) {
      for (depth, index) in way.enumerated().reversed() {
        if depth + 1 == way.count {
          folded(notebook.folders[index].folders[...], in: index)
        } else {
          siblings(of: way[depth + 1], in: index, isBefore: false)
        }
        html.markup(depth == 0 ? "</ul>" : "</ul></li>")
      }
    }

    /// The folders beside one on the way, before or after it, as far as the window reaches.
    private mutating func siblings(of child: Int, in parent: Int, isBefore: Bool) {
      let all = notebook.folders[parent].folders
      guard let place = all.firstIndex(of: child) else { return }
      let shown = FolderNavigation.window(
        around: place, of: all.count, size: FolderNavigation.folderWindow)
      if isBefore {
        more(shown.lowerBound, in: parent)
        entries(all[shown.lowerBound..<place])
      } else {
        entries(all[(place + 1)..<shown.upperBound])
        more(all.count - shown.upperBound, in: parent)
      }
    }

    private mutating func folded(_ all: ArraySlice<Int>, in parent: Int) {
      entries(all.prefix(FolderNavigation.folderWindow))
      more(all.count - FolderNavigation.folderWindow, in: parent)
    }

    private mutating func entries(_ folders: ArraySlice<Int>) {
      for folder in folders {
        html.markup("<li class=\"folded\"><a href=\"")
        html.path(notebook.folders[folder].page, from: page)
        html.markup("\">")
        html.text(notebook.folders[folder].title)
        html.markup("</a> <span class=\"count\">")
        html.number(notebook.folders[folder].noteCount)
        html.markup("</span></li>")
      }
    }

    private mutating func more(_ count: Int, in folder: Int) {
      guard count > 0 else { return }
      html.markup("<li class=\"more\"><a href=\"")
      html.path(notebook.folders[folder].page, from: page)
      html.markup("\">")
      html.number(count)
      html.markup(" more folders</a></li>")
    }
  }
}
