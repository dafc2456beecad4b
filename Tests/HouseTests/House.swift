import Files

/// The sources of the project, as text.
struct House {
  /// A file of the project.
  struct File {
    /// Relative to the project's folder.
    let path: String
    let text: String

    /// The folder below `Sources` that it is in.
    var room: String {
      path.split(separator: "/").dropFirst().first.map(String.init) ?? ""
    }

    /// The lines with their numbers, from 1.
    var lines: [(number: Int, text: Substring)] {
      text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        .map { ($0 + 1, $1) }
    }

    /// The names of the modules that it imports.
    var imports: [String] {
      lines.compactMap { line in
        let words = line.text.split(separator: " ")
        guard let place = words.firstIndex(of: "import"), place + 1 < words.count,
          words[..<place].allSatisfy({ Self.importWords.contains($0) })
        else { return nil }
        let name = words[(place + 1)...].first { !Self.kindWords.contains($0) }
        return name?.split(separator: ".").first.map(String.init)
      }
    }

    private static let importWords: Set<Substring> = [
      "public", "package", "internal", "fileprivate", "private", "@testable", "@preconcurrency",
    ]
    private static let kindWords: Set<Substring> = [
      "struct", "class", "enum", "protocol", "typealias", "func", "let", "var",
    ]
  }

  /// The project's folder.
  static let root = String(
    #filePath.prefix(#filePath.utf8.count - "/Tests/HouseTests/House.swift".utf8.count))

  /// Every file below a folder of the project.
  static func files(below folder: String, endingIn endings: [String] = []) throws -> [File] {
    let source = try Folder(at: "\(root)/\(folder)").source()
    return try source.list().files
      .filter { endings.isEmpty || endings.contains($0.fileExtension) }
      .map { path in
        File(
          path: "\(folder)/\(path)",
          text: String(decoding: try source.read(path, 1 << 24), as: UTF8.self))
      }
  }

  /// The places of lines in which something stands: `path:line: text`.
  static func places(
    of isMeant: (Substring) -> Bool, in files: [File]
  ) -> [String] {
    files.flatMap { file in
      file.lines.filter { isMeant($0.text) }.map { "\(file.path):\($0.number): \($0.text)" }
    }
  }
}
