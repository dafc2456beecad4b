internal import CArena
internal import CCmark

/// The one door to cmark-gfm: a document goes down as bytes and comes up as `SyntaxNode`s that live
/// as long as a closure.
///
/// Every allocation of a parse comes from the calling thread's arena, so nothing is freed node by
/// node; the arena is reset when the closure has returned.
enum CMark {
  /// The lock around `cmark_parser_finish`.
  ///
  /// cmark-gfm keeps one table of special characters for the whole process. Inline extensions that are
  /// attached change it there: they write. All others only read it. A writer beside anybody else gives
  /// wrong documents or never returns. Feeding and walking need no lock.
  private static let finishing = ReadersWriterLock()

  /// Chunks above this many bytes go back to the system after a note.
  private static let arenaKept = 4 << 20

  /// Parses a document and hands its root to `body`; the nodes are gone afterwards.
  ///
  /// What is no UTF-8 is replaced, which need not be looked for where `isUTF8`.
  static func withDocument<Result>(
    _ text: UnsafeBufferPointer<UInt8>, _ syntax: InlineSyntax, isUTF8: Bool,
    _ body: (SyntaxNode) -> Result
  ) -> Result? {
    let library = Library.shared
    defer { sitegen_arena_reset(arenaKept) }
    let options =
      (syntax.footnotes ? CMARK_OPT_FOOTNOTES : 0) | (isUTF8 ? 0 : CMARK_OPT_VALIDATE_UTF8)
    guard let parser = cmark_parser_new_with_mem(options, library.memory) else { return nil }
    // cmark asks extensions in the order in which they were attached.
    for (each, isWanted) in [
      (library.tables, true), (library.strikethroughs, syntax.strikethrough),
      (library.autolinks, syntax.autolinks), (library.taskList, true),
    ] where isWanted {
      cmark_parser_attach_syntax_extension(parser, each)
    }
    text.withMemoryRebound(to: CChar.self) { characters in
      cmark_parser_feed(parser, characters.baseAddress, characters.count)
    }
    let root =
      syntax.strikethrough || syntax.autolinks
      ? finishing.writing { cmark_parser_finish(parser) }
      : finishing.reading { cmark_parser_finish(parser) }
    return root.map { body(SyntaxNode($0)) }
  }

  /// The text with its character references decoded, as cmark decodes them.
  ///
  /// For use inside `withDocument`, whose end gives the memory back.
  static func decodeEntities(_ text: ArraySlice<UInt8>) -> [UInt8] {
    text.withUnsafeBufferPointer { bytes in
      var result = cmark_strbuf()
      cmark_strbuf_init(Library.shared.memory, &result, 0)
      houdini_unescape_html_f(&result, bytes.baseAddress, Int32(bytes.count))
      return Array(UnsafeBufferPointer(start: result.ptr, count: Int(result.size)))
    }
  }

  /// What is looked up once: the extensions, the allocator, the numbers of their node types.
  struct Library: @unchecked Sendable {
    // Sendable: set up once before the first parse and only read afterwards; cmark-gfm itself never
    // changes an extension or an allocator that is in use.
    let tables: OpaquePointer?
    let strikethroughs: OpaquePointer?
    let autolinks: OpaquePointer?
    let taskList: OpaquePointer?
    let memory: UnsafeMutablePointer<cmark_mem>
    let table: UInt16
    let tableRow: UInt16
    let tableCell: UInt16
    let strikethrough: UInt16

    static let shared = Library()

    private init() {
      cmark_gfm_core_extensions_ensure_registered()
      tables = cmark_find_syntax_extension("table")
      strikethroughs = cmark_find_syntax_extension("strikethrough")
      autolinks = cmark_find_syntax_extension("autolink")
      taskList = cmark_find_syntax_extension("tasklist")
      memory = .allocate(capacity: 1)
      memory.initialize(
        to: cmark_mem(
          calloc: sitegen_arena_calloc, realloc: sitegen_arena_realloc, free: sitegen_arena_free))
      table = sitegen_node_table()
      tableRow = sitegen_node_table_row()
      tableCell = sitegen_node_table_cell()
      strikethrough = sitegen_node_strikethrough()
    }
  }
}

/// A node of cmark's tree, read in place: valid inside `CMark.withDocument` only.
struct SyntaxNode: Equatable {
  private let pointer: UnsafeMutablePointer<cmark_node>

  @inline(__always)
  init(_ pointer: UnsafeMutablePointer<cmark_node>) {
    self.pointer = pointer
  }

