internal import Diagnostics
internal import Files
internal import Notes

/// The categories that notes give services, and where they disagree.
struct CategoryBook {
  /// By the service's id; only services that notes categorise.
  private(set) var ofService: [String: [String]] = [:]
  private(set) var findings: [Finding] = []

  init(_ readings: [NoteReading], notes: [Note]) {
    var places: [String: [(category: String, path: ContentPath, line: Int)]] = [:]
    for index in readings.indices {
      for each in readings[index].categories {
        places[each.service, default: []].append((each.category, notes[index].path, each.line))
      }
    }
    for (service, list) in places.sorted(by: { $0.key < $1.key }) {
      var categories: [String] = []
      for each in list where !categories.contains(each.category) {
        categories.append(each.category)
      }
      ofService[service] = categories
      guard categories.count > 1 else { continue }
      for category in categories {
        guard let here = list.first(where: { $0.category == category }),
          let there = list.first(where: { $0.category != category })
        else { continue }
        findings.append(
          Finding(
            .matrixConflict, at: Place(here.path.string, line: here.line),
            "the service '\(service)' is put among \(here.category) services here and among"
              + " \(there.category) ones in \(there.path):\(there.line)",
            help: "mend one of them, or name its category under 'services' in responsibilities.yml",
            target: "category \(service)"))
      }
    }
  }
}
