/// What a finding is an instance of: an id that stays, a usual level, and one line of explanation.
public struct Rule: Hashable, Sendable {
  /// Lower-case words joined by `-`; never reused with another meaning.
  public let id: String
  /// The level of its findings unless the configuration says otherwise.
  public let severity: Severity
  /// What the rule says, in one sentence.
  public let summary: String

  init(_ id: String, _ severity: Severity, _ summary: String) {
    self.id = id
    self.severity = severity
    self.summary = summary
  }

  /// The rule with this id.
  public static func named(_ id: String) -> Rule? {
    all.first { $0.id == id }
  }

  /// Every rule, in the order of their ids.
  public static let all: [Rule] = [
    .addressRefused, .anchorMissing, .assetActive, .encodingInvalid,
    .footnoteUndefined, .frontMatterInvalid, .frontMatterUnknownKey, .htmlAttributeRefused,
    .htmlRefused, .htmlUnbalanced, .imageAltEmpty, .imageMissing, .imageUnreadable,
    .linkCaseMismatch, .linkExtensionMissing, .linkMissing, .linkOutsideRoot, .linkToFolder,
    .linkFromRoot, .noteTooDeep, .noteUnreadable, .pathCaseClash, .pathRefused,
    .referenceUndefined, .slugCollision, .tocDrift, .topicWanted, .wikilinkAmbiguous,
  ].sorted { $0.id < $1.id }
}

extension Rule {
  /// An address with a scheme that is not allowed.
  public static let addressRefused = Rule(
    "address-refused", .error,
    "An address whose scheme is not http, https, mailto or tel is shown as text.")
  /// A link to a heading that is not there.
  public static let anchorMissing = Rule(
    "anchor-missing", .warning, "A link names a section that its target does not have.")
  /// A file that could run script in the site.
  public static let assetActive = Rule(
    "asset-active", .error,
    "A file that a note refers to can run script in the site; it is not published.")
  /// Bytes that are not UTF-8.
  public static let encodingInvalid = Rule(
    "encoding-invalid", .warning, "A note has bytes that are not UTF-8; they are shown as U+FFFD.")
  /// A footnote's mark without a note.
  public static let footnoteUndefined = Rule(
    "footnote-undefined", .warning, "A footnote is referred to and defined nowhere.")
  /// Front matter that cannot be read.
  public static let frontMatterInvalid = Rule(
    "frontmatter-invalid", .error, "Front matter is not valid YAML, or a value has the wrong type.")
  /// A key that means nothing.
  public static let frontMatterUnknownKey = Rule(
    "frontmatter-unknown-key", .warning, "Front matter has a key that sitegen does not know.")
  /// An attribute that was left out.
  public static let htmlAttributeRefused = Rule(
    "html-attribute-refused", .info, "An attribute of raw HTML is not on the list of allowed ones.")
  /// An element that was shown as text.
  public static let htmlRefused = Rule(
    "html-refused", .warning,
    "Raw HTML that is not on the list of allowed elements is shown as text.")
  /// An end tag without its start, or the reverse.
  public static let htmlUnbalanced = Rule(
    "html-unbalanced", .info, "Raw HTML has an end tag without a start tag; it is left out.")
  /// A picture that says nothing to those who do not see it.
  public static let imageAltEmpty = Rule(
    "image-alt-empty", .warning, "A picture has no alternative text.")
  /// A picture that is not there.
  public static let imageMissing = Rule(
    "image-missing", .error, "A picture is not where the note says; its name is shown in its place."
  )
  /// A picture whose size cannot be read.
  public static let imageUnreadable = Rule(
    "image-unreadable", .warning, "A picture's width and height cannot be read from its file.")
  /// A link that only some file systems follow.
  public static let linkCaseMismatch = Rule(
    "link-case-mismatch", .warning,
    "A link differs from the file's name in upper and lower case; GitHub would not find it.")
  /// A link without `.md`.
  public static let linkExtensionMissing = Rule(
    "link-extension-missing", .info, "A link leaves out the ending of the note it means.")
  /// A link from the root of the notes.
  public static let linkFromRoot = Rule(
    "link-from-root", .info, "A link begins with a slash and is read from the root of the notes.")
  /// A link to a file that is not there.
  public static let linkMissing = Rule(
    "link-missing", .error, "A link names a file that does not exist.")
  /// A link that leaves the folder of notes.
  public static let linkOutsideRoot = Rule(
    "link-outside-root", .error, "A link or picture leads out of the folder of notes.")
  /// A link to a folder.
  public static let linkToFolder = Rule(
    "link-to-folder", .info, "A link names a folder and leads to the folder's page.")
  /// Nesting beyond the cap.
  public static let noteTooDeep = Rule(
    "note-too-deep", .warning, "Nesting beyond the cap is shown without its structure.")
  /// A note that cannot be read.
  public static let noteUnreadable = Rule(
    "note-unreadable", .error, "A note could not be read; its page says so.")
  /// Names that differ only in case.
  public static let pathCaseClash = Rule(
    "path-case-clash", .error, "Two files differ only in upper and lower case.")
  /// A file that is not read.
  public static let pathRefused = Rule(
    "path-refused", .warning, "A symbolic link, pipe, device or unreadable file is passed over.")
  /// A reference link without a definition.
  public static let referenceUndefined = Rule(
    "reference-undefined", .warning, "A reference link has no definition and is shown as text.")
  /// Two sources for one page.
  public static let slugCollision = Rule(
    "slug-collision", .error, "Two notes would become the same page; the first one is built.")
  /// A contents list that no longer fits.
  public static let tocDrift = Rule(
    "toc-drift", .info, "A hand-written table of contents does not match the headings.")
  /// A note that is still to be written.
  public static let topicWanted = Rule(
    "topic-wanted", .warning, "A link leads to a note that is not written yet.")
  /// A wikilink that several notes answer to.
  public static let wikilinkAmbiguous = Rule(
    "wikilink-ambiguous", .warning, "A wikilink names several notes; the nearest is taken.")
}
