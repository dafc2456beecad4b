internal import Files
internal import Markup
internal import Responsibility

extension MatrixPlan {
  /// All pages of the matrix, the overview first.
  func pages() -> [StudyPage] {
    var pages: [StudyPage] = []
    let duties = Site.count(matrix.rows.count, "duty", "duties")
    var overview = page(
      overview, "matrix", "Who does what", "\(duties): what the provider does, and what is yours."
    ) { MatrixOverviewPage.html($0, $1) }
    overview.headerLabel = "Who does what"
    overview.trail = []
    pages.append(overview)
    for (index, sheet) in sheets.enumerated() {
      let name = matrix.name(of: sheet.axis)
      pages.append(
        page(sheet.path, "matrix-sheet", name, "Who does what: \(name.lowercased()).") {
          MatrixSheetPage.html($0, $1, sheet: index)
        })
    }
    for (index, own) in rowPages.enumerated() {
      pages.append(
        page(
          own.path, "matrix-row", title(of: own), "Who does it, and the sentences that say so."
        ) { MatrixRowPage.html($0, $1, page: index) })
    }
    for (index, list) in checklists.enumerated() {
      let name = matrix.parties[list.party].name
      pages.append(
        page(list.path, "matrix-party", "All that \(name) does", "A checklist of duties.") {
          MatrixPartyPage.html($0, $1, list: index)
        })
    }
    for (index, view) in services.enumerated() {
      let name = matrix.services[view.service].name
      pages.append(
        page(view.path, "matrix-sheet", "\(name): who does what", "The duties of one service.") {
          MatrixServicePage.html($0, $1, view: index)
        })
    }
    for (index, beside) in comparisons.enumerated() {
      let name = matrix.name(of: beside.column)
      pages.append(
        page(beside.path, "matrix-sheet", "What moves: \(name)", "Two columns side by side.") {
          MatrixComparePage.html($0, $1, comparison: index)
        })
    }
    for (index, list) in gaps.enumerated() {
      pages.append(
        page(list.path, "matrix-gaps", "Gaps and conflicts", "What is missing in the matrix.") {
          MatrixGapsPage.html($0, $1, list: index)
        })
    }
    if let reference {
      pages.append(
        page(reference, "matrix-sheet", "Beside published models", "The notes and the models.") {
          MatrixReferencePage.html($0, $1, at: reference)
        })
    }
    return pages
  }

  /// The duty, or the first and the last of several.
  func title(of page: RowPage) -> String {
    let titles = [page.rows[0], page.rows[page.rows.count - 1]].map { matrix.rows[$0].title }
    return page.rows.count == 1
      ? titles[0] : titles.map { $0.shortened(to: 60) }.joined(separator: " \u{2013} ")
  }

  private func page(
    _ path: SitePath, _ kind: String, _ title: String, _ description: String,
    _ content: @escaping @Sendable (Site, MatrixPlan) -> HTML
  ) -> StudyPage {
    var page = StudyPage(path: path, kind: kind, title: title, description: description) { site in
      site.matrix.map { content(site, $0) } ?? HTML()
    }
    page.styles = ["matrix.css"]
    page.scripts = kind == "matrix-party" ? ["matrix.js"] : []
    page.trail = [("Who does what", overview)]
    return page
  }
}
