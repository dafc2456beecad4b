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

  /// The most bytes that a reader is not made to wait for.
  private static let largeFile = 2_000_000

  /// Reads the first bytes of every picture that is there.
  public init(of notebook: Notebook, from source: FileSource, workers: Workers = Workers()) {
    var places: [ContentPath: Place] = [:]
    for note in notebook.notes.indices {
      for (index, end) in notebook.linkEnds[note].enumerated() where end.kind == .file {
        guard case .file(let path) = notebook.targets[note][index].end, places[path] == nil,
          notebook.notes[note].document.links[index].kind.isImage
        else { continue }
        let note = notebook.notes[note]
        let link = note.document.links[index]
        places[path] = Place(note.path.string, line: link.line, column: link.addressColumn)
      }
    }
    let paths = places.keys.sorted()
    let read = workers.map(paths.count) { index -> (size: PictureSize?, bytes: Int64) in
      let bytes = source.stamp(paths[index])?.size ?? 0
      guard let head = try? source.head(paths[index], PictureSize.headLength) else {
        return (nil, bytes)
      }
      return (PictureSize(head: head), bytes)
    }
    var sizes: [ContentPath: PictureSize] = [:]
    var findings: [Finding] = []
    for (path, (size, bytes)) in zip(paths, read) {
      if bytes > Self.largeFile, let place = places[path] {
        let tenths = bytes * 10 / 1_000_000
        findings.append(
          Finding(
            .imageLarge, at: place, "'\(path)' is \(tenths / 10).\(tenths % 10) MB large",
            help: "scale it to the width at which it is shown, or save it as WebP",
            target: path.string))
      }
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
