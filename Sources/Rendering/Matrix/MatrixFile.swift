internal import Files
internal import Responsibility

/// `matrix.json`: the whole matrix as data, where the notes say anything about who does what.
enum MatrixFile {
  static let path = SitePath(asset: ContentPath.root.appending("matrix.json"))

  static func files(_ studies: SiteStudies) -> [StudyFile] {
    guard !studies.matrix.isEmpty,
      !studies.publishedFiles.contains(where: { $0.string == path.string })
    else { return [] }
    return [StudyFile(path: path) { MatrixExport($0.studies.matrix).json() }]
  }
}
