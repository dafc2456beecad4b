extension ShellLexer {
  /// Marks a string without variables, from `start` to the apostrophe behind `content`.
  func paintLiteral(
    from start: Int, content: Int, escape: UInt8, on page: inout SpanWriter
  ) -> Int {
    var end = content
    while end < code.count, code[end] != 0x27 {
      end += escape != 0 && code[end] == escape ? 2 : 1
    }
    end = min(end + 1, code.count)
    page.mark(start, end, .string)
    return end
  }

  /// Marks a string with variables, whose content begins behind `start`, up to its end or to a
  /// substitution.
  mutating func paintQuoted(from start: Int, on page: inout SpanWriter) -> Int {
    var done = start
    var index = start + 1
    while index < code.count {
      switch code[index] {
      case 0x22:
        page.mark(done, index + 1, .string)
        return index + 1
      case 0x5C:
        index += 2
      case 0x24 where code[index + 1] == 0x28:
        let content = enter(.string, at: index)
        page.mark(done, content, .string)
        return content
      case 0x24:
        let end = code.endOfVariable(at: index)
        if end > index + 1 {
          page.mark(done, index, .string)
          page.mark(index, end, .variable)
          done = end
        }
        index = end
      default:
        index &+= 1
      }
    }
    page.mark(done, code.count, .string)
    return code.count
  }

  /// Marks a variable or a string, or enters a substitution.
  mutating func paintDollar(at start: Int, on page: inout SpanWriter) -> Int {
    if code[start + 1] == 0x28 {
      passValue()
      return enter(.group, at: start)
    }
    passValue()
    if code[start + 1] == 0x27 {
      return paintLiteral(from: start, content: start + 2, escape: 0x5C, on: &page)
    }
    let end = code.endOfVariable(at: start)
    if end > start + 1 { page.mark(start, end, .variable) }
    return end
  }

  /// Enters the `$(` or `$((` at an index.
  private mutating func enter(_ kind: Frame.Kind, at start: Int) -> Int {
    frames.append(Frame(kind: kind, position: position))
    position = .command
    guard code[start + 2] == 0x28 else { return start + 2 }
    frames.append(Frame(kind: .arithmetic, position: .argument))
    position = .argument
    return start + 3
  }

  /// Enters a subshell, an array or arithmetic.
  mutating func open(at index: Int) -> Int {
    let next = index + 1
    guard position != .pattern else { return next }
    if code[next] == 0x29, position == .argument {
      // `name()` has the body of a function behind it.
      position = .command
      return next + 1
    }
    let previous = index > 0 ? code[index - 1] : 0
    if frames.last?.kind == .arithmetic || code[next] == 0x28 || previous == 0x28 {
      frames.append(Frame(kind: .arithmetic, position: position))
      position = .argument
    } else if previous == 0x3D {
      frames.append(Frame(kind: .array, position: position))
      position = .argument
    } else {
      frames.append(Frame(kind: .group, position: position))
      position = .command
    }
    return next
  }

  /// Leaves a parenthesis, perhaps for a string.
  mutating func close(at index: Int, on page: inout SpanWriter) -> Int {
    if position == .pattern {
      position = .command
      return index + 1
    }
    guard let frame = frames.popLast() else {
      position = .command
      return index + 1
    }
    position = frame.position
    return frame.kind == .string ? paintQuoted(from: index, on: &page) : index + 1
  }

  /// Enters or leaves a substitution between backticks.
  mutating func passBacktick(at index: Int) -> Int {
    if let behind = behindBacktick {
      position = behind
      behindBacktick = nil
    } else {
      passValue()
      behindBacktick = position
      position = .command
    }
    return index + 1
  }
}
