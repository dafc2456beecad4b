public import Diagnostics
public import Files

/// Addresses that notes had before: aliases that are paths, from which a page leads on.
///
/// An alias is a path where it begins with `/` or ends in `.html` or `.md`; it is read from the root.
/// Other aliases are names for wikilinks.
public struct Redirects: Sendable {
  /// The pages that lead on, in the order of their paths, with the index of the note they lead to.
  public private(set) var entries: [(path: SitePath, note: Int)] = []
  /// Aliases whose place is taken.
  public private(set) var findings: [Finding] = []

  /// Collects the aliases of all notes; `files` are published beside the pages.
  public init(_ notebook: Notebook, files: [ContentPath]) {
    var holders: [SitePath: ContentPath] = [:]
    for index in notebook.notes.indices where !notebook.notes[index].frontMatter.aliases.isEmpty {
      let note = notebook.notes[index]
      for alias in note.frontMatter.aliases {
        guard let path = Self.page(for: alias.text) else { continue }
        if holders.isEmpty { holders = Self.holders(notebook, files) }
        if let holder = holders[path] {
          guard path != note.page else { continue }
          findings.append(
            Finding(
              .aliasClash,
              at: Place(note.path.string, line: alias.place.line, column: alias.place.column),
              "the alias '\(alias.text)' is the address of '\(holder)'",
              help: "take it out of 'aliases'"))
        } else {
          holders[path] = note.path
          entries.append((path, index))
        }
      }
    }
    entries.sort { $0.path < $1.path }
  }

  /// The page of an alias that is a path; nil for a name.
  static func page(for alias: String) -> SitePath? {
    let isPath = alias.hasPrefix("/") || alias.hasSuffix(".html") || alias.hasSuffix(".md")
    guard isPath, let path = ContentPath(String(alias.drop { $0 == "/" })), !path.isRoot else {
      return nil
    }
    switch path.fileExtension {
    case "html": return SitePath(asset: path)
    case "md", "markdown":
      return SitePath(asset: path.folder.appending("\(path.stem).html"))
    default: return SitePath(asset: path.appending("index.html"))
    }
  }

  private static func holders(
    _ notebook: Notebook, _ files: [ContentPath]
  ) -> [SitePath: ContentPath] {
    var holders: [SitePath: ContentPath] = [:]
    for file in files { holders[SitePath(asset: file)] = file }
    for folder in notebook.folders { holders[folder.page] = folder.path }
    for note in notebook.notes { holders[note.page] = note.path }
    return holders
  }
}
