public import Files
internal import Markup
internal import Notes

/// A note's Markdown as the site publishes it, beside its page: so links between notes lead from copy to
/// copy, and to the pictures, mostly as they are.
///
/// Only addresses are changed that would not lead there: what differs in case, leaves out the ending,
/// begins at the root or names a note whose page has another name is written out; what is not there
/// becomes `#`.
struct MarkdownCopy {
  private let site: Site
  private let note: Int
  private let page: SitePath
  private let source: [UInt8]
  private var edits: [(range: Range<Int>, address: String)] = []
  /// True where each address that is to be changed was found on the line of its link.
  private var isExact = true

  init(of note: Int, in site: Site, source: [UInt8]) {
    self.site = site
    self.note = note
    self.source = source
    page = site.notebook.notes[note].page.markdownCopy
    // A note that changed since it was read has its links elsewhere; the next build reads it again.
    guard Fingerprint.of(source) == site.notebook.notes[note].fingerprint else { return }
    findEdits()
  }

  var bytes: [UInt8] {
    guard !edits.isEmpty else { return source }
    var result: [UInt8] = []
    result.reserveCapacity(source.count + edits.count * 32)
    var done = 0
    // Links without a column of their own may find the address of a neighbour: it is changed once.
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
    where edit.range.lowerBound >= done {
      result.append(contentsOf: source[done..<edit.range.lowerBound])
      result.append(contentsOf: edit.address.utf8)
      done = edit.range.upperBound
    }
    result.append(contentsOf: source[done...])
    return result
  }

  /// What was changed; nil where that does not follow from the lines of the links.
  var addresses: MendedAddresses? {
    let sorted = edits.sorted { $0.range.lowerBound < $1.range.lowerBound }
    let areApart = zip(sorted, sorted.dropFirst()).allSatisfy {
      $0.range.upperBound <= $1.range.lowerBound
    }
    guard isExact, areApart else { return nil }
    return MendedAddresses(
      edits: sorted.map {
        MendedAddresses.Edit(
          place: $0.range.lowerBound, written: Array(source[$0.range]),
          address: Array($0.address.utf8))
      })
  }

  // MARK: - Which addresses are changed

  private mutating func findEdits() {
    let targets = site.notebook.targets[note]
    var lines: [Int]?
    for index in targets.indices {
      guard site.notebook.notes[note].document.links[index].kind != .wikilink,
        let address = Self.address(of: index, from: note, in: site)
      else { continue }
      let link = site.notebook.notes[note].document.links[index]
      let starts = lines ?? MendedAddresses.lineStarts(source)
      lines = starts
      guard starts.indices.contains(link.line - 1) else {
        isExact = false
        continue
      }
      let start = starts[link.line - 1] + max(0, link.column - 1)
      let end = link.line < starts.count ? starts[link.line] : source.count
      guard let range = place(of: link.destination, from: start) else {
        isExact = false
        continue
      }
      edits.append((range, address))
      if range.lowerBound < start || range.upperBound > end { isExact = false }
    }
  }

  /// True where an address of a note has to be changed.
  static func needsMending(_ note: Int, in site: Site) -> Bool {
    let ends = site.notebook.linkEnds[note]
    return ends.indices.contains { place in
      !leadsRight(ends[place], in: note, of: site)
        && !isRight(place - ends.startIndex, in: note, of: site)
    }
  }

  /// True for a link whose end alone says that its address is right as it is.
  private static func leadsRight(_ end: LinkEnd, in note: Int, of site: Site) -> Bool {
    guard !end.wantsLook else { return false }
    switch end.kind {
    case .note: return end.number == note || site.isCopiedUnderItsName[end.number]
    case .elsewhere: return true
    case .folder, .wanted, .file: return false
    }
  }

  /// True for a link whose address is right as it is: nearly all are.
  private static func isRight(_ link: Int, in note: Int, of site: Site) -> Bool {
    // Targets are large values; reading single fields in place spares copies of the whole.
    let targets = site.notebook.targets[note]
    switch targets[link].end {
    case .external: return true
    case .note(let other):
      return targets[link].remarks.isEmpty && (other == note || site.isCopiedUnderItsName[other])
    case .file(let path):
      return targets[link].remarks.isEmpty && !site.studies.refusedFiles.contains(path)
    case .folder, .wanted, .missing, .outside, .nowhere: return false
    }
  }

