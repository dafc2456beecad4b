/// A comment in a note that accepts findings at its place, with a reason.
///
///     <!-- sitegen-ignore: image-alt-empty reason="the text beside it says it all" -->
///     <!-- sitegen-ignore-file: heading-skip, toc-drift reason="made by a program" -->
public struct Suppression: Sendable, Equatable {
  /// The ids of the rules.
  public var rules: [String]
  /// Where the comment stands.
  public var place: Place
  /// The lines for which it holds; nil for the whole file.
  public var lines: ClosedRange<Int>?

  /// Makes a suppression.
  public init(rules: [String], place: Place, lines: ClosedRange<Int>?) {
    self.rules = rules
    self.place = place
    self.lines = lines
  }
}

extension Suppression {
  /// What stands in a comment that begins with `sitegen-`.
  public struct Comment: Sendable, Equatable {
    /// The ids of rules, as written.
    public var rules: [String] = []
    /// True for `sitegen-ignore-file`.
    public var isForTheFile = false
    /// What is wrong with it, as a sentence; it then accepts nothing.
    public var problem: String?
    /// What to do about that.
    public var help: String?

    /// How all of these comments begin.
    public static let mark = "sitegen-"

    /// Reads a comment's text; nil for any other comment.
    public init?(_ text: String) {
      let text = Self.trimmed(text[...])
      guard text.hasPrefix(Self.mark) else { return nil }
      let colon = text.firstIndex(of: ":") ?? text.endIndex
      let name = text[..<colon]
      guard name == "sitegen-ignore" || name == "sitegen-ignore-file", colon < text.endIndex else {
        problem = "'\(name.prefix(40))' is no comment that sitegen knows"
        help = "write 'sitegen-ignore: rule reason=\"…\"'"
        return
      }
      isForTheFile = name == "sitegen-ignore-file"
      var rest = text[text.index(after: colon)...]
      var reason: Substring = ""
      if let start = rest.firstRange(of: "reason=\"") {
        reason = rest[start.upperBound...].prefix { $0 != "\"" }
        rest = rest[..<start.lowerBound]
      }
      rules = rest.split { $0 == "," || $0.isWhitespace }.map(String.init)
      if rules.isEmpty {
        problem = "the comment names no rule"
        help = "write 'sitegen-ignore: rule reason=\"…\"'"
      } else if Self.trimmed(reason).isEmpty {
        problem = "the comment gives no reason, so it accepts nothing"
        help = "add reason=\"…\" behind the rules"
      } else if let unknown = rules.first(where: { Rule.named($0) == nil }) {
        problem = "no rule is called '\(unknown)'"
        help = "'sitegen check --explain all' lists the rules"
      }
    }

    private static func trimmed(_ text: Substring) -> Substring {
      var rest = text
      while rest.first?.isWhitespace == true { rest.removeFirst() }
      while rest.last?.isWhitespace == true { rest.removeLast() }
      return rest
    }
  }
}

extension [Finding] {
  /// The findings that no suppression accepts, and a finding for each that accepts none.
  public func without(_ suppressions: [Suppression]) -> [Finding] {
    guard !suppressions.isEmpty else { return self }
    let byPath = Dictionary(grouping: suppressions.indices) { suppressions[$0].place.path }
    var used = Set<Int>()
    var rest = filter { finding in
      guard let own = byPath[finding.place.path] else { return true }
      let accepting = own.filter { index in
        let suppression = suppressions[index]
        return suppression.rules.contains(finding.rule.id)
          && suppression.lines?.contains(finding.place.line) != false
      }
      used.formUnion(accepting)
      return accepting.isEmpty
    }
    for (index, suppression) in suppressions.enumerated() where !used.contains(index) {
      // Links to other sites are looked at only when asked.
      if suppression.rules.contains(where: { $0.hasPrefix("external-") }) { continue }
      let names = suppression.rules.joined(separator: ", ")
      rest.append(
        Finding(
          .ignoreUnused, at: suppression.place, "nothing of \(names) is found here to be ignored",
          help: "take the comment out"))
    }
    return rest
  }
}
