internal import Markup
internal import Responsibility

extension MatrixWriter {
  /// Radio buttons that choose the column to show where there is room for one only.
  ///
  /// The style sheet shows them on narrow screens, and does the rest.
  mutating func picker(
    _ columns: [Coordinates], checked: Int = 1, first: Int = 1, remarks: [String] = []
  ) {
    guard columns.count > 1 else { return }
    html.markup("<fieldset class=\"picker\"><legend>Column</legend>\n")
    for (index, column) in columns.enumerated() {
      let number = index + first
      html.markup("<label><input type=\"radio\" name=\"column\" class=\"p")
      html.number(number)
      html.markup(number == checked ? "\" checked> " : "\"> ")
      html.text(matrix.name(of: column))
      if index < remarks.count {
        html.markup(" ")
        html.text(remarks[index])
      }
      html.markup("</label>\n")
    }
    html.markup("</fieldset>\n")
  }

  /// The head of a table with a column for each place.
  mutating func columnHeads(_ columns: [Coordinates], corner: StaticString) {
    html.markup("<thead><tr><th scope=\"col\">")
    html.markup(corner)
    html.markup("</th>")
    for (index, column) in columns.enumerated() {
      html.markup("<th scope=\"col\" class=\"c c")
      html.number(index + 1)
      html.markup("\">")
      if let view = plan.servicePages[column] {
        link(view, matrix.name(of: column))
      } else {
        html.text(matrix.name(of: column))
      }
      html.markup("</th>")
    }
    html.markup("</tr></thead>\n")
  }

  /// The head of the rows of one group of layers.
  mutating func groupHead(_ group: String, width: Int) {
    html.markup("<tbody><tr class=\"group\"><th scope=\"rowgroup\" colspan=\"")
    html.number(width)
    html.markup("\">")
    html.text(group)
    html.markup("</th></tr>\n")
  }

  /// The beginning of a row, with classes that say what there is in it.
  ///
  /// With `comparesToFirst` there is one for each further column in which it differs from the first.
  mutating func rowStart(_ row: Int, _ cells: [Int?], comparesToFirst: Bool = false) {
    let labels = cells.map { $0.map { matrix.cells[$0].label } }
    let isGap = labels.contains { $0 == .undetermined || $0 == .conflict }
    let varies = labels.contains { $0 != labels.first }
    html.markup("<tr class=\"row")
    if isGap { html.markup(" gap") }
    if varies { html.markup(" varies") }
    if comparesToFirst {
      for (index, label) in labels.enumerated() where label != labels[0] {
        html.markup(" m")
        html.number(index + 1)
      }
    }
    html.markup("\"><th scope=\"row\">")
    self.row(row)
    html.markup(" <span class=\"cite\">")
    html.text(matrix.rows[row].citation)
    html.markup("</span></th>")
  }

  /// A cell: who, by shape, colour and words, as a link to the evidence.
  mutating func cell(_ index: Int?, row: Int, number: Int) {
    guard let index else {
      html.markup("<td class=\"c c")
      html.number(number)
      html.markup(" silent\">not said</td>")
      return
    }
    let cell = matrix.cells[index]
    let look = MatrixLook(cell, in: matrix)
    html.markup("<td class=\"c c")
    html.number(number)
    html.markup("\"><a class=\"")
    html.markup(look.shape.className)
    html.markup("\" href=\"")
    let place = plan.place(ofRow: row, at: cell.coordinates)
    html.path(place.path, section: place.anchor, from: page)
    html.markup("\">")
    html.text(look.words)
    html.markup("</a>")
    let isConditional =
      cell.parts.contains { $0.condition != nil }
      || cell.claims.contains { matrix.claims[$0].condition != nil }
    let remarks = [isConditional ? "conditional" : nil, cell.modality.word]
      .compactMap { $0 }
    if !remarks.isEmpty, cell.label != .undetermined {
      html.markup("<small>")
      html.text(remarks.joined(separator: ", "))
      html.markup("</small>")
    }
    html.markup("</td>")
  }

  /// What cells come to, as counts of a total; with the shapes, it is the legend as well.
  mutating func tally(_ counts: ResponsibilityMatrix.Counts) {
    let entries: [(MatrixLook.Shape, String, Int)] = [
      (.provider, "provider", counts.provider), (.customer, "customer", counts.customer),
      (.shared, "shared", counts.shared), (.thirdParty, "others", counts.thirdParty),
      (.conflict, "in conflict", counts.conflicts),
      (.undetermined, "undetermined", counts.undetermined),
      (.notApplicable, "not applicable", counts.notApplicable),
    ]
    html.markup("<div class=\"tally\"><p>Of ")
    html.text(Site.count(counts.cells, "cell"))
    html.markup(" in ")
    html.text(Site.count(counts.rows, "row"))
    html.markup(":</p>")
    bar(entries.map { ($0.0, $0.2) })
    html.markup("<ul>")
    for (shape, name, count) in entries where count > 0 || shape == .undetermined {
      html.markup("<li><span class=\"")
      html.markup(shape.className)
      html.markup("\">")
      html.number(count)
      html.markup(" ")
      html.text(name)
      html.markup("</span></li>")
    }
    html.markup("</ul></div>\n")
  }

  /// A bar with a piece for each count; what it shows stands beside it in words.
  private mutating func bar(_ pieces: [(shape: MatrixLook.Shape, count: Int)]) {
    let total = pieces.reduce(0) { $0 + $1.count }
    guard total > 0 else { return }
    html.markup(
      "<svg class=\"bar-of\" viewBox=\"0 0 1000 24\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
    )
    var start = 0
    for (shape, count) in pieces where count > 0 {
      let end = start + count
      let (left, right) = (start * 1000 / total, end * 1000 / total)
      html.markup("<rect class=\"")
      html.markup(shape.className)
      html.markup("\" height=\"24\"")
      html.attribute("x", left)
      html.attribute("width", Swift.max(1, right - left - 3))
      html.markup("/>")
      start = end
    }
    html.markup("</svg>")
  }
}
