/// What a note says about itself in the YAML at its head.
public struct FrontMatter: Hashable, Sendable {
  /// The title, instead of the first heading.
  public var title: String?
  /// One sentence for search engines and lists of notes.
  public var description: String?
  /// The tags as written, each once.
  public var tags: [String] = []
  /// The place among the notes of a folder.
  public var order: Double?
  /// True for a note that is left out unless drafts are asked for.
  public var draft = false
  /// Paths that lead to this note as well.
  public var aliases: [Alias] = []
  /// The day of the note.
  public var date: CalendarDate?
  /// The last part of the page's address, instead of the file's name.
  public var slug: String?
  /// The language of the note, for example `en` or `de-AT`.
  public var language: String?
  /// Who does what, still as it was written.
  public var responsibility: YAMLValue?

  /// Makes front matter that says nothing.
  public init() {}

  /// A path that leads to the note as well, or a name for wikilinks.
  public struct Alias: Hashable, Sendable {
    /// The alias as written.
    public var text: String
    /// Where it is written.
    public var place: Position

    /// Makes an alias.
    public init(_ text: String, at place: Position) {
      self.text = text
      self.place = place
    }
  }

  /// A place in the note's file.
  public struct Position: Hashable, Sendable {
    /// From 1.
    public var line: Int
    /// From 1, in UTF-8 bytes.
    public var column: Int

    /// Makes a position.
    public init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }
  }
}
