internal import Diagnostics
internal import Files
internal import Markup
internal import Notes
internal import Responsibility

extension MatrixWriter {
  /// The most claims that are shown for one cell; matrix.json has all.
  static let claimCap = 24

  /// A claim: what is written, where, and by which rule it was read.
  mutating func claim(_ index: Int, isOutranked: Bool = false, showsParties: Bool = false) {
    let claim = matrix.claims[index]
    let origin = claim.provenance
    html.markup(isOutranked ? "<figure class=\"claim outranked\">" : "<figure class=\"claim\">")
    if showsParties {
      html.markup("<p>")
      html.who(look(of: claim))
      html.markup("</p>")
    }
    html.markup("<blockquote><p>")
    html.text(origin.text.shortened(to: 600))
    html.markup("</p></blockquote><figcaption>")
    note(origin.note, anchor: origin.anchor, otherwise: origin.file.string)
    if origin.headings.count > 1 {
      html.markup(" <span class=\"way\">")
      html.text(origin.headings.dropFirst().joined(separator: " \u{203A} ").shortened(to: 160))
      html.markup("</span>")
    }
    html.markup("<br>")
    place(origin.file.string, origin.firstLine, origin.lastLine)
    html.markup("<br>")
    html.text(isOutranked ? "Outranked: read as " : "Read as ")
    html.text(claim.precedence.words)
    let rule = claim.ruleSummary
    if !rule.isEmpty {
      html.markup(". The rule: ")
      html.text(rule)
    }
    html.markup(" <code>")
    html.text(claim.rule)
    html.markup("</code>")
    if let words = claim.modality.words, claim.modality != .override {
      html.markup(", ")
      html.text(words)
    }
    if let condition = claim.condition {
      html.markup("<br>Only if: ")
      html.text(condition.shortened(to: 300))
    }
    html.markup("</figcaption></figure>\n")
  }

  /// Claims that contradict each other, beside each other.
  mutating func sides(of cell: Cell, limit: Int = claimCap) {
    html.markup("<div class=\"sides\">\n")
    for index in cell.claims.prefix(limit) { claim(index, showsParties: true) }
    html.markup("</div>\n")
    more(cell.claims.count - limit)
  }

  /// Who has it after one claim alone.
  private func look(of claim: Claim) -> MatrixLook {
    let parties = claim.responsible
    let label: Label =
      parties.isEmpty
      ? (claim.notApplicable == nil ? .undetermined : .notApplicable)
      : parties.count == 1 ? .party(parties[0]) : .sharedIndependent
    return MatrixLook(label, claim.parts, in: matrix)
  }

  mutating func more(_ count: Int) {
    guard count > 0 else { return }
    html.markup("<p class=\"more\">and ")
    html.number(count)
    html.markup(" more in the data</p>\n")
  }

  /// What explains a duty: links to notes, topics that nobody treats yet, or that there is nothing.
  mutating func howTo(of cell: Cell) {
    guard cell.asksForHowTo else { return }
    html.markup("<p class=\"how\"><b>How:</b> ")
    if cell.howTo.isEmpty {
      html.markup("<span class=\"lack\">no note explains it</span>")
    }
    for (index, found) in cell.howTo.prefix(4).enumerated() {
      if index > 0 { html.markup(", ") }
      if let note = found.note, site.notebook.notes.indices.contains(note) {
        link(site.notebook.notes[note].page, found.title, anchor: found.anchor)
      } else {
        html.markup("<span class=\"wanted\">")
        html.text(found.title)
        html.markup("</span> (not written yet)")
      }
      if found.strength == .weak { html.markup(" <span class=\"lack\">weak</span>") }
    }
    html.markup("</p>\n")
  }

  // MARK: - Findings

  /// A finding as an item of a list: what, which duty, what to do, and where.
  mutating func finding(_ index: Int, showsRow: Bool = false) {
    let finding = matrix.findings[index]
    html.markup("<li><p>")
    html.text(finding.message.shortened(to: 300).asSentence)
    html.markup("</p>")
    if let help = finding.help {
      html.markup("<p class=\"help-text\">")
      html.text(help.shortened(to: 300).asSentence)
      html.markup("</p>")
    }
    if showsRow, let row = plan.rowOfFinding[index] {
      html.markup("<p class=\"about\">Duty: ")
      self.row(row)
      html.markup(" <span class=\"cite\">")
      html.text(matrix.rows[row].citation)
      html.markup("</span></p>")
    }
    html.markup("<p class=\"at\">")
    if let note = plan.notesByPath[finding.place.path] {
      self.note(note, anchor: anchor(of: finding.place, in: note), otherwise: "")
      html.markup(" ")
    }
    place(finding.place.path, finding.place.line, finding.place.line)
    html.markup("</p></li>\n")
  }

  /// The section of a note that a line stands in.
  private func anchor(of place: Place, in note: Int) -> String? {
    let headings = site.notebook.notes[note].document.headings
    return headings.last { $0.line <= place.line && !$0.anchor.isEmpty }?.anchor
  }
}
