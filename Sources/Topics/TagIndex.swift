internal import Bytes
internal import Markup
public import Notes

/// The tags of all notes, each with the notes that carry it.
public struct TagIndex: Sendable {
  /// A tag.
  public struct Tag: Sendable, Equatable {
    /// The tag as its first note writes it.
    public let name: String
    /// Letters, digits and hyphens that tell it from every other tag.
    public let slug: String
    /// The indices of its notes, in their order.
    public let notes: [Int]
  }

  /// The tags, by name.
  public let tags: [Tag]
  /// For each note, the indices of its tags.
  public let tagsOfNote: [[Int]]

  /// Collects the tags; those that differ only in case are one.
  public init(_ notebook: Notebook) {
    var known: [String: Int] = [:]
    var found: [(key: String, name: String, notes: [Int])] = []
    for index in notebook.notes.indices {
      for tag in notebook.notes[index].frontMatter.tags {
        let key = tag.lowercased()
        let place = known[key] ?? found.count
        if place == found.count {
          known[key] = place
          found.append((key, tag, []))
        }
        if found[place].notes.last != index { found[place].notes.append(index) }
      }
    }
    found.sort { $0.key.precedesInBytes($1.key) }
    var slugs: Set<String> = []
    var tags: [Tag] = []
    var tagsOfNote = [[Int]](repeating: [], count: notebook.notes.count)
    for (key, name, notes) in found {
      let plain = GitHubAnchor.plain(key)
      var slug = plain.isEmpty ? "tag" : plain
      var count = 1
      while !slugs.insert(slug).inserted {
        count += 1
        slug = "\(plain)-\(count)"
      }
      for note in notes { tagsOfNote[note].append(tags.count) }
      tags.append(Tag(name: name, slug: slug, notes: notes))
    }
    self.tags = tags
    self.tagsOfNote = tagsOfNote
  }
}
