import Glibc

/// What is in the output folder before a build.
struct FormerSite: Sendable {
  let folder: OpenFolder
  let manifest: Manifest?
  /// False where the folder is empty: then nothing of it is ever looked at.
  let hasFiles: Bool
  let mode: mode_t

  /// nil where there is no folder; throws `outputNotOurs` where it holds files of somebody else.
  init?(_ place: OutputPlace, force: Bool) throws(PublishingError) {
    guard let folder = OpenFolder(at: place.output) else {
      if errno == ENOENT { return nil }
      throw .errno(place.output)
    }
    guard let status = folder.ownStatus, let entries = folder.entries() else {
      throw .errno(place.output)
    }
    let manifest = Manifest(in: folder, at: RawPath(Manifest.fileName))
    // A freshly made repository, or one for GitHub Pages, may have these and still be empty.
    let isEmpty = entries.allSatisfy {
      $0.name.bytes.first == UInt8(ascii: ".") || $0.name == RawPath("CNAME")
    }
    if manifest == nil, !isEmpty, !force { throw .outputNotOurs(path: place.output) }
    self.folder = folder
    self.manifest = manifest
    self.hasFiles = !entries.isEmpty
    self.mode = status.st_mode & 0o7777
  }
}

/// By which a file that was looked at is known again: the same file, with nothing done to it.
struct FileIdentity: Equatable {
  private let device: dev_t
  private let number: ino_t
  private let size: off_t
  private let modified: [Int]

  init(_ status: stat) {
    device = status.st_dev
    number = status.st_ino
    size = status.st_size
    modified = [
      status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_ctim.tv_sec, status.st_ctim.tv_nsec,
    ]
  }
}
