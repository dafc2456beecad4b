internal import CTheme
public import Files
internal import Mustache

/// The theme: the files embedded in the program, single ones replaced by those of a `Templates` folder.
public struct Theme: Sendable {
  /// Why a theme cannot be used.
  public struct Problem: Error, Sendable, CustomStringConvertible {
    /// A sentence that names the file.
    public let description: String
  }

  /// A file that the site serves: the style sheet, the scripts, the icon.
  public struct Asset: Sendable {
    /// Where it goes; the name carries a hash of its content.
    public let path: SitePath
    /// What it holds.
    public let bytes: [UInt8]
  }

  /// What the site serves, by name.
  public let assets: [Asset]
  private let paths: [String: SitePath]
  let templates: MustacheLibrary
  /// A hash of all files.
  public let fingerprint: UInt64

  /// The names of the files that a `Templates` folder may replace.
  public static let fileNames: [String] = embedded.map(\.name)

  /// The files embedded in the program.
  private static let embedded: [(name: String, bytes: [UInt8])] = {
    (0..<sitegen_theme_count()).compactMap { index in
      guard let file = sitegen_theme_file_at(index)?.pointee else { return nil }
      let name = String(cString: file.name)
      let bytes = Array(UnsafeBufferPointer(start: file.bytes, count: file.size))
      return (name, name.hasSuffix(".js") ? ScriptCondenser.condensed(bytes) : bytes)
    }
  }()

  /// Makes the theme.
  ///
  /// - Parameter overrides: bytes for some of `fileNames`.
  /// - Throws: `Problem` where a template is no valid Mustache.
  public init(overrides: [String: [UInt8]] = [:]) throws(Problem) {
    var templates = MustacheLibrary()
    var hash = Fingerprint()
    var assets: [String: Asset] = [:]
    for (name, standard) in Self.embedded {
      let bytes = overrides[name] ?? standard
      hash.append(name)
      hash.append(Fingerprint.of(bytes))
      guard let dot = name.lastIndex(of: ".") else { continue }
      let stem = name[..<dot]
      if name.hasSuffix(".mustache") {
        do {
          try templates.register(String(decoding: bytes, as: UTF8.self), named: String(stem))
        } catch {
          throw Problem(description: "\(name): \(error)")
        }
      } else {
        let digest = String(Fingerprint.of(bytes), radix: 16)
        let path = ContentPath("sitegen/\(stem).\(digest.prefix(8))\(name[dot...])") ?? .root
        assets[name] = Asset(path: SitePath(asset: path), bytes: bytes)
      }
    }
    self.assets = assets.keys.sorted().compactMap { assets[$0] }
    paths = assets.mapValues(\.path)
    self.templates = templates
    fingerprint = hash.value
  }
  /// Where a file of `Templates` that the site serves goes: `site.css`, `map.js`.
  ///
  /// Every name that the program asks for is embedded.
  func path(of name: String) -> SitePath { paths[name] ?? SitePath(asset: .root.appending(name)) }
}
