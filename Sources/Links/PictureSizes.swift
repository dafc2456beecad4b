public import Diagnostics
public import Files
internal import Markup
public import Notes
public import Workers

/// The widths and heights of the pictures that notes show, so that pages do not shift as they load.
public struct PictureSizes: Sendable {
  /// The size of each picture that could be read.
  public let sizes: [ContentPath: PictureSize]
  /// Pictures whose size cannot be read.
  public let findings: [Finding]

  /// Reads the first bytes of every picture that is there.
  public init(of notebook: Notebook, from source: FileSource, workers: Workers = Workers()) {
    var places: [ContentPath: Place] = [:]
    for (note, targets) in zip(notebook.notes, notebook.targets) {
      for index in targets.indices {
        guard case .file(let path) = targets[index].end, places[path] == nil,
          note.document.links[index].kind.isImage
        else { continue }
        let link = note.document.links[index]
        places[path] = Place(note.path.string, line: link.line, column: link.addressColumn)
      }
    }
    let paths = places.keys.sorted()
    let read = workers.map(paths.count) { index -> PictureSize? in
      guard let head = try? source.head(paths[index], PictureSize.headLength) else { return nil }
      return PictureSize(head: head)
    }
    var sizes: [ContentPath: PictureSize] = [:]
    var findings: [Finding] = []
    for (path, size) in zip(paths, read) {
      if let size {
        sizes[path] = size
      } else if let place = places[path] {
        findings.append(
          Finding(
            .imageUnreadable, at: place, "the width and height of '\(path)' cannot be read",
            help: "PNG, JPEG, GIF, WebP and SVG with a size or a viewBox can", target: path.string))
      }
    }
    self.sizes = sizes
    self.findings = findings
  }
}