  /// What a node is.
  enum Kind {
    case document, blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading
    case thematicBreak, footnoteDefinition, table, tableRow, tableCell
    case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, link, image
    case footnoteReference, strikethrough, other
  }

  @inline(__always) var parent: SyntaxNode? { pointer.pointee.parent.map(SyntaxNode.init) }
  @inline(__always) var next: SyntaxNode? { pointer.pointee.next.map(SyntaxNode.init) }
  @inline(__always) var previous: SyntaxNode? { pointer.pointee.prev.map(SyntaxNode.init) }
  @inline(__always) var firstChild: SyntaxNode? { pointer.pointee.first_child.map(SyntaxNode.init) }

  /// Lines and columns from 1; columns in UTF-8 bytes; 0 where cmark does not know.
  @inline(__always) var line: Int { Int(pointer.pointee.start_line) }
  @inline(__always) var column: Int { Int(pointer.pointee.start_column) }
  @inline(__always) var endLine: Int { Int(pointer.pointee.end_line) }

  /// The number of the kind; blocks have 0x8000, inlines 0xC000 (cmark-gfm.h).
  var kind: Kind {
    switch pointer.pointee.type {
    case 0xC001: return .text
    case 0xC002: return .softBreak
    case 0x8008: return .paragraph
    case 0xC009: return .link
    case 0xC004: return .code
    case 0x8004: return .item
    case 0x8003: return .list
    case 0xC008: return .strong
    case 0xC007: return .emphasis
    case 0x8009: return .heading
    case 0x8005: return .codeBlock
    case 0xC003: return .lineBreak
    case 0xC00A: return .image
    case 0x8001: return .document
    case 0x8002: return .blockQuote
    case 0x8006: return .htmlBlock
    case 0xC005: return .htmlInline
    case 0x800A: return .thematicBreak
    case 0x800B: return .footnoteDefinition
    case 0xC00B: return .footnoteReference
    case let type:
      let library = CMark.Library.shared
      if type == library.tableCell { return .tableCell }
      if type == library.tableRow { return .tableRow }
      if type == library.table { return .table }
      if type == library.strikethrough { return .strikethrough }
      return .other
    }
  }

  /// The text of a text, code, raw HTML, code block or footnote node.
  @inline(__always)
  var literal: UnsafeBufferPointer<UInt8> {
    let chunk =
      pointer.pointee.type == 0x8005 ? pointer.pointee.as.code.literal : pointer.pointee.as.literal
    return UnsafeBufferPointer(start: chunk.data, count: Int(chunk.len))
  }

  /// The words after a code fence, unescaped.
  var fenceInfo: UnsafeBufferPointer<UInt8> {
    let chunk = pointer.pointee.as.code.info
    return UnsafeBufferPointer(start: chunk.data, count: Int(chunk.len))
  }

  /// The address of a link or image, with entities and backslashes resolved.
  var address: UnsafeBufferPointer<UInt8> {
    let chunk = pointer.pointee.as.link.url
    return UnsafeBufferPointer(start: chunk.data, count: Int(chunk.len))
  }

  /// The title of a link or image.
  var title: UnsafeBufferPointer<UInt8> {
    let chunk = pointer.pointee.as.link.title
    return UnsafeBufferPointer(start: chunk.data, count: Int(chunk.len))
  }

  var headingLevel: Int { Int(pointer.pointee.as.heading.level) }
  var isOrdered: Bool { pointer.pointee.as.list.list_type == CMARK_ORDERED_LIST }
  var listStart: Int { Int(pointer.pointee.as.list.start) }
  var isTight: Bool { pointer.pointee.as.list.tight }
  var isHeaderRow: Bool { cmark_gfm_extensions_get_table_row_is_header(pointer) != 0 }

  /// nil for an item that is no task; else whether it is done.
  var isTaskDone: Bool? {
    guard let task = CMark.Library.shared.taskList, pointer.pointee.extension == task else {
      return nil
    }
    return pointer.pointee.as.list.checked
  }

  /// One of `l`, `c`, `r` or 0 for each column of a table.
  var columnAlignments: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(
      start: cmark_gfm_extensions_get_table_alignments(pointer),
      count: Int(cmark_gfm_extensions_get_table_columns(pointer)))
  }

  /// For a footnote's mark: the how manieth reference to it this is, from 1.
  var referenceIndex: Int { Int(pointer.pointee.footnote.ref_ix) }
  /// For a footnote: how often it is referred to.
  var referenceCount: Int { Int(pointer.pointee.footnote.def_count) }
}
