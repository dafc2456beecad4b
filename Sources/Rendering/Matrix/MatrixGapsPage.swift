internal import Diagnostics
internal import Files
internal import Markup
internal import Notes
internal import Responsibility

/// What contradicts itself and what is missing, each with its place.
struct MatrixGapsPage {
  private let list: MatrixPlan.GapList
  private var writer: MatrixWriter

  /// The page's content.
  static func html(_ site: Site, _ plan: MatrixPlan, list: Int) -> HTML {
    let own = plan.gaps[list]
    var page = MatrixGapsPage(list: own, writer: MatrixWriter(site, plan, at: own.path))
    page.write()
    return page.writer.html
  }

  private var matrix: ResponsibilityMatrix { writer.matrix }

  private mutating func write() {
    writer.begin("Gaps and conflicts", in: .gaps)
    counts()
    writer.parts("Parts of this list", writer.plan.gaps.map(\.path)) { "Part \($1 + 1)" }
    if writer.plan.gaps[0].path == list.path, list.conflicts.isEmpty {
      writer.html.markup("<h2>Conflicts</h2>\n<p>No two statements contradict each other.</p>\n")
    } else if !list.conflicts.isEmpty {
      writer.html.markup("<h2>Conflicts</h2>\n")
    }
    for index in list.conflicts { conflict(matrix.cells[index]) }
    var rule: Rule?
    for index in list.findings {
      let finding = matrix.findings[index]
      if finding.rule != rule {
        writer.html.markup(rule == nil ? "<h2 id=\"" : "</ul>\n<h2 id=\"")
        writer.html.text(finding.rule.id)
        writer.html.markup("\">")
        writer.html.text(sentence(finding.rule.summary))
        writer.html.markup("</h2>\n<ul class=\"gaps\">\n")
        rule = finding.rule
      }
      writer.finding(index, showsRow: true)
    }
    if rule != nil { writer.html.markup("</ul>\n") }
  }

  /// Each rule with the number of its findings.
  private mutating func counts() {
    var counts: [(rule: Rule, count: Int, page: SitePath)] = []
    for gaps in writer.plan.gaps {
      for index in gaps.findings {
        let rule = matrix.findings[index].rule
        if counts.last?.rule == rule {
          counts[counts.count - 1].count += 1
        } else {
          counts.append((rule, 1, gaps.path))
        }
      }
    }
    guard !counts.isEmpty else { return }
    writer.html.markup(
      "<div class=\"table\"><table><thead><tr><th scope=\"col\">What</th><th scope=\"col\">Level</th><th scope=\"col\">How many</th></tr></thead><tbody>\n"
    )
    for entry in counts {
      writer.html.markup("<tr><th scope=\"row\">")
      writer.link(entry.page, sentence(entry.rule.summary), anchor: entry.rule.id)
      writer.html.markup("</th><td>")
      writer.html.text(entry.rule.severity.rawValue)
      writer.html.markup("</td><td>")
      writer.html.number(entry.count)
      writer.html.markup("</td></tr>\n")
    }
    writer.html.markup("</tbody></table></div>\n")
  }

  private func sentence(_ text: String) -> String {
    text.hasSuffix(".") ? String(text.dropLast()) : text
  }

  private mutating func conflict(_ cell: Cell) {
    writer.html.markup("<section class=\"cell\">\n<h3>")
    writer.row(cell.row, at: cell.coordinates)
    writer.html.markup(": ")
    writer.html.text(matrix.name(of: cell.coordinates))
    writer.html.markup("</h3>\n")
    writer.sides(of: cell, limit: 4)
    writer.html.markup("</section>\n")
  }
}
