import Glibc
import Workers

/// The walk through a former site after the exchange: what is ours is removed, the rest is kept.
///
/// Nothing here stops a build, for the new site is in its place: what cannot be removed or moved
/// stays where it is and is named among the strays.
struct Sweep: Sendable {
  /// The manifest of the tree that is swept.
  let manifest: Manifest?
  let removable: [RawPath: FileIdentity]
  /// The new site; nil where everything that is not ours goes aside.
  let new: OpenFolder?
  /// The absolute path of the folder for what finds no place in the new site.
  let kept: String
  /// Folders side by side are swept at the same time where there are many.
  var workers = Workers(width: 1)

  /// Where things are that found no place, as absolute paths.
  var strays: [String] = []

  /// Empties a former site.
  mutating func empty(_ old: OpenFolder) {
    empty(old, beside: new, .root)
    // Last of all: a sweep that is broken off is taken up again by what the manifest says.
    let rest = old.entries() ?? []
    guard rest.allSatisfy({ Manifest.reserves($0.name) && $0.isFile }) else { return }
    for entry in rest { _ = old.remove(entry.name) }
  }

  /// Empties the folder `old`, which is at `path` in the former site.
  mutating func empty(_ old: OpenFolder, beside new: OpenFolder?, _ path: RawPath) {
    var folders: [RawPath] = []
    for entry in old.entries() ?? [] {
      let place = path.appending(entry.name)
      if entry.isFile, Manifest.reserves(place) { continue }
      if entry.isFolder {
        folders.append(entry.name)
        continue
      }
      switch mayRemove(entry, in: old, beside: new, place) {
      case true?: _ = old.remove(entry.name)
      case false?: keep(entry.name, in: old, place)
      case nil: break
      }
    }
    let (sweep, inside) = (self, folders)
    strays += workers.crew(forFolders: inside.count).map(inside.count) { index -> [String] in
      var inner = sweep
      inner.strays = []
      inner.emptyFolder(inside[index], in: old, beside: new, path)
      return inner.strays
    }.flatMap(\.self)
  }

  private mutating func emptyFolder(
    _ name: RawPath, in old: OpenFolder, beside new: OpenFolder?, _ path: RawPath
  ) {
    let place = path.appending(name)
    guard let inner = old.folder(name) else { return }
    empty(inner, beside: new?.folder(name), place)
    let isForeign = manifest?.hasFolder(place) != true
    if isForeign, inner.entries()?.isEmpty == true { keepFolder(place) }
    _ = old.removeFolder(name)
  }

  /// True for what is sitegen's own and as it left it, and for what the new site has too.
  ///
  /// nil where that cannot be known.
  func mayRemove(
    _ entry: OpenFolder.Entry, in old: OpenFolder, beside new: OpenFolder?, _ path: RawPath
  ) -> Bool? {
    guard let status = old.status(entry.name) else { return nil }
    if let twin = new?.status(entry.name), twin.isSameFile(as: status) { return true }
    guard entry.isFile, let known = manifest?[path] else { return false }
    if let identity = removable[path], identity == FileIdentity(status) { return true }
    return known.matches(in: old, at: entry.name)
  }

  /// Moves what is not ours into the new site, or aside where its place is taken.
  private mutating func keep(_ name: RawPath, in old: OpenFolder, _ path: RawPath) {
    if let folder = new?.makingFolders(path.folder), old.move(name, into: folder, as: name) {
      return
    }
    keepAside(name, in: old, path)
  }

  /// Moves a file into the folder beside the site, under a number where the name is taken.
  mutating func keepAside(_ name: RawPath, in old: OpenFolder, _ path: RawPath) {
    mkdir(kept, 0o777)
    for number in 0..<1000 {
      let aside = number == 0 ? kept : "\(kept)/\(number)"
      mkdir(aside, 0o777)
      guard let folder = OpenFolder(at: aside)?.makingFolders(path.folder) else { continue }
      if old.move(name, into: folder, as: name) {
        strays.append("\(aside)/\(path.string)")
        return
      }
    }
    strays.append(path.string)
  }

  /// An empty folder that nobody but its owner knows of.
  private func keepFolder(_ path: RawPath) {
    if new?.makingFolders(path) != nil { return }
    mkdir(kept, 0o777)
    _ = OpenFolder(at: kept)?.makingFolders(path)
  }
}

extension OpenFolder {
  /// The folder at a path below this one, made where it is missing.
  ///
  /// nil where something else is in the way; symbolic links are not followed.
  func makingFolders(_ path: RawPath) -> OpenFolder? {
    var folder = self
    for part in path.bytes.split(separator: UInt8(ascii: "/")) {
      let name = RawPath(bytes: Array(part))
      guard folder.makeFolder(name), let inner = folder.folder(name) else { return nil }
      folder = inner
    }
    return folder
  }
}
