extension FrontMatter {
  /// The keys of front matter.
  static let schema = YAMLSchema<FrontMatter>([
    .init("title") { $1.title = $0.text(&$2) },
    .init("description") { $1.description = $0.text(&$2) },
    .init("tags") { $1.tags = $0.tags(&$2) },
    .init("order") { $1.order = $0.number(&$2) },
    .init("draft") { $1.draft = $0.boolean(&$2) ?? false },
    .init("aliases") { pair, frontMatter, problems in
      frontMatter.aliases = (pair.texts(&problems) ?? []).map {
        .init($0.text, at: .init(line: $0.value.line, column: $0.value.column))
      }
    },
    .init("date") { $1.date = $0.date(&$2) },
    .init("slug") { $1.slug = $0.slug(&$2) },
    .init("lang") { $1.language = $0.language(&$2) },
    .init("responsibility") { pair, frontMatter, _ in frontMatter.responsibility = pair.value },
  ])

  /// Keys that mean something to other tools and nothing here.
  static let foreignKeys: Set<String> = [
    "author", "authors", "categories", "created", "cssclasses", "hide", "id", "keywords",
    "lastmod", "layout", "modified", "permalink", "publish", "sidebar_position", "status",
    "template", "toc", "type", "updated", "weight",
  ]
}

extension YAMLValue.Pair {
  /// The tags of a list or of text with commas, each once.
  fileprivate func tags(_ problems: inout [YAMLProblem]) -> [String] {
    let written: [String]
    switch value.content {
    case .scalar(let text, _): written = text.split(separator: ",").map { String($0).onOneLine }
    case .sequence: written = texts(&problems)?.map(\.text) ?? []
    case .mapping:
      problems.append(wrongType("a list", help: "write '\(key): [one, two]'"))
      return []
    }
    var tags: [String] = []
    if written.count <= 16 {
      for tag in written where !tag.isEmpty && !tags.contains(tag) { tags.append(tag) }
    } else {
      var seen: Set<String> = []
      tags = written.filter { !$0.isEmpty && seen.insert($0).inserted }
    }
    return tags
  }

  fileprivate func date(_ problems: inout [YAMLProblem]) -> CalendarDate? {
    if let text = value.text, let date = CalendarDate(text) { return date }
    problems.append(wrongType("a day of the calendar", help: "write it as 2026-01-31"))
    return nil
  }

  fileprivate func slug(_ problems: inout [YAMLProblem]) -> String? {
    guard let text = value.text else {
      problems.append(wrongType("text"))
      return nil
    }
    let isAllowed: (UInt8) -> Bool = {
      $0 >= 0x61 && $0 <= 0x7A || $0 >= 0x30 && $0 <= 0x39 || "-_.".utf8.contains($0)
    }
    if (1...200).contains(text.utf8.count), text.utf8.first != UInt8(ascii: "."),
      text.utf8.allSatisfy(isAllowed)
    {
      return text
    }
    problems.append(
      YAMLProblem(
        at: value, "\(key.quoted) cannot be \(text.quoted) in an address",
        help: "use a to z, 0 to 9, '-', '_' and '.', and begin with no '.'"))
    return nil
  }

  /// A language tag in the shape that BCP 47 gives it.
  func language(_ problems: inout [YAMLProblem]) -> String? {
    if let text = value.text {
      let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
      let isLetter: (UInt8) -> Bool = { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
      let isTag =
        text.utf8.count <= 35
        && parts.allSatisfy { part in
          (1...8).contains(part.count)
            && part.allSatisfy { isLetter($0) || $0 >= 0x30 && $0 <= 0x39 }
        }
      if isTag, let first = parts.first, first.count >= 2, first.allSatisfy(isLetter) {
        return text
      }
    }
    problems.append(wrongType("a language", help: "write it as en or de-AT"))
    return nil
  }
}
