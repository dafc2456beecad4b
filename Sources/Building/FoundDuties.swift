internal import Responsibility
internal import Search

/// The rows of the responsibility matrix as things that can be found, and what notes say about duties.
struct FoundDuties: Sendable {
  private let matrix: ResponsibilityMatrix
  /// For each note what its claims can be narrowed down to.
  private var facets: [Int: [SearchDocument.Facet]] = [:]
  private let parties: [String: String]
  private let layers: [String: String]
  private let services: [String: String]

  /// About how many bytes of duties a row has.
  private static let textCap = 600

  init(_ matrix: ResponsibilityMatrix) {
    self.matrix = matrix
    func names(_ pairs: [(String, String)]) -> [String: String] {
      Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }
    parties = names(matrix.parties.map { ($0.id, $0.name) })
    layers = names(matrix.layers.map { ($0.id, $0.name) })
    services = names(matrix.services.map { ($0.id, $0.name) })
    var facets: [Int: [SearchDocument.Facet]] = [:]
    for claim in matrix.claims {
      guard let note = claim.provenance.note else { continue }
      let found =
        claim.parts.map { party($0.party) }
        + claim.rows.flatMap { layers(ofRow: $0) } + claim.coordinates.compactMap(service)
      for facet in found where facets[note]?.contains(facet) != true {
        facets[note, default: []].append(facet)
      }
    }
    self.facets = facets
  }

  private func party(_ id: String) -> SearchDocument.Facet { .init(.party, parties[id] ?? id) }

  private func layers(ofRow row: Int) -> [SearchDocument.Facet] {
    matrix.rows[row].layers.compactMap { layers[$0] }.map { .init(.layer, $0) }
  }

  private func service(_ column: Coordinates) -> SearchDocument.Facet? {
    guard column.axis == .service else { return nil }
    return .init(.service, services[column.member] ?? column.member)
  }

  /// What a note says about duties.
  func facets(ofNote note: Int) -> [SearchDocument.Facet] { facets[note] ?? [] }

  /// A row, which is told at an address.
  func document(ofRow index: Int, at address: String) -> SearchDocument {
    let row = matrix.rows[index]
    var facets: [SearchDocument.Facet] = layers(ofRow: index)
    var duties: [String] = []
    var size = 0
    for cell in matrix.cells(ofRow: index) {
      for part in cell.parts where part.involvement == .responsible {
        let facet = party(part.party)
        if !facets.contains(facet) { facets.append(facet) }
        let duty = part.duty.isEmpty ? "\(facet.label)." : "\(facet.label): \(part.duty)"
        if size < Self.textCap, !duties.contains(duty) {
          duties.append(duty)
          size += duty.utf8.count
        }
      }
      if let service = service(cell.coordinates), !facets.contains(service) {
        facets.append(service)
      }
    }
    var document = SearchDocument(
      kind: .control, address: address, title: row.title,
      text: duties.joined(separator: "\n") + "\n")
    document.trail = ["Who does what"]
    document.keywords = [row.citation, row.id]
    document.facets = facets
    return document
  }
}
