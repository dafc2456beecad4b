internal import Glibc

/// Takes the tokens of a text, one after the other.
protocol TokenSink: ~Copyable {
  /// - Parameters:
  ///   - token: its text before stemming, in UTF-8; valid during the call.
  ///   - shape: what kind of token it is.
  ///   - position: where it stands, from 0.
  ///   - range: which cells it comes from.
  mutating func take(
    _ token: UnsafeBufferPointer<UInt8>, _ shape: TokenShape, at position: Int,
    from range: Range<Int>)

  /// Takes a token of letters and digits of ASCII that is the only one of its compound.
  mutating func take(_ word: ShortWord, at position: Int, from range: Range<Int>)
}

/// What kind of token it is.
struct TokenShape: OptionSet {
  let rawValue: UInt8

  /// Nothing but a–z: it is stemmed where it has three letters or more.
  static let letters = TokenShape(rawValue: 1)
  /// The only token of its compound, without dot or suffix.
  static let simple = TokenShape(rawValue: 2)
  /// A pair of characters, or a lone one, of a script without spaces.
  static let pair = TokenShape(rawValue: 4)
}

/// Cuts texts into tokens as docs/search-format.md (1.3, 1.4) says.
struct Tokenizer {
  /// The next free position.
  var position = 0
  /// The cells of the line that is being read, and where in the text each begins.
  private(set) var cells: [Cell] = []
  private(set) var offsets: [Int32] = []

  private let folding = Folding.shared
  private let keepsOffsets: Bool
  /// The mended runs of a compound, what joins them, and where each ends.
  private var mended: [Cell] = []
  private var runEnds: [Int] = []
  private var connectors: [UInt8] = []
  private var partStarts: [Int] = []
  private var token: [UInt8] = []

  /// The longest token, in characters.
  static let lengthCap = 40
  /// The most runs that make a whole.
  static let runCap = 6

  init(keepsOffsets: Bool = false) {
    self.keepsOffsets = keepsOffsets
    token.reserveCapacity(256)
  }

  /// Hands the tokens of a text to a sink; every line feed adds 1 to the position.
  mutating func read(
    _ text: UnsafeBufferPointer<UInt8>, into sink: inout some TokenSink & ~Copyable
  ) {
    var start = 0
    while start < text.count {
      let end = Self.lineEnd(in: text, from: start)
      let line = UnsafeBufferPointer(rebasing: text[start..<end])
      var bits: UInt8 = 0
      for byte in line { bits |= byte }
      if bits < 0x80 {
        readASCII(line, at: start, reach: text.count - start, into: &sink)
      } else {
        fold(line, at: start)
        cut(into: &sink)
      }
      if end < text.count { position += 1 }
      start = end + 1
    }
  }

  private static func lineEnd(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard let base = text.baseAddress, let found = memchr(base + start, 0x0A, text.count - start)
    else { return text.count }
    return UnsafeRawPointer(base).distance(to: found)
  }

  // MARK: - Lines of nothing but ASCII

