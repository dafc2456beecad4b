@testable import Notes

/// Random numbers that are the same in every run (SplitMix64; Steele, Lea and Flood 2014).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// How many inputs a fuzz test tries: fewer where the build is slow.
func fuzzCount(_ count: Int) -> Int {
  #if DEBUG
  count / 20
  #else
  count
  #endif
}

/// Reads YAML from a string.
func readYAML(_ text: String, firstLine: Int = 1) throws(YAMLProblem) -> YAMLValue? {
  try SafeYAML.read(Array(text.utf8), firstLine: firstLine)
}

/// The problem of a text as `line:column: message`; nil where it can be read.
func yamlProblem(_ bytes: [UInt8]) -> String? {
  do throws(YAMLProblem) {
    _ = try SafeYAML.read(bytes)
    return nil
  } catch {
    return "\(error.line):\(error.column): \(error.message)"
  }
}

/// A value in one line, without places: lists in brackets, mappings in braces, quoted text in quotes.
func flat(_ value: YAMLValue?) -> String {
  guard let value else { return "nothing" }
  switch value.content {
  case .scalar(let text, let wasQuoted): return wasQuoted ? "'\(text)'" : text
  case .sequence(let items): return "[" + items.map { flat($0) }.joined(separator: ", ") + "]"
  case .mapping(let pairs):
    return "{" + pairs.map { "\($0.key): \(flat($0.value))" }.joined(separator: ", ") + "}"
  }
}
