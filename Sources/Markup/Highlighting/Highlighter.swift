internal import Bytes

/// Colours code: a fast lexer for each of a few languages, which writes HTML.
///
/// Tokens stand in `<span class="x">`, where `x` is one letter: `k` keyword, `s` string, `n` number,
/// `c` comment, `f` function or command, `t` type or tag, `a` attribute or key, `v` variable,
/// `b` builtin or constant, `o` operator, `i` inserted line, `d` deleted line, `h` header. Spans do
/// not nest and do not cross a line's end. No byte of the code is lost, whatever it is, and the time
/// that it takes grows with its length alone.
public struct Highlighter: Sendable {
  private let language: Language

  /// Makes a highlighter for a language by one of its names in any case, such as the first word of
  /// a code fence's info string; nil where no language has the name.
  public init?(language name: some Collection<UInt8>) {
    guard let language = Language(named: name) else { return nil }
    self.language = language
  }

  /// Makes a highlighter for a language by one of its names in any case; nil where none has it.
  public init?(named name: String) {
    self.init(language: name.utf8)
  }

  /// Appends the code as HTML: escaped, with spans.
  func append(_ code: UnsafeBufferPointer<UInt8>, to output: inout ByteBuffer) {
    guard let code = Code(code) else { return }
    var result = ByteBuffer()
    swap(&result, &output)
    output = withUnsafeTemporaryAllocation(byteCount: SpanWriter.stageSize, alignment: 8) { stage in
      guard let stage = stage.baseAddress else { return result }
      var page = SpanWriter(code, appendingTo: result, stage: stage)
      result = ByteBuffer()
      language.paint(code, on: &page)
      return page.finish()
    }
  }
}
