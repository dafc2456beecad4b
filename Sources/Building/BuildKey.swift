internal import Diagnostics
internal import Files
internal import Notes
internal import Rendering

/// One number for everything that a site is made of: the same notes and settings give the same key.
struct BuildKey {
  let value: UInt64

  /// The key of notes that were read for a build.
  init(_ notebook: Notebook, _ settings: Settings) {
    self.init(notes: notebook.sources, files: notebook.files.sorted(), settings)
  }

  /// The key of notes and the files beside them; both sorted by path.
  init(
    notes: [(path: ContentPath, fingerprint: UInt64)], files: [ContentPath], _ settings: Settings
  ) {
    var hash = Fingerprint()
    hash.append(Version.current)
    hash.append(settings.theme.fingerprint)
    hash.append(settings.configurationFingerprint)
    hash.append(settings.siteURL ?? "")
    hash.append(settings.request.includesDrafts ? 1 : 0)
    hash.append(String(decoding: settings.revision, as: UTF8.self))
    hash.append(UInt64(notes.count))
    for (path, fingerprint) in notes {
      hash.append(path.string)
      hash.append(fingerprint)
    }
    hash.append(UInt64(files.count))
    for path in files { hash.append(path.string) }
    value = hash.value
  }

  /// The key of everything but the notes' bytes: their paths, the files, the settings and the day.
  static func surroundings(
    notes: some Sequence<ContentPath>, files: [ContentPath], _ settings: Settings
  ) -> UInt64 {
    var hash = Fingerprint()
    hash.append(BuildKey(notes: notes.map { ($0, 0) }, files: files, settings).value)
    hash.append(settings.request.today?.description ?? "")
    return hash.value
  }
}

/// The version of the program.
public enum Version {
  /// Semantic versioning.
  public static let current = "0.1.0"
}
