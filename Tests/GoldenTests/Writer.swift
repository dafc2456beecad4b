import Glibc

/// Somebody who writes notes of many kinds of text, and edits mostly that: the same seed, the same deeds.
struct Writer {
  private var random: SplitMix
  private let folder: String
  /// The lines of each note.
  private var notes: [String: [String]] = [:]
  private var made = 0
  /// What was done last.
  private(set) var deeds = ""

  init(seed: UInt64, folder: String) {
    random = SplitMix(state: seed)
    self.folder = folder
  }

  /// Writes the first notes.
  mutating func begin() throws {
    for _ in 0..<8 { try add() }
  }

  /// Changes a line of a note; now and then adds, renames or removes one.
  mutating func edit() throws {
    switch random.below(20) {
    case 0: try add()
    case 1: try remove()
    case 2: try rename()
    case 3, 4:
      try change("inserted") { lines, place, random in
        lines.insert(contentsOf: ["", Self.line(&random), ""], at: place)
      }
    case 5: try change("took out") { lines, place, _ in lines.remove(at: place) }
    case 6: try change("doubled") { lines, place, _ in lines.insert(lines[place], at: place) }
    case 7: try change("wrote into") { lines, place, random in lines[place] = Self.line(&random) }
    case 8:
      try change("put a mark into") { lines, place, random in
        let mark = Self.marks[random.below(Self.marks.count)]
        lines[place] += mark
      }
    case 9...12: try append()
    default:
      try change("reworded") { lines, place, random in
        var words = lines[place].split(separator: " ", omittingEmptySubsequences: false).map(
          String.init)
        guard words.count > 2 else { return }
        words[1 + random.below(words.count - 2)] = Self.word(&random)
        lines[place] = words.joined(separator: " ")
      }
    }
  }

  /// Appends a sentence to a note.
  mutating func append() throws {
    try change("appended to") { lines, _, random in lines += ["", Self.sentence(&random)] }
  }

  // MARK: - Deeds

  private mutating func add() throws {
    made += 1
    let name = "\(["", "a/", "a/b/", "c/"][random.below(4)])\(made)_note.md"
    notes[name] = text(titled: "Note \(made) \(Self.word(&random))", for: name)
    try save(name)
    deeds = "added \(name)"
  }

  private mutating func remove() throws {
    guard notes.count > 6 else { return try add() }
    let name = any()
    notes[name] = nil
    unlink("\(folder)/\(name)")
    deeds = "removed \(name)"
  }

  private mutating func rename() throws {
    let name = any()
    let lines = notes.removeValue(forKey: name)
    unlink("\(folder)/\(name)")
    made += 1
    notes["moved/\(made).md"] = lines
    try save("moved/\(made).md")
    deeds = "renamed \(name) to moved/\(made).md"
  }

  private mutating func change(
    _ deed: String, _ body: (inout [String], Int, inout SplitMix) -> Void
  ) throws {
    let name = any()
    guard var lines = notes[name], !lines.isEmpty else { return try add() }
    let place = random.below(lines.count)
    body(&lines, place, &random)
    deeds = "\(deed) line \(place + 1) of \(name):\n\(lines.joined(separator: "\n"))"
    notes[name] = lines
    try save(name)
  }

  private mutating func any() -> String {
    let names = notes.keys.sorted()
    return names[random.below(names.count)]
  }

  private func save(_ name: String) throws {
    let text = (notes[name] ?? []).joined(separator: "\n") + "\n"
    try write(Array(text.utf8), to: "\(folder)/\(name)")
  }

  // MARK: - Texts

  /// The address of a note: most are relative, and some begin at the root.
  private mutating func address(of note: String, from other: String) -> String {
    if random.below(8) == 0 { return "/\(note)" }
    if random.below(8) == 0 { return "wanted\(random.below(4)).md" }
    return String(repeating: "../", count: other.filter { $0 == "/" }.count) + note
  }

  private mutating func text(titled title: String, for name: String) -> [String] {
    var lines: [String] = []
    if random.below(3) == 0 {
      lines += ["---", "tags: [\(Self.word(&random))]", "---", ""]
    }
    lines += ["# \(title)", "", Self.sentence(&random)]
    let names = notes.keys.sorted()
    for section in 0..<1 + random.below(4) {
      lines += ["", "## \(Self.word(&random)) \(section)", "", Self.sentence(&random)]
      lines += ["", Self.line(&random), "", Self.sentence(&random)]
      if !names.isEmpty, random.below(2) == 0 {
        let other = address(of: names[random.below(names.count)], from: name)
        lines += ["", "More is in [that](\(other)). \(Self.sentence(&random))"]
      }
    }
    guard !names.isEmpty else { return lines }
    lines += ["", "## Next steps", ""]
    for _ in 0..<random.below(3) {
      let other = address(of: names[random.below(names.count)], from: name)
      lines.append("- [\(Self.word(&random)) \(random.below(3))](\(other))")
    }
    return lines
  }

  private static let marks = [
    "**", "`", " <b>x</b>", " <script>", " [x](#none)", " [^1]", " ~~x~~", "  ", " <!-- a -->", "|",
    "\\",
  ]

  private static func line(_ random: inout SplitMix) -> String {
    switch random.below(10) {
    case 0: "- The customer is responsible for \(word(&random)) \(word(&random))."
    case 1: "AWS is responsible for \(word(&random)) of the \(word(&random))."
    case 2: "| Provider | Customer |\n|---|---|\n| \(word(&random)) | \(word(&random)) |"
    case 3: "```sh\n\(word(&random)) --\(word(&random))\n```"
    case 4: "> \(sentence(&random))"
    case 5: "- \(word(&random))\n  - \(word(&random)) \(word(&random))\n- \(word(&random))"
    case 6: "The **\(word(&random))**, `\(word(&random))` and <https://\(word(&random)).example/>."
    case 7: "![\(word(&random))](\(word(&random)).png)"
    default: sentence(&random)
    }
  }

  private static func sentence(_ random: inout SplitMix) -> String {
    let words = (0..<3 + random.below(12)).map { _ in word(&random) }
    return "The \(words.joined(separator: " "))."
  }

  private static func word(_ random: inout SplitMix) -> String {
    let start = ["key", "net", "dis", "back", "role", "na\u{EF}ve", "\u{65B0}", "po", "en"]
    let end = ["work", "pair", "up", "s", "ing", "2", "-set", "licy", "cryption"]
    return start[random.below(start.count)] + end[random.below(end.count)]
  }
}

/// Random numbers that are the same on every machine (Steele, Lea, Flood 2014, "Fast splittable
/// pseudorandom number generators").
struct SplitMix {
  private var state: UInt64

  init(state: UInt64) {
    self.state = state
  }

  /// A number from 0 to `bound - 1`.
  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }
}
