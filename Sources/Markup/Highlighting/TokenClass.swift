/// What a piece of code is; the raw value is the class of its span.
enum TokenClass: Unicode.Scalar {
  /// Ordinary text, which gets no span.
  case plain = " "
  case keyword = "k"
  case string = "s"
  case number = "n"
  case comment = "c"
  /// A function or a command.
  case function = "f"
  /// A type or a markup tag.
  case type = "t"
  /// An attribute, an option or a key.
  case attribute = "a"
  case variable = "v"
  /// A builtin or a constant.
  case builtin = "b"
  case `operator` = "o"
  case inserted = "i"
  case deleted = "d"
  /// The header of a hunk, a section or a document.
  case header = "h"
}
