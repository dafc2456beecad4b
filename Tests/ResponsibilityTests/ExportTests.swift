import Testing

@testable import Responsibility

@Suite struct ExportTests {
  private let notes = """
    -- a.md --
    # AWS, a
    ## AWS responsibilities
    - hardware, facilities
    - Provides audit reports | of *all* kinds
    ## Customer responsibilities
    - guest OS of EC2, after AWS has released the image
    - **IAM:** least privilege; reviews (quarterly)
    -- b.md --
    # AWS, b
    | Layer | Infrastructure | Container | Abstracted |
    |---|---|---|---|
    | Guest OS | Customer | AWS | AWS |
    | Server-side encryption | Customer | Shared | N/A |
    | Key rotation | AWS (AWS: yearly; Customer: monthly [if it brings its own keys]) | AWS | |
    -- c.md --
    # Azure
    | Layer | IaaS | SaaS |
    |---|---|---|
    | Hardware | Microsoft | Microsoft |
    | Data | You | You |
    -- d.md --
    # ROSA
    | Area | Change management | Incident management |
    |---|---|---|
    | Upgrades | Red Hat and Customer | Red Hat |
    | Hardware | AWS | AWS |
    -- e.md --
    # AWS, e
    ## Red Hat responsibilities
    - facilities
    """

  /// What has to survive: rows with their numbers, and what each cell comes to.
  private func essence(_ matrix: ResponsibilityMatrix) -> [String] {
    matrix.cells.filter { $0.label != .undetermined }.map { cell in
      let row = matrix.rows[cell.row]
      let parts = cell.parts.map { "\($0.party) \($0.involvement) \($0.condition ?? "")" }
      return "\(row.id) \(row.number) @ \(cell.coordinates.key): \(cell.label.name) \(parts)"
    }.sorted()
  }

  @Test func markdownParsesBackToTheSameMatrix() throws {
    let first = try Story(notes).matrix
    let markdown = MatrixExport(first).markdown
    let second = try Story(markdown).matrix
    #expect(essence(second) == essence(first))
    #expect(MatrixExport(second).markdown == markdown)
    #expect(MatrixDiff(from: MatrixSnapshot(first), to: MatrixSnapshot(second)).moves == [])
  }

  @Test func jsonParsesBackToTheSameSnapshot() throws {
    let matrix = try Story(notes).matrix
    for isIndented in [true, false] {
      let json = MatrixExport(matrix).json(isIndented: isIndented)
      #expect(MatrixSnapshot(json: json) == MatrixSnapshot(matrix))
    }
    #expect(MatrixSnapshot(json: Array("{\"rows\": 3}".utf8)) == nil)
    #expect(MatrixSnapshot(json: Array("[".utf8)) == nil)
  }

  @Test func aDiffTellsWhatMoved() throws {
    let old = try Story("# AWS\n## AWS responsibilities\n- hardware\n- guest OS\n- facilities")
      .matrix
    let new = try Story(
      """
      # AWS
      ## AWS responsibilities
      - hardware
      - virtualization
      ## Customer responsibilities
      - guest OS
      """
    ).matrix
    let diff = MatrixDiff(from: MatrixSnapshot(old), to: MatrixSnapshot(new))
    #expect(
      diff.text == """
        + r-virtualization  Virtualization
        - r-facilities  Facilities
        ~ r-guest-os  Guest operating system  [general@aws]: aws -> customer
        1 row added, 1 row removed, 1 cell moved: AWS \u{2212}1, Customer +1

        """)
    #expect(
      MatrixDiff(from: MatrixSnapshot(old), to: MatrixSnapshot(old)).text == "nothing moved\n")
  }

  @Test func everyExportIsTheSameAgain() throws {
    let exports = try (0..<2).map { _ in
      let export = MatrixExport(try Story(notes).matrix)
      return [export.json(), export.csv, export.wideCSV, Array(export.text().utf8)]
    }
    #expect(exports[0] == exports[1])
  }

  @Test func explainsACellToAStranger() throws {
    let matrix = try Story("# AWS\n## Customer responsibilities\n- guest OS of EC2").matrix
    let explanation = MatrixExplanation(matrix)
    let columns = explanation.columns(named: "ec2")
    #expect(
      explanation.text(row: try #require(matrix.row(named: "R-07")), columns: columns) == """
        R-07  Guest operating system  (r-guest-os, layer Guest operating system)

        Amazon EC2: Customer
          Customer does: guest OS of EC2
          because:
            note.md:3  under "AWS" > "Customer responsibilities"
              "guest OS of EC2"
              rule duty-bullet: An item of a list below a party's heading is a duty of that party.
          how to do it: no note says

        """)
  }
}
