internal import Building
internal import Diagnostics

/// Prints findings as people read them: place, sentence, the line with a caret, help.
struct FindingPrinter {
  let terminal: Terminal
  private let lines: LineReader

  /// A printer for the findings of a folder of notes.
  init(terminal: Terminal, notes folder: String) {
    self.terminal = terminal
    lines = LineReader(folder: folder)
  }

  /// Prints all findings, grouped by what they are about.
  ///
  /// What is worth knowing but not wrong is counted, and shown only on request.
  func print(_ findings: [Finding]) {
    guard terminal.volume != .quiet else { return }
    let isVerbose = terminal.volume == .verbose
    var hidden = 0
    for group in FindingGroup.grouping(findings) {
      if group.first.severity == .info, !isVerbose {
        hidden += group.findings.count
        continue
      }
      print(group, isVerbose: isVerbose)
    }
    if hidden > 0 {
      terminal.say(terminal.styled("\(hidden) more worth knowing (-v shows them)", .faint))
    }
  }

  private func print(_ group: FindingGroup, isVerbose: Bool) {
    let shown = isVerbose ? group.findings[...] : group.findings.prefix(1)
    for finding in shown {
      let place = Terminal.harmless(lines.pathPrefix + finding.place.description)
      let severity = terminal.styled("\(finding.severity.rawValue):", style(of: finding.severity))
      let message = Terminal.harmless(finding.message)
      let rule = terminal.styled("[\(finding.rule.id)]", .faint)
      terminal.say("\(terminal.styled(place, .bold)): \(severity) \(message) \(rule)")
      // A key must not end up in the log of a CI system.
      if finding.rule != .secretSuspected { excerpt(of: finding.place) }
    }
    for help in [group.first.help, group.summary].compactMap(\.self) {
      terminal.say("  \(terminal.styled("help:", .green)) \(Terminal.harmless(help))")
    }
  }

  private func style(of severity: Severity) -> Terminal.Style {
    switch severity {
    case .error: .red
    case .warning: .yellow
    case .info: .blue
    }
  }

  /// The most bytes of a line that are shown.
  private static let lineCap = 160

  /// The line of a place and a caret below its column.
  private func excerpt(of place: Place) {
    guard let bytes = lines.bytes(at: place) else { return }
    let number = "\(place.line)"
    let gutter = terminal.styled("\(number) |", .faint)
    let column = max(0, min(place.column - 1, bytes.count))
    let start = column > Self.lineCap - 40 ? column - 40 : 0
    let visible = String(decoding: bytes[start...].prefix(Self.lineCap), as: UTF8.self)
    terminal.say("  \(gutter) \(Terminal.harmless(visible))")
    guard place.column > 0 else { return }
    let before = String(decoding: bytes[start..<column], as: UTF8.self)
    let space = Terminal.harmless(before).map { $0 == "\t" ? "\t" : " " }.joined()
    let margin = String(repeating: " ", count: number.utf8.count + 1)
    terminal.say("  \(margin)  \(space)\(terminal.styled("^", style(of: .warning)))")
  }
}
