extension ShellLexer {
  /// What a word in a command's place does.
  private enum Role: UInt8 {
    /// A keyword with a command behind it.
    case leads = 1
    /// A keyword without one.
    case ends
    case loops
    case chooses
    case closesChoice
    case builtin
    /// A builtin with assignments as arguments.
    case declares
    /// A command that runs another.
    case wraps
    // Instructions of a Dockerfile.
    case runs
    case sets
    case nests
    case names
  }

  private static let words = WordTable([
    (Role.leads.rawValue, "if then elif else while until do time function coproc { } !"),
    (Role.ends.rawValue, "fi done"),
    (Role.loops.rawValue, "for select"),
    (Role.chooses.rawValue, "case"),
    (Role.closesChoice.rawValue, "esac"),
    (
      Role.builtin.rawValue,
      """
      . : alias bg break cd continue dirs disown echo exit false fg getopts hash jobs kill let \
      popd printf pushd pwd read return set shift shopt source test trap true type ulimit umask \
      unalias unset wait
      """
    ),
    (Role.declares.rawValue, "declare export local readonly typeset"),
    (Role.wraps.rawValue, "builtin command doas env eval exec nice nohup sudo xargs"),
  ])

  private static let instructions = WordTable(
    foldsCase: true,
    [
      (Role.runs.rawValue, "cmd entrypoint run shell"),
      (Role.sets.rawValue, "arg env label"),
      (Role.nests.rawValue, "healthcheck onbuild"),
      (Role.names.rawValue, "add copy expose from maintainer stopsignal user volume workdir"),
    ])

  private static let wordBytes = ByteSet(" \t\r\n|&;()<>\"'`$\\", inverted: true)

  /// Marks a word by its place.
  mutating func paintWord(at start: Int, on page: inout SpanWriter) -> Int {
    let end = code.skip(Self.wordBytes, from: start + 1)
    if code[start] == 0x2D, end - start > 1, position != .pattern, startsWord(start) {
      let nameEnd = code.upTo(end).next(0x3D, from: start)
      page.mark(start, nameEnd, .attribute)
      return end
    }
    switch position {
    case .command: return paintCommand(from: start, to: end, on: &page)
    case .instruction: paintInstruction(from: start, to: end, on: &page)
    case .declaration:
      if let name = endOfAssigned(from: start, to: end), startsWord(start) {
        page.mark(start, name, .variable)
      }
    case .pattern:
      if Self.words.value(in: code, from: start, to: end) == Role.closesChoice.rawValue {
        closeChoice()
        page.mark(start, end, .keyword)
      }
    case .argument where end - start == 2: paintIn(at: start, on: &page)
    case .argument, .assignment: break
    }
    return end
  }

  private mutating func paintCommand(
    from start: Int, to end: Int, on page: inout SpanWriter
  ) -> Int {
    if let name = endOfAssigned(from: start, to: end) {
      page.mark(start, code.skip(.name, from: start), .variable)
      position = .assignment
      return name + 1
    }
    let role = Role(rawValue: Self.words.value(in: code, from: start, to: end))
    position = .argument
    switch role {
    case .leads: position = .command
    case .loops: behindIn = .argument
    case .chooses: behindIn = .pattern
    case .closesChoice: closeChoice()
    case .declares: position = .declaration
    case .wraps: position = .command
    default: break
    }
    page.mark(start, end, token(of: role, from: start, to: end))
    return end
  }

  private func token(of role: Role?, from start: Int, to end: Int) -> TokenClass {
    switch role {
    case .leads: code[start].isLetter ? .keyword : .plain
    case .ends, .loops, .chooses, .closesChoice: .keyword
    case .builtin, .declares: .builtin
    // `[`, `[[` and the like.
    default: end - start <= 2 && code[start] == 0x5B ? .plain : .function
    }
  }

  private mutating func paintInstruction(
    from start: Int, to end: Int, on page: inout SpanWriter
  ) {
    let role = Role(rawValue: Self.instructions.value(in: code, from: start, to: end))
    switch role {
    case .runs: position = .command
    case .sets: position = .declaration
    case .nests: position = .instruction
    default: position = .argument
    }
    if role != nil { page.mark(start, end, .keyword) }
  }

  /// Marks `in` behind `for` and `case`, and a Dockerfile's `AS`.
  private mutating func paintIn(at start: Int, on page: inout SpanWriter) {
    let first = code[start]
    let second = code[start + 1]
    if let next = behindIn, first == 0x69, second == 0x6E {
      page.mark(start, start + 2, .keyword)
      if next == .pattern { cases += 1 }
      position = next
      behindIn = nil
    } else if dialect == .docker, first | 0x20 == 0x61, second | 0x20 == 0x73, startsWord(start) {
      page.mark(start, start + 2, .keyword)
    }
  }

  private mutating func closeChoice() {
    cases = max(0, cases - 1)
    position = .argument
  }

  /// Where the `=` of an assignment stands, as in `name=`, `name+=` and `name[1]=`.
  private func endOfAssigned(from start: Int, to end: Int) -> Int? {
    let word = code.upTo(end)
    var place = word.skip(.name, from: start)
    guard place > start, !code[start].isDigit else { return nil }
    if word[place] == 0x5B { place = word.next(0x5D, from: place) + 1 }
    if word[place] == 0x2B { place += 1 }
    return word[place] == 0x3D ? place : nil
  }
}
