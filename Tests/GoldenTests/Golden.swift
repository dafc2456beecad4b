import Building
import Diagnostics
import Files
import Glibc
import Publishing
import Testing

/// A site of `Cases`: its notes, and what is to come of them.
struct Golden {
  let name: String

  static let cases = String(
    #filePath.prefix(#filePath.utf8.count - "Golden.swift".utf8.count) + "Cases")

  var folder: String { "\(Self.cases)/\(name)" }

  /// The request to build the case into a folder, with what lies beside its notes.
  func request(into output: String) -> BuildRequest {
    var request = BuildRequest(content: "\(folder)/Content", output: output)
    if access("\(folder)/Templates", F_OK) == 0 { request.templates = "\(folder)/Templates" }
    if access("\(folder)/sitegen.yml", F_OK) == 0 {
      request.configuration = "\(folder)/sitegen.yml"
    }
    return request
  }

  /// What a build makes of the case: the pages, the files of the notes, and the report.
  ///
  /// The theme's own files are left out, and their names come without the hash of their content. The
  /// files of the search index are left out altogether: they are compressed, and have tests of their own.
  func built() throws -> Tree {
    let place = try TemporaryFolder()
    let output = "\(place.path)/Public"
    let report = try SiteBuild.run(request(into: output))
    var site: Tree = [:]
    for (path, bytes) in try tree(below: output)
    where !Self.isOfTheTheme(path) && !Self.isOfTheSearch(path) {
      let isPage = path.hasSuffix(".html")
      site["Public/\(Self.normalised(path))"] = isPage ? Self.normalised(bytes) : bytes
    }
    let manifest = try #require(Manifest(reading: output))
    site["Report.txt"] = Array(Self.text(of: report, manifest).utf8)
    return site
  }

  /// What is to come of the case.
  func expected() throws -> Tree {
    var expected = try tree(below: folder).filter { $0.key.hasPrefix("Public/") }
    if let report = try tree(below: folder)["Report.txt"] { expected["Report.txt"] = report }
    return expected
  }

  /// Makes what came of the case what is to come of it.
  func update(to site: Tree) throws {
    for path in try expected().keys where site[path] == nil { unlink("\(folder)/\(path)") }
    for (path, bytes) in site { try write(bytes, to: "\(folder)/\(path)") }
  }

  // MARK: - Text

  private static func isOfTheTheme(_ path: String) -> Bool {
    // What is named after a hash belongs to the theme, but for the data of the notes.
    path.hasPrefix("sitegen/") && normalised(path) != path && !path.hasPrefix("sitegen/map-data.")
  }

  private static func isOfTheSearch(_ path: String) -> Bool {
    path.hasPrefix("sitegen/search/")
  }

  private static func normalised(_ page: [UInt8]) -> [UInt8] {
    Array(normalised(String(decoding: page, as: UTF8.self)).utf8)
  }

  private static func normalised(_ text: String) -> String {
    text.replacing(/sitegen\/([a-z-]+)\.[0-9a-f]+\.(css|js|svg)/) {
      "sitegen/\($0.output.1).HASH.\($0.output.2)"
    }.replacing("sitegen \(Version.current)", with: "sitegen VERSION")
  }

  private static func text(of report: BuildReport, _ manifest: Manifest) -> String {
    var lines = [
      "\(report.noteCount) notes, \(report.assetCount) assets, \(report.wantedCount) wanted,"
        + " \(report.draftCount) drafts", "", "Findings:",
    ]
    for finding in report.findings {
      lines.append(
        "\(finding.place): \(finding.severity.rawValue): \(finding.message) [\(finding.rule.id)]")
    }
    lines +=
      ["", "Files:"]
      + manifest.entries.lazy.map(\.path)
      .filter { !isOfTheSearch($0) }.map(normalised)
      // Two files that differ in nothing but hash and ending stand in the order of their hashes.
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return lines.joined(separator: "\n") + "\n"
  }
}
