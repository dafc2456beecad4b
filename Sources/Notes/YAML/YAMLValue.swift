/// A value read from YAML, with its place: text, a list, or a mapping in the order it was written.
///
/// Nothing is guessed from how a scalar looks. `no`, `1.10` and `12:30:45` stay the text that was
/// written; what a value means is decided by the key that it belongs to.
public struct YAMLValue: Hashable, Sendable {
  /// What a value can be.
  public enum Content: Hashable, Sendable {
    /// Text. `wasQuoted` is true for text in quotes and for `|` and `>` blocks: it is text, whatever
    /// it looks like.
    case scalar(text: String, wasQuoted: Bool)
    /// A list.
    case sequence([YAMLValue])
    /// Keys and values, in the order they were written. No key occurs twice.
    case mapping([Pair])
  }

  /// A key with its value.
  public struct Pair: Hashable, Sendable {
    /// The key's text.
    public var key: String
    /// The key's line, from 1.
    public var line: Int
    /// The key's column, from 1, in UTF-8 bytes.
    public var column: Int
    /// What the key stands for.
    public var value: YAMLValue

    /// Makes a pair.
    public init(key: String, line: Int, column: Int, value: YAMLValue) {
      self.key = key
      self.line = line
      self.column = column
      self.value = value
    }
  }

  /// The value itself.
  public var content: Content
  /// The line where it begins, from 1.
  public var line: Int
  /// The column where it begins, from 1, in UTF-8 bytes.
  public var column: Int

  /// Makes a value.
  public init(_ content: Content, line: Int, column: Int) {
    self.content = content
    self.line = line
    self.column = column
  }

  /// The text of a scalar; nil for lists and mappings.
  public var text: String? {
    guard case .scalar(let text, _) = content else { return nil }
    return text
  }

  /// True for a scalar in quotes or a block of text.
  public var wasQuoted: Bool {
    guard case .scalar(_, let wasQuoted) = content else { return false }
    return wasQuoted
  }

  /// True where nothing was written: `key:`, `key: ~`, `key: null`.
  public var isNull: Bool {
    guard case .scalar(let text, false) = content else { return false }
    switch text {
    case "", "~", "null", "Null", "NULL": return true
    default: return false
    }
  }

  /// The items of a list; nil for scalars and mappings.
  public var items: [YAMLValue]? {
    guard case .sequence(let items) = content else { return nil }
    return items
  }

  /// The pairs of a mapping; nil for scalars and lists.
  public var pairs: [Pair]? {
    guard case .mapping(let pairs) = content else { return nil }
    return pairs
  }

  /// The value of a key; nil where this is no mapping or lacks the key.
  public subscript(key: String) -> YAMLValue? {
    pairs?.first { $0.key == key }?.value
  }
}
