public import Files

/// A folder that holds notes, directly or further down.
public struct NoteFolder: Sendable {
  /// Where it lies.
  public let path: ContentPath
  /// Where its page goes.
  public internal(set) var page: SitePath
  /// The title of its own note, else its name without its number.
  public internal(set) var title: String
  /// The index of its `README.md` or `index.md`; nil where its page is made.
  public internal(set) var indexNote: Int?
  /// The indices of its other notes, in their order.
  public internal(set) var notes: [Int] = []
  /// The indices of the folders directly below it, in their order.
  public internal(set) var folders: [Int] = []
  /// The index of the folder it lies in; nil for the root.
  public internal(set) var parent: Int?
  /// How many notes there are in it and below, its own included.
  public internal(set) var noteCount = 0
}

/// Builds the folders of a notebook and the order in which its notes are read.
struct FolderTree {
  private(set) var folders: [NoteFolder] = []
  private(set) var folderOfNote: [Int] = []
  private(set) var readingOrder: [Int] = []
  private var indices: [ContentPath: Int] = [:]

  init(_ notes: [Note]) {
    _ = folder(at: .root)
    // Notes are large values; reading single fields in place spares copies of the whole.
    folderOfNote = notes.indices.map { folder(at: notes[$0].path.folder) }
    for index in notes.indices {
      let folder = folderOfNote[index]
      let isIndex = Note.isIndex(notes[index].path, slug: notes[index].frontMatter.slug)
      let isHome = notes[index].page == .home && !isIndex
      if isHome {
        folders[0].indexNote = index
        folderOfNote[index] = 0
      } else if isIndex, folders[folder].indexNote == nil {
        folders[folder].indexNote = index
      } else {
        folders[folder].notes.append(index)
      }
      var each: Int? = folder
      while let current = each {
        folders[current].noteCount += 1
        each = folders[current].parent
      }
    }
    sort(notes)
    readingOrder.reserveCapacity(notes.count)
    collect(from: 0)
  }

  private mutating func folder(at path: ContentPath) -> Int {
    if let known = indices[path] { return known }
    let parent = path.isRoot ? nil : folder(at: path.folder)
    let index = folders.count
    indices[path] = index
    folders.append(
      NoteFolder(
        path: path, page: SitePath(asset: path.appending("index.html")),
        title: path.isRoot ? "" : Note.title(ofFileNamed: path.name), parent: parent))
    if let parent { folders[parent].folders.append(index) }
    return index
  }

  /// `order`, else a leading number in the name, else the title.
  private struct Rank: Comparable {
    let order: Double
    let title: String
    let path: ContentPath

    static func < (left: Rank, right: Rank) -> Bool {
      if left.order != right.order { return left.order < right.order }
      if left.title != right.title {
        return left.title.utf8.lexicographicallyPrecedes(right.title.utf8)
      }
      return left.path < right.path
    }
  }

  private mutating func sort(_ notes: [Note]) {
    for index in folders.indices {
      guard let own = folders[index].indexNote else { continue }
      folders[index].title = notes[own].title
      folders[index].page = notes[own].page
    }
    let folderRanks = folders.map { folder in
      let own = folder.indexNote.flatMap { notes[$0].frontMatter.order }
      return Rank(
        order: own ?? number(leading: folder.path.name) ?? .infinity,
        title: folder.title.lowercased(), path: folder.path)
    }
    for index in folders.indices {
      let ranked = folders[index].notes.map { note in
        let order =
          notes[note].frontMatter.order ?? number(leading: notes[note].path.name) ?? .infinity
        let title = notes[note].title.lowercased()
        return (note, Rank(order: order, title: title, path: notes[note].path))
      }
      folders[index].notes = ranked.sorted { $0.1 < $1.1 }.map(\.0)
      folders[index].folders.sort { folderRanks[$0] < folderRanks[$1] }
    }
  }

  private mutating func collect(from root: Int) {
    var pending = [root]
    while let index = pending.popLast() {
      if let own = folders[index].indexNote { readingOrder.append(own) }
      readingOrder += folders[index].notes
      pending += folders[index].folders.reversed()
    }
  }
}