  /// Reads a line in which each byte is a cell: most words need no cells to be made for them.
  ///
  /// `reach` is how many bytes there are from the line's first on: at its end stands a line feed, or nothing.
  private mutating func readASCII(
    _ line: UnsafeBufferPointer<UInt8>, at start: Int, reach: Int,
    into sink: inout some TokenSink & ~Copyable
  ) {
    cells.removeAll(keepingCapacity: true)
    offsets.removeAll(keepingCapacity: true)
    if keepsOffsets { for each in line.indices { offsets.append(Int32(start + each)) } }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.lengthCap) { room in
      ASCIIWord.signs.withUnsafeBufferPointer { signs in
        var index = 0
        while index < line.count {
          guard signs[Int(line[index])].isWord else {
            index += 1
            continue
          }
          if let word = ASCIIWord.plain(in: line, at: index, reach: reach, signs) {
            sink.take(word.word, at: position, from: index..<(index + word.length))
            position += 1
            index += word.length
            continue
          }
          let word = ASCIIWord(in: line, at: index, signs)
          guard word.isPlain else {
            if cells.isEmpty { fold(line, at: start) }
            index = readCompound(at: index, into: &sink)
            continue
          }
          index = word.end
          if word.length <= Self.lengthCap {
            let shape: TokenShape = word.hasDigits ? .simple : [.simple, .letters]
            sink.take(
              word.lowered(in: line, room), shape, at: position, from: word.start..<word.end)
          }
          position += 1
        }
      }
    }
  }

  // MARK: - Folding a line

  private mutating func fold(_ line: UnsafeBufferPointer<UInt8>, at start: Int) {
    cells.removeAll(keepingCapacity: true)
    offsets.removeAll(keepingCapacity: true)
    cells.reserveCapacity(line.count)
    var index = 0
    folding.ascii.withUnsafeBufferPointer { ascii in
      while index < line.count, line[index] < 0x80 {
        cells.append(Cell(bits: ascii[Int(line[index])]))
        index += 1
      }
    }
    if keepsOffsets { for each in 0..<index { offsets.append(Int32(start + each)) } }
    if index < line.count { foldRest(line, from: index, at: start) }
  }

  private mutating func foldRest(
    _ line: UnsafeBufferPointer<UInt8>, from first: Int, at start: Int
  ) {
    var index = first
    while index < line.count {
      let offset = Int32(start + index)
      if line[index] < 0x80 {
        append(Cell(bits: folding.ascii[Int(line[index])]), offset)
        index += 1
        continue
      }
      let (scalar, length) = UTF8Scalar.read(line, at: index)
      folding.fold(scalar) { append($0, offset) }
      index += length
    }
  }

  private mutating func append(_ cell: Cell, _ offset: Int32) {
    if cell.scalar >= 0x1161, let last = cells.last, let both = Folding.composed(last, cell) {
      cells[cells.count - 1] = both
      return
    }
    cells.append(cell)
    if keepsOffsets { offsets.append(offset) }
  }

  // MARK: - Units

  private mutating func cut(into sink: inout some TokenSink & ~Copyable) {
    var index = 0
    while index < cells.count {
      if cells[index].isWord {
        index = readCompound(at: index, into: &sink)
      } else if cells[index].isPair {
        index = readPairs(at: index, into: &sink)
      } else {
        index += 1
      }
    }
  }

  private mutating func readPairs(at start: Int, into sink: inout some TokenSink & ~Copyable) -> Int
  {
    var end = start + 1
    while end < cells.count, cells[end].isPair { end += 1 }
    var index = start
    repeat {
      let range = index..<min(index + 2, end)
      emit(cells[range], .pair, from: range, into: &sink)
      position += 1
      index += 1
    } while index + 1 < end
    return end
  }

  private mutating func readCompound(at start: Int, into sink: inout some TokenSink & ~Copyable)
    -> Int
  {
    var end = start + 1
    var hasUpper: UInt32 = 0
    while end < cells.count, cells[end].isWord {
      hasUpper |= cells[end].bits
      end += 1
    }
    let isPlain = end == cells.count || !joins(at: end)
    let hasDot = hasDot(before: start)
    if isPlain, !hasDot, hasUpper & Cell.upper == 0, end - start > 1 {
      emit(cells[start..<end], .simple, from: start..<end, into: &sink)
      position += 1
      return end
    }
    if isPlain, end - start == 1, !hasDot {
      readSingle(at: start, into: &sink)
      return end
    }
    return readJoined(at: start, hasDot: hasDot, into: &sink)
  }

  /// A letter or digit alone: it may be `c++` or `c#`.
  private mutating func readSingle(at index: Int, into sink: inout some TokenSink & ~Copyable) {
    let range = index..<(index + 1)
    if cells[index].isLetter, let suffix = suffix(at: index + 1) {
      token.removeAll(keepingCapacity: true)
      token.append(UInt8(truncatingIfNeeded: cells[index].scalar))
      suffix.withUTF8Buffer { token.append(contentsOf: $0) }
      hand([], from: index..<(index + token.count), to: &sink)
    } else {
      emit(cells[range], .simple, from: range, into: &sink)
    }
    position += 1
  }

  private func suffix(at index: Int) -> StaticString? {
    func ends(_ index: Int, _ character: Unicode.Scalar) -> Bool {
      index >= cells.count || (!cells[index].isWord && !cells[index].isCharacter(character))
    }
    guard index < cells.count else { return nil }
    if cells[index].isCharacter("+"), index + 1 < cells.count, cells[index + 1].isCharacter("+"),
      ends(index + 2, "+")
    {
      return "++"
    }
    return cells[index].isCharacter("#") && ends(index + 1, "#") ? "#" : nil
  }

  private func hasDot(before start: Int) -> Bool {
    guard start > 0, cells[start - 1].isCharacter("."), cells[start].isLetter else { return false }
    guard start > 1 else { return true }
    let before = cells[start - 2]
    return !before.isWord && !before.isPair && !before.isCharacter(".")
  }

  /// True where what stands at `index`, behind a word character, joins it with the next one.
  private func joins(at index: Int) -> Bool {
    guard index + 1 < cells.count, cells[index + 1].isWord else { return false }
    if cells[index].isApostrophe { return true }
    switch cells[index].scalar {
    case UInt32(UInt8(ascii: ".")), UInt32(UInt8(ascii: "_")), UInt32(UInt8(ascii: "-")),
      UInt32(UInt8(ascii: ":")), UInt32(UInt8(ascii: "@")):
      return true
    case UInt32(UInt8(ascii: "/")):
      return cells[index - 1].isDigit && cells[index + 1].isDigit
    default: return false
    }
  }

  private mutating func readJoined(
    at start: Int, hasDot: Bool, into sink: inout some TokenSink & ~Copyable
  ) -> Int {
    mended.removeAll(keepingCapacity: true)
    runEnds.removeAll(keepingCapacity: true)
    connectors.removeAll(keepingCapacity: true)
    var index = start
    var runStart = start
    while true {
      while index < cells.count, cells[index].isWord {
        mended.append(cells[index])
        index += 1
      }
      let joins = index < cells.count && self.joins(at: index)
      if joins, cells[index].isApostrophe {
        index += 1
        continue
      }
      if index - runStart > 2, cells[index - 2].isApostrophe, cells[index - 1].isCharacter("s") {
        mended.removeLast()
      }
      runEnds.append(mended.count)
      guard joins else { break }
      connectors.append(UInt8(truncatingIfNeeded: cells[index].scalar))
      index += 1
      runStart = index
    }
    emitJoined(from: start..<index, hasDot: hasDot, into: &sink)
    return index
  }

  private mutating func emitJoined(
    from range: Range<Int>, hasDot: Bool, into sink: inout some TokenSink & ~Copyable
  ) {
    if hasDot, runEnds[0] <= Self.lengthCap {
      token.removeAll(keepingCapacity: true)
      token.append(UInt8(ascii: "."))
      for cell in mended[..<runEnds[0]] { append(cell) }
      hand([], from: range, to: &sink)
    }
    if runEnds.count > 1, runEnds.count <= Self.runCap { emitWhole(from: range, into: &sink) }
    var start = 0
    for end in runEnds {
      findParts(start..<end)
      if partStarts.count > 1 { emit(mended[start..<end], [], from: range, into: &sink) }
      let isSimple = partStarts.count == 1 && runEnds.count == 1 && !hasDot
      for (number, partStart) in partStarts.enumerated() {
        let partEnd = number + 1 < partStarts.count ? partStarts[number + 1] : end
        emit(mended[partStart..<partEnd], isSimple ? .simple : [], from: range, into: &sink)
        position += 1
      }
      start = end
    }
  }

  private mutating func emitWhole(
    from range: Range<Int>, into sink: inout some TokenSink & ~Copyable
  ) {
    token.removeAll(keepingCapacity: true)
    var length = 0
    var start = 0
    var shape: TokenShape = .letters
    for (number, end) in runEnds.enumerated() {
      for cell in mended[start..<end] {
        let isLetter = append(cell)
        if !isLetter { shape = [] }
      }
      length += end - start
      start = end
      guard number < connectors.count else { break }
      let connector = connectors[number]
      if connector != UInt8(ascii: "-"), connector != UInt8(ascii: "_") {
        token.append(connector)
        length += 1
        shape = []
      }
    }
    if length <= Self.lengthCap { hand(shape, from: range, to: &sink) }
  }

  /// Finds where camel case begins the parts of a run.
  private mutating func findParts(_ run: Range<Int>) {
    partStarts.removeAll(keepingCapacity: true)
    partStarts.append(run.lowerBound)
    for index in run.dropFirst() where mended[index].isUpper {
      let before = mended[index - 1]
      let isHump = before.isLower || before.isDigit
      let endsAcronym =
        before.isUpper && index + 2 < run.upperBound && mended[index + 1].isLower
        && mended[index + 2].isLower
      if isHump || endsAcronym { partStarts.append(index) }
    }
  }

  // MARK: - Tokens

  private mutating func emit(
    _ text: ArraySlice<Cell>, _ shape: TokenShape, from range: Range<Int>,
    into sink: inout some TokenSink & ~Copyable
  ) {
    guard text.count <= Self.lengthCap else { return }
    token.removeAll(keepingCapacity: true)
    var letters: TokenShape = .letters
    for cell in text where !append(cell) { letters = [] }
    hand(shape.union(letters), from: range, to: &sink)
  }

  private func hand(
    _ shape: TokenShape, from range: Range<Int>, to sink: inout some TokenSink & ~Copyable
  ) {
    token.withUnsafeBufferPointer { sink.take($0, shape, at: position, from: range) }
  }

  /// Appends a character; false where it is none of a–z.
  @discardableResult @inline(__always)
  private mutating func append(_ cell: Cell) -> Bool {
    let scalar = cell.scalar
    if scalar < 0x80 {
      token.append(UInt8(truncatingIfNeeded: scalar))
      return cell.isLetter
    }
    UTF8Scalar.append(scalar, to: &token)
    return false
  }
}
