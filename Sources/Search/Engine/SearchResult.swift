/// A page that a query finds.
public struct SearchResult: Sendable {
  /// A section of the page that the query is about.
  public struct Section: Sendable, Equatable {
    /// Where a link leads to, without `#`; empty where it leads to the page.
    public var anchor: String
    /// Its heading.
    public var title: String

    /// Makes a section.
    public init(anchor: String, title: String) {
      self.anchor = anchor
      self.title = title
    }
  }

  /// The page's number.
  public var page: Int
  /// Its address from the root of the site, percent-encoded.
  public var address: String
  /// Its title.
  public var title: String
  /// The titles of the folders that it lies in.
  public var trail: [String]
  /// `note`, `topic` or `control`.
  public var kind: String
  /// How well it answers; higher is better.
  public var score: Int
  /// Its best sections, three at most.
  public var sections: [Section]
  /// A piece of its text around words of the query.
  public var excerpt: String
}

/// Reads what results show.
struct ResultShelf {
  /// What the index has to show of a page.
  struct Record {
    var kind: String
    var address: String
    var title: String
    var trail: [String]
    var sections: [SearchResult.Section]
    /// Where texts stand: from which section on, which record of which file.
    var texts: [(section: Int, record: Int, check: UInt32)]
  }

  private var reader: IndexReader
  private let manifest: IndexManifest

  init(_ reader: IndexReader, _ manifest: IndexManifest) {
    self.reader = reader
    self.manifest = manifest
  }

  /// What there is to show of a page; nil where that cannot be read.
  mutating func record(of page: Int) -> Record? {
    let (file, place) = manifest.shelves.place(of: page)
    guard manifest.results.indices.contains(file),
      let content = reader.content(.results, manifest.results[file])
    else { return nil }
    var lines = String(decoding: content, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)[...]
    for number in 0...place {
      guard let line = lines.popFirst() else { return nil }
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 6, let count = Int(fields[4]), (0...lines.count).contains(count) else {
        return nil
      }
      let own = lines.prefix(count)
      lines = lines.dropFirst(count)
      guard number == place else { continue }
      return Record(
        kind: fields[0], address: fields[1], title: fields[2],
        trail: fields[3].split(separator: "\u{1F}").map(String.init),
        sections: own.map(Self.section),
        texts: fields[5].split(separator: "\u{1F}").compactMap { place in
          let parts = place.split(separator: ":")
          guard parts.count == 3, let section = Int(parts[0]), let record = Int(parts[1]),
            let check = UInt32(parts[2], radix: 16)
          else { return nil }
          return (section, record, check)
        })
    }
    return nil
  }

  private static func section(_ line: Substring) -> SearchResult.Section {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    let heading = fields.count > 1 ? fields[1] : ""
    var anchor = fields.first ?? ""
    if anchor == "!" {
      anchor = ""
    } else if anchor.isEmpty {
      anchor = String(decoding: ResultFile.plainAnchor(heading.utf8), as: UTF8.self)
    }
    return SearchResult.Section(anchor: anchor, title: heading)
  }

  /// A page as a result; `bits` are those of its sections, the best first.
  mutating func result(
    _ record: Record, page: Int, score: Int, bits: [Int], _ groups: [QueryGroup]
  ) -> SearchResult {
    let terms = Set(groups.flatMap { $0.alternatives.map(\.term) })
    let numbers = bits.compactMap { bit in
      Self.section(of: bit, in: record.sections, terms)
    }
    let best = numbers.filter { !record.sections[$0].title.isEmpty }.prefix(3)
    let shown = numbers.first ?? 0
    return SearchResult(
      page: page, address: record.address, title: record.title, trail: record.trail,
      kind: record.kind, score: score, sections: best.map { record.sections[$0] },
      excerpt: text(of: shown, in: record).map { SearchExcerpt.best(of: $0, for: groups) } ?? "")
  }

  /// The section that a bit stands for: where several share it, that whose heading has most of the terms.
  private static func section(
    of bit: Int, in sections: [SearchResult.Section], _ terms: Set<[UInt8]>
  ) -> Int? {
    var best: (section: Int, count: Int)?
    for number in stride(from: bit, to: sections.count, by: Posting.sectionBits) {
      let count =
        sections.count > Posting.sectionBits
        ? Set(Analysis.tokens(of: sections[number].title).map(\.term)).intersection(terms).count
        : 0
      if best.map({ count > $0.count }) ?? true { best = (number, count) }
    }
    return best?.section
  }

  private mutating func text(of section: Int, in record: Record) -> [UInt8]? {
    guard let place = record.texts.last(where: { $0.section <= section }),
      let content = reader.content(.texts, place.check)
    else { return nil }
    let records = content.split(separator: 0x1E, omittingEmptySubsequences: false)
    let number = place.record + section - place.section
    return records.indices.contains(number) ? Array(records[number]) : nil
  }
}