  /// What is to be written for a link; nil where its address is right as it is.
  private static func address(of link: Int, from note: Int, in site: Site) -> String? {
    guard !isRight(link, in: note, of: site) else { return nil }
    let target = site.notebook.targets[note][link]
    let page = site.notebook.notes[note].page.markdownCopy
    let anchor = target.anchor.map { "#\($0)" } ?? ""
    switch target.end {
    case .external: return nil
    case .wanted, .missing, .outside, .nowhere: return "#"
    case .file(let path) where site.studies.refusedFiles.contains(path): return "#"
    case .file(let path): return SitePath(asset: path).href(from: page)
    case .folder(let folder): return site.notebook.folders[folder].page.href(from: page)
    case .note(let other) where other == note: return anchor.isEmpty ? "#" : anchor
    case .note(let other):
      return site.notebook.notes[other].page.markdownCopy.href(from: page) + anchor
    }
  }

  // MARK: - Where they are written

  /// The place of an address.
  ///
  /// It is behind the link's beginning and before the next empty line, or in a definition. An address that is written with escapes is not found and stays.
  private func place(of destination: String, from start: Int) -> Range<Int>? {
    let wanted = Array(destination.utf8)
    if wanted.isEmpty { return emptyPlace(from: start) }
    var index = start
    while index + wanted.count <= source.count, !isBlankLine(at: index) {
      if let range = written(wanted, at: index, after: [0x28, 0x3C, 0x3D, 0x22, 0x27]) {
        return range
      }
      index += 1
    }
    index = 0
    while index + wanted.count <= source.count {
      if let range = written(wanted, at: index, after: [0x3A, 0x3C]), isDefinition(range) {
        return range
      }
      index += 1
    }
    return nil
  }

  /// The range of an address that begins here, is not part of a longer word, stands behind one of some
  /// marks and has no edit yet.
  private func written(
    _ wanted: [UInt8], at index: Int, after marks: [UInt8]
  ) -> Range<Int>? {
    let range = index..<index + wanted.count
    guard source[index] == wanted[0], source[range].elementsEqual(wanted) else { return nil }
    if range.upperBound < source.count,
      ![0x29, 0x3E, 0x22, 0x27, 0x20, 0x09, 0x0A, 0x0D].contains(source[range.upperBound])
    {
      return nil
    }
    let before = source[..<index].last { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    guard let before, marks.contains(before) else { return nil }
    return edits.contains { $0.range == range } ? nil : range
  }

  /// The place between the brackets of `()` and `(<>)`.
  private func emptyPlace(from start: Int) -> Range<Int>? {
    var index = start
    while index + 2 < source.count, !isBlankLine(at: index) {
      if source[index] == 0x5D, source[index + 1] == 0x28 {
        let place = source[index + 2] == 0x3C ? index + 3 : index + 2
        let end = source[index + 2] == 0x3C ? 0x3E : 0x29
        if place < source.count, source[place] == end,
          !edits.contains(where: { $0.range == place..<place })
        {
          return place..<place
        }
      }
      index += 1
    }
    return nil
  }

  /// True where the line of a place begins with a label in brackets and a colon.
  private func isDefinition(_ range: Range<Int>) -> Bool {
    let start = source[..<range.lowerBound].lastIndex { $0 == 0x0A }.map { $0 + 1 } ?? 0
    let line = source[start..<range.lowerBound].drop { $0 == 0x20 || $0 == 0x3E }
    guard line.first == 0x5B, let close = line.firstIndex(of: 0x5D) else { return false }
    return close + 1 < range.lowerBound && source[close + 1] == 0x3A
  }

  private func isBlankLine(at index: Int) -> Bool {
    guard source[index] == 0x0A else { return false }
    let rest = source[(index + 1)...].prefix { $0 != 0x0A }
    return rest.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
  }
}

extension Site {
  /// The Markdown that is published of a note, where it differs from the note's own, and what was changed
  /// in it: made of its bytes, which are only read if that is so.
  public func mendedMarkdown(
    of path: ContentPath, _ source: () throws -> [UInt8]
  ) rethrows -> (bytes: [UInt8], addresses: MendedAddresses?)? {
    guard let note = notebook.index(ofNoteAt: path), MarkdownCopy.needsMending(note, in: self)
    else { return nil }
    let copy = MarkdownCopy(of: note, in: self, source: try source())
    return (copy.bytes, copy.addresses)
  }
}
