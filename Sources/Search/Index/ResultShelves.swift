/// Which pages' results stand in which file: first the notes, then, more of them in a file, what else
/// there is, which takes a line or two each.
struct ResultShelves: Sendable, Equatable {
  /// How many of the pages, the first ones, are notes.
  let notes: Int
  /// How many pages there are.
  let pages: Int
  let notesPerFile: Int
  let othersPerFile: Int

  /// As a site's builder chooses: there are never more than some 1,700 files.
  init(notes: Int, pages: Int) {
    self.notes = notes
    self.pages = pages
    notesPerFile = max(4, (notes + 1_399) / 1_400)
    othersPerFile = Steadiness.coarse(max(16, (pages - notes + 299) / 300))
  }

  /// As a manifest says.
  init(
    notes: Int, pages: Int, notesPerFile: Int, othersPerFile: Int
  ) throws(DamagedFile) {
    guard notes <= pages, notesPerFile > 0, othersPerFile > 0 else { throw DamagedFile() }
    self.notes = notes
    self.pages = pages
    self.notesPerFile = notesPerFile
    self.othersPerFile = othersPerFile
  }

  private var noteFiles: Int { (notes + notesPerFile - 1) / notesPerFile }

  /// How many files there are.
  var fileCount: Int { noteFiles + (pages - notes + othersPerFile - 1) / othersPerFile }

  /// The pages of a file.
  func pages(ofFile file: Int) -> Range<Int> {
    guard file >= noteFiles else {
      return (file * notesPerFile)..<min(notes, (file + 1) * notesPerFile)
    }
    let start = notes + (file - noteFiles) * othersPerFile
    return start..<min(pages, start + othersPerFile)
  }

  /// The file of a page, and its place there.
  func place(of page: Int) -> (file: Int, place: Int) {
    guard page >= notes else { return (page / notesPerFile, page % notesPerFile) }
    let other = page - notes
    return (noteFiles + other / othersPerFile, other % othersPerFile)
  }
}
