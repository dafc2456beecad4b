import Testing
import Workers

@testable import Search

/// An index that follows a change must be the index that is made from nothing.
@Suite struct IndexUpdateTests {
  @Test(arguments: [1, 2] as [UInt64])
  func followsOneChangeAfterTheOther(seed: UInt64) throws {
    var draw = Draw(state: seed)
    var changing = ChangingSite(&draw)
    var (site, memory) = changing.index()
    var followed = 0
    let rounds = 100
    for round in 0..<rounds {
      let before = changing
      let page = changing.edit(&draw)
      let whole = changing.index()
      guard let update = before.update(page, to: changing, memory: memory, site: site) else {
        (site, memory) = whole
        continue
      }
      followed += 1
      for path in update.removed { #expect(site.removeValue(forKey: path) != nil) }
      for name in update.dropped { #expect(memory.removeValue(forKey: name) != nil) }
      site.merge(ChangingSite.scripts(update.files)) { $1 }
      memory.merge(update.kept.map { ($0.name, $0.bytes) }) { $1 }
      try #require(site == whole.site, "files of round \(round)")
      try #require(memory == whole.memory, "memory of round \(round)")
    }
    #expect(followed * 10 >= rounds * 7, "\(followed)")
  }

  @Test func makesFewFilesForAnotherWord() throws {
    var draw = Draw(state: 3)
    let before = ChangingSite(&draw)
    var after = before
    after.pages[7].sections[20].words[0] = "moba"
    let (site, memory) = before.index()
    let update = try #require(before.update(7, to: after, memory: memory, site: site))
    #expect(!update.files.isEmpty && update.files.count * 6 < site.count)
    #expect(update.removed.count <= update.files.count)
  }

  @Test func followsNothingButTextAndHeadings() {
    var draw = Draw(state: 4)
    let before = ChangingSite(&draw)
    let (site, memory) = before.index()
    func follows(_ page: Int, _ edit: (inout ChangingSite.Page) -> Void) -> Bool {
      var after = before
      edit(&after.pages[page])
      return before.update(page, to: after, memory: memory, site: site) != nil
    }
    #expect(follows(3) { $0.sections[0].words.append("moba") })
    #expect(follows(3) { $0.sections.append(("Heading", [])) })
    #expect(!follows(3) { $0.title += " else" })
    #expect(!follows(3) { $0.isNote = false })
    // A topic, and a page whose text moves all means.
    #expect(!follows(65) { $0.sections[0].words.append("moba") })
    #expect(!follows(3) { $0.sections[0].words += [String](repeating: "moba", count: 5_000) })
  }

  /// More than there are seeds to tell them apart.
  @Test func filesOfTheSameContentAreOne() throws {
    var draw = Draw(state: 9)
    var copies = ChangingSite(&draw)
    let text = (0..<600).map { _ in draw.word() }
    copies.pages.insert(
      contentsOf: (0..<300).map { number in
        ChangingSite.Page(title: "Copy \(number)", sections: [("", text)])
      }, at: 0)
    var (site, memory) = copies.index()
    let files = SearchIndex(
      copies.documents, workers: Workers(width: 2), keeping: nil, limits: ChangingSite.limits
    ).files
    #expect(files.count == site.count)
    #expect(files.count { $0.family == .texts } < 100)
    // The first of them, one between, and back again.
    for (page, word) in [(0, "moba"), (150, "moba"), (150, "unheard"), (0, text[5])] {
      let before = copies
      copies.pages[page].sections[0].words[5] = word
      let whole = copies.index()
      let update = try #require(before.update(page, to: copies, memory: memory, site: site))
      site = Self.followed(site, update)
      memory.merge(update.kept.map { ($0.name, $0.bytes) }) { $1 }
      for name in update.dropped { memory[name] = nil }
      try #require(site == whole.site, "\(page)")
      try #require(memory == whole.memory, "\(page)")
    }
  }

  @Test func memoryChangesNoFile() {
    var draw = Draw(state: 5)
    let site = ChangingSite(&draw)
    let plain = SearchIndex(
      site.documents, workers: Workers(width: 1), keeping: nil, limits: ChangingSite.limits)
    #expect(site.index().site == ChangingSite.scripts(plain.files))
  }

  /// What may happen to a file between two builds.
  enum Mishap: CaseIterable { case missing, empty, cut, changed, other }

  @Test(arguments: Mishap.allCases)
  func survivesWhateverHappenedToAFile(mishap: Mishap) throws {
    var draw = Draw(state: 6)
    let before = ChangingSite(&draw, notes: 12)
    var after = before
    after.pages[7].sections[3].words.insert("moba unheard", at: 0)
    let (site, memory) = before.index()
    let whole = after.index()
    func spoil(_ files: [String: [UInt8]], _ name: String) -> [String: [UInt8]] {
      var files = files
      var bytes = files[name] ?? []
      switch mishap {
      case .missing: bytes = []
      case .empty: bytes = []
      case .cut: bytes.removeLast(bytes.count / 3)
      case .changed: bytes[draw(below: bytes.count)] ^= 4
      case .other: bytes = files[files.keys.filter { $0 != name }.min() ?? ""] ?? []
      }
      files[name] = mishap == .missing ? nil : bytes
      return files
    }
    var nils = 0
    for name in memory.keys.sorted() {
      guard
        let update = before.update(7, to: after, memory: spoil(memory, name), site: site)
      else {
        nils += 1
        continue
      }
      #expect(Self.followed(site, update) == whole.site)
    }
    #expect(nils > 0)
    for (number, path) in site.keys.sorted().enumerated() where number % 3 == 0 {
      let spoilt = spoil(site, path)
      guard let update = before.update(7, to: after, memory: memory, site: spoilt) else {
        continue
      }
      // A file that is kept stays as it is: the site's own manifest knows whether it is right.
      var followed = Self.followed(spoilt, update)
      if whole.site[path] != nil, followed[path] == spoilt[path] { followed[path] = site[path] }
      #expect(followed == whole.site)
    }
  }

  @Test func readsAHeaderThatLies() throws {
    var draw = Draw(state: 8)
    let before = ChangingSite(&draw, notes: 10)
    var after = before
    after.pages[7].sections[3].words.insert("moba unheard", at: 0)
    let (site, memory) = before.index()
    let header = try #require(memory[IndexMemory.header])
    for _ in 0..<120 {
      var bytes = Array(header.dropLast(8))
      bytes[draw(below: bytes.count)] = UInt8(draw(below: 256))
      bytes.appendFingerprint(bytes.fingerprint)
      var memory = memory
      memory[IndexMemory.header] = bytes
      // What comes of it is nobody's business, as long as something does.
      _ = before.update(7, to: after, memory: memory, site: site)
    }
  }

  private static func followed(
    _ site: [String: [UInt8]], _ update: IndexUpdate
  ) -> [String: [UInt8]] {
    var site = site
    for path in update.removed { site[path] = nil }
    return site.merging(ChangingSite.scripts(update.files)) { $1 }
  }
}
